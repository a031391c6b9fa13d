"""What counts as a French word: the dictionary, the document's own words, the user's names.

The dictionary is simplemma's list of inflected forms.  It holds ``oeuvre`` and ``Etat``
too, so ligatures and accents have questions of their own here.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations, product

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

WORD_RE = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word, elisions cut off: ``porte-parole``, ``l`` and ``eau`` of « l’eau »."""
_ALSO_KNOWN = frozenset(
    "aux c d j l m n s t qu jusqu lorsqu puisqu quoiqu presqu quelqu entr etc mr mme mmes mlle "
    "mm dr n° art km cm kg h min près très après auprès dès".split()
)
_ACCENTED = {"e": "éèêë", "a": "àâ", "i": "îï", "o": "ô", "u": "ùûü", "c": "ç"}
_MOST_ACCENTS = 3


@cache
def _dictionary() -> Mapping[str, str]:
    return DefaultDictionaryFactory().get_dictionary("fr")


def plain(word: str) -> str:
    """Return a word in lower case, without accents.

    >>> plain("Région")
    'region'
    """
    folded = unicodedata.normalize("NFKD", word.lower())
    return "".join(each for each in folded if not unicodedata.combining(each))


class Lexicon:
    """A memory of words; every answer is kept, since texts repeat theirs."""

    def __init__(self, texts: Iterable[str], names: Iterable[str] = ()) -> None:
        """Count the words of a document."""
        counts: Counter[str] = Counter()
        for text in texts:
            counts.update(WORD_RE.findall(text))
        self.names = frozenset(word for name in names for word in WORD_RE.findall(name))
        self._counts = counts
        self._lower: Counter[str] = Counter()
        for word, count in counts.items():
            self._lower[word.lower()] += count
        self._known: dict[str, bool] = {}
        self._accents: dict[str, str | None] = {}

    def listed(self, word: str) -> bool:
        """Tell whether the dictionary holds a word, as it is or in lower case."""
        words = _dictionary()
        return word in words or word.lower() in words or word.lower() in _ALSO_KNOWN

    def listed_small(self, word: str) -> bool:
        """Tell whether the dictionary holds a word in lower case."""
        return word in _dictionary() or word in _ALSO_KNOWN

    def known(self, word: str) -> bool:
        """Tell whether a word is listed, a name, or stands twice in the document."""
        answer = self._known.get(word)
        if answer is None:
            answer = self._known[word] = (
                self.listed(word)
                or word in self.names
                or self._lower[word.lower()] > 1
                or ("-" in word and all(self.listed(part) for part in word.split("-")))
                or (word[0].isupper() and word.capitalize() in _dictionary())
            )
        return answer

    def count(self, word: str) -> int:
        """Return how often the document has a word, in any case."""
        return self._lower[word.lower()]

    def accented(self, word: str) -> str | None:
        """Return the one accented spelling of a word without accents, in lower case.

        ``None`` where the word is right as it is, or could be several.

        >>> Lexicon([]).accented("REGIONALISATION"), Lexicon([]).accented("MAISON")
        ('régionalisation', None)
        """
        key = word.lower()
        if key not in self._accents:
            self._accents[key] = self._find_accents(key)
        return self._accents[key]

    def _find_accents(self, word: str) -> str | None:
        if len(word) < 4 or not word.isascii() or not word.isalpha():
            return None
        forms = {form for form in _accents_of(word) if form in _dictionary()}
        if word in _dictionary():
            often = [form for form in forms if self._lower[form] > self._lower[word] - 1]
            seen = [form for form in often if self._counts[form] or self._counts[form.title()]]
            return seen[0] if len(seen) == 1 and self._counts[word] == 0 else None
        if len(forms) > 1:
            seen = [form for form in forms if self._lower[form]]
            forms = set(seen) if len(seen) == 1 else forms
        return forms.pop() if len(forms) == 1 else None

    def unknown_share(self, text: str) -> float:
        """Return the share of unknown words among those in lower case, 0 to 1."""
        words = [word for word in WORD_RE.findall(text) if word[0].islower()]
        if not words:
            return 0.0
        return sum(not self.listed(word) and not self.known(word) for word in words) / len(words)


def _accents_of(word: str) -> Iterator[str]:
    """Yield spellings of a word with up to three accents."""
    places = [n for n, letter in enumerate(word) if letter in _ACCENTED]
    for size in range(1, min(_MOST_ACCENTS, len(places)) + 1):
        for chosen in combinations(places, size):
            if size > 1 and any(word[n] != "e" for n in chosen[1:]) and len(places) > 5:
                continue
            for letters in product(*(_ACCENTED[word[n]] for n in chosen)):
                spelled = list(word)
                for place, letter in zip(chosen, letters, strict=True):
                    spelled[place] = letter
                yield "".join(spelled)
