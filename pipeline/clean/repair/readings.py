"""What one unknown word should have been: its readings, ranked, and how sure they are.

A word has readings of two kinds: the same letters with more or other accents, and other
letters of the same shape.  The one that the document has, or that everybody writes, is
believed before a rare word (``french.md`` 3.3: the first must be far more frequent).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from pipeline.clean.everyday import SHORT_ACCENTED, USUAL
from pipeline.clean.lexicon import LONGEST, Lexicon, plain
from pipeline.clean.repair.coined import coined
from pipeline.clean.repair.doubled import thinned, undoubled
from pipeline.clean.repair.pieces import RUN_TOGETHER
from pipeline.clean.repair.shapes import CERTAIN, STRONG, candidates, confused, figures_read
from pipeline.clean.repair.two_forms import ordered
from pipeline.diagnostics import Code
from pipeline.regex import regex

_MINGLED_RE = regex(
    r"(?![015]+(?:[èe]re|ers|[èe]me|res|nde)s?$)(?=.*[015I!])(?=(?:.*[a-zà-ÿœ]){3})[a-zà-ÿœ015I!]+"
)
"""A small word with figures, a capital I or ``!`` inside it."""
_OF_OLD = (
    ("oient", "aient"),
    ("oit", "ait"),
    ("ans", "ants"),
    ("ens", "ents"),
    ("ége", "ège"),
    ("éges", "èges"),
)
"""Endings of earlier spellings, and today's."""
_LITERARY = ("ât", "ît", "ût", "âmes", "îmes", "âtes", "îtes")
"""Endings of tenses that chronicles have not: nouns are spelt like them, ``cadrat``."""
_FUTURE_RE = regex(
    r"è(?=(?:[^aeiouyéèêà]{1,3}|[gq]u)er(?:a|ai|as|ons|ez|ont|ais|ait|ions|iez|aient)$)"
)
"""``cèdera``: the spelling of 1990, where that of before has é."""
_RUN_ON = ("les", "la", "le", "des", "une", "un", "du", "aux", "son", "ses")
_SHORT = frozenset("cit von cie ter dom der und zum del los las ibid".split())
"""Parts of names and addresses that everybody knows and the dictionary has not."""
_FAR_MORE = 10
"""How much more often the document must have one reading than the next."""
_MIDDLING = 6
"""Letters of a word that is believed to have a rare misreading."""
_LONG = 8
"""Letters of a word that may have both a misread letter and a missing accent."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a word should be: one form under a code, or two that the word before chooses from."""

    code: Code
    forms: tuple[str, ...]


class Readings:
    """The readings of single words; every answer is a pure function of word and document."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self._lexicon = lexicon

    def answer(self, word: str) -> Answer | None:
        """Return what a word should be; ``None`` where it stays as it is."""
        if word in ("fm", "afm"):
            return Answer(Code.OCR_LETTER, (word.replace("fm", "fin"),))
        if not 3 <= len(word) <= LONGEST or word in self._lexicon.names or word in RUN_TOGETHER:
            return None
        if _MINGLED_RE.fullmatch(word):
            return self._mingled(word)
        if not word.isalpha() or word in _SHORT or self._lexicon.listed(word):
            return None
        once = thinned(word, self._lexicon)
        if once and not candidates(word, self._lexicon):
            return Answer(Code.OCR_LETTER, (once,))
        return self._small(word) if word.islower() else None

    def _small(self, word: str) -> Answer | None:
        """Return what a word in small letters should be, which the dictionary has not."""
        if old := self._of_old(word):
            return Answer(Code.OCR_DOUBT, (old,))
        found = self._spelled(word)
        if self._unsure(word, found) and (once := self._undoubled(word)):
            return Answer(Code.OCR_DOUBT, (once,))
        if found is None or found.code is Code.OCR_DOUBT or len(found.forms) > 1:
            return found
        doubtful = self._lexicon.foreign(word) and not self._usual(found.forms)
        if found.code is Code.OCR_LETTER and not self._usual(found.forms):
            doubtful = doubtful or self._run_together(word)
        return Answer(Code.OCR_DOUBT, found.forms) if doubtful else found

    def _unsure(self, word: str, found: Answer | None) -> bool:
        """Tell whether a word has no reading yet, or one that no program surely made."""
        if found is None or found.code is not Code.OCR_LETTER:
            return found is None
        return not self._usual(found.forms) & set(confused(word, CERTAIN))

    def _undoubled(self, word: str) -> str | None:
        """Return the word meant by one that has a consonant twice, or lacks the second."""
        lexicon = self._lexicon
        if lexicon.stands(word, 3) or lexicon.foreign(word) or coined(word, lexicon):
            return None
        return undoubled(word, lexicon)

    def _of_old(self, word: str) -> str | None:
        """Return today's spelling of a word as it was written once, which may be meant.

        *Étoient* until the Académie's dictionary of 1835, *enfans* too; *collége* until 1878.
        """
        for ending, now in _OF_OLD:
            if word.endswith(ending) and len(word) > len(ending) + 1:
                form = word.removesuffix(ending) + now
                if self._lexicon.listed_small(form):
                    return form
        return None

    def _run_together(self, word: str) -> bool:
        """Tell whether a word may as well be two: ``conserverles``, read for *conserveries*."""
        stems = (word.removesuffix(small) for small in _RUN_ON if word.endswith(small))
        return any(len(stem) > 4 and self._lexicon.listed_small(stem) for stem in stems)

    def _spelled(self, word: str) -> Answer | None:
        """Choose between accents and letters: usual letters go before unusual accents."""
        accents = self._lexicon.accents(word)
        if not accents:
            return self._misread(word, candidates(word, self._lexicon))
        read = candidates(word, self._lexicon)
        swapped = [each for each in read if plain(each) == plain(word) and each != f"{word[:-1]}e"]
        usual = self._usual(read)
        if usual and not self._usual(accents):
            return self._misread_or_bare(word, usual, accents)
        if len(swapped) == 1 and len(accents) == 1:
            pair = ordered((swapped[0], accents[0]))
            return Answer(Code.ACCENT, pair) if pair else Answer(Code.OCR_DOUBT, (swapped[0],))
        return self._accented(word, accents)

    def _misread_or_bare(
        self, word: str, usual: set[str], accents: tuple[str, ...]
    ) -> Answer | None:
        """Choose between usual letters and rarer accents: ``verite`` is no *vente*."""
        lexicon = self._lexicon
        if any(lexicon.reformed(word, form) for form in accents):
            return None
        named = [form for form in accents if lexicon.lemma(form) in (form, form[:-1])]
        if word.isascii() and named:
            return Answer(Code.OCR_DOUBT, (self._likeliest(named),))
        return self._misread(word, usual)

    def _mingled(self, word: str) -> Answer | None:
        found = figures_read(word, self._lexicon)
        if not found and "!" in word:
            found = candidates(word, self._lexicon)
        if not found:
            return None
        best = self._usual(found) or found
        straight = {form for form in best if form == word.replace("1", "l").replace("I", "l")}
        best = straight if len(best) > 1 and straight else best
        noted = word[-1] in "15" and self._lexicon.listed(word[:-1])
        code = Code.OCR_LETTER if len(best) == 1 and not noted else Code.OCR_DOUBT
        return Answer(code, (self._likeliest(best),))

    def _accented(self, word: str, forms: tuple[str, ...]) -> Answer | None:
        lexicon = self._lexicon
        if len(forms) == 1 and (lexicon.reformed(word, forms[0]) or _of_1990(word, forms[0])):
            return None
        if all(form.endswith(_LITERARY) for form in forms):
            return Answer(Code.OCR_DOUBT, (self._likeliest(forms),))
        if pair := ordered(forms) or self._noun_in_ent(word, forms):
            return Answer(Code.ACCENT, pair)
        usual = [form for form in forms if form in SHORT_ACCENTED]
        if len(usual) == 1:
            return Answer(Code.ACCENT, (usual[0],))
        if len(forms) == 1 and self._may_be_present(word, forms[0]):
            return Answer(Code.ACCENT, (word, forms[0]))
        best = self._usual(forms)
        if len(best) == 1 and len(word) > 3:
            return Answer(Code.ACCENT, (best.pop(),))
        if lexicon.stands(word, 3):
            return None
        if len(forms) > 1 or len(word) < 5:
            return Answer(Code.OCR_DOUBT, (self._likeliest(forms),))
        return Answer(Code.ACCENT, forms)

    def _may_be_present(self, word: str, form: str) -> bool:
        """Tell whether a word may be the verb's present: ``automatises`` beside *automatisés*."""
        if word.endswith("s") and not word.endswith(("eles", "etes", "yes")):
            word, form = word[:-1], form[:-1]
        return self._lexicon.participle(word, form)

    def _noun_in_ent(self, word: str, forms: tuple[str, ...]) -> tuple[str, str] | None:
        """Return a participle in -ant and a noun in -ent: ``presidant`` may be both."""
        if len(forms) != 1 or not word.endswith("ant"):
            return None
        nouns = [
            form for form in self._lexicon.accents(f"{word[:-3]}ent") if form in SHORT_ACCENTED
        ]
        return (forms[0], nouns[0]) if len(nouns) == 1 else None

    def _misread(self, word: str, found: set[str]) -> Answer | None:
        lexicon = self._lexicon
        if not found and len(word) >= _LONG:
            forms = (lexicon.accents(each) for each in confused(word, STRONG) if each.isalpha())
            found = {form for several in forms for form in several}
        if not found or coined(word, lexicon):
            return None
        usual = self._usual(found)
        if lexicon.stands(word, 2) and not self._often_misread(word, usual or found):
            return None
        if len(word) > 3:
            found = usual or found
        same = {form for form in found if plain(form) == plain(word)}
        found = same if len(same) == 1 and not self._usual(found - same) else found
        if len(found) > 1:
            return Answer(Code.OCR_DOUBT, (self._likeliest(found),))
        form = next(iter(found))
        if plain(form) == plain(word):
            if form in (f"{word[:-1]}e", f"{word[:-2]}es") or _of_1990(word, form):
                return None
            return Answer(
                Code.ACCENT if self._other_accent(word, form) else Code.OCR_DOUBT, (form,)
            )
        return Answer(Code.OCR_LETTER if self._sure(word, form) else Code.OCR_DOUBT, (form,))

    def _other_accent(self, word: str, form: str) -> bool:
        """Tell whether an accent may be exchanged: not in short words, nor taken away."""
        if self._usual((form,)):
            return True
        return len(word) >= _MIDDLING and plain(form) != form

    def _sure(self, word: str, form: str) -> bool:
        """Tell whether a misreading may be mended: short words and rare shapes need a witness."""
        if "fm" in word:
            return True
        known = bool(self._usual((form,)))
        if len(word) < 5:
            return len(word) == 4 and known
        if any(self._lexicon.listed_small(word + ending) for ending in "set"):
            return known
        strong = form in confused(word, STRONG) or len(form) != len(word)
        return strong or known

    def _often_misread(self, word: str, found: set[str]) -> bool:
        """A misreading made twice is no word, where the document has the right one as often."""
        if len(found) != 1:
            return False
        form = next(iter(found))
        return self._lexicon.count(form) >= self._lexicon.count(word) or (
            len(form) != len(word) and any(shape in word for shape in ("fm", "m", "rn"))
        )

    def _usual(self, forms: Iterable[str]) -> set[str]:
        """Return the forms that the document has or that everybody writes; one, if far ahead."""
        usual = {form for form in forms if form in USUAL or self._lexicon.stands(form)}
        if len(usual) > 1:
            first, second = sorted((self._lexicon.count(form) for form in usual), reverse=True)[:2]
            if first >= _FAR_MORE * max(second, 1):
                return {self._likeliest(usual)}
        return usual

    def _likeliest(self, forms: Iterable[str]) -> str:
        return min(forms, key=lambda form: (-self._lexicon.count(form), form not in USUAL, form))


def _of_1990(word: str, form: str) -> bool:
    """Tell whether a word is a future in the spelling of 1990, and a form that of before.

    >>> _of_1990("complètera", "complétera"), _of_1990("deuxiéme", "deuxième")
    (True, False)
    """
    return _FUTURE_RE.sub("é", word) == form
