"""What the cells of a column say about it, whatever its heading: are they dates, how long."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from pipeline.model import Cell, CellValue, Row
from pipeline.table.dated import looks_dated
from pipeline.table.lead import tells_when

DATED_SHARE = 0.8
"""Share of a column's cells that look dated, from which it holds the periods by itself."""
HEADED_SHARE = 0.5
"""The same, where its heading says so too."""
LED_SHARE = 0.5
"""Share of a column's cells that begin with a date, from which it tells a chronology."""
TOLD_SHARE = 0.5
"""Share of sentences from which the only texts of a table tell, and name nothing."""
FEW = 0.2
"""Share of dated cells below which a heading that only hints at dates is not believed."""
LONGEST_THEME = 160
"""Letters; a column whose middle text is longer tells, it does not name."""
LONG, _WORDS = 70, 5
"""Letters of a text that tells; words of one that tells where it ends in a full stop."""
_LONGEST_COUNT = 9
"""Digits above which a number counts no rows."""
_LAST_DAY = 31
_LAST_YEAR = 2200
_LOOKED_AT = 400
"""Cells of a column that are looked at, from its first to its last."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """The filled cells of one column, seen together."""

    count: int
    dated: float
    """Share of the cells that look like a period, from 0 to 1."""
    ordered: bool
    """Nearly all go up, or down: so bare numbers can be years."""
    middle: int
    """Letters of the text in the middle, by length."""

    led: float = 0.0
    """Share of the cells that are a date and then words, in the order of time."""

    told: float = 0.0
    """Share of the cells that are sentences, from 0 to 1."""
    counted: bool = False
    """The cells count the rows: 1, 2, 3."""
    undated: bool = False
    """All are numbers that can be no years: ranks, amounts, yes and no."""
    amounts: bool = False
    """All are numbers, as in accounts."""
    rows: tuple[int, int] = (0, 0)
    """First and last row that is filled."""

    @property
    def is_prose(self) -> bool:
        """Tell whether most texts are too long to be the title of an entry."""
        return self.middle > LONGEST_THEME

    @property
    def is_chronology(self) -> bool:
        """Tell whether the cells alone show that this is the column of periods."""
        return self.count > 1 and self.dated >= DATED_SHARE and self.ordered

    @property
    def tells(self) -> bool:
        """Tell whether dates and words stand in one cell: ``1901 : Fondation``."""
        return self.count > 1 and self.led >= LED_SHARE


def evidence_of(rows: Iterable[Row]) -> dict[int, Evidence]:
    """Return what stands in each filled column of these rows, by its number."""
    return {column: seen(cells) for column, cells in columns_in(rows).items()}


def columns_in(rows: Iterable[Row]) -> dict[int, list[Cell]]:
    """Return the cells of each column that stand in their own row, or come from a merge once."""
    cells: dict[int, list[Cell]] = {}
    for row in rows:
        for cell in row.cells:
            column = cells.setdefault(cell.column, [])
            if not column or column[-1].at != cell.at:
                column.append(cell)
    return cells


def seen(cells: Sequence[Cell]) -> Evidence:
    """Return what the cells of one column show; there is at least one."""
    lengths = sorted(len(str(cell.text)) for cell in cells)
    some = cells[:: 1 + len(cells) // _LOOKED_AT]
    dated = [cell for cell in some if looks_dated(cell)]
    years = [year for cell in some if (year := tells_when(cell))]
    led = len(years) if len(years) < 3 or _in_order(years) else 0
    return Evidence(
        count=len(cells),
        dated=len(dated) / len(some),
        ordered=_in_order([cell.value for cell in dated]),
        middle=lengths[len(lengths) // 2],
        led=led / len(some),
        told=sum(_tells(str(cell.text).strip()) for cell in some) / len(some),
        counted=_counts([cell.value for cell in cells[:_LOOKED_AT]]),
        undated=_undated([cell.value for cell in cells]),
        amounts=all(isinstance(cell.value, (int, float)) for cell in cells),
        rows=(cells[0].at.row, cells[-1].at.row),
    )


def _tells(text: str) -> bool:
    """Tell whether a text is a sentence, not the name of something.

    >>> _tells("Assemblée générale."), _tells("Le conseil vote l’achat du terrain.")
    (False, True)
    """
    return len(text) > LONG or (text.endswith(".") and len(text.split()) > _WORDS)


def _undated(values: Sequence[CellValue]) -> bool:
    """Tell whether values are numbers, two or more, too small for years or too large.

    >>> _undated([22, 25, 28]), _undated([9000, 9001]), _undated([476, 800]), _undated([3, "mai"])
    (True, True, False, False)
    """
    numbers = [each for each in values if isinstance(each, (int, float))]
    if len(numbers) < len(values) or len(numbers) < 2:
        return False
    return max(numbers) <= _LAST_DAY or max(numbers) > _LAST_YEAR


def _counts(values: Sequence[CellValue]) -> bool:
    """Tell whether values count from 0 or 1, nearly without a gap.

    >>> _counts([1, 2, 3]), _counts(["1", "2", "3"]), _counts([1, 5, 3]), _counts([1901, 1902])
    (True, True, False, False)
    """
    letters = [str(each) for each in values]
    numbers = [int(each) for each in letters if len(each) < _LONGEST_COUNT and each.isdecimal()]
    if len(numbers) < len(values) or len(numbers) < 2 or numbers[0] > 1:
        return False
    return sum(b - a == 1 for a, b in pairwise(numbers)) >= DATED_SHARE * (len(numbers) - 1)


def _in_order(values: Sequence[CellValue]) -> bool:
    """Tell whether numbers and dates rise, or fall, nearly all; texts say nothing.

    Bare numbers are years only where there are three or more of them.

    >>> _in_order([1901, 1905, 1920]), _in_order([1920, 1905]), _in_order([90, 10, 20, 15])
    (True, False, False)
    """
    places = [float(each) for each in values if isinstance(each, (int, float))]
    if len(places) < len(values):
        places = [float(each.toordinal()) for each in values if isinstance(each, dt.date)]
    elif len(places) < 3:
        return False
    rises = sum(a <= b for a, b in pairwise(places))
    falls = sum(a >= b for a, b in pairwise(places))
    return max(rises, falls) >= DATED_SHARE * (len(places) - 1)
