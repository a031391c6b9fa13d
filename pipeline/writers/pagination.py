"""Where everything stands in the booklet, by printed page number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache


@dataclass(frozen=True, slots=True)
class Pagination:
    """The pages of the body: where each anchor is, and the words of each page."""

    folios: Mapping[str, str] = field(default_factory=dict)
    """Printed page number by anchor: chapters, entries, parts of the back matter."""
    ends: Mapping[str, int] = field(default_factory=dict)
    """Last page of what begins at an anchor."""
    words: Mapping[int, str] = field(default_factory=dict)
    """Text of each page, divided words joined; letters as printed."""

    @property
    def last(self) -> int:
        """The last page that is laid out; 0 before the first."""
        return max(self.words, default=0)

    def get(self, key: str, otherwise: str = "") -> str:
        """Return the page on which an anchor stands."""
        return self.folios.get(key, otherwise)

    def where(self, key: str, forms: Iterable[str] = ()) -> list[int]:
        """Return the pages of an entry that hold one of some forms of a word.

        The page where the entry begins, where no form is given, or none is found: a word
        that is divided over two pages.  Nothing for an anchor that is not there.
        """
        folio = self.folios.get(key, "")
        if not folio.isdigit():
            return []
        first = int(folio)
        pages = range(first, max(first, self.ends.get(key, first)) + 1)
        named = tuple(forms)
        if not named or len(pages) == 1:
            return [first]
        held = [n for n in pages if any(_holds(self.words.get(n, ""), form) for form in named)]
        return held or [first]

    def cited(self, key: str, document: str) -> list[int]:
        """Return the page of an entry that cites a document: the last that names it, at its end.

        A page before may say the same words, in the entry's heading.
        """
        return self.where(key, [document])[-1:]


def _holds(text: str, form: str) -> bool:
    """Tell whether whole words stand in a text, whatever blanks stand between them."""
    # To look for letters alone is a hundred times faster, and mostly enough to say no.
    words = form.split()
    if len(words) == 1:
        return _stands_whole(words[0], text)
    return all(word in text for word in words) and bool(_pattern(form).search(text))


def _stands_whole(word: str, text: str) -> bool:
    at = text.find(word)
    while at >= 0:
        end = at + len(word)
        if not (_is_letter(text[at - 1 : at]) or _is_letter(text[end : end + 1])):
            return True
        at = text.find(word, at + 1)
    return False


def _is_letter(letter: str) -> bool:
    return letter.isalnum() or letter == "_"


@lru_cache(maxsize=4096)
def _pattern(form: str) -> re.Pattern[str]:
    """Return what finds whole words, whatever blanks stand between them."""
    words = r"\s+".join(map(re.escape, form.split()))
    return re.compile(rf"(?<!\w){words}(?!\w)")
