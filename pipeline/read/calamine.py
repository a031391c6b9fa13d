""".xls, .xlsb, .ods, and damaged .xlsx, by python-calamine: values, no styles."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Iterator
from typing import Any

import python_calamine

from pipeline.diagnostics import Code, Diagnostic
from pipeline.errors import WorkbookError
from pipeline.model import Cell, CellRef
from pipeline.read.grid import ERRORS, Grid, Merge, as_rows, plain_cell, spread
from pipeline.read.number_format import shown

_DAMAGED = (
    "ce classeur est abîmé ou d’un format trop ancien : il ne peut pas être lu.\n"
    "Ouvrez-le dans un tableur et enregistrez-le au format .xlsx, puis donnez ce fichier."
)
_PASSWORD = (
    "ce classeur est protégé par un mot de passe.\n"
    "Ouvrez-le dans le tableur, ôtez le mot de passe, enregistrez, puis recommencez."
)


def read(content: bytes) -> tuple[Grid, ...]:
    """Return the worksheets of a workbook.

    Raises:
        WorkbookError: It has a password, or is damaged.
    """
    try:
        book = python_calamine.load_workbook(io.BytesIO(content))
        grids = tuple(_grids(book))
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


def _grids(book: Any) -> Iterator[Grid]:
    for about in book.sheets_metadata:
        if about.typ != python_calamine.SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = book.get_sheet_by_name(about.name)
        except (python_calamine.CalamineError, python_calamine.WorksheetNotFound):
            yield Grid(about.name, (), damaged=True)
            continue
        yield _grid(sheet, visible=about.visible == python_calamine.SheetVisibleEnum.Visible)


def _grid(sheet: Any, *, visible: bool) -> Grid:
    findings: list[Diagnostic] = []
    rows: dict[int, dict[int, Cell]] = {}
    top, left = sheet.start or (0, 0)
    for number, values in enumerate(sheet.iter_rows(), start=top + 1):
        for column, value in enumerate(values, start=left + 1):
            if value == "" or value is None:
                continue
            at = CellRef(sheet.name, number, column)
            if value in ERRORS:
                findings.append(Diagnostic(Code.ERROR_VALUE, at, before=value))
                kept = None
            else:
                kept = str(value) if isinstance(value, dt.timedelta) else value
            if cell := plain_cell(at, shown(value), kept, findings):
                rows.setdefault(number, {})[column] = cell
    merges = [
        Merge(first[0] + 1, first[1] + 1, last[0] + 1, last[1] + 1)
        for first, last in (sheet.merged_cell_ranges or ())
    ]
    findings += spread(rows, merges, sheet.name)
    return Grid(sheet.name, as_rows(rows), visible, tuple(findings))
