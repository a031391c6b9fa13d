"""A generated chronicle: 640 rows over 40 years, about 97,000 words, always the same."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

from openpyxl import Workbook, load_workbook

HEADINGS = (
    "Période",
    "Thème",
    "Le contexte",
    "La fédération : une vision",
    "Des mobilisations",
    "Des modes d’intervention",
    "Documentation",
)

_SUBJECTS = (
    "Le bureau",
    "Le conseil d’administration",
    "L’assemblée générale",
    "La commission de la formation",
    "Un groupe de travail",
    "La délégation régionale",
    "Le comité de pilotage",
    "Une équipe de bénévoles",
    "La mission locale",
    "Le réseau des ateliers",
    "La caisse de solidarité",
    "Le service des études",
)
_VERBS = (
    "examine",
    "adopte",
    "prépare",
    "présente",
    "soutient",
    "accompagne",
    "discute",
    "publie",
    "renouvelle",
    "organise",
    "évalue",
    "défend",
)
_OBJECTS = (
    "le projet d’une maison commune ouverte à tous les habitants du quartier",
    "la convention signée avec la ville et le département pour trois années",
    "un plan de formation destiné aux permanents et aux bénévoles",
    "le bilan des ateliers, où quarante personnes ont retrouvé un emploi",
    "la réforme des statuts, attendue depuis plusieurs exercices",
    "une enquête sur les besoins des familles dans les communes rurales",
    "les comptes de l’exercice écoulé et le budget de l’année qui vient",
    "un guide pratique remis à chaque association adhérente",
    "la journée d’étude consacrée aux transports et au logement",
    "un appel commun en faveur des jeunes sans qualification",
    "les conditions d’accueil des personnes privées d’emploi",
    "la création d’un fonds de garantie pour les petites structures",
)
_ENDINGS = (
    "après un long débat",
    "à l’unanimité des présents",
    "avec l’aide de la Caisse des dépôts",
    "dans le cadre du programme régional",
    "en présence de nombreux élus",
    "malgré les difficultés de trésorerie",
    "pour répondre à la demande des adhérents",
    "sur la proposition de la commission",
    "au cours de deux journées de travail",
    "comme le souhaitaient les fondateurs",
)
_THEMES = (
    "Formation des permanents",
    "Coopération avec la ville",
    "Assemblée générale",
    "Logement et mobilité",
    "Réseau des ateliers",
    "Université d’automne",
    "Charte des adhérents",
    "Animation régionale",
    "Insertion par l’économique",
    "Fonds de garantie",
)
_MONTHS = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
]


def make_chronicle(path: Path, rows: int = 640, years: int = 40, first: int = 1960) -> Path:
    """Write the chronicle as a workbook and return its path."""
    chance = random.Random(640)
    book = Workbook()
    sheet = book.active
    sheet.title = "Chronique"
    sheet.append(HEADINGS)
    per_year = rows // years
    for year in range(first, first + years):
        sheet.append((year, f"{chance.choice(_THEMES)} en {year}", None, _cell(chance, 90)))
        for number in range(1, per_year):
            sheet.append(_row(chance, year, number, per_year))
    book.save(path)
    return path


def change_one_cell(source: Path, target: Path) -> Path:
    """Copy a chronicle with one sentence added to one cell in the middle."""
    book = load_workbook(source)
    sheet = book.active
    cell = sheet.cell(sheet.max_row // 2, 6)
    cell.value = f"{cell.value or ''} Une phrase de plus est ajoutée par la secrétaire."
    book.save(target)
    return target


def _row(chance: random.Random, year: int, number: int, per_year: int) -> tuple[object, ...]:
    month = 1 + number * 11 // per_year
    day = chance.randint(1, 28)
    period: object = dt.datetime(year, month, day)
    if number % 4 == 1:
        period = f"{day} {_MONTHS[month - 1]} {year}"
    elif number % 8 == 2:
        period = None
    elif number % 8 == 6:
        period = f"{min(day, 25)}-{min(day, 25) + 2} {_MONTHS[month - 1]} {year}"
    sections = [None, None, None, None]
    sections[number % 4] = _cell(chance, 107)
    if number % 3 == 0:
        sections[(number + 2) % 4] = _cell(chance, 50)
    if number % 5 == 0:
        sections[(number + 1) % 4] = _list(chance)
    source = f"Rapport d’activité {year}" if number % 2 else None
    return (period, chance.choice(_THEMES), *sections, source)


def _sentence(chance: random.Random) -> str:
    parts = (_SUBJECTS, _VERBS, _OBJECTS)
    sentence = " ".join(chance.choice(part) for part in parts)
    if chance.random() < 0.6:
        sentence += f", {chance.choice(_ENDINGS)}"
    return sentence + "."


def _cell(chance: random.Random, words: int) -> str:
    sentences: list[str] = []
    while sum(len(each.split()) for each in sentences) < words:
        sentences.append(_sentence(chance))
    half = len(sentences) // 2
    return " ".join(sentences[:half]) + "\n" + " ".join(sentences[half:])


def _list(chance: random.Random) -> str:
    items = chance.sample(_OBJECTS, 5)
    return "Les points suivants sont retenus :\n" + "\n".join(f"- {each}," for each in items)
