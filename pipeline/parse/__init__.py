"""Stage 2: Sheet → Records: the heading row, what each column is for, which rows are events."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from pipeline.config import Config
from pipeline.diagnostics import Code, Reporter
from pipeline.errors import WorkbookError
from pipeline.model import Cell, Column, Record, Records, Role, Row, Sheet, Text
from pipeline.parse.above import read_above, shared_title
from pipeline.parse.columns import columns_of
from pipeline.parse.repeats import repeats
from pipeline.parse.second_table import first_table
from pipeline.parse.sideways import sideways, turn
from pipeline.parse.title_row import read_title_row
from pipeline.regex import regex
from pipeline.table.heading_rows import (
    HEADING_ROWS,
    Head,
    agreeing,
    by_content,
    first_event_above,
    first_rows,
    headed_late,
    likeliest,
    with_neighbour,
)
from pipeline.table.headings import fold, listed
from pipeline.table.joined import alike, moved, moved_cell, places
from pipeline.table.rows import WHEN, own_cells, records_of, report_cells, texts_of, with_unread

_LETTERS_RE = regex("[A-Z]{1,2}")
"""A column named by its letters: ``AB``."""


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
    first = _head(parts[0], config, sheet)
    parts, sheet = _in_order(parts, first, sheet)
    heads = [first, *(_joined_head(part, first, sheet) for part in parts[1:])]
    tables = [
        first_table(part, head, first.rows, report) for part, head in zip(parts, heads, strict=True)
    ]
    parts = [rows for rows, _ in tables]
    columns = columns_of(heads, parts, config, sheet.source.name, report)
    above = [
        [row for row in part if row.number < head.top]
        for head, part in zip(heads, parts, strict=True)
    ]
    title = shared_title(above)
    rows: list[Record] = []
    for head, (part, end), lines in zip(heads, tables, above, strict=True):
        title, bands = read_above(lines, config, report, title)
        rows += bands
        if head is not first:
            _report_repeated(head, columns, report)
        year = bands[-1].period[Role.PERIOD] if bands else _year_of_sheet(part[0])
        below = [row for row in part if row.number > head.bottom]
        below = with_unread(below, _dates_of(columns, sheet, part, end), head.bottom)
        rows += records_of(below, columns, first.rows, report, year)
    title, kept = read_title_row(rows, columns, title, report)
    for finding in repeats(kept):
        report(finding)
    return Records(sheet.source, columns, kept, title)


def _dates_of(
    columns: Sequence[Column], sheet: Sheet, part: Sequence[Row], end: int | None
) -> list[Cell]:
    """Return the formulas without a result of one table that should say when.

    ``end`` is the row where a second table begins.
    """
    dates = {column.number for column in columns if column.role in WHEN}
    name = _sheet(part[0])
    cells = [cell for cell in sheet.unread if cell.column in dates and cell.at.sheet == name]
    return [cell for cell in cells if end is None or cell.at.row < end]


def _report_repeated(head: Head, columns: Sequence[Column], report: Reporter) -> None:
    """Report the headings of a joined sheet that are printed from the first one."""
    printed = {column.heading.origin for column in columns}
    for row in head.rows:
        cells = [cell for cell in own_cells(row) if cell.at not in printed]
        report_cells(cells, Code.HEADING_REPEATED, report)


def _by_sheet(sheet: Sheet) -> list[list[Row]]:
    """Cut the rows where another sheet begins."""
    parts: list[list[Row]] = []
    for row in sheet.rows:
        if parts and row.number > parts[-1][-1].number and _sheet(row) == _sheet(parts[-1][-1]):
            parts[-1].append(row)
        else:
            parts.append([row])
    return parts


def _in_order(
    parts: Sequence[list[Row]], first: Head, sheet: Sheet
) -> tuple[list[list[Row]], Sheet]:
    """Return the rows of each sheet, and the sheet, with all cells under their own headings."""
    found = places(parts, first.rows[0] if len(first.rows) == 1 else None)
    by_name = {_sheet(part[0]): each for part, each in zip(parts, found, strict=True)}
    unread = (moved_cell(cell, by_name.get(cell.at.sheet, {})) for cell in sheet.unread)
    ordered = [[moved(row, each) for row in part] for part, each in zip(parts, found, strict=True)]
    return ordered, replace(sheet, unread=tuple(unread))


def _year_of_sheet(first: Row) -> Cell | None:
    """Return the year that a sheet is named by, as a cell to lend to its days and months."""
    name = _sheet(first)
    if not re.fullmatch(r"1\d{3}|20\d{2}", name.strip()):
        return None
    return Cell(Text.plain_text(name, first.cells[0].at), int(name))


def _sheet(row: Row) -> str:
    return row.cells[0].at.sheet


# -- the heading row -------------------------------------------------------------


def _head(rows: Sequence[Row], config: Config, sheet: Sheet) -> Head:
    """Return where the table of the first sheet begins.

    Raises:
        WorkbookError: The row asked for is empty, or no row heads a chronology.
    """
    number = config.sheet.heading_row
    if number is not None:
        row = next((each for each in rows if each.number == number), None)
        if row is None:
            raise WorkbookError(
                f"{sheet.source.name}, feuille « {sheet.name} » : la ligne {number} demandée "
                "par [feuille] entete est vide.\nIndiquez le numéro de la ligne d’en-têtes."
            )
        return Head((row,), number)
    best = _with_heading(rows, config.columns.periods) or likeliest(rows)
    if best is not None:
        return with_neighbour(best, rows)
    if found := headed_late(rows) or by_content(rows):
        return found
    if config.columns.periods:
        return Head((rows[0],), rows[0].number)
    raise _no_period(rows, sheet)


def _with_heading(rows: Sequence[Row], names: Sequence[str]) -> Row | None:
    """Return the first row with one of these headings; letters of columns are none."""
    wanted = {fold(each) for each in names if not _LETTERS_RE.fullmatch(each)} - {""}
    rows = first_rows(rows) if wanted else ()
    return next((row for row in rows if wanted & {fold(text) for text in texts_of(row)}), None)


def _joined_head(rows: Sequence[Row], first: Head, sheet: Sheet) -> Head:
    """Return where the table of a joined sheet begins; at once where it has no headings.

    Raises:
        WorkbookError: It has other headings.
    """
    headed = alike if len(first.rows) == 1 else agreeing
    if first.rows and (place := headed(rows, first.rows[0])) is not None:
        if event := first_event_above(rows[place], rows):
            return Head((), event.at.row)
        return Head(tuple(rows[place : place + len(first.rows)]), rows[place].number)
    other = likeliest(rows)
    if other is not None and first.rows:
        raise WorkbookError(
            f"{sheet.source.name} : les feuilles « {sheet.name} » et « {_sheet(other)} » n’ont pas "
            f"les mêmes en-têtes.\n« {sheet.name} » : {listed(texts_of(first.rows[0]))}.\n"
            f"« {_sheet(other)} » : {listed(texts_of(other))}.\n"
            "Donnez-leur les mêmes en-têtes, ou ne gardez qu’une feuille dans [feuille] nom."
        )
    return Head((), 0)


def _no_period(rows: Sequence[Row], sheet: Sheet) -> WorkbookError:
    if across := sideways(first_rows(rows)):
        return turn(across, sheet.source.name, sheet.name)
    found = next((row for row in rows if len(row.cells) > 1), rows[0])
    return WorkbookError(
        f"{sheet.source.name}, feuille « {sheet.name} » : aucune colonne de périodes "
        f"(« Période », « Date », « Année »…) dans les {HEADING_ROWS} premières lignes.\n"
        f"En-têtes lus (ligne {found.number}) : {listed(texts_of(found))}.\n"
        "Donnez un de ces noms à la colonne des dates, ou indiquez la sienne : "
        "[colonnes] periode dans annales.toml."
    )
