"""A table whose dates stand side by side, one column each: refused with what to do."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.errors import WorkbookError
from pipeline.model import Row
from pipeline.table.dated import looks_dated
from pipeline.table.headings import listed

_SEVERAL = 3
"""Dates side by side, from which the table lies on its side."""
_SHARE = 0.6
"""Share of them among the cells of their row."""


def sideways(rows: Sequence[Row]) -> Row | None:
    """Return the row whose cells are dates, of a table where no other is: ``1901 | 1902 | 1903``.

    Rows of three dates each, one under another, are a table that stands upright.
    """
    found = [row for row in rows if _is_dates(row)]
    return found[0] if len(found) == 1 else None


def _is_dates(row: Row) -> bool:
    dated = {str(cell.text) for cell in row.cells if looks_dated(cell)}
    return len(dated) >= max(_SEVERAL, _SHARE * len(row.cells))


def turn(row: Row, file: str, sheet: str) -> WorkbookError:
    """Return the error of a table whose dates stand in that row."""
    dates = listed(str(cell.text) for cell in row.cells if looks_dated(cell))
    return WorkbookError(
        f"{file}, feuille « {sheet} » : les dates sont côte à côte, une par colonne "
        f"(ligne {row.number} : {dates}) ; il faut une ligne par date.\n"
        "Dans le tableur : copiez le tableau, puis, sur une feuille vide, choisissez Collage "
        "spécial, Transposer ; écrivez « Date » en tête de la colonne des dates et enregistrez."
    )
