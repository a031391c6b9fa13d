"""Which role a column has: what its heading says and its cells confirm, or ``[colonnes]`` rules."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.config import Config
from pipeline.errors import MisfitError
from pipeline.model import Role, Text
from pipeline.table.evidence import FEW, HEADED_SHARE, TOLD_SHARE, Evidence
from pipeline.table.headings import LIKELY, NAMING, SURE, fold, listed, role_of, says_begin

DATES = (Role.PERIOD, Role.YEAR)
"""Roles of which a table needs one."""
_PARTS_OF_DATES = (Role.MONTH, Role.DAY, Role.END_YEAR, Role.END_MONTH, Role.END_DAY, Role.END)


def recognised(headings: Mapping[int, str], cells: Mapping[int, Evidence]) -> dict[int, Role]:
    """Return a role for each column whose heading names one, by its number.

    Of several headings for one role the surest is taken, and of columns of periods first
    the one that holds dates.

    Args:
        headings: What says the role of each headed column.
        cells: What stands in each filled column.
    """
    found = {n: known for n, text in headings.items() if (known := role_of(text)) is not None}
    best: dict[Role, int] = {}
    for number, (role, sure) in sorted(found.items()):
        if number not in cells or not _believed(role, sure, cells[number]):
            continue
        before = best.get(role)
        if before is None or _weight(role, sure, cells[number]) > _weight(
            role, found[before][1], cells[before]
        ):
            best[role] = number
    _settle_end(best, found, headings)
    _settle_two(best, found, cells)
    roles: dict[int, Role] = {
        n: Role.SOURCES
        for n, (named, _) in found.items()
        if named is Role.SOURCES and not (n in cells and cells[n].amounts)
    }
    for role in (Role.THEME, Role.PERIOD, Role.YEAR, *_PARTS_OF_DATES):
        if role in best:
            roles[best[role]] = role
    roles = _settle_dates(roles, best, cells)
    _settle_theme(roles, headings, cells)
    return roles


def _settle_theme(
    roles: dict[int, Role], headings: Mapping[int, str], cells: Mapping[int, Evidence]
) -> None:
    """Take the only texts of a table for what they are where they are sentences, no names.

    ``Date | Événement`` tells; ``Date | Titre`` names.  ``roles`` is changed.
    """
    theme = next((n for n, role in roles.items() if role is Role.THEME), None)
    if theme is None or fold(headings[theme]) in NAMING or not cells.keys() <= roles.keys():
        return
    if cells[theme].told >= TOLD_SHARE:
        del roles[theme]


def _believed(role: Role, sure: int, cells: Evidence) -> bool:
    """Tell whether the cells of a column bear out what its heading hints at."""
    if role is Role.THEME:
        return not cells.is_prose
    if role in DATES and sure < SURE:
        return cells.dated >= FEW
    if role is Role.END and sure < SURE:
        return cells.dated >= HEADED_SHARE
    return True


def _weight(role: Role, sure: int, cells: Evidence) -> tuple[bool, int]:
    return role in DATES and cells.dated >= HEADED_SHARE, sure


def _settle_end(
    best: dict[Role, int], found: Mapping[int, tuple[Role, int]], headings: Mapping[int, str]
) -> None:
    """Drop ``Fin de mandat`` where no ``Début de mandat`` stands beside it; ``best`` is changed."""
    end, begin = best.get(Role.END), best.get(Role.PERIOD)
    hinted = end is not None and found[end][1] < SURE
    if hinted and (begin is None or not says_begin(headings[begin])):
        del best[Role.END]


def _settle_two(
    best: dict[Role, int], found: Mapping[int, tuple[Role, int]], cells: Mapping[int, Evidence]
) -> None:
    """Drop a column of periods that says no date beside one of years; ``best`` is changed.

    ``Date de saisie`` is about the row, ``Dates clés`` may head texts.
    """
    if Role.YEAR not in best or Role.PERIOD not in best:
        return
    period, year = best[Role.PERIOD], best[Role.YEAR]
    texts = cells[period].dated < FEW and cells[year].dated >= HEADED_SHARE
    if texts or found[period][1] < LIKELY:
        del best[Role.PERIOD]
    elif cells[year].dated < FEW and cells[period].dated >= HEADED_SHARE:
        del best[Role.YEAR]


def _settle_dates(
    roles: dict[int, Role], best: dict[Role, int], cells: Mapping[int, Evidence]
) -> dict[int, Role]:
    """Decide between a column of periods and columns of year, month and day."""
    whole = {Role.YEAR, Role.MONTH, Role.DAY} <= best.keys()
    if whole and Role.PERIOD in best:
        roles.pop(best[Role.PERIOD])
    elif _says_months(best, cells):
        roles[best[Role.DAY]] = Role.PERIOD
    elif Role.YEAR in best and Role.MONTH not in best and Role.PERIOD not in best:
        roles[best[Role.YEAR]] = Role.PERIOD
    elif Role.DAY in best and not best.keys() & {Role.YEAR, Role.PERIOD, Role.MONTH}:
        roles[best[Role.DAY]] = Role.PERIOD
    if Role.YEAR not in roles.values():
        for role in (Role.MONTH, Role.DAY):
            if role in best and roles.get(best[role]) is role:
                roles.pop(best[role])
    return roles


def _says_months(best: Mapping[Role, int], cells: Mapping[int, Evidence]) -> bool:
    """Tell whether the days beside years, without a column of months, are « 3 mars »."""
    alone = Role.DAY in best and Role.YEAR in best and not best.keys() & {Role.MONTH, Role.PERIOD}
    return alone and cells[best[Role.DAY]].dated >= HEADED_SHARE


def set_by_config(
    roles: dict[int, Role], headings: Mapping[int, Text], last: int, config: Config, file: str
) -> None:
    """Let ``[colonnes]`` rule; ``roles`` is changed.  ``last`` is the last filled column.

    Raises:
        MisfitError: A column that is asked for is not there, or is asked for twice.
    """
    wanted = config.columns
    asked: list[tuple[str, str, Role]] = [("theme", wanted.theme, Role.THEME)]
    asked += [("periode", name, Role.PERIOD) for name in wanted.periods[:1]]
    asked += [("periode", name, Role.END) for name in wanted.periods[1:2]]
    asked += [("rubriques", name, Role.SECTION) for name in wanted.sections or ()]
    asked += [("sources", name, Role.SOURCES) for name in wanted.sources or ()]
    asked += [("ignorer", name, Role.IGNORED) for name in wanted.ignored]
    if wanted.periods:
        _forget(roles, *DATES, *_PARTS_OF_DATES)
    if wanted.theme:
        _forget(roles, Role.THEME)
    if wanted.sources is not None:
        _forget(roles, Role.SOURCES)
    taken: dict[int, str] = {}
    for key, name, role in asked:
        if not name:
            continue
        number = _column(name, key, headings, last, file)
        if number in taken:
            raise MisfitError(
                f"{file} : la colonne « {name} » est demandée deux fois, par [colonnes] "
                f"{taken[number]} et par [colonnes] {key}.\nGardez l’une des deux lignes."
            )
        taken[number], roles[number] = key, role


def _forget(roles: dict[int, Role], *kinds: Role) -> None:
    for number in [n for n, role in roles.items() if role in kinds]:
        del roles[number]


def _column(name: str, key: str, headings: Mapping[int, Text], last: int, file: str) -> int:
    """Return the column of that heading, or of those letters up to the ``last`` one filled.

    Raises:
        MisfitError: There is none.
    """
    for number, heading in headings.items():
        if str(heading).strip() == name.strip() or fold(str(heading)) == fold(name):
            return number
    if name.isascii() and name.isalpha() and name.isupper() and len(name) <= 3:
        number = 0
        for letter in name:
            number = 26 * number + ord(letter) - ord("A") + 1
        if number <= last:
            return number
    raise MisfitError(
        f"{file} : la colonne « {name} » demandée par [colonnes] {key} n’existe pas.\n"
        f"En-têtes lus : {listed(map(str, headings.values()))}.\n"
        "Écrivez l’en-tête comme dans le classeur, ou la lettre de la colonne."
    )
