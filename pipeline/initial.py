"""``annales init``: the settings that a workbook suggests, commented, ready to be corrected."""

from __future__ import annotations

from pipeline.letters import printable_name
from pipeline.model import Column, Records, Role, Sheet
from pipeline.table.headings import fold

MADE_FOR = "# Réglages d’annales pour "
"""How the file begins, before the name of its workbook."""
_SAMPLES = 3
_PARTS = (Role.YEAR, Role.MONTH, Role.DAY, Role.END_YEAR, Role.END_MONTH, Role.END_DAY)
"""Roles of columns that say a period together."""


def suggest(sheet: Sheet, records: Records) -> str:
    """Return the text of an ``annales.toml`` with what was recognised.

    It loads as it stands and gives the same records.
    """
    by_role = {role: [c for c in records.columns if c.role is role] for role in Role}
    period = [*by_role[Role.PERIOD], *by_role[Role.END]]
    title = str(records.title) if records.title else ""
    return "\n".join(
        (
            f"{MADE_FOR}{printable_name(sheet.source.name)}. Tout est facultatif ;",
            "# une ligne qui commence par # ne compte pas.",
            "",
            "[livre]",
            f"titre = {_string(title)}",
            '# sous-titre = ""\n# auteur = ""\n# editeur = ""\n# adresse = ""\n# lieu = ""',
            '# date = "mars 1995"\n# isbn = ""\n# imprimeur = ""\n# depot-legal = ""',
            '# resume = ""\n# langue = "fr-FR"\n# droits = ""',
            "",
            "[feuille]",
            f"nom = {_string(sheet.name)}" if not _joined(sheet) else _names(sheet),
            "# entete = 1                       # numéro de la ligne d’en-têtes",
            '# lignes-masquees = "imprimer"     # ou "omettre"',
            "",
            "[colonnes]",
            "# Un en-tête, ou la lettre de la colonne.",
            *(_line("periode", period, records) if len(period) == 1 else _pair(period, records)),
            *_line("theme", by_role[Role.THEME], records),
            *_list("rubriques", by_role[Role.SECTION], records),
            *_list("sources", by_role[Role.SOURCES], records),
            *_list("ignorer", by_role[Role.IGNORED], records),
            "",
            "[chapitres]",
            '# ordre = "date"                   # ou "feuille"',
            '# titres = { 1993 = "…" }',
            "",
            "[nettoyage]",
            "# noms = []                        # noms à écrire toujours ainsi",
            '# sigles = { CNEI = "…" }',
            "# corrections = true               # false : proposer seulement",
            "# revisions = false                # true : suivi des modifications dans Word",
            '# espace-deux-points = "insécable" # ou "fine"',
            '# guillemets = "insécable"         # ou "fine"',
            "",
            "[maquette]",
            '# theme = "mon-theme.toml"',
            '# format = "A5"                    # ou "A4"',
            '# chapitres = "auto"               # "recto" : une année, une belle page ; "suite"',
            "# cahier = 0                       # pages d’un cahier, multiple de 4 ; 0 choisit",
            '# profil = "imprimeur.icc"         # profil ICC de l’imprimeur, pour le PDF/X-4',
            "# couverture-separee = false       # true : la couverture d’imprimerie à part",
            "",
        )
    )


def _string(text: str) -> str:
    line = " ".join(text.split())
    return '"' + line.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _joined(sheet: Sheet) -> bool:
    return len({row.cells[0].at.sheet for row in sheet.rows}) > 1


def _names(sheet: Sheet) -> str:
    names = dict.fromkeys(row.cells[0].at.sheet for row in sheet.rows)
    return f"nom = [{', '.join(_string(name) for name in names)}]"


def _key(column: Column, records: Records) -> str:
    """Return the heading of a column, or its letters where another has the same."""
    heading = " ".join(str(column.heading).split())
    same = sum(fold(str(each.heading)) == fold(heading) for each in records.columns)
    named = heading and " – " not in heading and same == 1
    return _string(heading if named else column.letters)


def _sample(column: Column, records: Records) -> str:
    """Return a few values of a column, as a comment."""
    values: list[str] = []
    for record in records.rows:
        cells = (*record.period.values(), *record.theme, *record.sections, *record.sources)
        for cell in cells:
            if cell.column == column.number and cell.at.row == record.row:
                line = " ".join(str(cell.text).split())
                values.append(line if len(line) < 40 else line[:39] + "…")
        if len(values) >= _SAMPLES:
            break
    return " | ".join(values[:_SAMPLES])


def _line(key: str, columns: list[Column], records: Records) -> list[str]:
    if not columns:
        return [f'# {key} = ""']
    column = columns[0]
    return [f"# {column.letters} : {_sample(column, records)}", f"{key} = {_key(column, records)}"]


def _pair(columns: list[Column], records: Records) -> list[str]:
    if not columns:
        parts = [column for role in _PARTS for column in records.columns if column.role is role]
        lines = [
            f"# {c.letters} « {' '.join(str(c.heading).split())} » ({c.role.value}) : "
            f"{_sample(c, records)}"
            for c in parts
        ]
        return [
            "# La période est lue de plusieurs colonnes :",
            *lines,
            '# periode = ""                    # une colonne qui dit tout, à leur place',
        ]
    samples = [f"# {column.letters} : {_sample(column, records)}" for column in columns]
    return [*samples, f"periode = [{', '.join(_key(column, records) for column in columns)}]"]


def _list(key: str, columns: list[Column], records: Records) -> list[str]:
    if not columns:
        return [f"# {key} = []"]
    rows = [
        f"  {_key(column, records)},  # {column.letters} : {_sample(column, records)}"
        for column in columns
    ]
    return [f"{key} = [", *rows, "]"]
