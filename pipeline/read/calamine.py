""".xlsb, and what other readers cannot take, by python-calamine: values, no styles."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

import python_calamine

from pipeline.diagnostics import Code, Diagnostic
from pipeline.errors import WorkbookError
from pipeline.model import PLAIN, Cell, CellRef
from pipeline.model.place import column_letters
from pipeline.read.grid import ERRORS, Grid, Merge, as_rows, spread, with_findings
from pipeline.read.number_format import shown
from pipeline.read.valued import error_cell, valued_cell

_DAMAGED = (
    "ce classeur est abîmé ou d’un format trop ancien : il ne peut pas être lu.\n"
    "Ouvrez-le dans un tableur et enregistrez-le au format .xlsx, puis donnez ce fichier."
)
_PASSWORD = (
    "ce classeur est protégé par un mot de passe.\n"
    "Ouvrez-le dans le tableur, ôtez le mot de passe, enregistrez, puis recommencez."
)


@dataclass(slots=True)
class Formats:
    """What another reader knows of the looks of a sheet; rows and columns from 1."""

    codes: dict[tuple[int, int], str] = field(default_factory=dict)
    """Number format of cells, by row and column."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: list[tuple[int, int]] = field(default_factory=list)
    """First and last column of each range."""


def read(content: bytes, formats: Mapping[str, Formats] | None = None) -> tuple[Grid, ...]:
    """Return the worksheets of a workbook, with what could not be read of them.

    Args:
        content: The workbook.
        formats: What is known of the looks of its sheets, by name.

    Raises:
        WorkbookError: It has a password, or is damaged.
    """
    return tuple(
        with_findings(grid, Diagnostic(Code.STYLES_NOT_READ, CellRef(grid.name, 1, 1)))
        for grid in _read(content, formats or {})
    )


def _read(content: bytes, formats: Mapping[str, Formats]) -> tuple[Grid, ...]:
    try:
        book = python_calamine.load_workbook(io.BytesIO(content))
        grids = tuple(_grids(book, formats))
    except python_calamine.PasswordError:
        raise WorkbookError(_PASSWORD) from None
    except (MemoryError, KeyboardInterrupt):
        raise
    except BaseException as error:
        # A panic of the native library is a BaseException of its own.
        if "assword" in str(error):
            raise WorkbookError(_PASSWORD) from None
        raise WorkbookError(_DAMAGED) from None
    if not any(grid.rows for grid in grids) and any(grid.damaged for grid in grids):
        raise WorkbookError(_DAMAGED)
    if not grids:
        raise WorkbookError(_DAMAGED)
    return grids


def _grids(book: Any, formats: Mapping[str, Formats]) -> Iterator[Grid]:
    for about in book.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = book.get_sheet_by_name(about.name)
        except (python_calamine.CalamineError, python_calamine.WorksheetNotFound):
            yield Grid(about.name, (), damaged=True)
            continue
        grid = _grid(sheet, formats.get(about.name, Formats()))
        yield replace(grid, visible=about.visible == python_calamine.SheetVisibleEnum.Visible)


def _grid(sheet: Any, formats: Formats) -> Grid:
    findings: list[Diagnostic] = []
    rows: dict[int, dict[int, Cell]] = {}
    _, left = sheet.start or (0, 0)  # its rows begin at the first of the sheet, its columns not
    for number, values in enumerate(sheet.iter_rows(), start=1):
        for column, value in enumerate(values, start=left + 1):
            if value == "" or value is None:
                continue
            at = CellRef(sheet.name, number, column)
            code = formats.codes.get((number, column))
            if value in ERRORS:
                cell = error_cell(at, value, findings)
            else:
                cell = valued_cell(at, value, code, PLAIN, findings)
                findings += _doubt(value, at) if code is None else ()
            if cell:
                rows.setdefault(number, {})[column] = cell
    merges = [
        Merge(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in (sheet.merged_cell_ranges or ())
    ]
    findings += spread(rows, merges, sheet.name)
    filled = sorted({column for cells in rows.values() for column in cells})
    if hidden := [
        column_letters(column)
        for column in filled
        if any(first <= column <= last for first, last in formats.hidden_columns)
    ]:
        at = CellRef(sheet.name, 1, 1)
        findings.append(Diagnostic(Code.HIDDEN_COLUMNS, at, before=", ".join(hidden)))
    rows_hidden = frozenset(formats.hidden_rows)
    return Grid(sheet.name, as_rows(rows, rows_hidden), findings=tuple(findings))


def _doubt(value: Any, at: CellRef) -> Iterator[Diagnostic]:
    """Yield that a first of a month may be shown as a month, or as a year alone."""
    if isinstance(value, dt.date) and value.day == 1 and _is_midnight(value):
        yield Diagnostic(Code.DATE_FORMAT_UNKNOWN, at, before=shown(value))


def _is_midnight(value: dt.date) -> bool:
    return not isinstance(value, dt.datetime) or value.time() == dt.time()
