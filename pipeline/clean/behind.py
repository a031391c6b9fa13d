"""The words of a text in capitals, and the names that a word behind a title or a first name is.

``LE DOCTEUR BLANC``, ``PIERRE VERGER``, ``PLACE DE LA RÉPUBLIQUE``: what stands behind such a word
may be a name, though it is a word of the dictionary.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from pipeline.clean import capitals_kept
from pipeline.clean.accents_hidden import Accents, spellings
from pipeline.clean.capital_lines import WORD_RE
from pipeline.clean.capital_words import (
    ADJECTIVE_ENDINGS,
    ADJECTIVES,
    BEHIND_STREETS,
    OFFICES,
    PERSON_TITLES,
    STREETS,
    SURNAMES_TOO,
)
from pipeline.clean.everyday import FUNCTION, USUAL
from pipeline.clean.lexicon import Lexicon, plain
from pipeline.clean.proper import FIRST_NAMES_TOO, is_person, proper
from pipeline.regex import regex

if TYPE_CHECKING:
    from pipeline.clean.running_names import Names

_NUMBERING_RE = regex(r"\s*(?:[IVXLC]{1,6}|[A-LN-Z]|\d{1,2})(?:\s?[.)°]+\s*[–—-]?|\s[–—-])\s+")
"""« II – », « 1) », « A. »: what counts a heading, before its first word."""
TITLES = {
    "MME": "Mme", "MMES": "Mmes", "MLLE": "Mlle", "MLLES": "Mlles", "DR": "Dr", "M": "M",
    "MM": "MM", "MGR": "Mgr",
}  # fmt: skip
_PARTICLES = frozenset("de du d la le l des".split())
_SAINTS_BEFORE = [[each] for each in ("saint", "sainte", "st", "ste")]
_REACH = 100
"""Letters beside a word that are looked at."""
_DIGIT_RE = regex(r"[ \xa0]\d")


@dataclass(slots=True)
class Behind:
    """The words of a text in capitals, and what stands beside each."""

    letters: str
    lexicon: Lexicon
    names: Names
    _words: list[tuple[int, int, str, str]] = field(init=False)
    """Each with its place and its letters, without accents at last."""
    _proper: dict[int, tuple[str, bool]] = field(init=False)
    _surnames: set[int] = field(default_factory=set)
    """Numbers of the words that were read as surnames."""
    _small_a: dict[int, str] = field(default_factory=dict)
    """What ``A`` was read as: *a*, *à*, or neither."""
    _start: int = 0
    """Where the words begin behind a numbering."""

    def __post_init__(self) -> None:
        """Find the words and names."""
        numbering = _NUMBERING_RE.match(self.letters)
        self._start = numbering.end() if numbering else 0
        found = WORD_RE.finditer(self.letters)
        self._words = [(*match.span(), match[0], plain(match[0])) for match in found]
        self._proper = proper(self.letters)

    def around(self, start: int, end: int) -> tuple[str, str]:
        """Return the letters on both sides of a word, as far as they say something of it."""
        return self.letters[max(0, start - _REACH) : start], self.letters[end : end + _REACH]

    def _left(self, number: int) -> list[str]:
        """Return up to four words on the left that nothing parts from a word or each other."""
        found: list[str] = []
        while number > 0 and len(found) < 4 and self._words[number - 1][0] >= self._start:
            if not self._joined(number):
                break
            number -= 1
            bare = self._words[number][3]
            found.insert(0, self._small_a.get(number, bare))
        return found

    def _joined(self, number: int) -> bool:
        """Tell whether nothing parts a word from the one before: a blank, a hyphen, an elision."""
        before = self._words[number - 1]
        gap = self.letters[before[1] : self._words[number][0]]
        return gap.strip(" \xa0-'’") == "" or (gap[0] == "." and before[2] in TITLES)

    def _right(self, number: int) -> str:
        """Return the word on the right; empty where there is none or something parts them."""
        if number + 1 < len(self._words) and self._joined(number + 1):
            return self._words[number + 1][3]
        return "0" if _DIGIT_RE.match(self.letters, self._words[number][1]) else ""

    def _hyphened(self, number: int) -> bool:
        start = self._words[number][0]
        return self.letters[start - 1 : start] == "-"

    def _behind(self, number: int) -> tuple[str, bool] | None:
        """Return a word behind what announces a name; ``None`` where nothing does."""
        word = self._words[number][2]
        left = self._left(number)
        particles = 0
        while particles < len(left) and left[-1 - particles] in _PARTICLES:
            particles += 1
        if particles == len(left) or particles > 2:
            return None
        sign, at = left[-1 - particles], number - 1 - particles
        title = self._words[at][2] in TITLES
        if self._hyphened(number) and at not in self._surnames and not is_person(sign):
            return None
        article = particles and left[-1] in ("le", "la") and (particles == 1)
        if title or (at in self._surnames and self._hyphened(number)):
            return self._titled(number, article=bool(article))
        if sign == "et" and at and at - 1 in self._surnames and not particles:
            return (word.capitalize(), False)
        first = is_person(sign) and left[-2 - particles : -1 - particles] not in _SAINTS_BEFORE
        if first and (not particles or sign not in FIRST_NAMES_TOO):
            return self._surname(number, particles)
        if sign in PERSON_TITLES:
            return self._surname(number, particles, listed=bool(particles))
        if sign in OFFICES and not particles:
            return self._office(number)
        if sign in STREETS:
            return self._street(number, particles)
        return None

    def _titled(self, number: int, *, article: bool) -> tuple[str, bool] | None:
        """Return a word behind ``M.`` and particles, or the part of such a surname."""
        start, end, word, bare = self._words[number]
        before, after = self.around(start, end)
        if capitals_kept.surname(word, before, after, self.lexicon):
            return word.capitalize(), True
        if bare in _PARTICLES:
            return word.lower(), True
        if article and capitals_kept.is_office(word):
            return None
        if article and self.lexicon.listed_small(word.lower()):
            return word, False
        self._surnames.add(number)
        return self._named(number)

    def _surname(
        self, number: int, particles: int, *, listed: bool = False
    ) -> tuple[str, bool] | None:
        """Return a word behind a first name or a title that is a word: a surname, or in doubt."""
        word, bare = self._words[number][2:]
        small = word.lower()
        if small in FUNCTION:
            doubtful = bare in ("le", "la") and not particles and not listed
            return (small, False) if doubtful else None
        known = spellings(word, self.lexicon)
        if listed and known:
            return None  # « père de famille »
        self._surnames.add(number)
        if self.names.surname(bare) or not known:
            return self._named(number)
        verb = self.lexicon.lemma(known[0]).endswith(("er", "ir", "re")) and not particles
        doubtful = verb or (len(known) > 1 and not is_person(bare))
        return (word if doubtful else word.capitalize()), False

    def _named(self, number: int) -> tuple[str, bool]:
        """Return a surname with its capital: sure where no accent can be missing."""
        word, bare = self._words[number][2:]
        written = self.names.surname(bare)
        if written:
            return written, True
        known = spellings(word, self.lexicon)
        safe = known == (word.lower(),) or (not known and capitals_kept.no_accent(word))
        return (word.capitalize() if safe or known else word), safe

    def _office(self, number: int) -> tuple[str, bool] | None:
        word, bare = self._words[number][2:]
        known = spellings(word, self.lexicon)
        if not known or self.names.surname(bare) or word.lower() in FUNCTION:
            return None
        if is_person(bare):
            return word.capitalize(), False
        if (
            bare in ADJECTIVES
            or known[-1].endswith(ADJECTIVE_ENDINGS)
            or (bare in OFFICES and bare not in SURNAMES_TOO)
        ):
            return None
        verb = self.lexicon.lemma(known[0])
        if len(known) == 1 and verb.endswith(("er", "ir", "re")) and verb != known[0]:
            return None
        spelled, _ = Accents(self.lexicon).read(word, self._left(number), self._right(number))
        usual = bare not in SURNAMES_TOO and spelled in USUAL
        return (spelled if usual else word), False

    def _street(self, number: int, particles: int) -> tuple[str, bool] | None:
        word, bare = self._words[number][2:]
        known = spellings(word, self.lexicon)
        if not known or word.lower() in FUNCTION or bare in BEHIND_STREETS:
            return None
        if bare in ADJECTIVES or (not particles and known[-1].endswith(ADJECTIVE_ENDINGS)):
            return None
        return word, False
