"""Letters of one shape: what recognition confuses.

Source: the confusions that recognition programs make between letters of one shape (m and
rn, l and i, c and e …), as the literature on French OCR lists them.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import TypeAlias

from pipeline.clean.lexicon import Lexicon

STRONG = (
    ("m", "rn"), ("rn", "m"), ("fm", "fin"), ("m", "in"), ("m", "ni"), ("in", "m"), ("ni", "m"),
    ("rm", "nn"), ("nn", "rm"), ("l", "i"), ("i", "l"), ("!", "i"), ("!", "l"), ("j", "i"),
    ("ii", "n"), ("ii", "u"), ("li", "h"), ("h", "li"), ("cl", "d"), ("d", "cl"), ("vv", "w"),
    ("rr", "n"), ("ri", "n"), ("ce", "œ"), ("cm", "ern"), ("cem", "cern"), ("è", "é"), ("é", "è"),
    ("ê", "é"), ("ë", "é"), ("é", "ê"), ("è", "ê"), ("à", "â"),
)  # fmt: skip
"""What a program often reads, and what stood there."""
CERTAIN = tuple(pair for pair in STRONG if pair[0].isascii() and pair[1].isascii())
"""Those that only a program makes: no author leaves out or changes an accent so."""
WEAK = (
    ("t", "i"), ("i", "t"), ("t", "l"), ("l", "t"), ("c", "e"), ("e", "c"), ("o", "c"), ("c", "o"),
    ("u", "n"), ("n", "u"), ("f", "t"), ("t", "f"), ("b", "h"), ("h", "b"), ("q", "g"), ("g", "q"),
    ("o", "a"), ("a", "o"), ("é", "e"),
)  # fmt: skip
"""What it sometimes reads: believed in longer words, or where the document has the right one."""
Shapes: TypeAlias = tuple[tuple[str, str], ...]
_FIGURES = {"0": "o", "1": "li", "5": "s", "I": "l"}
"""Figures, and the capital, read for small letters."""
_MOST_FIGURES = 3


def candidates(word: str, lexicon: Lexicon) -> set[str]:
    """Return the listed words that stand one shape confusion away.

    >>> candidates("demier", Lexicon([])), candidates("joumées", Lexicon([]))
    ({'dernier'}, {'journées'})
    """
    return {form for form in confused(word) if form.isalpha() and lexicon.listed_small(form)}


def confused(word: str, shapes: Shapes = STRONG + WEAK) -> Iterator[str]:
    """Yield what a word may have been before one shape was misread."""
    for wrong, right in shapes:
        at = word.find(wrong)
        while at >= 0:
            yield word[:at] + right + word[at + len(wrong) :]
            at = word.find(wrong, at + 1)


def figures_read(word: str, lexicon: Lexicon) -> set[str]:
    """Return the listed words behind the figures, or capital I, inside a small word.

    >>> figures_read("uti1e", Lexicon([])), figures_read("faciIiter", Lexicon([]))
    ({'utile'}, {'faciliter'})
    """
    places = [place for place, letter in enumerate(word) if letter in _FIGURES]
    if not places or len(places) > _MOST_FIGURES:
        return set()
    found = set()
    for letters in product(*(_FIGURES[word[place]] for place in places)):
        spelled = list(word)
        for place, letter in zip(places, letters, strict=True):
            spelled[place] = letter
        form = "".join(spelled)
        if form.isalpha() and form.islower() and lexicon.listed_small(form):
            found.add(form)
    return found
