"""Stage 4: entries → chapters, one per year, in printed order.

A row that has no period of its own, or none that can be read, is a *follower*: it stays
under the row that it stood under, wherever that one goes.  A line that heads the rows below
it goes where the next row goes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.french import year_words
from pipeline.model import CellRef, Chapter, Day, Entry, Text

_NO_DAY = Day(-1_000_000, 1, 1)
_Key = tuple[int, int, int, int, int]
"""Chapter, whether it does not open it, then the day."""


@dataclass(slots=True)
class _Train:
    """An entry with a period of its own, and its followers."""

    entries: list[Entry]
    year: int | None
    day: Day = _NO_DAY
    """Sorting key, a day of its period; a train without a day leads its chapter."""
    heads: list[Entry] = field(default_factory=list)
    """The lines above it that head it."""

    @property
    def leader(self) -> Entry:
        return self.entries[0]

    @property
    def sheet(self) -> str:
        return self.leader.origin.sheet

    @property
    def place(self) -> CellRef:
        """The cell of its period, else its row."""
        return self.leader.period.origin or self.leader.origin


def group(entries: Sequence[Entry], config: Config, report: Reporter) -> tuple[Chapter, ...]:
    """Return the chapters, by year, each with its opening row and its entries in order.

    Args:
        entries: In the order of the workbook.
        config: ``[chapitres]`` rules order and titles.
        report: Receives the rows that were moved, titles that were replaced or have no chapter.

    Returns:
        Chapters by rising year; entries without any year above them come first.
    """
    by_year: dict[int | None, list[_Train]] = {}
    trains = _trains(entries)
    _settle(trains)
    _report_beginnings(trains, report)
    _report_spans(trains, report)
    if config.chapters.order == "date":
        _report_order(trains, report)
    for train in trains:
        by_year.setdefault(train.year, []).append(train)
    for year, title in config.chapters.titles.items():
        if int(year) not in by_year:
            report(Diagnostic(Code.TITLE_UNUSED, None, before=title, after=year))
    years = sorted(by_year, key=lambda year: (year is not None, year))
    return tuple(_chapter(year, by_year[year], config, report) for year in years)


def _trains(entries: Sequence[Entry]) -> list[_Train]:
    """Couple followers to leaders; the place of a row decides for spans of several years.

    No row stands under one of another sheet.
    """
    trains: list[_Train] = []
    heads: list[Entry] = []
    for entry in entries:
        if entry.leads:
            heads.append(entry)
            continue
        period = entry.period
        follows = period.inherited or period.first is None
        above = trains[-1] if trains and trains[-1].sheet == entry.origin.sheet else None
        if follows and above:
            above.entries += [*heads, entry]
        else:
            year = _year(entry, above.year if above else None)
            trains.append(_Train([entry], year, heads=heads))
        heads = []
    return trains


def _settle(trains: Sequence[_Train]) -> None:
    """Give each train its day: that of the row above, in its chapter, where its period has it.

    « 1914-1918 » or « août 1914 » under « 3 août 1914 » is no row out of place.
    """
    above: dict[int | None, Day] = {}
    for train in trains:
        first, last = train.leader.period.first, train.leader.period.last
        if first is None or last is None:
            continue
        day = above.get(train.year, first)
        train.day = above[train.year] = day if first <= day <= last else first


def _year(entry: Entry, here: int | None) -> int | None:
    """Return the chapter of a leader that stands under a row of the chapter ``here``."""
    first, last = entry.period.first, entry.period.last
    if first is None or last is None:
        return None
    if here is not None and first.year <= here <= last.year:
        return here
    return first.year


def _chapter(year: int | None, trains: list[_Train], config: Config, report: Reporter) -> Chapter:
    opening = next(
        (t for t in trains if year is not None and t.leader.period.bare_year == year), None
    )
    rest = [train for train in trains if train is not opening]
    if config.chapters.order == "date":
        rest.sort(key=lambda train: train.day)
    first = opening or rest[0]
    heads, first.heads = tuple(first.heads), []
    followers = opening.entries[1:] if opening else []
    entries = (
        *followers,
        *(entry for train in rest for entry in (*train.heads, *train.entries)),
    )
    leader = opening.leader if opening else None
    return Chapter(year, _title(year, leader, config, report), leader, entries, heads)


def _title(year: int | None, opening: Entry | None, config: Config, report: Reporter) -> Text:
    theme = opening.theme if opening else Text()
    title = config.chapters.titles.get(str(year))
    if title is None:
        return theme
    if theme and str(theme) != title:
        report(Diagnostic(Code.TITLE_REPLACED, theme.origin, before=theme.original, after=title))
    return Text.plain_text(title)


def _report_beginnings(trains: Sequence[_Train], report: Reporter) -> None:
    """Report the rows that open a further sheet and have no year."""
    for above, train in pairwise(trains):
        if train.sheet != above.sheet and train.year is None:
            count = len(train.entries)
            rows = f"{count} lignes" if count > 1 else "1 ligne"
            at = train.leader.origin
            report(Diagnostic(Code.SHEET_STARTS_UNDATED, at, before=train.sheet, after=rows))


def _report_spans(trains: Sequence[_Train], report: Reporter) -> None:
    """Report the rows that stand in the chapter of a year that their period does not name."""
    for train in trains:
        period, year = train.leader.period, train.year
        if year is None or period.first is None or period.last is None or not period.verbatim:
            continue
        count = str(year if year > 0 else 1 - year)
        said = f"{period.verbatim} {period.label}"
        named = year != period.first.year or any(each in said for each in (count, count[-2:]))
        if period.first.year < period.last.year and not named:
            report(
                Diagnostic(
                    Code.YEAR_OF_SPAN, train.place, before=period.verbatim, after=year_words(year)
                )
            )


def _report_order(trains: Sequence[_Train], report: Reporter) -> None:
    """Report the fewest rows whose move explains the printed order.

    The rows that keep their place are a longest rising run of the sheet; a sheet whose most
    rows run backwards is said once, and the rows that do not.
    """
    dated = [train for train in trains if train.year is not None]
    keys = [_printed_key(train) for train in dated]
    kept = set(_longest_rise(keys))
    # Where a span of years stands is no sign of the order.
    sure = [number for number, train in enumerate(dated) if _in_one_year(train)]
    falling = _longest_fall([keys[number] for number in sure])
    several = len({keys[sure[place]] for place in falling}) > 2
    if several and 2 * len(falling) > len(keys) and len(falling) > len(kept):
        kept = set(range(len(keys))) - set(sure) | {sure[place] for place in falling}
        report(Diagnostic(Code.SHEET_REVERSED, None, before=str(len(kept))))
    for number, train in enumerate(dated):
        if number in kept:
            continue
        period = train.leader.period
        said = period.verbatim or str(period.label)
        report(Diagnostic(Code.ROW_MOVED, train.place, before=said))


def _in_one_year(train: _Train) -> bool:
    """Tell whether the order of a train is certain: « 1914-1918 » stands where it stands."""
    first, last = train.leader.period.first, train.leader.period.last
    return first is not None and last is not None and first.year == last.year


def _printed_key(train: _Train) -> _Key:
    """Order of printing: the chapter, its opening row first, then the day."""
    assert train.year is not None
    opens = train.leader.period.bare_year == train.year
    day = train.day
    return train.year, int(not opens), day.year, day.month, day.day


def _longest_fall(keys: Sequence[_Key]) -> list[int]:
    """Return the places of a longest run of keys whose years never rise.

    The row that opens a year may stand over its rows or under them, and those may run either way.
    """
    runs = [
        _longest_rise([(-y, first * late, way * a, way * b, way * c) for y, late, a, b, c in keys])
        for first in (-1, 1)
        for way in (-1, 1)
    ]
    return max(runs, key=len)


def _longest_rise(keys: Sequence[_Key]) -> list[int]:
    """Return the places of a longest run of keys that never falls (patience sorting)."""
    tops: list[int] = []
    below: list[int | None] = []
    for place, key in enumerate(keys):
        pile = bisect_right(tops, key, key=lambda top: keys[top])
        below.append(tops[pile - 1] if pile else None)
        tops[pile : pile + 1] = [place]
    run: list[int] = []
    at: int | None = tops[-1] if tops else None
    while at is not None:
        run.append(at)
        at = below[at]
    return run[::-1]
