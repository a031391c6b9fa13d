"""What counts as a French word: the dictionary, the document's own words, the user's names.

The dictionary is simplemma's list of inflected forms.  It holds ``oeuvre`` and ``Etat``
too, so ligatures and accents have questions of their own here.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from itertools import chain, combinations, product

from pipeline.clean.asked import Asked, asked
from pipeline.clean.dictionary import english, french
from pipeline.clean.everyday import ACUTE_ADVERBS, HELD, SHORT_ACCENTED
from pipeline.regex import regex

WORD_RE = regex(r"[^\W\d_]+(?:-[^\W\d_]+)*")
"""A word, elisions cut off: ``porte-parole``, ``l`` and ``eau`` of « l’eau »."""
_WORD_BEFORE_RE = regex(r"(?<![\w])([^\W\d_]+)[ -]$")
_WORD_AFTER_RE = regex(r"[ -]([^\W\d_]+)(?!\w)")
_ACCENTED = {"e": "éèêë", "a": "àâ", "i": "îï", "o": "ô", "u": "ùûü", "c": "ç"}
_MOST_ACCENTS = 3
LONGEST = 30
"""Letters of the longest word that is looked at."""
_ABBREVIATED = frozenset("mr mme mmes mlle mm dr n° art km cm kg h min".split())
_ENDINGS = (
    *((ending, ("er",)) for ending in (
        "é", "és", "ée", "ées", "ent", "ait", "aient", "ant", "ons", "era", "eront", "erait",
        "eraient", "a", "èrent",
    )),
    ("amment", ("ant", "ante")),
    ("emment", ("ent", "ente")),
    ("ement", ("e",)),
    ("iment", ("i",)),
    ("ument", ("u",)),
    *((ending, ("ir",)) for ending in ("i", "is", "ie", "ies")),
)  # fmt: skip
_ALL_ENDINGS = tuple(ending for ending, _ in _ENDINGS)
"""Endings of verbs and adverbs, and what the stem takes in the dictionary instead."""


@lru_cache(maxsize=1 << 14)
def plain(word: str) -> str:
    """Return a word in lower case, without accents.

    >>> plain("Région")
    'region'
    """
    folded = unicodedata.normalize("NFKD", word.lower())
    return "".join(each for each in folded if not unicodedata.combining(each))


class Lexicon(Asked):
    """A memory of words; every answer is kept, since texts repeat theirs."""

    def __init__(
        self, texts: Iterable[str], names: Iterable[str] = (), words: Iterable[Iterable[str]] = ()
    ) -> None:
        """Count the words of a document: those of texts, and others found before."""
        super().__init__()
        counts: Counter[str] = Counter()
        for found in chain(map(WORD_RE.findall, texts), words):
            counts.update(found)
        self.names = frozenset(word for name in names for word in WORD_RE.findall(name))
        self._counts = counts
        self._lower: Counter[str] = Counter()
        for word, count in counts.items():
            self._lower[word.lower()] += count
        self._listed: dict[str, bool] = {}
        self._formed: dict[str, bool] = {}
        self._accents: dict[str, tuple[str, ...]] = {}

    def listed(self, word: str) -> bool:
        """Tell whether the dictionary holds a word, as it is or in lower case."""
        answer = self._listed.get(word)
        if answer is None:
            answer = word in french() and not _misspelt(word)
            answer = self._listed[word] = answer or _held(word.lower())
        return answer

    def listed_small(self, word: str) -> bool:
        """Tell whether the dictionary holds a word in lower case."""
        return _held(word)

    def lemma(self, word: str) -> str:
        """Return the form under which the dictionary has a word, empty where it has it not.

        >>> Lexicon([]).lemma("décide"), Lexicon([]).lemma("arrêté")
        ('décider', 'arrêté')
        """
        return french().get(word) or ""

    def foreign(self, word: str) -> bool:
        """Tell whether a word that is no French one is English: ``event``, ``design``."""
        return word.lower() in english() and not self.listed(word)

    def foreign_beside(self, text: str, start: int, end: int) -> bool:
        """Tell whether the word before or after letters ``start:end`` is English."""
        before = _WORD_BEFORE_RE.search(text[max(0, start - LONGEST) : start])
        after = _WORD_AFTER_RE.match(text[end : end + LONGEST])
        words = [each[1].lower() for each in (before, after) if each and len(each[1]) > 2]
        return any(self.foreign(word) and not self.accents(word) for word in words)

    def known(self, word: str) -> bool:
        """Tell whether a word is listed, a name, or stands twice in the document."""
        answer = self._formed.get(word)
        if answer is None:
            answer = self._formed[word] = (
                self.listed(word)
                or word in self.names
                or ("-" in word and all(self.listed(part) for part in word.split("-")))
                or (word[0].isupper() and word.capitalize() in french())
            )
        return answer or self.stands(word, 2)

    @asked
    def stands(self, word: str, times: int = 1) -> bool:
        """Tell whether the document has a word so many times at least, in any case."""
        return self._lower[word.lower()] >= times

    @asked
    def count(self, word: str) -> int:
        """Return how often the document has a word, in any case."""
        return self._lower[word.lower()]

    @asked
    def written(self, word: str) -> bool:
        """Tell whether the document has a word in these very letters."""
        return self._counts[word] > 0

    def accents(self, word: str) -> tuple[str, ...]:
        """Return the listed words that differ by up to three more accents, in order.

        >>> Lexicon([]).accents("developpement"), Lexicon([]).accents("regions")
        (('développement',), ('régions',))
        """
        if word not in self._accents:
            forms = {form for form in _accents_of(word) if _held(form)}
            forms -= {form for form in forms if len(forms) > 1 and _half_accented(form, forms)}
            self._accents[word] = tuple(sorted(forms))
        return self._accents[word]

    def accented(self, word: str) -> str | None:
        """Return the one accented spelling of a word without accents, in lower case.

        ``None`` where the word is right as it is, or could be several.

        >>> Lexicon([]).accented("REGIONALISATION"), Lexicon([]).accented("MAISON")
        ('régionalisation', None)
        """
        small = word.lower()
        plain_word = len(small) >= 4 and small.isascii() and small.isalpha()
        return self._one_of_accents(small) if plain_word and self.accents(small) else None

    @asked
    def _one_of_accents(self, word: str) -> str | None:
        forms = set(self.accents(word))
        usual = forms & SHORT_ACCENTED
        if len(usual) == 1:
            return usual.pop()
        if self.listed(word):
            often = [form for form in forms if self._lower[form] > self._lower[word] - 1]
            seen = [form for form in often if self._counts[form] or self._counts[form.title()]]
            return seen[0] if len(seen) == 1 and self._counts[word] == 0 else None
        if len(forms) > 1:
            seen = [form for form in forms if self._lower[form]]
            forms = set(seen) if len(seen) == 1 else forms
        return forms.pop() if len(forms) == 1 else None

    @asked
    def mostly_small(self, word: str) -> bool:
        """Tell whether the document has a word in small letters, and not more often in capitals."""
        return self._counts[word.lower()] > 0 and self._counts[word.lower()] >= self._counts[word]

    def reformed(self, word: str, form: str) -> bool:
        """Tell whether a form has only î or û more: the spelling of 1990 leaves them out."""
        bare = form.replace("î", "i").replace("û", "u")
        return bare == word and not self.stands(form)

    def participle(self, word: str, form: str) -> bool:
        """Tell whether an accent would only make a participle: ``Indente``, ``indenté``.

        The verb's present may be missing from the dictionary, and the word be that.
        """
        verb = f"{word}r" in french() or french().get(form) != form
        return form == f"{word[:-1]}é" and verb

    def unknown_share(self, text: str) -> float:
        """Return the share of unknown words among those in lower case, 0 to 1.

        A word that only lacks its accents counts as known: a text may have none at all.
        """
        words = [word for word in WORD_RE.findall(text) if word[0].islower()]
        if not words:
            return 0.0
        unknown = [word for word in words if not self.listed(word) and not self.known(word)]
        return sum(len(self.accents(word)) != 1 for word in unknown) / len(words)


@lru_cache(maxsize=1 << 17)
def _held(word: str) -> bool:
    """Tell whether a word in lower case is one of the dictionary's, or made from one by rule."""
    if word in HELD or word in _ABBREVIATED:
        return True
    if word in french():
        return not _misspelt(word)
    if word.endswith("ement") and f"{word[:-5]}ément" in ACUTE_ADVERBS:
        return False
    if not word.endswith(_ALL_ENDINGS):
        return False
    return any(_ends(word, ending, stems) for ending, stems in _ENDINGS if word.endswith(ending))


def _ends(word: str, ending: str, stems: tuple[str, ...]) -> bool:
    stem = word[: len(word) - len(ending)]
    words = french()
    return len(stem) > 2 and any(stem + each in words for each in stems)


@cache
def _misspelt(word: str) -> bool:
    """Tell whether the dictionary holds a word only as another's misspelling: ``etre``.

    It gives the accented word as its lemma; î and û may go (spelling of 1990).
    """
    lemma = french().get(word)
    if lemma is None or len(word) < 4 or lemma.isascii() or not word.isascii():
        return False
    return plain(lemma) in (word, word.removesuffix("s")) and not set("îûï") & set(lemma)


def _half_accented(form: str, forms: Iterable[str]) -> bool:
    """Tell whether a form lacks an accent of its own verb, or is made by rule where one is not.

    The dictionary has *procedé* of *procéder*; *declaré* only looks like a participle.
    """
    lemma = french().get(form)
    if lemma is not None:
        return _bare_of(form, lemma)
    return any(each in french() and _bare_of(form, each) for each in forms)


def _bare_of(form: str, fuller: str) -> bool:
    """Tell whether a word lacks accents that another has at the same place."""
    for one, other in zip(form, fuller, strict=False):
        if plain(one) != plain(other):
            return False
        if one != other and one.isascii():
            return True
    return False


def _accents_of(word: str) -> Iterator[str]:
    """Yield spellings of a word with up to three more accents."""
    if len(word) > LONGEST:
        return
    places = [n for n, letter in enumerate(word) if letter in _ACCENTED]
    for size in range(1, min(_MOST_ACCENTS, len(places)) + 1):
        for chosen in combinations(places, size):
            if size > 1 and any(word[n] != "e" for n in chosen[1:]) and len(places) > 5:
                continue
            most = 4 if size == 1 else 3
            for letters in product(*(_ACCENTED[word[n]][:most] for n in chosen)):
                spelled = list(word)
                for place, letter in zip(chosen, letters, strict=True):
                    spelled[place] = letter
                yield "".join(spelled)
