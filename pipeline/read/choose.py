"""Which sheet holds the chronology, and which others go with it."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.errors import WorkbookError
from pipeline.headings import fold, score
from pipeline.model import CellRef, Row
from pipeline.read.grid import Grid

HEADING_ROWS = 20
"""The heading row stands in the first rows, anywhere in so many."""


def choose(
    grids: Sequence[Grid], file: str, config: Config, report: Reporter
) -> tuple[str, tuple[Row, ...]]:
    """Return name and rows of the chronology's sheet, or of several joined in order.

    Raises:
        WorkbookError: No sheet is filled, or the one asked for is not there.
    """
    filled = [grid for grid in grids if grid.rows]
    if not filled:
        raise WorkbookError(
            f"{file} : ce classeur est vide, aucune cellule n’est remplie.\n"
            "Vérifiez que c’est le bon fichier, et qu’il a été enregistré."
        )
    chosen = _asked_for(grids, file, config) or _found(filled, config)
    for grid in chosen:
        for finding in grid.findings:
            report(finding)
    main = chosen[0]
    for grid in filled:
        if grid not in chosen:
            at = grid.rows[0].cells[0].at
            report(Diagnostic(Code.SHEET_LEFT_OUT, at, before=grid.name, after=main.name))
    if len(chosen) > 1:
        names = ", ".join(f"« {grid.name} »" for grid in chosen)
        report(Diagnostic(Code.SHEETS_JOINED, None, before=names))
    rows = [row for grid in chosen for row in _visible(grid, config, report)]
    return main.name, tuple(rows)


def _asked_for(grids: Sequence[Grid], file: str, config: Config) -> list[Grid]:
    wanted = config.sheet.name
    names = [wanted] if isinstance(wanted, str) else wanted
    by_name = {fold(grid.name): grid for grid in grids}
    chosen = []
    for name in names:
        if not name:
            continue
        grid = by_name.get(fold(name))
        if grid is None or not grid.rows:
            known = ", ".join(f"« {grid.name} »" for grid in grids)
            raise WorkbookError(
                f"{file} : la feuille « {name} » demandée par [feuille] nom "
                f"{'est vide' if grid else 'n’existe pas'}.\nFeuilles du classeur : {known}."
            )
        chosen.append(grid)
    return chosen


def _found(filled: Sequence[Grid], config: Config) -> list[Grid]:
    """Return the sheet that looks most like a chronology, and those with equal headings."""
    ranked = sorted(filled, key=lambda grid: _rank(grid), reverse=True)
    main = ranked[0]
    wanted = _headings(main, config)
    if not wanted or not _rank(main)[1]:
        return [main]
    return [grid for grid in filled if grid is main or _headings(grid, config) == wanted]


def _rank(grid: Grid) -> tuple[bool, bool, int, int]:
    best = max((_score(row) for row in grid.rows[:HEADING_ROWS]), default=0)
    return grid.visible, best > 0, len(grid.rows) if best else 0, best


def _score(row: Row) -> int:
    return score([str(cell.text) for cell in row.cells])


def _headings(grid: Grid, config: Config) -> tuple[str, ...]:
    rows = [row for row in grid.rows if row.number <= HEADING_ROWS]
    if config.sheet.heading_row:
        rows = [row for row in rows if row.number == config.sheet.heading_row]
    best = max(rows, key=_score, default=None)
    if best is None or not _score(best):
        return ()
    return tuple(f"{cell.at.column} {fold(str(cell.text))}" for cell in best.cells)


def _visible(grid: Grid, config: Config, report: Reporter) -> tuple[Row, ...]:
    hidden = [row for row in grid.rows if row.hidden]
    if not hidden:
        return grid.rows
    if config.sheet.hidden_rows == "imprimer":
        numbers = ", ".join(str(row.number) for row in hidden)
        at = CellRef(grid.name, hidden[0].number, hidden[0].cells[0].at.column)
        report(Diagnostic(Code.HIDDEN_ROWS, at, before=numbers))
        return grid.rows
    for row in hidden:
        for cell in row.cells:
            report(Diagnostic(Code.HIDDEN_ROWS_LEFT_OUT, cell.at, before=str(cell.text)))
    return tuple(row for row in grid.rows if not row.hidden)
