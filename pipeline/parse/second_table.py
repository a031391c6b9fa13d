"""A second table under the first, under headings of its own: its rows are no events of it."""

from __future__ import annotations

from collections.abc import Sequence, Set

from pipeline.diagnostics import Code, Reporter
from pipeline.model import Role, Row
from pipeline.table.dated import looks_dated
from pipeline.table.evidence import HEADED_SHARE
from pipeline.table.heading_rows import Head
from pipeline.table.headings import SURE, fold, role_of
from pipeline.table.rows import is_note, own_cells, report_rows, texts_of

_LONGEST = 30
"""Letters of a heading; a longer text is no heading of a list."""
_DATED = (Role.PERIOD, Role.YEAR)
_TIMES = (*_DATED, Role.END, Role.SOURCES)
"""Roles whose very words begin no event, as « Exposition » may."""
_LISTS = frozenset(
    "nom prenom nom prenom qualite fonction adresse profession metier telephone tel email mail "
    "naissance deces mandat montant effectif nombre age commune ville code postal grade titulaire "
    "maire cure president secretaire tresorier observation remarque note commentaire".split()
)
"""Words that head the columns of a list."""


def first_table(
    rows: Sequence[Row], head: Head, headed: Sequence[Row], report: Reporter
) -> tuple[list[Row], int | None]:
    """Return the rows of one table, and the number of the row where a second one begins.

    What stands under other headings for the same columns goes on with the table; their row is
    reported, and each cell of a second table is.

    Args:
        rows: Rows of one sheet.
        head: Where its table begins.
        headed: The heading rows, of the first sheet where several are joined.
        report: Receives what is not printed.
    """
    kept: list[Row] = []
    known = {fold(text) for row in headed for text in texts_of(row)}
    for place, row in enumerate(rows[:-1]):
        if not (_heads(row) and _stands_apart(row, kept, head)) or _again(row, known):
            kept.append(row)
        elif _goes_on(row, rows[place + 1 :], headed, head.period):
            report_rows((row,), Code.HEADING_OTHER, report)
        else:
            title = _title(row, kept)
            _report([*title, *rows[place:]], report)
            return kept[: len(kept) - len(title)], [*title, row][0].number
    return [*kept, rows[-1]], None


def _again(row: Row, known: Set[str]) -> bool:
    return {fold(text) for text in texts_of(row)} <= known


def _title(row: Row, above: Sequence[Row]) -> list[Row]:
    """Return the lone line that stands over headings, apart from what is above it."""
    if not _is_line(above[-1]):
        return []
    apart = len(above) > 1 and above[-1].number > above[-2].number + 1
    return [above[-1]] if apart or row.number == above[-1].number + 1 else []


def _heads(row: Row) -> bool:
    """Tell whether a row looks like headings: short texts, no date, half of them known words."""
    own = own_cells(row)
    texts = [str(cell.text) for cell in own]
    if len(own) < 2 or len(own) < len(row.cells):
        return False
    if any(len(text) > _LONGEST or any(map(str.isdigit, text)) for text in texts):
        return False
    roles = [known[0] for text in texts if (known := role_of(text)) and known[1] == SURE]
    lists = [text for text in texts if role_of(text) is None and _names_list(text)]
    sure = bool(lists) or any(role in _TIMES for role in roles)
    named = len(roles) + len(lists)
    return sure and named > 1 and 2 * named >= len(own) and not any(map(looks_dated, own))


def _names_list(text: str) -> bool:
    words = fold(text).split()
    return bool(words) and set(words) <= _LISTS


def _stands_apart(row: Row, above: Sequence[Row], head: Head) -> bool:
    """Tell whether a row stands under a blank one or a lone line, and under an event."""
    events = [each for each in above if each.number > head.bottom]
    if not any(looks_dated(cell) for each in events for cell in each.cells):
        return False
    return row.number > above[-1].number + 1 or _is_line(above[-1])


def _is_line(row: Row) -> bool:
    own = own_cells(row)
    return len(own) == 1 and not looks_dated(own[0])


def _goes_on(row: Row, below: Sequence[Row], headed: Sequence[Row], period: int | None) -> bool:
    """Tell whether headings name the columns as those above do, and dates stand below them."""
    first = {cell.column: role_of(str(cell.text)) for each in headed for cell in each.cells}
    second = {cell.column: role_of(str(cell.text)) for cell in row.cells}
    periods = {n for n, known in first.items() if known and known[0] in _DATED}
    periods |= {period} if period is not None else set()
    dates = [n for n in periods if (known := second.get(n)) and known[0] in _DATED]
    both = ((first.get(n), known) for n, known in second.items() if n not in dates)
    if not dates or any(one and two and one[0] is not two[0] for one, two in both):
        return False
    cells = [cell for each in below for cell in own_cells(each) if cell.column in dates]
    return sum(map(looks_dated, cells)) >= HEADED_SHARE * len(cells) > 0


def _report(rows: Sequence[Row], report: Reporter) -> None:
    for row in rows:
        note = len(row.cells) == 1 and is_note(texts_of(row)[0])
        report_rows((row,), Code.TRAILING_NOTE if note else Code.SECOND_TABLE, report)
