"""Sheets that say what another one says already: ``Frise (2)``, made before a change."""

from __future__ import annotations

import re
from collections.abc import Sequence

from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Row
from pipeline.read.grid import Grid

_ALIKE = 0.5
"""Share of the rows of a sheet that another one has too, from which it is said."""

_Words = tuple[tuple[int, str], ...]


def without_copies(grids: Sequence[Grid], report: Reporter) -> tuple[list[Grid], list[Grid]]:
    """Return the sheets to join without those that repeat an earlier one, and these apart.

    Args:
        grids: Sheets with the same headings.
        report: Receives what is left aside, and what is printed twice.
    """
    kept: list[Grid] = []
    copies: list[Grid] = []
    said: list[tuple[Grid, set[_Words]]] = []
    for grid in grids:
        rows = {_words(row) for row in grid.rows}
        like = ((each, others) for each, others in said if _years(each) == _years(grid))
        other = next((each for each, others in like if rows <= others), None)
        if other is not None and len(grid.rows) > 1:
            report(_finding(Code.SHEET_COPY, grid, other))
            copies.append(grid)
            continue
        for each, others in said:
            both = len(rows & others) - 1  # the headings are the same in all
            if both > 0 and both >= _ALIKE * (len(rows) - 1):
                report(_finding(Code.SHEETS_ALIKE, grid, each))
        kept.append(grid)
        said.append((grid, rows))
    return kept, copies


def _years(grid: Grid) -> list[str]:
    """Return the years in the name of a sheet: those of two years are no copies."""
    return re.findall(r"\d{4}", grid.name)


def _words(row: Row) -> _Words:
    return tuple((cell.at.column, str(cell.text)) for cell in row.cells)


def _finding(code: Code, grid: Grid, other: Grid) -> Diagnostic:
    return Diagnostic(code, grid.rows[0].cells[0].at, before=grid.name, after=other.name)
