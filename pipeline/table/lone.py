"""Cells that are more than their column says: lone lines, and dates with words in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Cell, Role
from pipeline.regex import regex
from pipeline.table.dated import looks_dated, months_in
from pipeline.table.lead import headed_year, split_lead
from pipeline.table.lent import is_year_band, plain_year

LONGEST_THEME = 160
"""Letters; longer words behind a date tell, they do not name."""
_SHOWN = 80
"""Letters of a cell that a finding quotes."""
_LONGEST_REMARK = 30
"""Letters; longer words behind a date are a text, not a remark on it."""
_LED_SHARE = 0.5
"""Share of the cells of periods that begin with a date and go on, from which all are read so."""
_CONTINUED_RE = regex(
    r"\W*(?:suite(?:\s+et\s+fin|\s+\d+)?|suites|[àa]\s+suivre|bis|ter)\W*", re.IGNORECASE
)
"""Words that go on with a year and tell nothing: ``1993 (suite)``."""
_NUMBER_RE = regex(r"\d{3}")
"""What may be a year."""
_DATED = (Role.PERIOD, Role.YEAR)
_PARTS_OF_DATES = (*_DATED, Role.MONTH, Role.DAY)

Periods = dict[Role, Cell]
Places = dict[Role, list[Cell]]


def words_role(cells: Iterable[Cell]) -> Role | None:
    """Return what the words behind the dates of a column are; ``None`` where most have none."""
    parts = [split_lead(cell) for cell in cells]
    words = [str(each[1].text) for each in parts if each]
    if len(words) < 2 or len(words) < _LED_SHARE * len(parts):
        return None
    told = any(len(text) > LONGEST_THEME or "\n" in text.strip() for text in words)
    return Role.SECTION if told else Role.THEME


def taken_apart(
    period: Periods, places: Places, words: Role, report: Reporter
) -> tuple[Periods, Places]:
    """Return a row with the words behind its date among its texts.

    In a row that has a theme they are no second one: a remark stays with its date, other
    words are a text.
    """
    cell = period.get(Role.PERIOD)
    parts = split_lead(cell) if cell is not None else None
    if cell is None or parts is None or _CONTINUED_RE.fullmatch(str(parts[1].text)):
        return period, places
    if places[Role.THEME]:
        if len(period) == 1 and _is_remark(str(parts[1].text)):
            return period, places
        words = Role.SECTION
    _report(cell, parts[0], report)
    return {**period, Role.PERIOD: parts[0]}, {**places, words: [parts[1], *places[words]]}


def _is_remark(words: str) -> bool:
    """Tell whether words behind a date can be printed with it: short, and without a date."""
    line = "\n" not in words.strip() and len(words) <= _LONGEST_REMARK
    return line and not months_in(words) and not _NUMBER_RE.search(words)


def heads(cell: Cell, roles: Mapping[int, Role]) -> bool:
    """Tell whether a cell stands where subtitles do: among the periods, or leftmost."""
    number = cell.column
    return roles.get(number) in _PARTS_OF_DATES or number == min(roles)


def alone(
    cell: Cell,
    period: Periods,
    places: Places,
    roles: Mapping[int, Role],
    words: Role,
    report: Reporter,
) -> tuple[Periods, Places]:
    """Return the places of a lone cell: a year opens its rows, other words are a subtitle.

    ``words`` is what the words behind a date are: a theme, or a section that tells.
    """
    nowhere: Places = {role: [] for role in places}
    if not period and not any(places.values()):
        return period, places
    if _opens(cell, roles.get(cell.column)):
        return {Role.PERIOD: plain_year(cell)}, nowhere
    if not heads(cell, roles) or looks_dated(cell):
        return period, places
    if parts := split_lead(cell):
        if _CONTINUED_RE.fullmatch(str(parts[1].text)):
            return {Role.PERIOD: cell}, nowhere
        _report(cell, parts[0], report)
        return {Role.PERIOD: parts[0]}, {**nowhere, words: [parts[1]]}
    if headed := headed_year(cell):
        return {Role.PERIOD: headed}, {**nowhere, Role.THEME: [cell]}
    if period and cell.value == str(cell.text):
        return {}, {**nowhere, words: [cell]}
    return period, places


def _opens(cell: Cell, role: Role | None) -> bool:
    """Tell whether a lone year opens the rows below it; ``250`` members do not."""
    if role in _DATED:
        return is_year_band(cell)
    typed = role is Role.THEME or isinstance(cell.value, str)
    return is_year_band(cell) and bool(re.search(r"\d{4}", str(cell.text))) and typed


def _report(cell: Cell, period: Cell, report: Reporter) -> None:
    line = " ".join(str(cell.text).split())
    before = line if len(line) <= _SHOWN else line[: _SHOWN - 1] + "…"
    report(Diagnostic(Code.PERIOD_SPLIT, cell.at, before=before, after=str(period.text)))
