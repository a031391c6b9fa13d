"""Which sheet holds the chronology, and which others go with it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.errors import MisfitError, WorkbookError
from pipeline.model import Cell, CellRef, Role, Row, Text
from pipeline.read.copies import without_copies
from pipeline.read.grid import Grid
from pipeline.regex import regex
from pipeline.table.dated import looks_dated
from pipeline.table.heading_rows import agreeing, by_content, likeliest, with_neighbour
from pipeline.table.headings import fold, role_of
from pipeline.table.joined import alike
from pipeline.table.rows import texts_of

if TYPE_CHECKING:
    from pipeline.config import Config


def choose(
    grids: Sequence[Grid], file: str, config: Config, report: Reporter
) -> tuple[str, tuple[Row, ...], tuple[Cell, ...]]:
    """Return name, rows and unread formulas of the chronology's sheet, or of several in order.

    Raises:
        WorkbookError: No sheet is filled, or the one asked for is not there.
    """
    filled = [grid for grid in grids if grid.rows]
    damaged = [grid for grid in grids if grid.damaged]
    if not filled:
        raise WorkbookError(
            f"{file} : ce classeur est vide, aucune cellule n’est remplie.\n"
            "Vérifiez que c’est le bon fichier, et qu’il a été enregistré."
        )
    chosen = _asked_for(grids, file, config)
    asked = bool(chosen)
    if not asked:
        chosen, copies = without_copies(_found(filled, config), report)
        filled = [grid for grid in filled if grid not in copies]
    for grid in chosen:
        for finding in grid.findings:
            report(finding)
    main = chosen[0]
    for grid in filled:
        if grid not in chosen:
            at = grid.rows[0].cells[0].at
            code = Code.SHEET_LEFT_OUT if grid.visible else Code.SHEET_HIDDEN
            report(Diagnostic(code, at, before=grid.name, after=main.name))
            if grid.visible and not asked and _tells(grid):
                report(Diagnostic(Code.SHEET_DATED, at, before=grid.name, after=main.name))
    for grid in damaged:
        at = CellRef(grid.name, 1, 1)
        report(Diagnostic(Code.SHEET_LEFT_OUT, at, before=grid.name, after=main.name))
    if len(chosen) > 1:
        names = ", ".join(f"« {grid.name} »" for grid in chosen)
        second = chosen[1].rows[0].cells[0].at
        report(Diagnostic(Code.SHEETS_JOINED, second, before=names))
    rows = [row for grid in chosen for row in _visible(grid, config, report)]
    return main.name, tuple(rows), tuple(_unread(chosen))


def _unread(grids: Sequence[Grid]) -> Iterator[Cell]:
    for grid in grids:
        for finding in grid.findings:
            if finding.code is Code.FORMULA_WITHOUT_VALUE and finding.at is not None:
                yield Cell(Text.plain_text(finding.before, finding.at))


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
            raise MisfitError(
                f"{file} : la feuille « {name} » demandée par [feuille] nom "
                f"{'est vide' if grid else 'n’existe pas'}.\nFeuilles du classeur : {known}."
            )
        chosen.append(grid)
    return chosen


def _found(filled: Sequence[Grid], config: Config) -> list[Grid]:
    """Return the sheet that looks most like a chronology, and those with its headings."""
    main = max(filled, key=_rank)
    heading = _heading(main, config)
    if heading is None:
        return [main]
    shown = [grid for grid in filled if grid is main or grid.visible >= main.visible]
    same = [grid for grid in shown if grid is main or agreeing(grid.rows, heading) is not None]
    more = [grid for grid in shown if grid in same or _has_headings(grid, heading)]
    return more if _are_one(more, config) else same


def _has_headings(grid: Grid, heading: Row) -> bool:
    """Tell whether a sheet has the headings of another in other columns, none of accounts."""
    place = alike(grid.rows, heading)
    if place is None:
        return False
    own, others = (_words(row) & _REGISTER for row in (grid.rows[place], heading))
    return own <= others


def _are_one(grids: Sequence[Grid], config: Config) -> bool:
    """Tell whether all sheets have the headings of the first, each in one row."""
    first = _heading(grids[0], config)
    heads = [with_neighbour(each, grid.rows) for grid in grids if (each := likeliest(grid.rows))]
    single = all(len(head.rows) == 1 for head in heads)
    return (
        single
        and first is not None
        and all(alike(grid.rows, first) is not None for grid in grids[1:])
    )


def _words(row: Row) -> set[str]:
    return {word for text in texts_of(row) for word in fold(text).split()}


def _heading(grid: Grid, config: Config) -> Row | None:
    """Return the heading row of a sheet; ``None`` where it has none."""
    if number := config.sheet.heading_row:
        return next((row for row in grid.rows if row.number == number), None)
    best = likeliest(grid.rows)
    if best is None and (head := by_content(grid.rows)) and head.rows:
        return head.rows[0]
    return best


def _tells(grid: Grid) -> bool:
    """Tell whether a sheet that is left aside looks like a chronology."""
    heading = likeliest(grid.rows)
    named = bool(_YEARS_RE.search(grid.name)) or bool(_CHRONOLOGY & set(fold(grid.name).split()))
    if heading is None and not named:
        return False
    words = _words(heading or grid.rows[0])
    dated = sum(any(map(looks_dated, row.cells)) for row in grid.rows if len(row.cells) > 1)
    return not words & _REGISTER and dated > 0 and 2 * dated >= len(grid.rows) - 1


def _rank(grid: Grid) -> tuple[bool, bool, int, int]:
    """Return what speaks for a sheet: headings, or dates; shown; its words; its rows."""
    heading = likeliest(grid.rows)
    if heading is None:
        dated = sum(any(looks_dated(cell) for cell in row.cells) for row in grid.rows)
        return False, grid.visible, 0, dated
    best = texts_of(heading)
    roles = {role: sure for text in best if (known := role_of(text)) for role, sure in (known,)}
    words = _words(heading)
    named = bool(_CHRONOLOGY & set(fold(grid.name).split()))
    told = Role.THEME in roles or Role.SOURCES in roles
    sure = max(roles.get(Role.PERIOD, 0), roles.get(Role.YEAR, 0)) > 2
    return True, grid.visible, 2 * named + sure + told - 2 * bool(words & _REGISTER), len(grid.rows)


_YEARS_RE = regex(r"(?<!\d)(?:1\d|20)\d\d(?!\d)")
_CHRONOLOGY = frozenset("frise chronologie chrono timeline histoire historique annale".split())
_REGISTER = frozenset(
    "montant debit solde prix prenom telephone tel email mail courriel naissance adhesion".split()
)
"""Headings of accounts and lists of members, which have dates too."""


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
