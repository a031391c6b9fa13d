"""One word at a time: misread letters and missing accents, with proof or as a proposal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.lexicon import Lexicon
from pipeline.clean.protect import quotations
from pipeline.clean.repair.readings import Answer, Readings
from pipeline.clean.repair.shapes import CERTAIN, confused
from pipeline.clean.rule import Edit
from pipeline.diagnostics import Code

_TOKEN_RE = re.compile(
    r"(?<![\w.@/!])(?<!\w[\[(])[^\W_](?:[^\W_]|[!](?=[^\W\d_]))*"
    r"(?![\w@/]|\.\w|[\[(]\w)"
)
"""A word with the figures misread inside it: ``l9eau``."""
_OF_VERB_RE = re.compile(r"([^\W\d_]+)[’' ]*$")
_AUXILIARIES = frozenset(
    "a ont avait avaient aura auront ayant est sont était étaient sera seront été être fut furent "
    "avoir serait seraient ai as avons avez suis sommes êtes soit soient aurait auraient".split()
)
_BEFORE_PRESENT = frozenset(
    "il elle on qui je ne se un une la le cette ce sa son leur chaque quelque toute".split()
)


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
            if len(answer.forms) > 1:
                before = text[max(0, match.start() - 30) : match.start()]
                form, code = self._chosen(answer.forms, before)
            if match[0] in ("fm", "afm") and re.search(r"\d\s*$", text[: match.start()]):
                continue
            if code is not Code.OCR_DOUBT and self._quoted(text, match, form):
                code = Code.OCR_DOUBT
            if code is wanted and form != match[0]:
                yield Edit(*match.span(), form)

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
                    and not self._lexicon.foreign_beside(text, *match.span())
                ]
            self._last = (text, found)
        return self._last[1]

    def _chosen(self, forms: tuple[str, ...], before: str) -> tuple[str, Code]:
        """Choose between a present and a participle: by the word before, by the document."""
        form = _by_verb(forms, before)
        used = [each for each in forms if self._lexicon.stands(each)]
        if form is None and len(used) == 1:
            form = used[0]
        return (form, Code.ACCENT) if form else (forms[-1], Code.OCR_DOUBT)


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
