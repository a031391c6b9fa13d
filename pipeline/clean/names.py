"""Variants of one name: found and proposed together, unified only where the user says so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from pipeline.clean.capital_lines import heading_end
from pipeline.clean.lexicon import Lexicon, plain
from pipeline.clean.protect import guarded
from pipeline.clean.rule import Edit, Rule
from pipeline.config import Cleaning
from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Cell, CellRef
from pipeline.regex import regex

_NAME_RE = regex(
    r"[A-ZÀ-Ý](?:(?<![\w’'.].)|(?<=(?<!\w)[dlDL][’'].))(?:\.(?:[A-Z]\.)+[A-Z]?"
    r"|[\w.]*[A-ZÀ-Ýa-zà-ÿ](?: ?['’´] ?(?:[A-Z]\w*|S\b))?)(?![\w])"
)
"""A capitalised word, an acronym with or without points, a name with an apostrophe."""
_MARKED_RE = regex(r"['’´.]")
"""What tells a name in a heading in capitals from the words around it."""
_APOSTROPHE_RE = regex(r" ?['’´] ?")
_ACRONYM_RE = regex(r"[A-Z][A-Z.]+")
_SHORTEST = 4
_SHOWN = 3
"""Cells named for each spelling."""


@dataclass(slots=True)
class Variant:
    """One spelling of a name, and the cells that have it, in their order."""

    name: str
    cells: list[CellRef] = field(default_factory=list)
    told: int = 0
    """How many of them have small letters: capitals alone show no spelling."""

    def untidy(self, apostrophe: bool) -> bool:
        """Tell whether it has stray blanks, points, or lost the apostrophe of the others."""
        lost = apostrophe and "’" not in self.name
        return " ’" in self.name or "." in self.name or lost


def key(name: str) -> str:
    """Return what variants of one name have in common.

    >>> key("INTER ' S") == key("Inter 'S") == key("INTER'S"), key("C.N.E.I.")
    (True, 'cnei')
    """
    return re.sub(r"[^a-z0-9]", "", plain(name))


def near_key(name: str) -> str:
    """Return what an acronym, its plural or its misspelling have in common; else its key.

    A doubled letter and a plural at once are too far: they may be another body's.

    >>> near_key("CIRIE") == near_key("CIRRIE") == near_key("CIRIES"), near_key("C.I.R.R.I.E.S.")
    (True, 'cirries')
    >>> near_key("Inters")
    'inters'
    """
    letters = key(name)
    if _ACRONYM_RE.fullmatch(name) is None or len(letters) <= _SHORTEST:
        return letters
    single = re.sub(r"(.)\1", r"\1", letters)
    return (
        letters.removesuffix("s")
        if single == letters
        else single
        if letters[-1] != "s"
        else letters
    )


def variants(
    cells: Sequence[Cell], spelled: Iterable[Iterable[str]], lexicon: Lexicon
) -> tuple[tuple[Variant, ...], ...]:
    """Return the names that a document writes in several ways, and where.

    ``spelled`` has, cell by cell, what ``names_in`` finds in it.
    The most frequent stands first, those with stray blanks and points last.
    A word of the dictionary is no name: capitals of a heading are no variant of it.
    """
    named: dict[str, Variant] = {}
    for cell, names in zip(cells, spelled, strict=True):
        for name in names:
            if name not in named:
                named[name] = Variant(name)
            named[name].cells.append(cell.at)
            named[name].told += not str(cell.text).isupper()
    found: dict[str, dict[str, Variant]] = {}
    for name, variant in named.items():
        found.setdefault(key(name), {})[name] = variant
    groups = []
    for each, spellings in sorted(_merged(found).items()):
        _find_parted(spellings, cells)
        if len(each) < _SHORTEST or len(spellings) < 2:
            continue
        if not any(_listed(name, lexicon) for name in spellings):
            groups.append(_ranked(spellings.values()))
    return tuple(groups)


def _merged(found: dict[str, dict[str, Variant]]) -> dict[str, dict[str, Variant]]:
    """Put the spellings of an acronym together that differ by a doubled letter or a plural."""
    first: dict[str, str] = {}
    merged: dict[str, dict[str, Variant]] = {}
    for each, spellings in found.items():
        near = {near_key(name) for name in spellings} - {each}
        home = next((first[one] for one in (each, *near) if one in first), each)
        first |= dict.fromkeys((each, *near), home)
        merged.setdefault(home, {}).update(spellings)
    return merged


def _ranked(group: Iterable[Variant]) -> tuple[Variant, ...]:
    several = tuple(group)
    apostrophe = any("’" in each.name for each in several)

    def rank(each: Variant) -> tuple[bool, int, int, str]:
        return each.untidy(apostrophe), -each.told, -len(each.cells), each.name

    return tuple(sorted(several, key=rank))


def names_in(text: str) -> Iterator[str]:
    """Yield names; in a heading in capitals only those that a point or apostrophe marks."""
    for line in text.split("\n"):
        end = heading_end(line)
        for match in _NAME_RE.finditer(line):
            if match.start() >= end or _MARKED_RE.search(match[0]):
                yield match[0].replace("'", "’").replace("´", "’")


def _find_parted(spellings: dict[str, Variant], cells: Sequence[Cell]) -> None:
    """Add the spelling that lost its apostrophe: ``INTER S``."""
    parts = {tuple(_APOSTROPHE_RE.split(name)) for name in spellings if "’" in name}
    for one, two in {each for each in parts if len(each) == 2 and all(each)}:
        pattern = re.compile(rf"(?<![\w’'-]){re.escape(one)} {re.escape(two)}(?![\w’'-])")
        for cell in cells:
            for match in pattern.finditer(str(cell.text)):
                variant = spellings.setdefault(match[0], Variant(match[0]))
                variant.cells.append(cell.at)
                variant.told += not str(cell.text).isupper()


def _listed(name: str, lexicon: Lexicon) -> bool:
    small = name.lower()
    return lexicon.listed(small) or lexicon.listed(small.replace("’", "'"))


def proposals(
    cells: Sequence[Cell],
    spelled: Iterable[Iterable[str]],
    lexicon: Lexicon,
    ruled: Iterable[str],
) -> Iterator[Diagnostic]:
    """Yield one finding for each name that the settings do not rule, at its first cell."""
    settled = {key(name) for name in ruled} | {near_key(name) for name in ruled}
    order = {cell.at: place for place, cell in enumerate(cells)}
    for group in variants(cells, spelled, lexicon):
        if settled.isdisjoint({key(group[0].name), near_key(group[0].name)}):
            first = min((at for each in group for at in each.cells), key=order.__getitem__)
            several = len({at.sheet for each in group for at in each.cells}) > 1
            shown = ", ".join(_shown(each, several) for each in group)
            yield Diagnostic(Code.NAME_VARIANTS, first, before=shown, after=group[0].name)


def _shown(variant: Variant, several: bool) -> str:
    """Return a spelling with its cells: ``« CNEI » (E14, E16 et 3 autres)``.

    Where names stand in ``several`` sheets each cell names its own: ``Frise!E14``.
    """
    addresses = list(dict.fromkeys(str(at) if several else at.address for at in variant.cells))
    more = len(addresses) - _SHOWN
    rest = f" et {more} autre{'s' if more > 1 else ''}" if more > 0 else ""
    return f"« {variant.name} » ({', '.join(addresses[:_SHOWN])}{rest})"


def name_rules(cleaning: Cleaning) -> tuple[Rule, ...]:
    """Return the rule that unifies the names of ``[nettoyage] noms``."""
    names = [name for name in cleaning.names if len(key(name)) > 1]
    if not names:
        return ()
    wanted = {near_key(name): name for name in names} | {key(name): name for name in names}
    parts = {tuple(_APOSTROPHE_RE.split(each)) for name in names for each in (name, name.upper())}
    parted = [
        rf"(?<![\w’'-]){re.escape(each[0])} {re.escape(each[1])}(?![\w’'-])"
        for each in sorted(parts)
        if len(each) == 2 and all(each)
    ]
    pattern = re.compile("|".join((*parted, _NAME_RE.pattern)))
    return (Rule(Code.NAME_UNIFIED, guarded(partial(_unified, wanted, pattern))),)


def _unified(wanted: dict[str, str], pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    for match in pattern.finditer(text):
        name = wanted.get(key(match[0])) or wanted.get(near_key(match[0]))
        if name is not None and match[0] != name and not _only_apostrophes(match[0], name):
            yield Edit(*match.span(), name)


def _only_apostrophes(one: str, other: str) -> bool:
    return one.replace("'", "’") == other.replace("'", "’")
