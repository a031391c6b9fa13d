"""Stage 2: Sheet → Records: the heading row, what each column is for, which rows are events."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pipeline.columns import columns_of
from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.errors import WorkbookError
from pipeline.headings import fold, role_of, score
from pipeline.model import Cell, Column, Record, Records, Role, Row, Sheet, Text

HEADING_ROWS = 20
"""The heading row stands in the first rows, anywhere in so many."""
LONGEST_TITLE = 150
"""Letters of a line above the table that can still be the title of the book."""

_YEAR_BAND_RE = re.compile(r"\s*(?:ann[ée]e|an)?\s*(\d{4})\s*:?\s*", re.IGNORECASE)
"""A year alone across the table: ``ANNÉE 1993``."""
_NOTE_RE = re.compile(
    r"\s*(?:\*|nb\b|n\.\s?b\.|notes?\b|sources?\s*:|source\b|total\b|l[ée]gende\b|nota\b|\(\*\))",
    re.IGNORECASE,
)
"""How a note under a table begins: ``NB : …``."""


def parse(sheet: Sheet, config: Config, report: Reporter) -> Records:
    """Return the table of a sheet: its columns with their roles, and its rows.

    Args:
        sheet: Filled rows; several sheets may have been joined, each with its headings.
        config: ``[feuille] entete`` and ``[colonnes]`` rule over what is recognised.
        report: Receives what is left out: lines above, repeated headings, notes below.

    Raises:
        WorkbookError: There is no column of periods; the message lists the headings found.
    """
    parts = _by_sheet(sheet)
    first = parts[0]
    heading_rows = _heading_rows(first, config, sheet)
    columns = columns_of(heading_rows, parts, config, sheet.source.name, report)
    title = None
    rows: list[Record] = []
    for part in parts:
        heads = heading_rows if part is first else _same_headings(part, heading_rows)
        top, bottom = (heads[0].number, heads[-1].number) if heads else (0, 0)
        above = [row for row in part if row.number < top]
        title = _above(above, config, report, title)
        if part is not first:
            _report_rows(heads, Code.HEADING_REPEATED, report)
        rows += _records([r for r in part if r.number > bottom], columns, heading_rows, report)
    return Records(sheet.source, columns, tuple(rows), title)


def _by_sheet(sheet: Sheet) -> list[list[Row]]:
    """Cut the rows where another sheet begins."""
    parts: list[list[Row]] = []
    for row in sheet.rows:
        if parts and row.number > parts[-1][-1].number and _sheet(row) == _sheet(parts[-1][-1]):
            parts[-1].append(row)
        else:
            parts.append([row])
    return parts


def _sheet(row: Row) -> str:
    return row.cells[0].at.sheet


def _own(row: Row) -> list[Cell]:
    """Return the cells that stand in the row itself, not the copies of a merge from above."""
    return [cell for cell in row.cells if cell.at.row == row.number]


def _texts(row: Row) -> list[str]:
    return [str(cell.text) for cell in row.cells]


# -- the heading row -------------------------------------------------------------


def _heading_rows(rows: Sequence[Row], config: Config, sheet: Sheet) -> tuple[Row, ...]:
    """Return the heading row, or two that make one heading together."""
    number = config.sheet.heading_row
    if number is not None:
        row = next((each for each in rows if each.number == number), None)
        if row is None:
            raise WorkbookError(
                f"{sheet.source.name}, feuille « {sheet.name} » : la ligne {number} demandée "
                "par [feuille] entete est vide.\nIndiquez le numéro de la ligne d’en-têtes."
            )
        return (row,)
    head = [row for row in rows if row.number <= rows[0].number + HEADING_ROWS]
    best = max(head, key=lambda row: score(_texts(row)), default=None)
    if best is None or not score(_texts(best)):
        wanted = config.columns.period
        names = {fold(each) for each in ([wanted] if isinstance(wanted, str) else wanted)}
        named = next((r for r in head if names & {fold(t) for t in _texts(r)} - {""}), None)
        if named is None and not wanted:
            raise _no_period(rows, sheet)
        best = named or rows[0]
    return _with_neighbour(best, rows)


def _with_neighbour(best: Row, rows: Sequence[Row]) -> tuple[Row, ...]:
    """Add a second heading row: a group above equal headings, or sub-headings below groups."""
    place = rows.index(best)
    texts = [fold(text) for text in _texts(best)]
    above = rows[place - 1] if place else None
    if (
        above is not None
        and above.number == best.number - 1
        and len(set(texts)) < len(texts)
        and len(above.cells) > 1
        and all(len(text) < 60 for text in _texts(above))
    ):
        return above, best
    below = rows[place + 1] if place + 1 < len(rows) else None
    if below is None or below.number != best.number + 1:
        return (best,)
    columns = {cell.at.column for cell in best.cells}
    period = next(
        (c.at.column for c in best.cells if (r := role_of(str(c.text))) and r[0] in _DATED), None
    )
    own = _own(below)
    short = all(len(str(c.text)) < 30 and not re.search(r"\d", str(c.text)) for c in own)
    under_blank = any(cell.at.column not in columns for cell in own)
    dated = any(cell.at.column == period for cell in own)
    if len(own) > 1 and short and under_blank and not dated:
        return best, below
    return (best,)


_DATED = (Role.PERIOD, Role.YEAR)


def _same_headings(rows: Sequence[Row], wanted: Sequence[Row]) -> tuple[Row, ...]:
    """Return the heading rows of a joined sheet."""
    keys = [[fold(text) for text in _texts(row)] for row in wanted]
    for place, row in enumerate(rows):
        if [fold(text) for text in _texts(row)] == keys[0]:
            return tuple(rows[place : place + len(wanted)])
    return ()


def _no_period(rows: Sequence[Row], sheet: Sheet) -> WorkbookError:
    found = next((row for row in rows if len(row.cells) > 1), rows[0])
    heads = ", ".join(f"« {_short(text, 40)} »" for text in _texts(found)[:12])
    return WorkbookError(
        f"{sheet.source.name}, feuille « {sheet.name} » : aucune colonne de périodes "
        f"(« Période », « Date », « Année »…) dans les {HEADING_ROWS} premières lignes.\n"
        f"En-têtes lus (ligne {found.number}) : {heads}.\n"
        "Donnez un de ces noms à la colonne des dates, ou indiquez la sienne : "
        "[colonnes] periode dans annales.toml."
    )


def _short(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


def _above(
    rows: Sequence[Row], config: Config, report: Reporter, title: Text | None
) -> Text | None:
    """Return the title found above the table; everything else there is reported."""
    for row in rows:
        cells = _own(row)
        lone = len(cells) == 1 and len(str(cells[0].text)) <= LONGEST_TITLE
        if lone and title is None and not config.book.title:
            title = cells[0].text
            continue
        for cell in cells:
            report(Diagnostic(Code.OUTSIDE_TABLE, cell.at, before=str(cell.text)))
    return title


# -- the rows --------------------------------------------------------------------


def _records(
    rows: Sequence[Row], columns: Sequence[Column], heads: Sequence[Row], report: Reporter
) -> Iterator[Record]:
    by_number = {column.number: column for column in columns}
    headings = {fold(text) for row in heads for text in _texts(row)}
    end = _end_of_events(rows, by_number)
    for place, row in enumerate(rows):
        code = _not_an_event(row, headings)
        if code is None and place > end:
            code = Code.TRAILING_NOTE if _is_note(rows, place, end) else None
            end = -1 if code else end
        if code:
            _report_rows((row,), code, report)
        elif record := _record(row, by_number, report):
            yield record


def _end_of_events(rows: Sequence[Row], columns: dict[int, Column]) -> int:
    """Return the place of the last row that has a period or more than one cell."""
    for place in range(len(rows) - 1, -1, -1):
        own = _own(rows[place])
        dated = any(
            (column := columns.get(cell.at.column)) and column.role in _DATED for cell in own
        )
        if len(own) > 1 or (dated and not _NOTE_RE.match(str(own[0].text))):
            return place
    return len(rows)


def _is_note(rows: Sequence[Row], place: int, end: int) -> bool:
    """Tell whether a row under the last event is a note: set off by a gap, or by its words."""
    if end < 0:
        return True
    gap = rows[place].number - rows[place - 1].number > 1
    return gap or bool(_NOTE_RE.match(str(rows[place].cells[0].text)))


def _not_an_event(row: Row, headings: set[str]) -> Code | None:
    texts = _texts(row)
    repeated = sum(fold(text) in headings for text in texts)
    if repeated > 1 and repeated == len(texts):
        return Code.HEADING_REPEATED
    if not any(each.isalnum() for text in texts for each in text):
        return Code.SEPARATOR_ROW
    return None


def _report_rows(rows: Sequence[Row], code: Code, report: Reporter) -> None:
    for row in rows:
        for cell in _own(row):
            report(Diagnostic(code, cell.at, before=str(cell.text)))


def _record(row: Row, columns: dict[int, Column], report: Reporter) -> Record | None:
    period: dict[Role, Cell] = {}
    places: dict[Role, list[Cell]] = {Role.THEME: [], Role.SECTION: [], Role.SOURCES: []}
    for cell in row.cells:
        role = columns[cell.at.column].role
        if role is Role.IGNORED:
            if cell.at.row == row.number:
                report(Diagnostic(Code.COLUMN_IGNORED, cell.at, before=str(cell.text)))
        elif role in places:
            places[role].append(cell)
        elif not _is_copied_year(cell, row):
            period[role] = cell
    if not period and len(row.cells) == 1 and _YEAR_BAND_RE.fullmatch(str(row.cells[0].text)):
        period, places = {Role.PERIOD: row.cells[0]}, {role: [] for role in places}
    record = Record(
        row.number,
        period,
        tuple(places[Role.THEME]),
        tuple(places[Role.SECTION]),
        tuple(places[Role.SOURCES]),
        _sheet(row),
    )
    filled = period or record.theme or record.sections or record.sources
    return record if filled else None


def _is_copied_year(cell: Cell, row: Row) -> bool:
    """A year merged over several rows opens the first; the others inherit it."""
    return cell.at.row != row.number and bool(_YEAR_BAND_RE.fullmatch(str(cell.text)))
