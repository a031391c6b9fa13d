"""Words that their authors made from known ones: no dictionary has them, and they are right."""

from __future__ import annotations

from pipeline.clean.lexicon import Lexicon

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
_SHORTEST = 5
"""Letters of the word behind a prefix."""


def coined(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a word is made from a known one.

    >>> [coined(word, Lexicon([])) for word in ("cofondateur", "triable", "demier")]
    [True, True, False]
    """
    listed = lexicon.listed_small
    for prefix in _PREFIXES:
        rest = word.removeprefix(prefix)
        if len(rest) >= _SHORTEST and rest != word and listed(rest):
            return True
    for suffix, endings in _SUFFIXES:
        if word.endswith(suffix):
            stem = word.removesuffix(suffix)
            return len(stem) > 2 and any(listed(stem + ending) for ending in endings)
    return False
