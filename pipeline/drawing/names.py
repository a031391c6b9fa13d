"""Names under a line of time: each hangs from its day, on the first row where it is free."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pipeline.drawing.svg import width_of

_BESIDE_PT = 3.0
_MOST_NAMED = 60


@dataclass(frozen=True, slots=True)
class Event:
    """A dated entry: where it begins and ends in its year, in points, and its name."""

    x: float
    end: float
    name: str
    count: int = 1
    """Entries of one day that have one name."""
    day: str = ""
    """With which the name begins: ``6 oct.``."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name with its place: the row below the axis, the room it takes."""

    event: Event
    row: int
    left: float
    right: float
    anchor: str

    def crosses(self, x: float) -> bool:
        """Tell whether a line at ``x`` would run through the name."""
        return self.left - 1 < x < self.right + 1


def placed_names(events: Sequence[Event], width: float, rows: int, size: float) -> list[Named]:
    """Return the names that find a place, where the most do.

    To the left of some month names stand after their line, to the right before it.  The last
    name of a day that has more of them tells how many it leaves out.
    """
    named = events[:_MOST_NAMED]
    tried = [
        _set_around(named, width * n / 12, width, rows, size, before_first=first)
        for n in range(13)
        for first in (False, True)
    ]
    best = max(tried, key=lambda names: (len(names), -sum(each.row for each in names)))
    return _with_rest(best, events, size)


def _with_rest(placed: Sequence[Named], events: Sequence[Event], size: float) -> list[Named]:
    """Return the names; the last one of a day says how many others it stands for.

    >>> day = [Event(0, 1, f"6 oct. · Congrès {n}", day="6 oct.") for n in range(9)]
    >>> [each.event.name for each in placed_names(day, 300, 3, 8)]
    ['6 oct. · Congrès 0', '6 oct. · Congrès 1', 'et 7 autres']
    """
    named = list(placed)
    for x in dict.fromkeys(each.x for each in events):
        here = [each for each in named if each.event.x == x]
        whole = sum(each.count for each in events if each.x == x)
        left = whole - sum(each.event.count for each in here)
        if not left or not here:
            continue
        last = max(here, key=lambda each: each.row)
        rest = left + last.event.count
        day = f"{last.event.day} · " if last.event.day else ""
        name = f"et {rest} autres" if len(here) > 1 else f"{day}{rest} entrées"
        long = width_of(name, size)
        if long <= last.right - last.left:
            event = replace(last.event, name=name, count=rest)
            left_pt = last.left if last.anchor == "start" else last.right - long
            new = Named(event, last.row, left_pt, left_pt + long, last.anchor)
            named[named.index(last)] = new
    return named


def _set_around(
    events: Sequence[Event],
    turn: float,
    width: float,
    rows: int,
    size: float,
    *,
    before_first: bool,
) -> list[Named]:
    """Set names after their line from ``turn`` back to January, and before it from there on.

    ``before_first`` begins with those before their line: they have the upper rows.
    """
    placed: list[Named] = []
    last_first = sorted(events, key=lambda each: -each.x)
    after = [(each, "start") for each in last_first if each.x < turn]
    before = [(each, "end") for each in events if each.x >= turn]
    for event, anchor in before + after if before_first else after + before:
        long = width_of(event.name, size)
        left = event.x + _BESIDE_PT if anchor == "start" else event.x - _BESIDE_PT - long
        _place(event, left, left + long, anchor, placed, width, rows)
    return placed


def _place(
    event: Event,
    left: float,
    right: float,
    anchor: str,
    placed: list[Named],
    width: float,
    rows: int,
) -> None:
    """Add the name to those placed, on the first row that is free for it."""
    if left < 0 or right > width:
        return
    tried = (Named(event, row, left, right, anchor) for row in range(rows))
    new = next((each for each in tried if _is_free(each, placed)), None)
    if new is not None:
        placed.append(new)


def _is_free(new: Named, placed: Sequence[Named]) -> bool:
    for other in placed:
        if other.row == new.row and new.left < other.right + 4 and other.left < new.right + 4:
            return False
        if other.row < new.row and other.crosses(new.event.x):
            return False
        if other.row >= new.row and new.crosses(other.event.x):
            return False
    return True
