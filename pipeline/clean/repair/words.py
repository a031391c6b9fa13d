"""One word at a time: misread letters and missing accents, with proof or as a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.dictionary import french
from pipeline.clean.everyday import SHORT_ACCENTED
from pipeline.clean.lexicon import Lexicon
from pipeline.clean.protect import quotations
from pipeline.clean.repair.readings import Answer, Readings
from pipeline.clean.repair.shapes import CERTAIN, confused
from pipeline.clean.repair.two_forms import chosen
from pipeline.clean.rule import Edit
from pipeline.diagnostics import Code
from pipeline.regex import regex

_TOKEN_RE = regex(
    r"(?<![\w.@/!])(?<!\w[\[(])[^\W_](?:[^\W_]|[!](?=[^\W\d_]))*"
    r"(?![\w@/]|\.\w|[\[(]\w)"
)
"""A word with the figures misread inside it: ``l9eau``."""
_STOPPED_RE = regex(r"\.[,;)]")
"""What follows an abbreviation, and no sentence: ``trés., M. Roy``."""
_ABBREVIATIONS = frozenset(
    "trés tres prés pres secr tél tel véto vét cit sér dép rééd rés bibl éd réf rév".split()
)
"""Words that are cut short where a stop follows, though they look like a misread one."""
_CUT = 5
_AFIN_RE = regex(r"\s+(?:de\b|d[’']|que\b|qu[’'])")
"""What *afin* is followed by."""
_MONTHS = "janv|févr|mars|avril|mai|juin|juil|août|sept|oct|nov|déc"
_FIN_DE_RE = regex(
    rf"\s+(?:(?:de|du|des|à|aux?)\b|d[’']|(?:19|20)?\d\d\b|{_MONTHS})", re.IGNORECASE
)
_A_LA_RE = regex(r"\b(?:à la|à sa|sans|met|mit|mis|mise|mettre|mettent|prend|prit|prendre)\s+$")
"""What stands beside *fin*."""


class Words:
    """The rules for words; each is a pure function of the letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon, and every answer found."""
        self._lexicon = lexicon
        self._readings = Readings(lexicon)
        self._fine: set[str] = set()
        self._answers: dict[str, Answer] = {}
        self._last: tuple[str, list[tuple[re.Match[str], Answer]]] = ("", [])

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
            if len(answer.forms) == 2:
                before = text[max(0, match.start() - 30) : match.start()]
                one = chosen((answer.forms[0], answer.forms[1]), before, self._lexicon)
                form, code = (
                    (one, Code.ACCENT) if one else (self._guess(answer.forms), Code.OCR_DOUBT)
                )
            if code is Code.OCR_LETTER and _perhaps_acronym(text, match):
                continue
            if code is not Code.OCR_DOUBT and self._quoted(text, match, form):
                code = Code.OCR_DOUBT
            if code is wanted and form != match[0]:
                yield Edit(*match.span(), form)

    def _guess(self, forms: tuple[str, ...]) -> str:
        """Return the form to propose: one used, or alone in the dictionary, else the second.

        ``batie`` is *bâtie*: the participle *bâtié* is made by rule.
        """
        used = [form for form in forms if form in SHORT_ACCENTED or self._lexicon.stands(form)]
        known = used if len(used) == 1 else [form for form in forms if form in french()]
        return known[0] if len(known) == 1 else forms[-1]

    @staticmethod
    def _quoted(text: str, match: re.Match[str], form: str) -> bool:
        """Tell whether a word may be spelt so by who is quoted: only machines read m for rn."""
        inside = any(start < match.start() < end for start, end in quotations(text))
        return inside and match[0].isalpha() and form not in confused(match[0], CERTAIN)

    def _scan(self, text: str) -> list[tuple[re.Match[str], Answer]]:
        """Return the words that want something; the last text is remembered for the next rule."""
        if self._last[0] != text:
            fresh = set(_TOKEN_RE.findall(text)) - self._fine
            for word in fresh - self._answers.keys():
                answer = self._readings.answer(word)
                if answer is None:
                    self._fine.add(word)
                else:
                    self._answers[word] = answer
            found = []
            if fresh - self._fine:
                found = [
                    (match, self._answers[match[0]])
                    for match in _TOKEN_RE.finditer(text)
                    if match[0] in self._answers
                    and not _cited(text, match)
                    and not _cut_short(text, match)
                    and not self._lexicon.foreign_beside(text, *match.span())
                ]
            self._last = (text, found)
        return self._last[1]


def _perhaps_acronym(text: str, match: re.Match[str]) -> bool:
    """Tell whether letters may be an acronym in small ones, or a unit: ``l’afm``, ``94 fm``."""
    word, before = match[0], text[max(0, match.start() - 12) : match.start()]
    if word == "afm":
        return before.endswith(("’", "'")) or _AFIN_RE.match(text, match.end()) is None
    if word == "fm":
        fin = _FIN_DE_RE.match(text, match.end()) or _A_LA_RE.search(before)
        return fin is None or before.rstrip()[-1:].isdigit()
    return False


def _cut_short(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word is an abbreviation with its stop: ``Mme Bœuf, trés.``."""
    if not text.startswith(".", match.end()):
        return False
    listed = match[0] in _ABBREVIATIONS
    return listed or (len(match[0]) <= _CUT and _STOPPED_RE.match(text, match.end()) is not None)


def _cited(text: str, match: re.Match[str]) -> bool:
    """Tell whether a word stands alone between quotation marks: it is named, not used."""
    before, after = text[: match.start()].rstrip(), text[match.end() :].lstrip()
    return before[-1:] in tuple('«"“') and after[:1] in tuple('»"”')
