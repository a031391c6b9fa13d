"""Is this text French?  Other languages are left to their own letters."""

from __future__ import annotations

from pipeline.clean.lexicon import WORD_RE, Lexicon

_FRENCH = frozenset(
    "le la les de des du un une et est en à au aux que qui dans pour par sur ce cette il elle ne "
    "pas plus son sa ses avec nous vous ont été sont d l qu s n c".split()
)
_OTHERS = (
    frozenset(
        "the of and to in is was for with that by from der die das und ist von mit den dem el los "
        "las y por con il di che della per een het van".split()
    )
    - _FRENCH
)
_ENGLISH = frozenset("the of and to in is was for with that by from at as on his her their".split())
SAMPLE = 4000
"""Letters looked at."""
_WORDS = 200
"""Words of them."""


_FEW = 8
_FEW_SMALL = 4
"""Words, and words in lower case, below which a text does not tell: a list of names."""


def is_french(text: str, lexicon: Lexicon) -> bool:
    """Tell whether a text can be French; short texts are given the benefit of the doubt.

    >>> is_french("The battle of the bridge was won by the army in the month of May", Lexicon([]))
    False
    >>> is_french("La bataille du pont fut gagnée par l’armée au mois de mai", Lexicon([]))
    True
    >>> is_french("Ramey, Claude ; Cortot ; Roman ; Nanteuil ; Bosio ; David, Jacques", Lexicon([]))
    True
    """
    found = WORD_RE.findall(text[:SAMPLE])[:_WORDS]
    if len(found) < _FEW or sum(word[0].islower() for word in found) < _FEW_SMALL:
        return True
    words = [word.lower() for word in found]
    french = sum(word in _FRENCH for word in words)
    other = sum(word in _OTHERS for word in words)
    if other > french:
        return False
    if french * 12 >= len(words):
        return True
    return sum(lexicon.listed(word) for word in words) * 2 >= len(words)


def other_language(text: str) -> str:
    """Return the language (BCP 47) of a text that is not French: ``en``; ``und`` for any other.

    >>> other_language("The battle of the bridge"), other_language("Die Schlacht von Ulm")
    ('en', 'und')
    """
    words = [word.lower() for word in WORD_RE.findall(text[:SAMPLE])[:_WORDS]]
    english = sum(word in _ENGLISH for word in words)
    return "en" if english * 12 >= len(words) and english else "und"
