"""Which rows of a table are events, and what the others are: headings again, rules, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline.dated import looks_dated, wants_year
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.headings import fold
from pipeline.model import Cell, Column, Record, Role, Row

_YEAR_BAND_RE = re.compile(
    r"\W*(?:ann[ée]e|an)?\s*(?:1\d{3}|20\d{2}|\d{3})\s*[:.)\]–—-]?\W*", re.IGNORECASE
)
"""A year alone across the table: ``ANNÉE 1993``."""
_NOTE_RE = re.compile(
    r"\s*(?:\*|nb\b|n\.\s?b\.|notes?\b|sources?\s*:|source\b|total\b|totaux\b|l[ée]gende\b|nota\b|"
    r"\(\*\)|\(\d\)|mise? à jour\b)",
    re.IGNORECASE,
)
"""How a note under a table begins: ``NB : …``."""
_TOTAL_RE = re.compile(r"\s*(?:sous[- ])?tota(?:l|ux)\b", re.IGNORECASE)
"""How a row of sums begins: ``Total général``."""
_DATED = (Role.PERIOD, Role.YEAR)
_PARTS = (Role.PERIOD, Role.MONTH, Role.DAY)


def own_cells(row: Row) -> list[Cell]:
    """Return the cells that stand in the row itself, not the copies of a merge from above."""
    return [cell for cell in row.cells if cell.at.row == row.number]


def texts_of(row: Row) -> list[str]:
    """Return the texts of a row, from left to right."""
    return [str(cell.text) for cell in row.cells]


def is_year_band(cell: Cell) -> bool:
    """Tell whether a cell is a year and nothing else: it opens the rows below it."""
    return bool(_YEAR_BAND_RE.fullmatch(str(cell.text)))


def is_note(text: str) -> bool:
    """Tell whether a line beside a table is a note by its first words."""
    return bool(_NOTE_RE.match(text))


def report_rows(rows: Sequence[Row], code: Code, report: Reporter) -> None:
    """Report every cell of rows that are not printed."""
    for row in rows:
        report_cells(own_cells(row), code, report)


def report_cells(cells: Sequence[Cell], code: Code, report: Reporter) -> None:
    """Report cells that are not printed."""
    for cell in cells:
        report(Diagnostic(code, cell.at, before=str(cell.text)))


def records_of(
    rows: Sequence[Row],
    columns: Sequence[Column],
    heads: Sequence[Row],
    report: Reporter,
    year: Cell | None = None,
) -> Iterator[Record]:
    """Yield one record per event, in the order of the sheet.

    Args:
        rows: Rows below the headings.
        columns: Their roles; every filled column has one.
        heads: The heading rows, to know them when they come again.
        report: Receives each cell of a row that is no event.
        year: The year that the first rows belong to, where it stands above the table.
    """
    table = _Table({column.number: column.role for column in columns})
    headings = {fold(text) for row in heads for text in texts_of(row)}
    notes = table.notes(rows)
    lent = {Role.YEAR: year} if year is not None else {}
    for place, row in enumerate(rows):
        code = _not_an_event(row, headings) or (Code.TRAILING_NOTE if place >= notes else None)
        if code:
            report_rows((row,), code, report)
        elif record := table.record(row, report):
            lent = _lent_below(record, lent)
            yield _with_lent(record, lent)


def _not_an_event(row: Row, headings: set[str]) -> Code | None:
    texts = texts_of(row)
    repeated = sum(fold(text) in headings for text in texts)
    if repeated > 1 and repeated == len(texts):
        return Code.HEADING_REPEATED
    if not any(each.isalnum() for text in texts for each in text):
        return Code.SEPARATOR_ROW
    return None


# -- a day or a month borrows what is written once above it ---------------------------


def _lent_below(record: Record, lent: dict[Role, Cell]) -> dict[Role, Cell]:
    """Return the year and the month that a record and the rows below it may borrow."""
    period = record.period
    band = period.get(Role.PERIOD)
    if Role.YEAR in period:
        lent = {Role.YEAR: period[Role.YEAR]}
    elif band is not None and is_year_band(band):
        lent = {Role.YEAR: band}
    if Role.MONTH in period:
        lent = {**lent, Role.MONTH: period[Role.MONTH]}
    return lent


def _with_lent(record: Record, lent: dict[Role, Cell]) -> Record:
    """Return the record with the year and month it needs, where it says less than a date."""
    period = record.period
    whole = period.get(Role.PERIOD)
    needs = [Role.YEAR] if whole is not None and wants_year(whole) else []
    if whole is None and Role.MONTH in period:
        needs = [Role.YEAR]
    elif whole is None and Role.DAY in period:
        needs = [Role.YEAR, Role.MONTH] if Role.YEAR not in period else []
    missing = {role: lent[role] for role in needs if role not in period and role in lent}
    if Role.YEAR in missing:
        missing[Role.YEAR] = _plain_year(missing[Role.YEAR])
    return replace(record, period={**period, **missing}) if missing else record


def _plain_year(cell: Cell) -> Cell:
    """Return the cell with its year as value: ``ANNÉE 1993`` is 1993."""
    digits = re.search(r"\d+", str(cell.text))
    return replace(cell, value=int(digits[0])) if digits and is_year_band(cell) else cell


# -- one table ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows seen through the roles of their columns."""

    roles: dict[int, Role]

    def notes(self, rows: Sequence[Row]) -> int:
        """Return the place of the first row of the notes below the table."""
        last = next((n for n in reversed(range(len(rows))) if self._is_event(rows[n])), None)
        if last is None:
            return len(rows)
        gaps = [_gap(rows, n) for n in range(1, last + 1)]
        usual = max(gaps, default=1)
        for place in range(last + 1, len(rows)):
            first = str(rows[place].cells[0].text)
            if _gap(rows, place) > usual or is_note(first):
                return place
        return len(rows)

    def _is_event(self, row: Row) -> bool:
        own = own_cells(row)
        if not own:
            return True
        dated = any(
            looks_dated(cell) or is_year_band(cell)
            for cell in own
            if self.roles.get(cell.at.column) in _DATED
        )
        return dated or (len(own) > 1 and not _is_total(own))

    def record(self, row: Row, report: Reporter) -> Record | None:
        """Return the row as a record; ``None`` where all its columns are ignored."""
        period: dict[Role, Cell] = {}
        places: dict[Role, list[Cell]] = {Role.THEME: [], Role.SECTION: [], Role.SOURCES: []}
        for cell in row.cells:
            role = self.roles[cell.at.column]
            if role is Role.IGNORED:
                if cell.at.row == row.number:
                    report(Diagnostic(Code.COLUMN_IGNORED, cell.at, before=str(cell.text)))
            elif role in places:
                places[role].append(cell)
            else:
                period[role] = cell
        own = own_cells(row)
        if len(own) == len(row.cells) == 1 and (period or places):
            period, places = _alone(own[0], period, places)
        if not {Role.MONTH, Role.DAY} & period.keys():
            # A year merged over several rows opens the first; the others inherit it.
            period = {r: c for r, c in period.items() if c in own or not is_year_band(c)}
        themes, sections, sources = (tuple(cells) for cells in places.values())
        sheet = row.cells[0].at.sheet
        if not (period or themes or sections or sources):
            return None
        return Record(row.number, period, themes, sections, sources, sheet)


def _alone(
    cell: Cell, period: dict[Role, Cell], places: dict[Role, list[Cell]]
) -> tuple[dict[Role, Cell], dict[Role, list[Cell]]]:
    """Return the places of a lone cell: a year opens its rows, other words are a subtitle."""
    nowhere: dict[Role, list[Cell]] = {role: [] for role in places}
    if not period and not any(places.values()):
        return period, places
    if is_year_band(cell):
        return {Role.PERIOD: cell}, nowhere
    if Role.PERIOD in period and not looks_dated(cell) and cell.value == str(cell.text):
        return {}, {**nowhere, Role.THEME: [cell]}
    return period, places


def _gap(rows: Sequence[Row], place: int) -> int:
    return rows[place].number - rows[place - 1].number


def _is_total(own: Sequence[Cell]) -> bool:
    """Tell whether a row only sums up: ``Total``, then numbers."""
    numbers = all(not any(each.isalpha() for each in str(cell.text)) for cell in own[1:])
    return bool(_TOTAL_RE.match(str(own[0].text))) and numbers
