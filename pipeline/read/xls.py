""".xls by xlrd: number formats, rich text, links, comments, hidden rows and columns, merges.

A workbook that xlrd cannot take is read by python-calamine, without its styles.
"""

from __future__ import annotations

import datetime as dt
import io
import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Any

import xlrd
from xlrd.biffh import error_text_from_code

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Cell, CellRef, Span, Style
from pipeline.model.place import column_letters
from pipeline.read import calamine
from pipeline.read.grid import ERRORS, Grid, Merge, as_rows, clean_letters, make_cell, spread
from pipeline.read.valued import error_cell, link_of, running, valued_cell
from pipeline.regex import regex

_BOLD = 600
"""Weight of a font from which it is bold; 400 is usual, 700 bold."""
_ELAPSED_RE = regex(r"\[[hms]+\]", re.IGNORECASE)


def read(content: bytes) -> tuple[Grid, ...]:
    """Return the worksheets of a workbook of Excel 5 to 2003.

    Raises:
        WorkbookError: No reader takes it, or it has a password.
    """
    try:
        # Whatever a damaged record makes xlrd raise: struct.error, AssertionError, IndexError, …
        book = xlrd.open_workbook(
            file_contents=content,
            formatting_info=True,
            ragged_rows=True,
            logfile=io.StringIO(),
        )
        grids = tuple(_grid(book, sheet) for sheet in book.sheets())
    except Exception:
        grids = ()
    return grids or calamine.read(content)


def _grid(book: Any, sheet: Any) -> Grid:
    findings: list[Diagnostic] = []
    rows: dict[int, dict[int, Cell]] = {}
    looks = _Looks(book)
    for row in range(sheet.nrows):
        for column in range(sheet.row_len(row)):
            at = CellRef(sheet.name, row + 1, column + 1)
            note = sheet.cell_note_map.get((row, column))
            if note is not None and (letters := clean_letters(note.text or "").strip()):
                findings.append(Diagnostic(Code.CELL_COMMENT, at, before=letters))
            if cell := _cell(sheet, row, column, looks, findings):
                rows.setdefault(row + 1, {})[column + 1] = cell
    findings += _beyond(sheet)
    merges = [
        Merge(top + 1, left + 1, bottom, right) for top, bottom, left, right in sheet.merged_cells
    ]
    findings += spread(rows, merges, sheet.name)
    findings += _hidden_columns(sheet, {column for cells in rows.values() for column in cells})
    hidden = frozenset(row + 1 for row, about in sheet.rowinfo_map.items() if about.hidden)
    return Grid(sheet.name, as_rows(rows, hidden), sheet.visibility == 0, tuple(findings))


def _beyond(sheet: Any) -> Iterator[Diagnostic]:
    """Yield the comments of cells that are not there."""
    for (row, column), note in sorted(sheet.cell_note_map.items()):
        if row >= sheet.nrows or column >= sheet.row_len(row):
            at = CellRef(sheet.name, row + 1, column + 1)
            if letters := clean_letters(note.text or "").strip():
                yield Diagnostic(Code.CELL_COMMENT, at, before=letters)


def _hidden_columns(sheet: Any, filled: set[int]) -> Iterator[Diagnostic]:
    hidden = [
        column_letters(column)
        for column in sorted(filled)
        if (about := sheet.colinfo_map.get(column - 1)) is not None and about.hidden
    ]
    if hidden:
        yield Diagnostic(Code.HIDDEN_COLUMNS, CellRef(sheet.name, 1, 1), before=", ".join(hidden))


def _cell(
    sheet: Any, row: int, column: int, looks: _Looks, findings: list[Diagnostic]
) -> Cell | None:
    kind, value = sheet.cell_type(row, column), sheet.cell_value(row, column)
    if kind in (xlrd.XL_CELL_EMPTY, xlrd.XL_CELL_BLANK) or value == "":
        return None
    at = CellRef(sheet.name, row + 1, column + 1)
    if kind == xlrd.XL_CELL_ERROR:
        return error_cell(at, error_text_from_code.get(value, "#N/A"), findings)
    if value in ERRORS:
        return error_cell(at, value, findings)
    format_code, style = looks.of(sheet.cell_xf_index(row, column))
    link = sheet.hyperlink_map.get((row, column))
    if link is not None and (target := link_of(link.url_or_path)):
        style = replace(style, link=target)
    if runs := sheet.rich_text_runlist_map.get((row, column)):
        spans = running(looks.spans(value, runs, style))
        return make_cell(at, spans, clean_letters(value), findings)
    if kind == xlrd.XL_CELL_BOOLEAN:
        value = bool(value)
    elif kind == xlrd.XL_CELL_DATE:
        value = _moment(value, format_code, sheet.book.datemode)
    return valued_cell(at, value, format_code, style, findings)


def _moment(value: float, format_code: str, calendar: int) -> Any:
    """Return a date, a time of day or a time that has passed; what is none of them stays a number.

    Args:
        value: Days since the calendar began.
        format_code: Shows them.
        calendar: 1 for that of 1904.
    """
    if _ELAPSED_RE.search(format_code):
        return dt.timedelta(days=value)
    try:
        moment = xlrd.xldate.xldate_as_datetime(value, calendar)
    except (ValueError, OverflowError):
        return value
    if value < 0:
        return value
    return moment.time() if value < 1 and not calendar else moment


class _Looks:
    """Number formats and styles of a book, each made once."""

    def __init__(self, book: Any) -> None:
        self._book = book
        self._known: dict[int, tuple[str, Style]] = {}

    def of(self, number: int) -> tuple[str, Style]:
        """Return number format and style of a cell by its number in the book.

        Weight and colour of a whole cell are decoration, the rest has meaning.
        """
        known = self._known.get(number)
        if known is None:
            known = self._known[number] = self._made(number)
        return known

    def _made(self, number: int) -> tuple[str, Style]:
        if number >= len(self._book.xf_list):
            return "", Style()
        look = self._book.xf_list[number]
        shape = self._book.format_map.get(look.format_key)
        style = replace(self._style(look.font_index), bold=False, underline=False)
        return (shape.format_str if shape else ""), style

    def _style(self, number: int) -> Style:
        if number >= len(self._book.font_list):
            return Style()
        font = self._book.font_list[number]
        return Style(
            bold=bool(font.bold) or font.weight >= _BOLD,
            italic=bool(font.italic),
            superscript=font.escapement == 1,
            subscript=font.escapement == 2,
            underline=bool(font.underline_type),
            strike=bool(font.struck_out),
        )

    def spans(self, letters: str, runs: list[tuple[int, int]], style: Style) -> Iterator[Span]:
        """Yield the runs of a text; the first has the style of its cell.

        Args:
            letters: Of the cell.
            runs: Where each run begins, in units of UTF-16, and the number of its font.
            style: Of the cell.
        """
        units = letters.encode("utf-16-le", "surrogatepass")
        starts = [0, *(start for start, _ in runs), len(units) // 2]
        styles = [style, *(self._style(font) for _, font in runs)]
        for (start, end), each in zip(pairwise(starts), styles, strict=True):
            text = units[2 * start : 2 * end].decode("utf-16-le", "replace")
            look = replace(each, link=style.link, underline=each.underline and not style.link)
            if text:
                yield Span(clean_letters(text), look)
