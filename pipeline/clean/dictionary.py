"""The dictionaries: simplemma's lists of inflected forms with their lemmas, French and English.

To decode one takes a quarter of a second.  What was decoded is kept between runs as a sorted
text, in which a word is looked up where it stands.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Protocol

from pipeline.kept import keep, kept

_BLOCK = 1024
"""Bytes between two places at which a search can begin."""
_TAB, _END = b"\t", b"\n"


class Dictionary(Protocol):
    """Forms of words, each with its lemma."""

    def __contains__(self, word: object, /) -> bool:
        """Tell whether a form is listed."""

    def get(self, word: str, /) -> str | None:
        """Return the lemma of a form; ``None`` where it is not listed."""


class Listing:
    """A dictionary as it is kept: ``form<tab>lemma`` a line, the forms in the order of bytes."""

    def __init__(self, text: bytes) -> None:
        r"""Find the places at which a search can begin.

        >>> words = Listing("dirai\tdire\nrégion\trégion\n".encode())
        >>> words.get("dirai"), words.get("dire"), "région" in words
        ('dire', None, True)
        """
        places = {0}
        places.update(text.find(_END, at) + 1 for at in range(_BLOCK, len(text), _BLOCK))
        self._text = text
        self._places = sorted(place for place in places if place < len(text))
        self._forms = [text[place : text.index(_TAB, place) + 1] for place in self._places]
        self._places.append(len(text))

    def __contains__(self, word: object) -> bool:
        """Tell whether a form is listed."""
        return self._line(str(word).encode(errors="replace") + _TAB) >= 0

    def get(self, word: str) -> str | None:
        """Return the lemma of a form; ``None`` where it is not listed."""
        form = word.encode(errors="replace") + _TAB
        at = self._line(form)
        if at < 0:
            return None
        return self._text[at + len(form) : self._text.index(_END, at)].decode()

    def _line(self, form: bytes) -> int:
        """Return where the line of a form begins; -1 where it is not listed."""
        block = bisect_right(self._forms, form) - 1
        if block < 0:
            return -1
        start = self._places[block]
        if self._text.startswith(form, start):
            return start
        at = self._text.find(_END + form, start, self._places[block + 1])
        return at if at < 0 else at + 1


def listing(words: Mapping[str, str]) -> bytes:
    """Return a dictionary as it is kept."""
    # simplemma stores bytes, and makes letters of each form twice where its pairs are asked for.
    stored = getattr(words, "_dict", None)
    if not isinstance(stored, dict):
        stored = {form.encode(): lemma.encode() for form, lemma in words.items()}
    return b"".join(sorted([b"%b\t%b\n" % pair for pair in stored.items()]))


class Shelf:
    """The dictionaries of a process, each opened when it is first asked for."""

    def __init__(self) -> None:
        """Know no folder yet."""
        self.folder: Path | None = None
        self._open: dict[str, Dictionary] = {}
        self._decoded: dict[str, Mapping[str, str]] = {}

    def words(self, language: str) -> Dictionary:
        """Return the dictionary of a language: ``fr`` or ``en``."""
        if language not in self._open:
            text = kept(self.folder, _name(language))
            self._open[language] = self._decode(language) if text is None else Listing(text)
        return self._open[language]

    def _decode(self, language: str) -> Mapping[str, str]:
        # It loads the rules of forty languages, too: only where it is needed.
        from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

        words = self._decoded[language] = DefaultDictionaryFactory().get_dictionary(language)
        return words

    def keep(self) -> None:
        """Keep what this run decoded: half a second for each, once."""
        for language, words in self._decoded.items():
            keep(self.folder, _name(language), listing(words))
        self._decoded.clear()


@cache
def edition() -> str:
    """Return which edition the dictionaries are of: simplemma's version."""
    return version("simplemma")


def _name(language: str) -> str:
    return f"{language}-simplemma-{edition()}.words"


SHELF = Shelf()
"""The dictionaries of this process."""


@cache
def french() -> Dictionary:
    """Return the French dictionary."""
    return SHELF.words("fr")


@cache
def english() -> Dictionary:
    """Return the English dictionary, opened when a word is first unknown."""
    return SHELF.words("en")
