"""What each column of the table is for: recognised by its heading, or set in ``[colonnes]``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.errors import WorkbookError
from pipeline.headings import fold, role_of
from pipeline.model import CellRef, Column, Role, Row, Text, column_letters

_PARTS_OF_DATES = (Role.MONTH, Role.DAY, Role.END_YEAR, Role.END_MONTH, Role.END_DAY, Role.END)
LIKELY = 2
"""Sureness of a heading below which a date beside a year says nothing about the event."""
LONGEST_THEME = 160
"""Letters; a column whose middle text is longer tells, it does not name."""


def columns_of(
    heads: Sequence[Row],
    top: int,
    parts: Sequence[Sequence[Row]],
    config: Config,
    file: str,
    report: Reporter,
    period: int | None = None,
) -> tuple[Column, ...]:
    """Return the columns that are filled or headed, from left to right, with their roles.

    Args:
        heads: The heading row, or two, or none.
        top: First row of the table, from 1.
        parts: Rows of each sheet, the headings included.
        config: ``[colonnes]`` rules over what is recognised.
        file: Name of the workbook, for messages.
        report: Receives the columns without a heading, and those known by their content.
        period: Number of the column whose content, not its heading, is known to be periods.

    Raises:
        WorkbookError: A column asked for is not there, or none holds periods.
    """
    headings = _headings(heads)
    bottom = heads[-1].number if heads else top - 1
    lengths = _lengths(parts, bottom)
    names = {n: _name(str(headings[n]), heads, n) for n in headings}
    roles = _recognised(names, lengths)
    if period is not None:
        roles = {n: role for n, role in roles.items() if role is not Role.PERIOD}
        roles[period] = Role.PERIOD
    _set_by_config(roles, headings, config, file)
    at = CellRef(parts[0][0].cells[0].at.sheet, max(bottom, 1), 1)
    if period in headings and roles[period] is Role.PERIOD and not config.columns.period:
        heading = headings[period]
        report(Diagnostic(Code.COLUMN_GUESSED, heading.origin, before=str(heading)))
    numbers = sorted(set(headings) | set(lengths))
    _without_heading(numbers, headings, roles, at, report)
    if not set(roles.values()) & {Role.PERIOD, Role.YEAR}:
        raise WorkbookError(
            f"{file} : aucune colonne de périodes.\nEn-têtes lus : {_known(headings)}.\n"
            "Indiquez la colonne des dates : [colonnes] periode dans annales.toml."
        )
    groups = _groups(heads) if len(heads) > 1 else {}
    return tuple(
        Column(n, headings.get(n, Text()), roles.get(n, Role.SECTION), _above(groups.get(n)))
        for n in numbers
    )


def _above(group: Text | None) -> CellRef | None:
    return group.origin if group is not None else None


def _lengths(parts: Sequence[Sequence[Row]], bottom: int) -> dict[int, list[int]]:
    """Return the lengths of the texts of each filled column, from the shortest."""
    lengths: dict[int, list[int]] = {}
    for rows in parts:
        for row in rows:
            if row.number > bottom or rows is not parts[0]:
                for cell in row.cells:
                    lengths.setdefault(cell.at.column, []).append(len(str(cell.text)))
    return {number: sorted(each) for number, each in lengths.items()}


def _headings(heads: Sequence[Row]) -> dict[int, Text]:
    """Return the heading of each column; a group above stands before its sub-heading."""
    if not heads:
        return {}
    below = {cell.at.column: cell.text for cell in heads[-1].cells}
    if len(heads) == 1:
        return below
    groups = _groups(heads)
    subs = Counter(fold(str(text)) for text in below.values())
    headings = {cell.at.column: cell.text for cell in heads[0].cells} | below
    for number, sub in below.items():
        group = groups.get(number)
        if group is not None and str(group) != str(sub):
            headings[number] = _joined(group, sub, alone=subs[fold(str(sub))] == 1)
    return headings


def _name(heading: str, heads: Sequence[Row], number: int) -> str:
    """Return what says the role of a column: its heading, or the lower of two rows of them."""
    if len(heads) == 1 or role_of(heading):
        return heading
    below = (cell for cell in heads[-1].cells if cell.at.column == number)
    return next((str(cell.text) for cell in below), heading)


def _groups(heads: Sequence[Row]) -> dict[int, Text]:
    """Return the group that each column of two heading rows belongs to: itself, or the last."""
    above = {cell.at.column: cell.text for cell in heads[0].cells}
    groups = {}
    for number in sorted({cell.at.column for row in heads for cell in row.cells}):
        left = [each for each in above if each <= number]
        if left:
            groups[number] = above[max(left)]
    return groups


def _joined(group: Text, sub: Text, *, alone: bool) -> Text:
    """Return both headings as one; a sub-heading that says its role alone needs no group."""
    whole = group.joined(Text.plain_text(" – ")).joined(sub)
    sure = _sureness(str(sub))
    if alone and sure == _SURE and _sureness(str(whole)) < _SURE:
        return sub
    return replace(whole, origin=sub.origin)


_SURE = 3


def _sureness(heading: str) -> int:
    known = role_of(heading)
    return known[1] if known else 0


def _recognised(headings: dict[int, str], lengths: dict[int, list[int]]) -> dict[int, Role]:
    """Return a role for each heading that names one; the best names the period and the theme."""
    found = {n: known for n, text in headings.items() if (known := role_of(text)) is not None}
    best: dict[Role, int] = {}
    for number, (named, sure) in sorted(found.items()):
        if number not in lengths or (named is Role.THEME and _is_prose(lengths[number])):
            continue
        if named not in best or sure > found[best[named]][1]:
            best[named] = number
    if Role.YEAR in best and Role.PERIOD in best and found[best[Role.PERIOD]][1] < LIKELY:
        del best[Role.PERIOD]
    roles: dict[int, Role] = {
        n: Role.SOURCES for n, (named, _) in found.items() if named is Role.SOURCES
    }
    for role in (Role.THEME, Role.PERIOD, Role.YEAR, *_PARTS_OF_DATES):
        if role in best:
            roles[best[role]] = role
    return _settle_dates(roles, best)


def _is_prose(lengths: Sequence[int]) -> bool:
    """Tell whether most texts of a column are too long to be the title of an entry."""
    return lengths[len(lengths) // 2] > LONGEST_THEME


def _settle_dates(roles: dict[int, Role], best: dict[Role, int]) -> dict[int, Role]:
    """Decide between a column of periods and columns of year, month and day."""
    whole = {Role.YEAR, Role.MONTH, Role.DAY} <= best.keys()
    if whole and Role.PERIOD in best:
        roles.pop(best[Role.PERIOD])
    elif Role.YEAR in best and Role.MONTH not in best and Role.PERIOD not in best:
        roles[best[Role.YEAR]] = Role.PERIOD
    elif Role.DAY in best and not best.keys() & {Role.YEAR, Role.PERIOD, Role.MONTH}:
        roles[best[Role.DAY]] = Role.PERIOD
    if Role.YEAR not in roles.values():
        for role in (Role.MONTH, Role.DAY):
            if role in best and roles.get(best[role]) is role:
                roles.pop(best[role])
    return roles


def _set_by_config(
    roles: dict[int, Role], headings: dict[int, Text], config: Config, file: str
) -> None:
    """Let ``[colonnes]`` rule; ``roles`` is changed."""
    wanted = config.columns
    periods = [wanted.period] if isinstance(wanted.period, str) else wanted.period
    asked: list[tuple[str, str, Role]] = [("theme", wanted.theme, Role.THEME)]
    asked += [("periode", name, Role.PERIOD) for name in periods[:1]]
    asked += [("periode", name, Role.END) for name in periods[1:2]]
    asked += [("rubriques", name, Role.SECTION) for name in wanted.sections or ()]
    asked += [("sources", name, Role.SOURCES) for name in wanted.sources or ()]
    asked += [("ignorer", name, Role.IGNORED) for name in wanted.ignored]
    if any(periods):
        for number in [
            n for n, r in roles.items() if r in (Role.PERIOD, Role.YEAR, *_PARTS_OF_DATES)
        ]:
            del roles[number]
    if wanted.theme:
        for number in [n for n, role in roles.items() if role is Role.THEME]:
            del roles[number]
    if wanted.sources is not None:
        for number in [n for n, role in roles.items() if role is Role.SOURCES]:
            del roles[number]
    for key, name, role in asked:
        if name:
            roles[_column(name, key, headings, file)] = role


def _column(name: str, key: str, headings: dict[int, Text], file: str) -> int:
    """Return the column of that heading, or of those letters.

    Raises:
        WorkbookError: There is none.
    """
    for number, heading in headings.items():
        if str(heading).strip() == name.strip() or fold(str(heading)) == fold(name):
            return number
    if name.isascii() and name.isalpha() and name.isupper() and len(name) <= 3:
        number = 0
        for letter in name:
            number = 26 * number + ord(letter) - ord("A") + 1
        return number
    raise WorkbookError(
        f"{file} : la colonne « {name} » demandée par [colonnes] {key} n’existe pas.\n"
        f"En-têtes lus : {_known(headings)}.\n"
        "Écrivez l’en-tête comme dans le classeur, ou la lettre de la colonne."
    )


def _known(headings: dict[int, Text]) -> str:
    names = (" ".join(str(text).split()) for text in headings.values())
    return ", ".join(f"« {name[:40]} »" for name in names) or "aucun"


def _without_heading(
    numbers: Sequence[int],
    headings: dict[int, Text],
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
