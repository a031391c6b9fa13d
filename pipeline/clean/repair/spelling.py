"""The accent of a lone capital, À, Île, and the hyphens of places."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.clean.gazetteer import misspelt_places
from pipeline.clean.rule import Edit
from pipeline.regex import regex

_A_RE = regex(
    r"(?:(?<=^)|(?<=[.!?:] )|(?<=\n))"
    r"A(?= (?:partir|la|cette|ce|cet|titre|travers|cause|compter|noter|défaut|terme|côté|"
    r"nouveau|savoir|l[’']|chaque|Paris|Lyon)\b)"
)
"""A sentence that opens with « A partir »."""
_ILE_RE = regex(r"(?<![\w’'-])I(?=les?[ -](?:de|d[’']|du|des)\b)")
"""``Ile de France``."""


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
