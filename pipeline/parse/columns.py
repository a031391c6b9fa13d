"""The columns of the table: what is over each, what it is for, and what is said of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.errors import WorkbookError
from pipeline.model import CellRef, Column, Role, Row, Text, column_letters
from pipeline.parse.heading_texts import groups_of, headings_of, names_of, unsaid
from pipeline.parse.roles import DATES, recognised, set_by_config
from pipeline.parse.sideways import sideways, turn
from pipeline.regex import regex
from pipeline.table.evidence import FEW, Evidence, evidence_of
from pipeline.table.heading_rows import Head
from pipeline.table.headings import NUMBERS, fold, listed

_NUMBERED_RE = regex(r"\bn(?:o|°|º|um[ée]ro)\s?\d", re.IGNORECASE)
"""A text that names a number: ``voir n° 12``."""


def columns_of(
    heads: Sequence[Head],
    parts: Sequence[Sequence[Row]],
    config: Config,
    file: str,
    report: Reporter,
) -> tuple[Column, ...]:
    """Return the columns that are filled or headed, from left to right, with their roles.

    Args:
        heads: Where the table begins in each sheet, and under which headings.
        parts: Rows of each sheet, the headings included.
        config: ``[colonnes]`` rules over what is recognised.
        file: Name of the workbook, for messages.
        report: Receives the columns without a heading, and those known by their content.

    Raises:
        WorkbookError: A column asked for is not there, or none holds periods.
    """
    head = heads[0]
    headings = {n: text for each in reversed(heads) for n, text in headings_of(each.rows).items()}
    below = (r for h, rows in zip(heads, parts, strict=True) for r in rows if r.number > h.bottom)
    cells = evidence_of(below)
    roles = recognised(names_of(head.rows, headings), cells)
    if not config.columns.periods:
        _guess_period(roles, head, headings, cells, report)
    _ignore_numbers(roles, headings, cells, parts)
    set_by_config(roles, headings, max((*headings, *cells)), config, file)
    at = CellRef(parts[0][0].cells[0].at.sheet, max(head.bottom, 1), 1)
    numbers = sorted(headings.keys() | cells.keys())
    _without_heading(numbers, headings, roles, at, report)
    named = [n for n, role in roles.items() if role in DATES and n in cells]
    if not any(cells[n].dated >= FEW or cells[n].tells for n in named):
        across = None if config.columns.periods else sideways(head.rows)
        if across is not None:
            raise turn(across, file, at.sheet)
    numeric = bool(named) and all(cells[n].undated for n in named)
    if not set(roles.values()) & set(DATES) or (numeric and not config.columns.periods):
        raise _no_dates(headings, cells, at, file)
    _report_beside(headings, cells, roles, at, report)
    _report_twice(headings | _lower(head), cells, roles, report)
    groups = groups_of(head.rows)
    for group, words in unsaid(head.rows, headings).items():
        report(Diagnostic(Code.OUTSIDE_TABLE, group, before=words))
    return tuple(
        Column(n, headings.get(n, Text()), roles.get(n, Role.SECTION), _above(groups.get(n)))
        for n in numbers
    )


def _ignore_numbers(
    roles: dict[int, Role],
    headings: Mapping[int, Text],
    cells: Mapping[int, Evidence],
    parts: Sequence[Sequence[Row]],
) -> None:
    """Leave out a column ``N°`` that only counts the rows; ``roles`` is changed.

    Where a text says « voir n° 12 » the numbers may be meant, and stay.
    """
    counting = [
        n
        for n, text in headings.items()
        if n not in roles and n in cells and cells[n].counted and fold(str(text)) in NUMBERS
    ]
    texts = (str(cell.text) for rows in parts for row in rows for cell in row.cells)
    if counting and not any(_NUMBERED_RE.search(text) for text in texts):
        roles.update(dict.fromkeys(counting, Role.IGNORED))


def _report_beside(
    headings: Mapping[int, Text],
    cells: Mapping[int, Evidence],
    roles: Mapping[int, Role],
    beside: CellRef,
    report: Reporter,
) -> None:
    """Report a list that stands beside the table, and would be taken for one of its columns."""
    last = max(each.rows[1] for each in cells.values())
    filled = {*cells, *headings}
    for number in sorted(cells):
        here = cells[number]
        first, end = here.rows
        shorter = here.count == end - first + 1 and first == beside.row + 1 and end < last
        apart = number - 1 not in filled and number > min(filled)
        if shorter and apart and roles.get(number, Role.SECTION) is Role.SECTION:
            at = CellRef(beside.sheet, beside.row, number)
            name = str(headings.get(number, column_letters(number)))
            report(Diagnostic(Code.COLUMN_BESIDE, at, before=name))


def _report_twice(
    headings: Mapping[int, Text],
    cells: Mapping[int, Evidence],
    roles: Mapping[int, Role],
    report: Reporter,
) -> None:
    """Report a second column of dates under the heading of the first: two tables, maybe.

    Of two heading rows the lower says what the column is: ``Date`` under ``France``.
    """
    dated = {fold(str(headings[n])) for n, r in roles.items() if r in DATES and n in headings}
    for number, heading in headings.items():
        section = roles.get(number, Role.SECTION) is Role.SECTION and number in cells
        if section and cells[number].dated >= FEW and fold(str(heading)) in dated:
            report(Diagnostic(Code.COLUMN_DATES_TWICE, heading.origin, before=str(heading)))


def _lower(head: Head) -> dict[int, Text]:
    """Return the headings of the lower of two rows."""
    return {cell.column: cell.text for row in head.rows[1:] for cell in row.cells}


def _above(group: Text | None) -> CellRef | None:
    return group.origin if group is not None else None


def _guess_period(
    roles: dict[int, Role],
    head: Head,
    headings: Mapping[int, Text],
    cells: Mapping[int, Evidence],
    report: Reporter,
) -> None:
    """Take a column for the periods by what stands in it, where no heading names one.

    A heading that names one over cells of which hardly any is a date counts for none.
    """
    named = [n for n, role in roles.items() if role in DATES]
    if head.period is None and any(cells[n].dated >= FEW for n in named):
        return
    free = [n for n in sorted(cells) if n not in roles]
    shown = [n for n in free if cells[n].is_chronology] or [n for n in free if cells[n].tells]
    if not shown and any(cells[n].tells for n in named):
        return
    period = head.period if head.period is not None else next(iter(shown), None)
    if period is None:
        return
    for number in named:
        del roles[number]
    roles[period] = Role.PERIOD
    if period in headings:
        heading = headings[period]
        report(Diagnostic(Code.COLUMN_GUESSED, heading.origin, before=str(heading)))


def _no_dates(
    headings: Mapping[int, Text], cells: Mapping[int, Evidence], at: CellRef, file: str
) -> WorkbookError:
    where = f"{file}, feuille « {at.sheet} »"
    known = f"En-têtes lus (ligne {at.row}) : {listed(map(str, headings.values()))}.\n"
    if not cells:
        return WorkbookError(
            f"{where} : aucune ligne n’est remplie sous les en-têtes.\n{known}"
            "Remplissez le tableau, ou indiquez une autre feuille : [feuille] nom."
        )
    return WorkbookError(
        f"{where} : aucune colonne ne contient de périodes ou de dates.\n{known}"
        "Indiquez la colonne des dates : [colonnes] periode dans annales.toml."
    )


def _without_heading(
    numbers: Sequence[int],
    headings: Mapping[int, Text],
    roles: dict[int, Role],
    beside: CellRef,
    report: Reporter,
) -> None:
    """Give a role to filled columns without a heading: beside the sources they join them."""
    sources = [n for n, role in roles.items() if role is Role.SOURCES]
    for number in numbers:
        if number in headings or (number in roles and roles[number] is not Role.PERIOD):
            continue
        joins = bool(sources) and number > min(sources)
        kind = "une rubrique"
        if number in roles:
            kind = "la période"
        elif joins:
            kind = "des documents"
        roles.setdefault(number, Role.SOURCES if joins else Role.SECTION)
        at = CellRef(beside.sheet, beside.row, number)
        report(
            Diagnostic(Code.COLUMN_WITHOUT_HEADING, at, before=column_letters(number), after=kind)
        )
