"""Accents on capitals and the ligature œ, by the dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.everyday import FUNCTION, WITH_LIGATURE
from pipeline.clean.lexicon import WORD_RE, Lexicon
from pipeline.clean.rule import Edit

_CAPITALISED_RE = re.compile(
    r"(?<![\w.])[A-Z][A-Za-z]{3,}(?![\w.@])|(?<![\w.])[A-Z][A-Za-z]{3,}(?=\.\s|\.$)"
)
_NAMED_RE = re.compile(r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Dr)\.?|\b([A-ZÀ-Ý][a-zà-ÿ]+))[ -]$")
"""A title or a capitalised word, before a surname in capitals."""
_OPENING_RE = re.compile(r"(?:^|[\n.!?•-])[ \t]*$")
"""What stands before the first word of a sentence."""
_LONG = 7
_A_RE = re.compile(
    r"(?:(?<=^)|(?<=[.!?:] )|(?<=\n))"
    r"A(?= (?:partir|la|cette|ce|cet|titre|travers|cause|compter|noter|défaut|terme|côté|"
    r"nouveau|savoir|l[’']|chaque|Paris|Lyon)\b)"
)
"""A sentence that opens with « A partir »."""
_ILE_RE = re.compile(r"(?<![\w’'-])I(?=les?[ -](?:de|d[’']|du|des)\b)")
"""``Ile de France``."""


class Spelling:
    """The rules that ask the dictionary for one spelling of a word."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self._lexicon = lexicon

    def ligature(self, text: str) -> Iterator[Edit]:
        """Set œ where the dictionary knows the word with it: ``oeuvre``, not ``moelle``."""
        if "oe" not in text and "OE" not in text and "Oe" not in text:
            return
        for match in WORD_RE.finditer(text):
            word = match[0]
            at = word.lower().find("oe")
            if at < 0:
                continue
            joined = word[:at] + "œ" + word[at + 2 :]
            if self._lexicon.listed(joined.lower()) or joined.lower() in WITH_LIGATURE:
                sign = "œ" if word[at].islower() else "Œ"
                start = match.start() + at
                yield Edit(start, start + 2, sign)

    def capital_accents(self, text: str) -> Iterator[Edit]:
        """Set accents on words in capitals, or with one: ``REGIONALISATION``, ``Etat``.

        Capitals take accents (*Lexique* of the Imprimerie nationale, *Accentuation*).
        """
        for match in _CAPITALISED_RE.finditer(text):
            word = match[0]
            if word in self._lexicon.names:
                continue
            accented = self._lexicon.accented(word)
            if accented is None or self._lexicon.participle(word.lower(), accented):
                continue
            if word.isupper() and self._surname(text[: match.start()][-30:], accented):
                continue
            inside = not word.isupper() and _differs_inside(word, accented)
            if inside and not self._opens(text, match.start(), word):
                continue
            if not word.isupper() and self._lexicon.foreign_beside(text, *match.span()):
                continue
            spelled = accented.upper() if word.isupper() else accented.capitalize()
            yield Edit(*match.span(), spelled)

    def _surname(self, before: str, accented: str) -> bool:
        """Tell whether a word in capitals follows a title or a first name: ``Paul LEGER``."""
        match = _NAMED_RE.search(before)
        if match is None or self._lexicon.count(accented):
            return False
        return match[1] is None or match[1].lower() not in FUNCTION

    def _opens(self, text: str, start: int, word: str) -> bool:
        """Tell whether a capital is that of the sentence, not of a name."""
        return (
            len(word) >= _LONG
            and word[1:].islower()
            and self._lexicon.count(word) == 1
            and _OPENING_RE.search(text[max(0, start - 8) : start]) is not None
        )


def _differs_inside(word: str, accented: str) -> bool:
    """A capitalised word may be a name: only its first letter takes an accent by itself."""
    return word[1:].lower() != accented[1:]


def opening_a(text: str) -> Iterator[Edit]:
    """Set the accent of À where a sentence opens with it, and of Île.

    >>> from pipeline.clean.rule import apply
    >>> apply(opening_a, "A partir de mai. A Paris. Plan A la veille")
    'À partir de mai. À Paris. Plan A la veille'
    """
    if "A " in text:
        for match in _A_RE.finditer(text):
            yield Edit(*match.span(), "À")
    if "Ile" in text:
        for match in _ILE_RE.finditer(text):
            yield Edit(*match.span(), "Î")
