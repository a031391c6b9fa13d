"""Which accents a word typed in capitals lacks: one spelling, one by its place, or a doubt.

``VISITE`` after an article is *visite*; ``VOLE`` may be *vole* or *volé*, and ``CURE`` *cure* or
*curé*: those are not decided here (``french.md`` 3.5).
"""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.clean import capital_words as words
from pipeline.clean.everyday import PEOPLE, USUAL
from pipeline.clean.lexicon import Lexicon, plain
from pipeline.clean.repair.ligature import ligatures
from pipeline.clean.repair.two_forms import chosen, ordered
from pipeline.clean.rule import apply

_BEFORE_NOUNS = frozenset(
    """la le l les un une des du de d au aux ce cet cette ces son sa ses leur leurs notre nos votre
    vos par sans pour en sous avec chaque premier premiere premiers premieres nouveau nouvel
    nouvelle nouveaux nouvelles grand grande grands grandes petit petite petits petites ancien
    ancienne anciens anciennes deux trois quatre cinq six sept huit dix belle bon bonne mauvaise
    derniere dernier deuxieme troisieme seconde jeunes""".split()
)
_FEMININE = frozenset(
    "la une cette sa premiere grande nouvelle belle petite ancienne derniere".split()
)
_MASCULINE = frozenset("le un du au ce nouveau premier ancien grand petit dernier".split())
_SEVERAL = frozenset("les des aux ces ses nos leurs vos anciens anciennes jeunes".split())
_BREAKS = frozenset("a au aux en par pour le la les l un une sur".split())
"""Before these a heading may begin with a participle: *équipé par*."""
_OF = frozenset("de du des d".split())
_WITH_OF = frozenset("charge forme compose arme cadre borde".split())
_TO_HAVE = frozenset("a ont avait avaient ayant".split())
_FEMININE_ENDINGS = ("tion", "sion", "ette", "tude", "ance")
_PEOPLE = {plain(word) for word in PEOPLE}


def spellings(word: str, lexicon: Lexicon) -> tuple[str, ...]:
    """Return the words that capitals may stand for, in small letters; œ where it is written.

    >>> spellings("VOLE", Lexicon([])), spellings("REELU", Lexicon([]))
    (('vole', 'volé'), ('réélu',))
    >>> spellings("SOEUR", Lexicon([])), spellings("SIVOM", Lexicon([]))
    (('sœur',), ())
    """
    small = word.lower()
    joined = apply(ligatures, small) if "oe" in small else small
    forms = [joined] if lexicon.listed_small(small) or joined != small else []
    if joined != small and lexicon.listed_small(joined) is False and lexicon.accents(joined):
        forms = []
    small = joined
    if forms and not word.isascii() and "Œ" not in word:
        return (small,)  # who types one accent types the others
    if len(small) > 1:
        forms += lexicon.accents(small)
    kept = [form for form in forms if form not in words.NEVER]
    rare = [form for form in kept if form[-2:] in ("ît", "ât", "ût") and len(kept) > 1]
    return tuple(form for form in kept if form not in rare)


class Accents:
    """Choose between spellings by the words beside."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self._lexicon = lexicon

    def read(self, word: str, before: Sequence[str], after: str) -> tuple[str, bool]:
        """Return a word as it is spelt in a sentence, and whether that is sure.

        What has no likely spelling is returned as it is.

        Args:
            word: In capitals.
            before: Words on its left, without accents, none where it opens a phrase.
            after: The word on its right, without accents; empty where there is none.

        >>> read = Accents(Lexicon([])).read
        >>> read("VISITE", ["la"], ""), read("VOLE", ["tresor"], ""), read("CREATION", [], "du")
        (('visite', True), ('VOLE', False), ('création', True))
        """
        forms = spellings(word, self._lexicon)
        if len(forms) < 2:
            past = forms and forms[0].endswith("a") and not forms[0].isascii() and word.isascii()
            return (forms[0], True) if forms and not past else (word, False)
        bare = plain(word)
        stem = bare if _listed(bare) else bare.removesuffix("s").removesuffix("x")
        last = before[-1] if before else ""
        if last == "?":
            return word, False
        found = _noun(bare, stem, forms, before, after) or _people(bare, before)
        if found is None and last in ("ete",) and before[-2:-1] and before[-2] in _TO_HAVE:
            found = _participle(forms)
        if found is None and (pair := ordered(forms)) is not None and last:
            found = chosen(pair, f"{last} ", self._lexicon)
        if found is None and bare in forms and last.endswith(_FEMININE_ENDINGS):
            found = bare  # after a feminine noun the participle would be « -ée »
        if found is None:
            found = self._written(forms) or self._named(bare, forms)
        if found in forms:
            return found, True
        return _likely(bare, stem, forms) or word, False

    def _written(self, forms: Sequence[str]) -> str | None:
        """Return of two spellings of one word the one that the document has."""
        if len({form[-2:] for form in forms}) > 1:
            return None
        written = [form for form in forms if self._lexicon.stands(form)]
        return written[0] if len(written) == 1 else None

    def _named(self, bare: str, forms: Sequence[str]) -> str | None:
        """Return a noun that the document has in small letters, where it has no such participle."""
        if bare not in forms or self._lexicon.lemma(bare).endswith("er"):
            return None
        others = [form for form in forms if form != bare and self._lexicon.written(form)]
        return bare if self._lexicon.written(bare) and not others else None


def _listed(bare: str) -> bool:
    return bare in words.PLAIN_NOUNS or bare in words.ACCENTED_NOUNS or bare in words.MASCULINE


def _noun(
    bare: str, stem: str, forms: Sequence[str], before: Sequence[str], after: str
) -> str | None:
    """Return the noun that stands after an article, or opens a heading."""
    last = before[-1] if before else ""
    plural = bare[len(stem) :]
    if stem in words.MASCULINE and not plural and last in _MASCULINE:
        return words.MASCULINE[stem]
    if stem in words.FEMININE_NOUNS:
        return bare if last in _FEMININE and not plural else None
    if stem in words.PLAIN_NOUNS:
        opens = not before and (stem in words.OPENING or _leads(stem, after))
        return bare if last in _BEFORE_NOUNS or opens else None
    accented = words.ACCENTED_NOUNS.get(stem)
    if accented is None:
        return None
    if stem in words.DOUBTFUL_ACCENTED:
        return accented + plural if plural and last in _SEVERAL else None
    opens = not before and stem in words.ACCENTED_OPENING and after not in _BREAKS
    return accented + plural if last in _BEFORE_NOUNS or opens else None


def _leads(stem: str, after: str) -> bool:
    """Tell whether a noun opens « CYCLE DE FORMATION »; « CHARGÉ DE MISSION » is a participle."""
    return after in _OF and stem not in _WITH_OF


def _people(bare: str, before: Sequence[str]) -> str | None:
    """Return *salariés* after *les*, *salarié* after *du*: no verb stands there."""
    last = before[-1] if before else ""
    if last in _MASCULINE and bare in _PEOPLE and (last != "le" or len(before) == 1):
        return next(word for word in PEOPLE if plain(word) == bare)
    if last in _SEVERAL and bare.endswith("s") and bare[:-1] in _PEOPLE:
        return next(f"{word}s" for word in PEOPLE if plain(word) == bare[:-1])
    return None


def _participle(forms: Sequence[str]) -> str | None:
    found = [form for form in forms if form.rstrip("es").endswith("é") or form.endswith("é")]
    return found[0] if len(found) == 1 else None


def _likely(bare: str, stem: str, forms: Sequence[str]) -> str | None:
    """Return the spelling that is proposed; ``None`` where none is by far the likeliest."""
    if bare in words.PREFERRED:
        return words.PREFERRED[bare]
    accented = words.ACCENTED_NOUNS.get(stem)
    if accented is not None:
        return accented + bare[len(stem) :]
    if stem in words.PLAIN_NOUNS or stem in words.MASCULINE:
        return None
    usual = [form for form in forms if form in USUAL]
    return usual[0] if len(usual) == 1 and usual[0] != bare else None
