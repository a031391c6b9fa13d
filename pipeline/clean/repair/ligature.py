"""The ligature œ: mechanical for the stems that French writes with it, for no other word.

Source: Office québécois de la langue française, *Écriture et prononciation des lettres doubles
æ et œ*; the learned stems from the Dictionnaire de l’Académie, 9th edition.  Words that only
have the two letters side by side (*moelle*, *coefficient*, *goéland*, *Noël*, *Boeing*) and
surnames (*Leboeuf*, *Lecoeur*) begin with none of these stems.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.gazetteer import is_first_name
from pipeline.clean.rule import Edit
from pipeline.regex import regex

_STEMS = r"""
bœufs? chœurs? (?:contre|ran)?cœurs? [ée]cœur\w* (?:con)?sœurs? sœurettes? mœurs nœuds? vœux?
manœuvr\w* (?:d[ée]s|sous)?œuvr(?!ard)\w* œuvé\w* œufs? œufriers? œil\w*
\w*œd[èée]m\w* œdip(?:e|es|ien|iens|ienne|iennes) œno(?:log|phil|tour|m[èé]tr|lique|th[èé])\w*
\w*œsophag(?:e|es|ien\w*|ite|ites) œstr(?:og[èe]n|al|aux|adiol|iol|one|us|oprog)\w*
œcum[ée]ni\w* œkoum[èe]ne fœt(?:us|al|ale|ales|aux|opathi\w*|oscop\w*)
cœl(?:acanthes?|ent[ée]r\w*|iaques?|iosc\w*|omates?)
"""
_WORD_RE = regex(r"[^\W\d_]+")
_WITH_RE = regex("|".join(_STEMS.replace("œ", "(oe)").split()), re.IGNORECASE)
_TITLE_RE = regex(
    r"\b(?:(?:M|MM|Mme|Mmes|Mlle|Dr)\.?(?:[ \xa0](?:de la|de|du|le|la))?|([^\W\d_]+))[ \xa0]$",
    re.IGNORECASE,
)
"""What stands before a surname: ``M. Le``, a first name."""


def ligatures(text: str) -> Iterator[Edit]:
    """Set œ in the words that are written with it.

    >>> from pipeline.clean.rule import apply
    >>> apply(ligatures, "Oeuvres, le coeur d'un boeuf, MANOEUVRE ; la moelle de M. Boeuf")
    "Œuvres, le cœur d'un bœuf, MANŒUVRE ; la moelle de M. Boeuf"
    """
    if "oe" not in text and "OE" not in text and "Oe" not in text:
        return
    for word in _WORD_RE.finditer(text):
        if "oe" not in word[0].lower():
            continue
        match = _WITH_RE.fullmatch(word[0])
        if match is None or match.lastindex is None or _surname(text, word):
            continue
        start = word.start() + match.start(match.lastindex)
        yield Edit(start, start + 2, "œ" if text[start].islower() else "Œ")


def _surname(text: str, word: re.Match[str]) -> bool:
    """Tell whether a word with a capital may be a surname: ``M. Le Boeuf``, ``Paul Boeuf``."""
    if not word[0][0].isupper() or word[0].isupper() or word[0] == "Coeur":
        return False
    title = _TITLE_RE.search(text[max(0, word.start() - 30) : word.start()])
    if title is None or title[1] is None:
        return title is not None
    return is_first_name(title[1]) or (word[0] == "Boeuf" and title[1][0].isupper())
