"""Where the heading row stands: by its words, and by the dates that stand below them."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass

from pipeline.model import Cell, Role, Row
from pipeline.table.dated import is_dated, looks_dated, says_days
from pipeline.table.evidence import DATED_SHARE, FEW, HEADED_SHARE, columns_in, evidence_of, seen
from pipeline.table.headings import SURE, fold, role_of, score
from pipeline.table.lead import lead_of, tells_when
from pipeline.table.rows import own_cells, texts_of

HEADING_ROWS = 20
"""The heading row stands in the first rows, anywhere in so many."""
_BELOW = 40
"""Rows under a heading that are looked at."""
_LONGEST_ABOVE = 60
"""Letters of a heading over other headings."""
_LONGEST_BELOW = 30
"""Letters of a heading under other headings."""
AGREE = 0.6
"""Share of the columns of two sheets that both must head, to be parts of one table."""
_DATED = (Role.PERIOD, Role.YEAR)


@dataclass(frozen=True, slots=True)
class Head:
    """Where a table begins."""

    rows: tuple[Row, ...]
    """The heading row, or two, or none."""
    top: int
    """Number of the first row of the table, the headings included."""
    period: int | None = None
    """The column of periods where its content, not its heading, shows it."""

    @property
    def bottom(self) -> int:
        """Number of the last row before the events; the headings may come late, below some."""
        first = self.rows[0].number if self.rows else None
        return self.rows[-1].number if first == self.top else self.top - 1


def likeliest(rows: Sequence[Row]) -> Row | None:
    """Return the row whose words head a chronology best; ``None`` where no row's do.

    A row with dates under its column of periods goes before one that has none:
    ``Date : 3 mai 2012`` above a table is no heading.
    """
    scored = [(points, row) for row in first_rows(rows) if (points := score(texts_of(row)))]
    scored = [each for each in scored if first_event_above(each[1], rows) is None]
    # « Exercice 2008 » is a period, where another row heads the column.
    scored = [each for each in scored if not _says_year(each[1])] or scored
    if len(scored) < 2:
        return scored[0][1] if scored else None
    return max(scored, key=lambda each: (_dates_below(each[1], rows), each[0]))[1]


def first_rows(rows: Sequence[Row]) -> list[Row]:
    """Return the rows among which the heading row can stand."""
    return [row for row in rows if row.number <= rows[0].number + HEADING_ROWS]


def agreeing(rows: Sequence[Row], heading: Row) -> int | None:
    """Return the place of the row whose headings are those of another sheet.

    One of them may have more columns; those that both head say the same.
    """
    wanted = _by_column(heading).items()
    for place, row in enumerate(first_rows(rows)):
        found = _by_column(row).items()
        few, many = sorted((wanted, found), key=len)
        if few <= many and len(few) >= AGREE * len(many):
            return place
    return None


def _by_column(row: Row) -> dict[int, str]:
    return {cell.column: fold(str(cell.text)) for cell in row.cells}


def _dates_below(heading: Row, rows: Sequence[Row]) -> bool:
    """Tell whether dates stand under a heading of that row that promises them."""
    columns = {c.column for c in heading.cells if _promises_dates(str(c.text))}
    place = rows.index(heading) + 1
    below = evidence_of(rows[place : place + _BELOW])
    return any(below[n].dated >= HEADED_SHARE for n in columns & below.keys())


def _says_year(heading: Row) -> bool:
    """Tell whether the word for periods stands beside a year: ``Exercice 2008``."""
    texts = filter(_promises_dates, texts_of(heading))
    return any(re.search(r"\b(?:1\d|20)\d\d\b", text) for text in texts)


def headed_late(rows: Sequence[Row]) -> Head | None:
    """Return a table whose headings, two or more of their very words, stand under events."""
    for row in first_rows(rows):
        known = {role for text in texts_of(row) if (role := role_of(text))}
        roles = {role for role, sure in known if sure == SURE}
        if len(roles) > 1 and roles & {*_DATED} and (first := first_event_above(row, rows)):
            return Head((row,), first.at.row)
    return None


def first_event_above(heading: Row, rows: Sequence[Row]) -> Cell | None:
    """Return the first date above a row that cannot head it, for events stand there already.

    One event is none under a row that names two columns: ``12/03/2020 | Mairie`` may stand
    above the headings.
    """
    roles = {c.column: known for c in heading.cells if (known := role_of(str(c.text)))}
    columns = {column for column, (role, _) in roles.items() if role in _DATED}
    above = [row for row in rows if row.number < heading.number]
    events = [row for row in above if _is_event(row) or _fills(row, heading, columns)]
    named = len({role for role, _ in roles.values()})
    alone = len(heading.cells) == 1
    if len(events) > 1 or (events and named == 1 and (alone or len(own_cells(events[0])) > 1)):
        own = own_cells(events[0])
        return next((cell for cell in own if looks_dated(cell)), own[0])
    return None


def _is_event(row: Row) -> bool:
    """Tell whether a row begins with a date, and says something more."""
    own = own_cells(row)
    return bool(own) and (bool(tells_when(own[0])) or (len(own) > 1 and looks_dated(own[0])))


def _fills(row: Row, heading: Row, periods: Set[int]) -> bool:
    """Tell whether a row fills three headed columns and more, a date under that of periods."""
    filled = {cell.column: cell for cell in own_cells(row)}
    headed = {cell.column for cell in heading.cells}
    whole = len(headed) > 2 and headed <= filled.keys()
    return whole and any(looks_dated(filled[column]) for column in periods)


def _promises_dates(heading: str) -> bool:
    known = role_of(heading)
    return known is not None and known[0] in _DATED


def with_neighbour(best: Row, rows: Sequence[Row]) -> Head:
    """Add a second heading row: a group above equal headings, or sub-headings below groups."""
    place = rows.index(best)
    above = rows[place - 1] if place else None
    if above is not None and above.number == best.number - 1 and _is_group(above, best):
        return Head((above, best), above.number)
    below = rows[place + 1] if place + 1 < len(rows) else None
    if below is not None and below.number == best.number + 1 and _is_sub_heading(below, best):
        return Head((best, below), best.number)
    return Head((best,), best.number)


def _is_group(above: Row, best: Row) -> bool:
    """Tell whether a row heads the headings of the next: ``Salariés`` over ``H`` and ``F``."""
    texts = [fold(text) for text in texts_of(best)]
    return (
        (len(set(texts)) < len(texts) or _heads_more(above, best))
        and len(above.cells) > 1
        and all(len(text) < _LONGEST_ABOVE and not is_dated(text) for text in texts_of(above))
    )


def _heads_more(above: Row, best: Row) -> bool:
    """Tell whether a row heads columns that the row below it leaves without, or shares."""
    columns = {cell.column for cell in best.cells}
    beyond = any(cell.column not in columns for cell in above.cells)
    if any(cell.at.row == above.number for cell in best.cells):
        return True  # a heading merged over both rows
    return beyond and sum(role_of(text) is not None for text in texts_of(above)) > 1


def _is_sub_heading(below: Row, best: Row) -> bool:
    """Tell whether a row divides headings: short words, some where the row above is blank."""
    columns = {cell.column for cell in best.cells}
    period = next((c.column for c in best.cells if _promises_dates(str(c.text))), None)
    own = own_cells(below)
    texts = [str(cell.text) for cell in own]
    return (
        len(own) > 1
        and all(len(text) < _LONGEST_BELOW and not re.search(r"\d", text) for text in texts)
        and any(cell.column not in columns for cell in own)
        and not any(cell.column == period for cell in own)
    )


def by_content(rows: Sequence[Row]) -> Head | None:
    """Return where a table begins whose headings name no column of periods."""
    cells = columns_in(_without_lines(rows))
    several = {row.number for row in first_rows(rows) if len(own_cells(row)) > 1}
    for column in sorted(cells) if len(cells) > 1 else ():
        start = next((c.at.row for c in cells[column] if looks_dated(c) or _told(c, several)), None)
        if start is not None and (head := _from(start, column, rows, cells[column])):
            return head
    cells = columns_in(rows)
    for column in sorted(cells):
        start = next((cell.at.row for cell in cells[column] if tells_when(cell)), None)
        if start is not None and (head := _from(start, column, rows, cells[column])):
            return head
    return _by_days(rows) or _by_events(rows)


def _without_lines(rows: Sequence[Row]) -> list[Row]:
    """Return rows without the lone lines between them, which say no date: ``Ancien régime``.

    A table of one column has no other rows.
    """
    others = [row for row in rows if not _is_line(row)]
    return others if 2 * len(others) > len(rows) else list(rows)


def _is_line(row: Row) -> bool:
    own = own_cells(row)
    return len(own) == 1 and not looks_dated(own[0]) and not tells_when(own[0])


def _told(cell: Cell, rows: Set[int]) -> bool:
    """Tell whether a date and words stand in a cell of one of these rows."""
    return cell.at.row in rows and bool(tells_when(cell))


def _by_events(rows: Sequence[Row]) -> Head | None:
    """Return where events begin above a row that looks like their headings."""
    for row in first_rows(rows):
        if score(texts_of(row)) and (first := first_event_above(row, rows)):
            return Head((), first.at.row, first.column)
    return None


def _by_days(rows: Sequence[Row]) -> Head | None:
    """Return where a table of ``Jour`` or ``Mois`` begins, years or months alone above them."""
    for row in first_rows(rows):
        for cell in row.cells:
            known = role_of(str(cell.text))
            if known is None or known[0] not in (Role.MONTH, Role.DAY):
                continue
            column = cell.column
            below = columns_in(each for each in rows if each.number > row.number).get(column, [])
            dated = sum(looks_dated(each) or lead_of(str(each.text)) is not None for each in below)
            days = sum(says_days(each) and not looks_dated(each) for each in below)
            if dated >= FEW * len(below) > 0 and dated + days >= DATED_SHARE * len(below):
                return Head((row,), row.number, column)
    return None


def _from(start: int, column: int, rows: Sequence[Row], cells: Sequence[Cell]) -> Head | None:
    """Return the beginning of a table whose periods begin in that row, if they do."""
    below = [cell for cell in cells if cell.at.row >= start]
    found = seen(below)
    if start > rows[0].number + HEADING_ROWS or not (found.is_chronology or found.tells):
        return None
    above = [row for row in rows if row.number < start]
    if sum(len(own_cells(row)) > 1 for row in above) > len(below) + 1:
        return None  # They would be left out: a few dates below them are no table.
    if heading := _heading_above(above, column, below):
        return Head((heading,), heading.number, column)
    events = [row.number for row in above if _is_event(row)]
    return Head((), min((*events, start)), column)


def _heading_above(above: Sequence[Row], column: int, below: Sequence[Cell]) -> Row | None:
    """Return the row that heads a table: the last above it, or over lines and dates above it.

    A row with a date of its own heads nothing; a lone line may head the rows below it.
    """
    for row in reversed(above):
        own = own_cells(row)
        near = row is above[-1]
        if len(own) > 1 and not any(map(looks_dated, own)):
            return row if near or any(cell.column == column for cell in own) else None
        if near and own and _heads_one(row):
            return row
    return None


def _heads_one(row: Row) -> bool:
    """Tell whether a lone line is the very word for a column: ``Événements``."""
    known = role_of(texts_of(row)[0]) if own_cells(row) else None
    return known is not None and known[1] == SURE
