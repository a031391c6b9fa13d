"""What stands over each column, in one heading row or in two."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from pipeline.model import CellRef, Role, Row, Text
from pipeline.table.headings import SURE, fold, role_of

_JOINT = " – "
"""What stands between a group and its sub-heading."""


def headings_of(heads: Sequence[Row]) -> dict[int, Text]:
    """Return the heading of each column; a group above stands before its sub-heading."""
    if not heads:
        return {}
    below = {cell.column: cell.text for cell in heads[-1].cells}
    if len(heads) == 1:
        return below
    groups = groups_of(heads)
    subs = Counter(fold(str(text)) for text in below.values())
    headings = {cell.column: cell.text for cell in heads[0].cells} | below
    for number, sub in below.items():
        group = groups.get(number)
        if group is not None and str(group) != str(sub):
            headings[number] = _joined(group, sub, alone=subs[fold(str(sub))] == 1)
    return headings


def unsaid(heads: Sequence[Row], headings: Mapping[int, Text]) -> dict[CellRef | None, str]:
    """Return the groups, by cell, that stand in the heading of none of their columns."""
    groups = groups_of(heads)
    said = {
        group.origin
        for number, group in groups.items()
        if str(headings[number]) == str(group)
        or str(headings[number]).startswith(f"{group}{_JOINT}")
    }
    return {each.origin: str(each) for each in groups.values() if each.origin not in said}


def names_of(heads: Sequence[Row], headings: Mapping[int, Text]) -> dict[int, str]:
    """Return what says the role of each column: its heading, or the lower of two.

    A group over several columns names no theme: under ``Événements`` stand
    ``Histoire locale`` and ``Histoire nationale``, each a section.
    """
    if len(heads) < 2:
        return {number: str(text) for number, text in headings.items()}
    lower = {cell.column: str(cell.text) for cell in heads[-1].cells}
    wide = Counter(group.origin for group in groups_of(heads).values())
    shared = {n for n, group in groups_of(heads).items() if wide[group.origin] > 1}
    return {
        number: _name(str(text), lower.get(number, ""), shared=number in shared)
        for number, text in headings.items()
    }


def _name(heading: str, lower: str, *, shared: bool) -> str:
    whole = role_of(heading)
    if not lower or (whole and not (shared and whole[0] is Role.THEME)):
        return heading
    return lower


def groups_of(heads: Sequence[Row]) -> dict[int, Text]:
    """Return the group that each column of two heading rows belongs to: itself, or the last.

    Where groups are merged over their columns, each has those and no other.
    """
    if len(heads) < 2:
        return {}
    above = {cell.column: cell for cell in heads[0].cells}
    merged = any(cell.wide > 1 for cell in above.values())
    groups = {}
    for number in sorted({cell.column for row in heads for cell in row.cells}):
        nearest = max((each for each in above if each <= number), default=None)
        if nearest is not None and not (merged and number >= nearest + above[nearest].wide):
            groups[number] = above[nearest].text
    return groups


def _joined(group: Text, sub: Text, *, alone: bool) -> Text:
    """Return both headings as one; a sub-heading that says its role alone needs no group."""
    whole = group.joined(Text.plain_text(_JOINT)).joined(sub)
    if alone and _sureness(str(sub)) == SURE and _sureness(str(whole)) < SURE:
        return sub
    return replace(whole, origin=sub.origin)


def _sureness(heading: str) -> int:
    known = role_of(heading)
    return known[1] if known else 0
