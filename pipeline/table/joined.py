"""Sheets with the same headings in other columns: read by their headings, as one table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from pipeline.model import Cell, Role, Row
from pipeline.table.heading_rows import AGREE, agreeing, first_rows
from pipeline.table.headings import SURE, fold, role_of

Places = Mapping[int, int]
"""Column of the table, by the column of a sheet."""


def alike(rows: Sequence[Row], heading: Row) -> int | None:
    """Return the place of the row whose headings are those of another sheet, for the most part."""
    place = agreeing(rows, heading)
    return place if place is not None else _matching(rows, heading)


def _matching(rows: Sequence[Row], heading: Row) -> int | None:
    """Return the place of the row that has most headings of another sheet, in whatever columns.

    That of the periods is among those that both have, and each filled column below is headed.
    """
    wanted = _by_heading(heading)
    for place, row in enumerate(first_rows(rows)):
        found = _by_heading(row)
        both = wanted.keys() & found.keys()
        if len(both) < 2 or len(both) < AGREE * max(len(wanted), len(found)):
            continue
        dated = any(role_of(each) in _DATED for each in both)
        if _names(wanted) and not _names(found):
            continue
        below = {c.column for each in rows[place + 1 :] for c in each.cells}
        if dated and below <= set(found.values()):
            return place
    return None


def _names(headings: Iterable[str]) -> bool:
    """Tell whether one of the headings names what happened: a list of members has none."""
    roles = (role_of(each) for each in headings)
    return any(role is not None and role[0] is Role.THEME for role in roles)


_DATED = ((Role.PERIOD, SURE), (Role.YEAR, SURE))


def _by_heading(row: Row) -> dict[str, int]:
    """Return the columns by their headings; nothing where two have the same one."""
    found = {fold(str(cell.text)): cell.column for cell in row.cells}
    return found if len(found) == len(row.cells) else {}


def places(parts: Sequence[Sequence[Row]], heading: Row | None) -> list[Places]:
    """Return where the columns of each sheet stand in the table of the first one.

    A heading that the sheets before do not have keeps its column where that one is free.
    """
    if heading is None or not (known := dict(_by_heading(heading))):
        return [{} for _ in parts]
    every = [cell.column for rows in parts for row in rows for cell in row.cells]
    found: list[Places] = [{}]
    for rows in parts[1:]:
        place = alike(rows, heading)
        columns = _by_heading(rows[place]) if place is not None else {}
        own = agreeing(rows, heading) is not None
        for name, column in columns.items():
            free = own and column not in known.values()
            known.setdefault(name, column if free else max(*every, *known.values()) + 1)
        found.append({n: known[name] for name, n in columns.items() if known[name] != n})
    return found


def moved(row: Row, columns: Places) -> Row:
    """Return a row with its cells in the columns of the table."""
    if not columns:
        return row
    cells = (moved_cell(cell, columns) for cell in row.cells)
    return replace(row, cells=tuple(sorted(cells, key=lambda cell: cell.column)))


def moved_cell(cell: Cell, columns: Places) -> Cell:
    """Return a cell in its column of the table; its address stays."""
    return replace(cell, place=columns.get(cell.column, cell.column))
