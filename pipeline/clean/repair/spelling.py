"""The ligature œ, by the dictionary, and the accent of a lone capital: À, Île."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.everyday import WITH_LIGATURE
from pipeline.clean.gazetteer import misspelt_places
from pipeline.clean.lexicon import WORD_RE, Lexicon
from pipeline.clean.rule import Edit

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


def places(text: str) -> Iterator[Edit]:
    """Propose the hyphens and accents of a known place.

    >>> from pipeline.clean.rule import apply
    >>> apply(places, "Midi Pyrénées et Poitou Charentes")
    'Midi-Pyrénées et Poitou-Charentes'
    """
    for start, end, name in misspelt_places(text):
        yield Edit(start, end, name)
