"""One word at a time: misread letters and missing accents, with proof or as a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.clean.everyday import SHORT_ACCENTED
from pipeline.clean.lexicon import LONGEST, Lexicon, plain
from pipeline.clean.repair.pieces import RUN_TOGETHER
from pipeline.clean.repair.shapes import STRONG, candidates, confused, figures_read
from pipeline.clean.rule import Edit
from pipeline.diagnostics import Code

_TOKEN_RE = re.compile(
    r"(?<![\w.@/!])(?<!\w[\[(])[^\W_](?:[^\W_]|[!](?=[^\W\d_]))*"
    r"(?![\w@/]|\.\w|[\[(]\w| ?[\[(]sic\b)"
)
"""A word with the figures misread inside it: ``l9eau``.  A reader’s [sic] vouches for it."""
_MINGLED_RE = re.compile(
    r"(?![015]+(?:[èe]re|ers|[èe]me|res|nde)s?$)(?=.*[015I!])(?=(?:.*[a-zà-ÿœ]){3})[a-zà-ÿœ015I!]+"
)
"""A small word with figures, a capital I or ``!`` inside it."""
_OF_VERB_RE = re.compile(r"([^\W\d_]+)[’' ]*$")
_AUXILIARIES = frozenset(
    "a ont avait avaient aura auront ayant est sont était étaient sera seront été être fut furent "
    "avoir serait seraient ai as avons avez suis sommes êtes soit soient aurait auraient".split()
)
_BEFORE_PRESENT = frozenset(
    "il elle on qui je ne se un une la le cette ce sa son leur chaque quelque toute".split()
)
_SUFFIXES = (
    ("ables", ("er",)), ("able", ("er",)), ("istes", ("", "e")), ("iste", ("", "e")),
    ("ismes", ("", "e")), ("isme", ("", "e")), ("eurs", ("er",)), ("eur", ("er",)),
    ("ages", ("er",)), ("age", ("er",)), ("ements", ("er",)), ("ement", ("er", "e")),
)  # fmt: skip
_PREFIXES = (
    "re", "ré", "dé", "sur", "sous", "co", "anti", "pré", "inter", "multi", "auto", "bio", "éco",
    "micro", "mini", "télé", "néo", "post", "pro", "trans", "ultra", "extra", "intra", "hyper",
    "in", "ir", "im", "para", "mono", "poly", "socio", "psycho", "ex", "non",
)  # fmt: skip
_MIDDLING = 6
"""Letters of a word that is believed to have a rare misreading."""
_LONG = 8
"""Letters of a word that may have both a misread letter and a missing accent."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What a word should be: one form under a code, or several to choose from."""

    code: Code
    forms: tuple[str, ...]


class Words:
    """The rules for words; each is a pure function of the letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon, and every answer found."""
        self._lexicon = lexicon
        self._fine: set[str] = set()
        self._answers: dict[str, _Answer] = {}
        self._last: tuple[str, list[tuple[re.Match[str], _Answer]]] = ("", [])

    def letters(self, text: str) -> Iterator[Edit]:
        """Mend a misread word that has one single known neighbour."""
        return self._edits(text, Code.OCR_LETTER)

    def accents(self, text: str) -> Iterator[Edit]:
        """Set the accent that the dictionary wants on a word in lower case."""
        return self._edits(text, Code.ACCENT)

    def doubts(self, text: str) -> Iterator[Edit]:
        """Propose a reading where several are possible."""
        return self._edits(text, Code.OCR_DOUBT)

    def _edits(self, text: str, wanted: Code) -> Iterator[Edit]:
        for match, answer in self._scan(text):
            form, code = answer.forms[0], answer.code
            if len(answer.forms) > 1:
                before = text[max(0, match.start() - 30) : match.start()]
                form, code = self._chosen(answer.forms, before)
            if match[0] in ("fm", "afm") and re.search(r"\d\s*$", text[: match.start()]):
                continue
            if code is wanted:
                yield Edit(*match.span(), form)

    def _scan(self, text: str) -> list[tuple[re.Match[str], _Answer]]:
        """Return the words that want something; the last text is remembered for the next rule."""
        if self._last[0] != text:
            fresh = set(_TOKEN_RE.findall(text)) - self._fine
            for word in fresh - self._answers.keys():
                answer = self._find(word)
                if answer is None:
                    self._fine.add(word)
                else:
                    self._answers[word] = answer
            found = []
            if fresh - self._fine:
                found = [
                    (match, self._answers[match[0]])
                    for match in _TOKEN_RE.finditer(text)
                    if match[0] in self._answers and not _cited(text, match)
                ]
            self._last = (text, found)
        return self._last[1]

    def _find(self, word: str) -> _Answer | None:
        if word in ("fm", "afm"):
            return _Answer(Code.OCR_LETTER, (word.replace("fm", "fin"),))
        if not 3 <= len(word) <= LONGEST or word in self._lexicon.names or word in RUN_TOGETHER:
            return None
        if _MINGLED_RE.fullmatch(word):
            return self._mingled(word)
        if not word.isalpha() or not word.islower() or self._lexicon.listed(word):
            return None
        accents = self._lexicon.accents(word)
        if accents:
            return self._accented(word, accents)
        return self._misread(word)

    def _chosen(self, forms: tuple[str, ...], before: str) -> tuple[str, Code]:
        """Choose between a present and a participle: by the word before, by the document."""
        form = _by_verb(forms, before)
        used = [each for each in forms if self._lexicon.count(each)]
        if form is None and len(used) == 1:
            form = used[0]
        return (form, Code.ACCENT) if form else (self._likeliest(set(forms)), Code.OCR_DOUBT)

    def _mingled(self, word: str) -> _Answer | None:
        found = figures_read(word, self._lexicon)
        if not found and "!" in word:
            found = candidates(word, self._lexicon)
        if not found:
            return None
        seen = {form for form in found if self._lexicon.count(form)}
        best = seen if len(seen) == 1 else found
        straight = {form for form in best if form == word.replace("1", "l").replace("I", "l")}
        best = straight if len(best) > 1 and straight else best
        noted = word[-1] in "15" and self._lexicon.listed(word[:-1]) and not seen
        code = Code.OCR_LETTER if len(best) == 1 and not noted else Code.OCR_DOUBT
        return _Answer(code, (self._likeliest(best),))

    def _accented(self, word: str, forms: tuple[str, ...]) -> _Answer | None:
        lexicon = self._lexicon
        if len(forms) == 1 and lexicon.reformed(word, forms[0]):
            return None
        usual = [form for form in forms if form in SHORT_ACCENTED]
        if len(usual) == 1:
            return _Answer(Code.ACCENT, (usual[0],))
        used = [form for form in forms if lexicon.count(form)]
        if len(forms) == 2 and forms[0][:-1] == forms[1][:-1] and {*_last(forms)} == {"e", "é"}:
            return _Answer(Code.ACCENT, tuple(sorted(forms)))
        often = lexicon.count(word) > 2
        if len(used) == 1 and len(word) > 3:
            return _Answer(Code.ACCENT, (used[0],))
        if often:
            return None
        if len(forms) > 1 or len(word) < 5 or lexicon.participle(word, forms[0]):
            return _Answer(Code.OCR_DOUBT, (self._likeliest(set(forms)),))
        return _Answer(Code.ACCENT, forms)

    def _misread(self, word: str) -> _Answer | None:
        lexicon = self._lexicon
        found = candidates(word, lexicon)
        if not found and len(word) >= _LONG:
            forms = (lexicon.accents(each) for each in confused(word, STRONG) if each.isalpha())
            found = {form for several in forms for form in several}
        if not found or self._coined(word):
            return None
        if lexicon.count(word) > 1 and not self._often_misread(word, found):
            return None
        seen = {each for each in found if lexicon.count(each)}
        if len(found) > 1 and len(seen) == 1 and len(word) > 4:
            found = seen
        if len(found) > 1:
            return _Answer(Code.OCR_DOUBT, (self._likeliest(found),))
        form = next(iter(found))
        if plain(form) == plain(word):
            doubtful = len(form) == len(word) and plain(form) == form and not seen
            return _Answer(Code.OCR_DOUBT if doubtful else Code.ACCENT, (form,))
        return _Answer(Code.OCR_LETTER if self._sure(word, form) else Code.OCR_DOUBT, (form,))

    def _sure(self, word: str, form: str) -> bool:
        """Tell whether a misreading may be mended: short words and rare shapes need a witness."""
        if "fm" in word:
            return True
        if len(word) < 5:
            return len(word) == 4 and "rn" in form and self._lexicon.count(form) > 0
        strong = form in confused(word, STRONG) or len(form) != len(word)
        return strong or len(word) >= _MIDDLING or self._lexicon.count(form) > 0

    def _often_misread(self, word: str, found: set[str]) -> bool:
        """A misreading made twice is no word, where the document has the right one as often."""
        if len(found) != 1:
            return False
        form = next(iter(found))
        return self._lexicon.count(form) >= self._lexicon.count(word) or (
            len(form) != len(word) and any(shape in word for shape in ("fm", "m", "rn"))
        )

    def _coined(self, word: str) -> bool:
        """Tell whether a word is made from a known one: ``cofondateur``, ``triable``."""
        listed = self._lexicon.listed_small
        for prefix in _PREFIXES:
            rest = word.removeprefix(prefix)
            if len(rest) > 4 and rest != word and listed(rest):
                return True
        for suffix, endings in _SUFFIXES:
            if word.endswith(suffix):
                stem = word.removesuffix(suffix)
                return len(stem) > 2 and any(listed(stem + ending) for ending in endings)
        return False

    def _likeliest(self, forms: set[str]) -> str:
        return min(forms, key=lambda form: (-self._lexicon.count(form), form))


def _last(forms: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(form[-1] for form in forms)


def _cited(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word stands alone between quotation marks: it is named, not used."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    return before[-1:] in tuple('«"“') and after[:1] in tuple('»"”')


def _by_verb(forms: tuple[str, ...], before: str) -> str | None:
    """Choose between a present and a participle by the word before: ``a décidé``, ``qui décide``.

    >>> _by_verb(("décide", "décidé"), "le bureau a "), _by_verb(("décide", "décidé"), "bureau ")
    ('décidé', None)
    """
    match = _OF_VERB_RE.search(before)
    if match is None:
        return None
    word = match[1].lower()
    if word in _AUXILIARIES:
        return next(form for form in forms if form.endswith("é"))
    if word in _BEFORE_PRESENT:
        return next(form for form in forms if form.endswith("e"))
    return None
