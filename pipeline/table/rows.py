"""Which rows of a table are events, and what the others are: headings again, rules, notes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Cell, Column, Record, Role, Row
from pipeline.regex import regex
from pipeline.table.dated import looks_dated
from pipeline.table.headings import NUMBERS, fold
from pipeline.table.lead import split_lead
from pipeline.table.lent import Lent, completed, is_year_band
from pipeline.table.lone import alone, heads, taken_apart, words_role
from pipeline.table.subtitles import lacks_year, subtitles

_NOTE_RE = regex(
    r"\s*(?:\*|nb\b|n\.\s?b\.|notes?\b|sources?\s*:|source\b|total\b|totaux\b|l[ée]gende\b|nota\b|"
    r"\(\*\)|\(\d\)|mise? à jour\b)",
    re.IGNORECASE,
)
"""How a note under a table begins: ``NB : …``."""
_FOOTNOTE_RE = regex(r"\s*(?:\(?(?:\d{1,2}|[a-d])\)|\[\d{1,2}\]|[¹²³])\s*[^\W\d_]")
"""How the foot of a table tells what a mark in it means: ``1) offert par la Coop.``."""
_TOTAL_RE = regex(r"\s*(?:(?:sous[-\s]?)?tota(?:l|ux)|moyennes?)\b(?!\s+[âa]ge)", re.IGNORECASE)
"""How a row of sums begins: ``Total général``, ``Sous-total``, ``Moyenne``."""
_TOTAL_ALONE = (
    r"\s*(?:sous[-\s]?|grand\s)?tota(?:l|ux)"
    r"(?:\s(?:général|annuel|partiel)e?)?(?:\s\d{4})?\s*:?\s*"
)
_TOTAL_ALONE_RE = regex(_TOTAL_ALONE, re.IGNORECASE)
"""What says a sum and nothing else; ``Total rachète Elf`` is an event."""
_SUM_RE = regex(rf"(?:{_TOTAL_ALONE})?\s*\d[\d\s.,]*(?:[^\W\d_]+\s*){{0,2}}", re.IGNORECASE)
"""A sum with what was counted: ``14 événements``, ``Total général : 14``."""
_UNIT_RE = regex(r"(?<=\d)\s*(?:FF?|fr?s?|francs?|euros?|eur|h|kg|m|km)\b\.?", re.IGNORECASE)
"""What may stand behind the number of a sum: ``16 F``."""
_DATED = (Role.PERIOD, Role.YEAR)
WHEN = (*_DATED, Role.MONTH, Role.DAY)
"""Roles of the columns that say when a row begins."""


def own_cells(row: Row) -> list[Cell]:
    """Return the cells that stand in the row itself, not the copies of a merge from above."""
    return [cell for cell in row.cells if cell.at.row == row.number]


def texts_of(row: Row) -> list[str]:
    """Return the texts of a row, from left to right."""
    return [str(cell.text) for cell in row.cells]


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


def with_unread(rows: Sequence[Row], cells: Sequence[Cell], bottom: int) -> list[Row]:
    """Return rows with formulas that have no result, below the row ``bottom``: they say no year.

    Read as blanks they would take the year above them.
    """
    by_number = {row.number: row for row in rows}
    for cell in cells:
        row = by_number.get(cell.at.row, Row(cell.at.row, ()))
        if cell.at.row > bottom:
            kept = sorted((*row.cells, cell), key=lambda each: each.column)
            by_number[row.number] = Row(row.number, tuple(kept), row.hidden)
    return [by_number[number] for number in sorted(by_number)]


def records_of(
    rows: Sequence[Row],
    columns: Sequence[Column],
    headed: Sequence[Row],
    report: Reporter,
    year: Cell | None = None,
) -> Iterator[Record]:
    """Yield one record per event, in the order of the sheet.

    Args:
        rows: Rows below the headings.
        columns: Their roles; every filled column has one.
        headed: The heading rows, to know them when they come again.
        report: Receives each cell of a row that is no event.
        year: The year that the first rows belong to, where it stands above the table.
    """
    table = _table(rows, columns)
    headings = {fold(text) for row in headed for text in texts_of(row)}
    events: list[Row] = []
    notes = table.notes(rows)
    for place, row in enumerate(rows):
        code = _not_an_event(row, headings) or table.sums_up(row)
        code = code or (Code.TRAILING_NOTE if place >= notes else None)
        if code:
            report_rows((row,), code, report)
        else:
            events.append(row)
    yield from _events(events, table, report, Lent(year))


def _events(rows: Sequence[Row], table: _Table, report: Reporter, lent: Lent) -> Iterator[Record]:
    """Yield one record per row, each with what it borrows from those above."""
    lines = subtitles(rows, table.roles, in_dates=table.words is None and len(table.roles) > 1)
    waiting: dict[int, list[Record]] = {}
    for place, row in enumerate(rows):
        yield from waiting.pop(place, ())
        if place in lines:
            cell, following = row.cells[0], rows[lines[place]]
            other = lent.contradicted(cell, heads=True)
            if not (other and lacks_year(following, table.roles)):
                report(
                    Diagnostic(
                        Code.SUBTITLE, cell.at, before=str(cell.text), after=str(following.number)
                    )
                )
                lent = Lent() if other else lent
                line = Record(row.number, theme=(cell,), sheet=cell.at.sheet, leads=True)
                waiting.setdefault(lines[place], []).append(line)
                continue
        if record := table.record(row, report):
            if (alone := _line(record, row)) and lent.contradicted(
                alone, heads=heads(alone, table.roles)
            ):
                report(Diagnostic(Code.LINE_WITH_YEAR, alone.at, before=str(alone.text)))
                lent = Lent()
            elif alone and table.among_dates(alone):
                report(Diagnostic(Code.LINE_ALONE, alone.at, before=str(alone.text)))
            lent = lent.after(record)
            yield completed(record, lent)
            lent = lent.closed(record)


def _not_an_event(row: Row, headings: set[str]) -> Code | None:
    texts = texts_of(row)
    # Most texts are far longer than any heading: they need not be compared.
    longest = 2 * max(map(len, headings), default=0) + 40
    short = len(texts) > 1 and max(map(len, texts)) <= longest
    if short and all(fold(text) in headings for text in texts):
        return Code.HEADING_REPEATED
    if not any(each.isalnum() for text in texts for each in text):
        return Code.SEPARATOR_ROW
    return None


def _line(record: Record, row: Row) -> Cell | None:
    """Return the cell that stands alone in a row without a period; rules beside it are none."""
    if any(any(map(str.isalnum, str(cell.text))) for cell in record.period.values()):
        return None
    own = [cell for cell in own_cells(row) if any(map(str.isalnum, str(cell.text)))]
    return own[0] if len(own) == 1 else None


# -- one table ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Table:
    """Rows seen through the roles of their columns."""

    roles: dict[int, Role]
    counting: Mapping[int, str]
    """Headings of the columns that only number the rows."""
    words: Role | None = None
    """What the words are that stand behind the dates all down the column of periods."""

    def notes(self, rows: Sequence[Row]) -> int:
        """Return the place of the first row of the notes below the table."""
        last = next((n for n in reversed(range(len(rows))) if self._is_event(rows[n])), None)
        if last is None:
            return len(rows)
        gaps = [_gap(rows, n) for n in range(1, last + 1)]
        usual = max(gaps, default=1)
        for place in range(last + 1, len(rows)):
            if _gap(rows, place) > usual or self._is_note(rows[place].cells[0]):
                return place
        return len(rows)

    def _is_note(self, cell: Cell) -> bool:
        """Tell whether a line is a note; ``2) le vote`` under a text may go on with it."""
        text = str(cell.text)
        return is_note(text) or (self.among_dates(cell) and bool(_FOOTNOTE_RE.match(text)))

    def among_dates(self, cell: Cell) -> bool:
        """Tell whether a cell stands where dates do, in a table that has texts beside them."""
        table = len(self.roles) > 1 and self.words is None
        return table and self.roles.get(cell.column) in _DATED

    def sums_up(self, row: Row) -> Code | None:
        """Return what a row is that only sums up other rows."""
        own = own_cells(row)
        dated = any(self.roles.get(cell.column) in WHEN for cell in own[1:])
        return Code.TOTAL_ROW if _is_total(own) and not dated else None

    def _is_event(self, row: Row) -> bool:
        own = own_cells(row)
        if not own:
            return True
        dated = any(
            looks_dated(cell) or is_year_band(cell) or (self.words and split_lead(cell))
            for cell in own
            if self.roles.get(cell.column) in _DATED
        )
        return dated or (len(own) > 1 and not _is_total(own))

    def _ignored(self, cell: Cell) -> Diagnostic:
        heading = self.counting.get(cell.column)
        code = Code.COLUMN_IGNORED if heading is None else Code.ROW_NUMBER
        return Diagnostic(code, cell.at, before=str(cell.text), after=heading or "")

    def record(self, row: Row, report: Reporter) -> Record | None:
        """Return the row as a record; ``None`` where all its columns are ignored."""
        period: dict[Role, Cell] = {}
        places: dict[Role, list[Cell]] = {Role.THEME: [], Role.SECTION: [], Role.SOURCES: []}
        for cell in row.cells:
            role = self.roles[cell.column]
            if role is Role.IGNORED:
                if cell.at.row == row.number:
                    report(self._ignored(cell))
            elif role in places:
                places[role].append(cell)
            else:
                period[role] = cell
        own = own_cells(row)
        if len(own) == len(row.cells) == 1:
            words = self.words or Role.THEME
            period, places = alone(own[0], period, places, self.roles, words, report)
        elif self.words:
            period, places = taken_apart(period, places, self.words, report)
        if not {Role.MONTH, Role.DAY} & period.keys():
            # A year merged over several rows opens the first; the others inherit it.
            period = {
                role: cell
                for role, cell in period.items()
                if cell.at.row == row.number or not is_year_band(cell)
            }
        themes, sections, sources = (tuple(cells) for cells in places.values())
        sheet = row.cells[0].at.sheet
        if not (period or themes or sections or sources):
            return None
        return Record(row.number, period, themes, sections, sources, sheet)


def _table(rows: Sequence[Row], columns: Sequence[Column]) -> _Table:
    roles = {column.number: column.role for column in columns}
    ignored = [column for column in columns if column.role is Role.IGNORED]
    counting = {c.number: str(c.heading) for c in ignored if fold(str(c.heading)) in NUMBERS}
    own = (cell for row in rows for cell in own_cells(row))
    periods = (cell for cell in own if roles[cell.column] is Role.PERIOD)
    return _Table(roles, {n: text for n, text in counting.items() if text}, words_role(periods))


def _gap(rows: Sequence[Row], place: int) -> int:
    return rows[place].number - rows[place - 1].number


def _is_total(own: Sequence[Cell]) -> bool:
    """Tell whether a row only sums up: ``Total``, then numbers, or what was counted."""
    if len(own) < 2 or not _TOTAL_RE.match(str(own[0].text)):
        return False
    others = [str(cell.text) for cell in own[1:]]
    if _TOTAL_ALONE_RE.fullmatch(str(own[0].text)) and all(map(_SUM_RE.fullmatch, others)):
        return True
    bare = "".join(_UNIT_RE.sub("", text) for text in others)
    return not any(map(str.isalpha, bare)) and any(map(str.isdigit, bare))
