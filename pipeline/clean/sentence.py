"""A text in capitals as it is spelt in a sentence, word by word, and whether each is sure.

Capitals hide what is a name, an acronym, and which accents are missing.  A word is sure where
it can be one word only, in one spelling; what may be two is left to a person.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.clean import capitals_kept
from pipeline.clean.accents_hidden import Accents, spellings
from pipeline.clean.behind import TITLES, Behind
from pipeline.clean.capital_contexts import ARTICLES, may_name, no_acronym, other_word
from pipeline.clean.capital_words import ADJECTIVE_ENDINGS, ADJECTIVES, NO_NOUNS
from pipeline.clean.everyday import ADVERBS, FUNCTION, USUAL
from pipeline.clean.lexicon import plain
from pipeline.clean.proper import ACRONYMS, FIRST_NAMES_TOO
from pipeline.regex import regex

_SENTENCE_END_RE = regex(r"[^\n]*?([.!?…]+)(?:\s?[»”\")])*\s+[«“\"(]*\s?")
_ABBREVIATIONS = frozenset(
    "mm mme mmes mlle mlles dr st ste art pp vol no cf av bd etc fig chap dir éd ed coll tél tel "
    "ex env min max hab ill réf dép dep suppl".split()
)
_ORDINALS = {
    "er": "er", "e": "e", "ere": "ère", "ère": "ère", "eme": "ème", "ème": "ème", "nd": "nd",
    "nde": "nde", "h": "h", "re": "re", "ers": "ers", "es": "es",
}  # fmt: skip
_SAINTS = frozenset("saint sainte saints st ste notre".split())
_INFIX = frozenset("SUR SOUS LES LÈS EN DE LA LE DU ET AUX D L À A".split())
_ACTIVITIES = frozenset(
    "atelier ateliers stage stages soiree soirees sortie sorties journee journees club commission "
    "secteur pole concours tournoi stand rallye".split()
)
"""What has its kind behind it, and no name: ``ATELIER COUTURE``."""
_NAME = 7
"""Letters of the longest nouns that are surnames again and again."""
_LAST_WORD_RE = regex(r"[^\W\d_]+$")


@dataclass(frozen=True, slots=True)
class Spelled:
    """One word of a text in capitals: letters ``start:end``, its spelling, whether it is sure."""

    start: int
    end: int
    letters: str
    sure: bool


@dataclass(slots=True)
class Reader(Behind):
    """Reads one text in capitals, word by word from the left."""

    _brands: set[int] = field(default_factory=set)
    """Numbers of the words before the apostrophe of a name."""

    def read(self) -> Iterator[Spelled]:
        """Yield each word as it is spelt in a sentence."""
        end = -1
        for number, (start, stop, word, _) in enumerate(self._words):
            if start < self._start:
                yield Spelled(start, stop, word, sure=True)
                continue
            opens = end < 0 or ends_sentence(self.letters, end, start)
            spelled, sure = self._word(number, opens=opens)
            if opens and spelled.islower() and not self.letters[start - 1 : start].isdigit():
                spelled = spelled[0].upper() + spelled[1:]
            end = stop
            yield Spelled(start, stop, spelled, sure)

    def _apposed(self, spelled: str, left: list[str]) -> bool:
        """Tell whether a noun stands right behind another, as a name would: ``FACTEUR CHEVAL``."""
        last = left[-1] if left else ""
        acronym = self.names.acronym(last.upper()) or last.upper() in ACRONYMS
        if not acronym and (len(spelled) > _NAME or spelled in USUAL):
            return False
        noun = acronym or bool(spellings(last.upper(), self.lexicon))
        if not noun or last in FUNCTION | _ACTIVITIES or last in NO_NOUNS:
            return False
        if spelled.endswith(ADJECTIVE_ENDINGS) or plain(spelled) in ADJECTIVES | NO_NOUNS:
            return False
        return self.lexicon.lemma(spelled) in (spelled, "") and spelled not in FUNCTION | ADVERBS

    def _subject(self, number: int) -> bool:
        """Tell whether what stands before ``A`` may be the subject of a verb."""
        first = next(each for each in self._words if each[0] >= self._start)
        if number and self._words[number - 1] is first:
            return first[0] in self._proper or not spellings(first[2], self.lexicon)
        return first[3] in ARTICLES or first[0] in self._proper or first[2] in ACRONYMS

    def _word(self, number: int, *, opens: bool) -> tuple[str, bool]:
        start, end, word, _ = self._words[number]
        before, after = self.around(start, end)
        if before[-1:].isdigit():
            suffix = _ORDINALS.get(word.lower())
            return (suffix, True) if suffix else (word, False)
        if numeral := capitals_kept.numeral(word, after):
            return numeral, True
        if word in TITLES and (len(word) > 1 or after[:1] == "."):
            return TITLES[word], True
        if word == "A":
            known = any(self._proper.get(end + gap, ("", False))[1] for gap in (1, 2))
            spelled, sure = capitals_kept.letter_a(before, after, self._subject(number), known)
            self._small_a[number] = spelled if spelled.islower() else "?"
            return spelled, sure
        if word == "À":
            self._small_a[number] = "à"
            return "à", True
        name = self._proper.get(start)
        if name and name[1] and word.isupper():
            return name
        found = self._place(number) or self._behind(number)
        if found is not None:
            return found
        if word in ACRONYMS or word in capitals_kept.ACRONYMS:
            return word, True
        if self.names.acronym(word):
            small = word.lower()
            if not self.lexicon.listed_small(small):
                return word, True
            if small not in FUNCTION and not self.lexicon.mostly_small(word):
                return word, True
            return word, False
        if capitals_kept.branded(before, word, after) or number - 1 in self._brands:
            if number - 1 not in self._brands:
                self._brands.add(number)
            return word, True
        if after[:1] in ("'", "’") and len(word) < 3:
            return word.lower(), word in ("L", "D", "N", "S", "C", "J", "M", "T", "QU")
        if len(word) == 1:
            initial = after[:1] == "." and (before[-1:] in "." or after[1:2].isalpha())
            return (word.lower(), True) if word in "YÀ" and after else (word, initial)
        return self._plain(number, name[0] if name else "", opens=opens)

    def _plain(self, number: int, name: str, *, opens: bool) -> tuple[str, bool]:
        """Return a word that no word beside it makes a name."""
        _, _, word, bare = self._words[number]
        small, left, right = word.lower(), self._left(number), self._right(number)
        if self.names.surname(bare):
            return word, False
        if small in FUNCTION and small != "est":
            other = other_word(bare, left, right)
            return (word if other else small), not other
        spelled, sure = Accents(self.lexicon).read(word, left, right)
        if not spelled.islower() and not spellings(word, self.lexicon):
            written = name or self.names.name(bare)
            return (written, not name) if written else (word, False)
        if name or bare in FIRST_NAMES_TOO:
            common = bare in FIRST_NAMES_TOO and bool(left) and left[-1] in ARTICLES
            common = common or (not left and bare in FIRST_NAMES_TOO and right in FUNCTION)
            proposed = name or (word if not right or right in FUNCTION else word.capitalize())
            return (spelled, sure) if common else (proposed, False)
        if opens:
            return spelled, sure and no_acronym(spelled)
        if may_name(bare, spelled, left, right) or self._apposed(spelled, left):
            return word, False
        short = no_acronym(spelled)
        return (spelled if short else word), sure and short

    def _place(self, number: int) -> tuple[str, bool] | None:
        """Return a word of a compound that names: ``SAINT-``, ``ÎLE-D’YEU``, ``FRANCO-``."""
        start, end, word, bare = self._words[number]
        before, after = self.around(start, end)
        if capitals_kept.place(word, before, after, self.lexicon):
            return self._named(number)
        if bare in _SAINTS and after[:1] == "-":
            return word.capitalize(), True
        if bare in _SAINTS and bare != "notre" and after[:1] == " ":
            return word.lower(), False
        if bare in capitals_kept.COMBINING and after[:1] == "-":
            return word.lower(), True
        saint = capitals_kept.SAINT_RE.search(before)
        if saint is None and not (before.endswith("-") or after.startswith("-")):
            return None
        if word in _INFIX and before[-1:] in "-'’":
            return word.lower(), True
        if saint is not None:
            known = spellings(word, self.lexicon)
            spelled, safe = self._named(number)
            if len(known) == 1 or bare in FIRST_NAMES_TOO or bare == "dame":
                return known[0].capitalize(), True
            return spelled, safe
        parts = capitals_kept.COMPOUND_RE.search(f"{before}{word}-")
        first = parts[1] if parts else word
        if spellings(first, self.lexicon) or first.lower() in capitals_kept.COMBINING:
            return None
        return word.capitalize(), False


def ends_sentence(letters: str, end: int, start: int) -> bool:
    """Tell whether a sentence ends between a word that ends and one that starts here."""
    match = _SENTENCE_END_RE.fullmatch(letters, end, start)
    if match is None:
        return False
    word = _LAST_WORD_RE.search(letters, 0, end) if match.start(1) == end else None
    return word is None or (len(word[0]) > 1 and word[0].lower() not in _ABBREVIATIONS)
