"""The index of themes, organisations and persons: few terms, and right ones."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from pipeline.compose.person import Person
from pipeline.compose.persons import persons
from pipeline.compose.themes import is_name, theme_terms
from pipeline.french import one_line, without_article
from pipeline.letters import alphabetic
from pipeline.model import Entry, IndexKind, IndexTerm, Term
from pipeline.regex import regex

_ACRONYM_RE = regex(r"(?=[A-Z])(?<![\w.-])([A-Z]{3,8})(?![\w-]|\.\w)")
"""An acronym of three letters or more."""
_FIRST_NAMES_RE = regex(r"\s*pr[ée]noms?\b", re.IGNORECASE)
"""The heading of a column that names nobody by itself."""
_NO_ACRONYM = frozenset("HTTP HTTPS WWW XVI XIX XII XIV VII VIII XIII XVII XVIII".split())


def sort_key(term: str) -> tuple[str, str]:
    """Return the key of French order: no accents, no case, no article in front.

    >>> sorted(["Zoé", "l’École", "Étude", "eau"], key=sort_key)
    ['eau', 'l’École', 'Étude', 'Zoé']
    """
    return re.sub(r"[^a-z0-9 ]", "", _folded(term)), term


@lru_cache(maxsize=4096)
def _letters(term: str) -> str:
    """Return what is the same term: its letters, whatever its case, blanks and apostrophes.

    >>> _letters("PROXIM' SERVICES") == _letters("Proxim’Services"), _letters("Ἀθῆναι")
    (True, 'αθηναι')
    """
    return "".join(each for each in _folded(term) if each.isalnum()) or term


def _folded(term: str) -> str:
    """Return a term without its article and its case, its accents apart from their letters."""
    return alphabetic(without_article(term))


def index_of(
    entries: Sequence[Entry],
    words: dict[str, str],
    glossary: Sequence[Term],
    names: Iterable[str],
) -> tuple[IndexTerm, ...]:
    """Return the terms in French order.

    Args:
        entries: In printed order.
        words: All text of each entry, by its key.
        glossary: Acronyms with an expansion are organisations.
        names: Names that the user listed.
    """
    terms = _Terms()
    expanded = {term.acronym: term.expansion for term in glossary}
    listed = sorted(set(names), key=len, reverse=True)
    met = _sure({entry.id: tuple(persons(_naming(entry, words[entry.id]))) for entry in entries})
    full = _by_surname(person for each in met.values() for person in each)
    # A line that heads others is no event that one looks for.
    themes = {entry.id: "" if entry.leads else one_line(entry.theme) for entry in entries}
    shown = theme_terms(themes.values())
    for entry in entries:
        theme = themes[entry.id]
        term = shown[theme]
        if term and term not in expanded and not is_name(theme, met[entry.id]):
            terms.note(term, IndexKind.THEME, entry.id, term if theme.startswith(term) else theme)
        text = words[entry.id]
        for match in _ACRONYM_RE.finditer(text):
            if match[1] not in _NO_ACRONYM and match[1] in expanded:
                term = f"{match[1]} ({expanded[match[1]]})"
                terms.note(term, IndexKind.ORGANISATION, entry.id, match[1])
        for person in met[entry.id]:
            term = _known(person, full).term
            terms.note(term, IndexKind.PERSON, entry.id, person.form)
        for name in listed:
            if name not in expanded and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                terms.note(name, IndexKind.ORGANISATION, entry.id, name)
    return terms.in_order()


def _naming(entry: Entry, words: str) -> str:
    """Return the text of an entry that may name persons: no column of first names alone."""
    left = [each for each in entry.sections if not _FIRST_NAMES_RE.match(str(each.heading))]
    if len(left) == len(entry.sections):
        return words
    return "\n".join(str(text) for text in replace(entry, sections=tuple(left)).texts())


class _Terms:
    """Terms as they are met, each once however it is written."""

    def __init__(self) -> None:
        self._shown: dict[str, tuple[str, IndexKind]] = {}
        self._keys: dict[str, list[str]] = {}
        self._forms: dict[str, dict[str, None]] = {}

    def note(self, term: str, kind: IndexKind, key: str, form: str) -> None:
        """Take note of a term in an entry; an organisation or a person goes before a theme."""
        place = _letters(term)
        if self._shown.setdefault(place, (term, kind))[1] is IndexKind.THEME:
            first = self._shown[place][0] if kind is IndexKind.THEME else term
            self._shown[place] = (first, kind)
        self._forms.setdefault(place, {})[form] = None
        keys = self._keys.setdefault(place, [])
        if not keys or keys[-1] != key:
            keys.append(key)

    def in_order(self) -> tuple[IndexTerm, ...]:
        """Return the terms in French order."""
        terms = [
            IndexTerm(*self._shown[place], tuple(keys), tuple(self._forms[place]))
            for place, keys in self._keys.items()
        ]
        return tuple(sorted(terms, key=_order))


def _order(term: IndexTerm) -> tuple[str, str]:
    return re.sub(r"[^a-z0-9 ]", "", alphabetic(term.filed)), term.term


def _sure(met: dict[str, tuple[Person, ...]]) -> dict[str, tuple[Person, ...]]:
    """Return the persons without those in doubt whose surname stands nowhere else."""
    every = [person for each in met.values() for person in each]
    titled = {_letters(each.surname) for each in every if each.titled}
    known = titled | {
        _letters(each.surname)
        for each in every
        if not (each.doubted or each.turned or _is_surname_alone(each, titled))
    }
    return {
        key: _each_once([one for each in some if (one := _settled(each, known, titled))])
        for key, some in met.items()
    }


def _settled(person: Person, known: set[str], titled: set[str]) -> Person | None:
    """Return a person as what is known says: the other way round, or nobody."""
    alone = _is_surname_alone(person, titled)
    if not (person.doubted or person.turned or alone) or _letters(person.surname) in known:
        return person
    if person.turned and _letters(person.first) in known:
        return replace(person, surname=person.first, first=person.surname)
    return None if person.doubted or alone else person


def _is_surname_alone(person: Person, titled: set[str]) -> bool:
    """Tell whether « M. Martin Ganymède » may be a M. Martin, and what he made."""
    return person.addressed and _letters(person.first) in titled


def _each_once(some: list[Person]) -> tuple[Person, ...]:
    """Return the persons of one entry, « Clement Richard Attlee » as the Clement Attlee there."""
    short = {(each.surname, each.first): each for each in some if not each.titled}
    return tuple(_short(each, short) if " " in each.first else each for each in some)


def _short(person: Person, short: dict[tuple[str, str], Person]) -> Person:
    firsts = person.first.split()
    same = (short[key] for first in firsts if (key := (person.surname, first)) in short)
    one = next(same, None)
    return person if one is None or person.titled else replace(one, form=person.form)


def _by_surname(met: Iterable[Person]) -> dict[str, tuple[Person, ...]]:
    """Return the lines of the persons with a first name, by surname and gender."""
    found: dict[str, dict[str, Person]] = {}
    for person in met:
        if not person.titled and person.first:
            found.setdefault(_letters(person.surname), {})[_letters(person.term)] = person
    return {surname: tuple(persons.values()) for surname, persons in found.items()}


def _known(person: Person, full: dict[str, tuple[Person, ...]]) -> Person:
    """Return who is meant by « Mme Veil », where one woman of that name is known."""
    if not person.titled:
        return person
    known = full.get(_letters(person.surname), ())
    one = known[0] if len(known) == 1 else None
    return one if one is not None and one.woman is person.woman else person
