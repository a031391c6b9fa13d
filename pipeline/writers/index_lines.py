"""The index by letters, as every printed edition has it."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.letters import alphabetic
from pipeline.model import Booklet, IndexKind


@dataclass(frozen=True, slots=True)
class IndexLine:
    """A term of the index and the entries that it leads to."""

    term: str
    person: bool
    entries: tuple[str, ...]
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class IndexGroup:
    """The terms of one letter."""

    letter: str
    lines: list[IndexLine] = field(default_factory=list)


def index_groups(booklet: Booklet) -> list[IndexGroup]:
    """Return the index by letters; an article in front does not count."""
    groups: list[IndexGroup] = []
    for term in booklet.index:
        first = next((each for each in alphabetic(term.filed) if each.isalnum()), "#").upper()
        letter = first if first.isalpha() else "0–9"
        if not groups or groups[-1].letter != letter:
            groups.append(IndexGroup(letter))
        person = term.kind is IndexKind.PERSON
        groups[-1].lines.append(IndexLine(term.term, person, term.entries, term.forms))
    return groups
