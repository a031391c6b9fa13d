"""A table of many rows read and parsed: seconds and memory of each of the first stages."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from openpyxl import Workbook

from bench.memory import Peak
from pipeline.clean import Memory, clean
from pipeline.config import Config
from pipeline.diagnostics import Diagnostic
from pipeline.group import group
from pipeline.parse import parse
from pipeline.read import read

SIZES = (2_500, 5_000, 10_000)
"""Rows; the seconds should grow as they do."""
_HEADINGS = ("Date", "Titre", "Lieu", "Le contexte", "Le récit", "Les suites", "Acteurs", "Sources")
_MONTHS = "janvier mars avril mai juin juillet septembre octobre".split()
_SENTENCES = (
    "Le conseil examine les comptes de l’année et adopte le projet de la commission.",
    "Une délégation se rend à la préfecture, où elle est reçue par le secrétaire général.",
    "Les bénévoles préparent la fête du village avec les écoles et la fanfare.",
    "La mission locale ouvre un atelier de formation pour les jeunes sans emploi.",
    "Le journal rend compte de la réunion publique et des questions des habitants.",
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One stage on one table."""

    name: str
    rows: int
    seconds: float
    mebibytes: float


def make_rows(path: Path, rows: int) -> Path:
    """Write a workbook of so many rows and eight columns of text, and return its path."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet("Chronologie")
    sheet.append(_HEADINGS)
    for number in range(rows):
        sheet.append(_row(number, rows))
    book.save(path)
    return path


def _row(number: int, rows: int) -> list[str]:
    year = 1900 + 100 * number // rows
    month = _MONTHS[8 * (number % 100) // 100]
    texts = [
        " ".join(_SENTENCES[(number + column + n) % 5] for n in range(1 + (number + column) % 3))
        for column in range(4)
    ]
    date = f"{1 + number % 28} {month} {year}"
    return [date, f"Réunion {number}", "Salle des fêtes", *texts, f"Carton {number % 400}"]


def first_stages(workbook: Path, rows: int) -> list[Stage]:
    """Measure the first four stages, each by itself."""
    Memory().open()
    findings: list[Diagnostic] = []
    report, config = findings.append, Config()
    with Peak() as reading:
        sheet = read(workbook, config, report)
    with Peak() as parsing:
        records = parse(sheet, config, report)
    with Peak() as cleaning:
        entries = clean(records, config, report)
    with Peak() as grouping:
        group(entries, config, report)
    peaks = {"read": reading, "parse": parsing, "clean": cleaning, "group": grouping}
    return [Stage(name, rows, peak.seconds, peak.mebibytes) for name, peak in peaks.items()]
