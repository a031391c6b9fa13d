"""Hyphens: too many or missing in a word, and dashes that lost a blank."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.clean.lexicon import Lexicon
from pipeline.clean.rule import Edit
from pipeline.regex import regex

_HYPHENATED_RE = regex(
    r"(?<![\w-])(co|re|pré|dé|anti|auto|inter|sur|sous)-([a-zà-ÿœ]{3,})(?![\w-])"
)
_HALF_DASH_RE = regex(r"(?<=[^\W\d_]) -(?=([a-zà-ÿœ]{3,})(?![\w-]))")
"""A dash that lost its second blank: ``Proxim’ Services -sites``."""
_LAST_RE = regex(r"[^\W\d_]+$")
_HYPHENLESS_RE = regex(r"(vice|demi|sous)(?<![\w’'-]....) ([a-zà-ÿœ]{4,})(?![\w-])")
"""``vice président``."""
_BEFORE_HYPHEN = frozenset(
    """vice sous ex non mi demi semi anti auto co contre entre franco anglo germano italo inter
    micro mini multi néo post pré socio médico politico économico sud nord est ouest quasi après
    avant arrière hors porte garde grand petit haut bas moyen nouveau bien peut est""".split()
)
"""Words that begin compounds with a hyphen."""
_INVERTED = frozenset("il elle ils elles on ce je tu nous vous ci là même mêmes".split())


class Hyphens:
    """The rules for hyphens; each is a pure function of the letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self._lexicon = lexicon

    def half_dashes(self, text: str) -> Iterator[Edit]:
        """Set the second blank of a dash between words; parts of a compound are left.

        >>> from pipeline.clean.rule import apply
        >>> apply(Hyphens(Lexicon([])).half_dashes, "les ateliers -sites neufs, le vice -président")
        'les ateliers - sites neufs, le vice -président'
        """
        if " -" not in text:
            return
        for match in _HALF_DASH_RE.finditer(text):
            before = _LAST_RE.search(text, max(0, match.start() - 40), match.start())
            one, two = before[0] if before else "", match[1]
            compound = self._lexicon.listed(f"{one}-{two}".lower()) or two in _INVERTED
            if (
                not compound
                and one.lower() not in _BEFORE_HYPHEN
                and self._lexicon.listed_small(two)
            ):
                yield Edit(match.end(), match.end(), " ")

    def compounds(self, text: str) -> Iterator[Edit]:
        """Propose to join a word that is known without its hyphen, or to give it the hyphen."""
        for match in _HYPHENLESS_RE.finditer(text):
            compound = f"{match[1]}-{match[2]}"
            if self._lexicon.listed_small(compound):
                yield Edit(*match.span(), compound)
        if "-" not in text:
            return
        for match in _HYPHENATED_RE.finditer(text):
            joined = match[1] + match[2]
            if self._lexicon.listed(joined) and not self._lexicon.listed(match[0]):
                yield Edit(*match.span(), joined)
