"""Items under an item: the second level of a list, by its indent or by its own mark."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

_DASHES = frozenset("-–—")
_DEEPER = 2
"""Columns by which an item is indented on purpose; one blank may be a slip."""
_TAB = 4


@dataclass(frozen=True, slots=True)
class ItemMark:
    """What the first line of an item shows of its level."""

    indent: int
    """Columns before the mark."""
    sign: str
    """``-`` for any dash, ``1`` for a number, else the bullet itself."""
    leads: bool
    """It ends in a colon."""


def mark_of(line: str, mark: int, ordered: bool) -> ItemMark:
    r"""Return the mark of an item.

    Args:
        line: Its first line.
        mark: Letters of the mark with its blanks.
        ordered: A number counts it.

    >>> mark_of("\t• un :", 3, False)
    ItemMark(indent=4, sign='•', leads=True)
    """
    letters = line[:mark].strip()
    before = line[: len(line) - len(line.lstrip())]
    sign = "1" if ordered else letters[:1]
    width = sum(_TAB if each == "\t" else 1 for each in before)
    return ItemMark(width, "-" if sign in _DASHES else sign, line.rstrip().endswith(":"))


def inner(marks: Sequence[ItemMark | None]) -> list[bool]:
    """Tell for each piece of a cell whether it is an item under the one before.

    Args:
        marks: Of the pieces in order; ``None`` for one that is no item.

    Two signs make two levels where the first comes back, or where it leads to the second by a
    colon (``french.md`` 4.2: two bullets of different kind, if they alternate).
    """
    found: list[bool] = []
    run: list[ItemMark] = []
    for mark in (*marks, None):
        if run and (mark is None or (mark.sign == "1" and run[0].sign != "1")):
            found += _levels(run)
            run = []
        if mark is None:
            found.append(False)
        else:
            run.append(mark)
    return found[: len(marks)]


def _levels(run: Sequence[ItemMark]) -> list[bool]:
    base = run[0]
    first = min(mark.indent for mark in run) == base.indent
    deeper = [first and mark.indent >= base.indent + _DEEPER and mark.sign != "1" for mark in run]
    level = [mark for mark, under in zip(run, deeper, strict=True) if not under]
    other = [mark.sign != base.sign for mark in level]
    two = len({mark.sign for mark in level}) == 2
    if two and all(_under(level, *each) for each in _runs(other)):
        second = iter(other)
        return [under or next(second) for under in deeper]
    return deeper


def _runs(other: Sequence[bool]) -> Iterator[tuple[int, int]]:
    """Yield the first place of each run of the second sign, and the place after it."""
    start = 0
    for second, group in groupby(other):
        end = start + len(list(group))
        if second:
            yield start, end
        start = end


def _under(run: Sequence[ItemMark], start: int, end: int) -> bool:
    """Tell whether items stand under the one before: it leads to them, or its sign comes back."""
    return run[start - 1].leads or (end < len(run) and (end - start > 1 or run[0].sign == "1"))
