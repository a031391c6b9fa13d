"""The chapters of the catalogue of findings, for whoever looks through it."""

from __future__ import annotations

from enum import Enum

from pipeline.diagnostics import Code


class Family(Enum):
    """What a finding is about; the French name is the value."""

    WORKBOOK = "Classeur"
    TABLE = "Tableau"
    PERIOD = "Périodes"
    TYPOGRAPHY = "Typographie"
    STRUCTURE = "Structure du texte"
    LETTERS = "Lettres et mots"
    NAMES = "Noms"
    ORDER = "Ordre et chapitres"
    OUTPUT = "Mise en page"


_FIRST = {
    Code.SHEET_LEFT_OUT: Family.WORKBOOK,
    Code.OUTSIDE_TABLE: Family.TABLE,
    Code.PERIOD_UNREAD: Family.PERIOD,
    Code.TYPO_SPACE: Family.TYPOGRAPHY,
    Code.LINE_JOINED: Family.STRUCTURE,
    Code.OCR_LETTER: Family.LETTERS,
    Code.NAME_VARIANTS: Family.NAMES,
    Code.YEAR_OF_SPAN: Family.ORDER,
    Code.ROW_MOVED: Family.ORDER,
    Code.LAYOUT_WARNING: Family.OUTPUT,
}
"""The first code of each family; the others follow it in the catalogue."""


def family(code: Code) -> Family:
    """Return the family of a code: its place in the catalogue says it.

    >>> family(Code.QUOTE_ODD)
    <Family.TYPOGRAPHY: 'Typographie'>
    """
    return _FAMILIES[code]


def _families() -> dict[Code, Family]:
    found: dict[Code, Family] = {}
    here = Family.WORKBOOK
    for code in Code:
        here = _FIRST.get(code, here)
        found[code] = here
    return found


_FAMILIES = _families()
