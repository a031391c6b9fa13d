"""Full stops that recognition set: inside a word, inside a sentence, in place of a comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.lexicon import Lexicon
from pipeline.clean.rule import Edit
from pipeline.regex import regex

_STOP_RE = regex(r"\. ?[a-zà-ÿœ]")
_INSIDE_RE = regex(
    r"(?<![\w./@’'-])([^\W\d_]{2,})\.([a-zà-ÿœ]+)(?![\w@/]|\.\w)|(?<=[’'])([^\W\d_]{2,})\.([a-zà-ÿœ]+)(?![\w@/]|\.\w)"
)
"""``Prox.im``, ``consei.l``."""
_INCLUSIVE = frozenset(
    "e es s ne nes le les te tes ve ves fe fes se ses sse sses re res ère ères euse euses rice "
    "rices trice trices esse esses elle elles ale ales onne onnes ive ives che ches que x".split()
)
"""Endings that writers set behind a stop to name women and men: ``adhérent.es``."""
_BEFORE_LOWER_RE = regex(r"(?<![\w.])([^\W\d_]+|\w+[)»])(\.)(?= ([a-zà-ÿœ]+)(?![\w@/]|\.\w))")
"""``mis en. évidence``."""
_LISTED_RE = regex(
    r"\([^().;:!?]*,\s[^().,;:!?]*?([A-ZÀ-Ý][\w-]{2,}\. [A-ZÀ-Ý][\w-]{2,})(?=,[^().;:!?]*(?:\)|$))"
)
"""``(Caen, Rouen. Dieppe, Le Havre)``."""
_HEADED_RE = regex(
    r" (?:premi|secon|\w+i[èe]me\b|janv|févr|mars|avr|mai\b|juin|juil|août|sept|oct|nov|déc"
    r"|l[’'][A-ZÀ-Ý]|[^.!?:\n]{1,40}:)"
)
"""What opens a new item in lower case: ``. deuxième année : M. Blanc``."""
_ABBREVIATIONS = frozenset(
    "etc cf art n no p pp vol av ap env ex fig id ibid op cit m mm mme st ste chap t éd dir coll "
    "tél tel bd fg fr janv févr avr juil sept oct nov déc apr jr sr dr me mgr éds trad ms mss f ff "
    "r v s d l g h min max approx resp aux ill inv cat bibl fol rééd trim suppl fasc hab tab réf "
    "dép impr coord préf introd trad portr pl grav lith litho phot photogr couv pag chron br cart "
    "rel réimpr augm corr mus anc lat long alt arr com cant dépt prof assoc bull rev "
    "soc hist".split()
)
_FUNCTION_WORDS = frozenset(
    "le la les un une des du de d l à au en par pour sur dans avec sans et ou que qui ne se ce "
    "cette ces son sa ses leur leurs mis chaque entre vers chez est sont a ont".split()
)
_CONNECTING = frozenset(
    "mais ou et qui que dont car puis ainsi donc où lorsque afin ni soit notamment comme".split()
)
"""Words that go on with a sentence."""
_OPENING = frozenset(
    "le la les l un une des ce cette ces il elle ils elles on nous vous je cela ceci c son sa ses "
    "leur leurs mon ma mes notre votre nos vos".split()
)
"""Words that open a sentence as well: a capital may have been lost, not a comma."""
_INTRODUCING_RE = regex(
    r"(?:[ÀA]|Aux?|En|Dans|Pour|Lors|Lorsqu[e’']|Quand|Si|Après|Avant|Depuis|Durant|Pendant|Par"
    r"|Avec|Sans|Selon|Afin|Dès|Outre|Malgré|Grâce|Suite|Comme|Sur|Sous|Chez|Entre|D[’'])\b[^,.!?;:]*$"
)
"""What a sentence opens with that waits for its clause: ``Au cours de l’année``."""


class Stops:
    """The rules for stops; each is a pure function of the letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self._lexicon = lexicon

    def mended(self, text: str) -> Iterator[Edit]:
        """Drop a stop inside a word that is known joined, and after a function word.

        A stop before a word in lower case goes before *et* too, and is a comma elsewhere.

        >>> from pipeline.clean.rule import apply
        >>> apply(Stops(Lexicon([])).mended, "mis en. évidence, les contrats. prestations")
        'mis en évidence, les contrats, prestations'
        >>> apply(Stops(Lexicon([])).mended, "le con.seil des adhérent.es. le vote")
        'le conseil des adhérent.es. le vote'
        """
        if _STOP_RE.search(text) is None:
            return
        yield from self._inside(text)
        for match in _BEFORE_LOWER_RE.finditer(text):
            mark = self._mark(text, match)
            if mark is not None and not self._opens(text, match):
                yield Edit(*match.span(2), mark)

    def doubtful(self, text: str) -> Iterator[Edit]:
        """Propose a comma for a stop that a sentence may open after, or in a bracketed list.

        >>> list(Stops(Lexicon([])).doubtful("Il siège. le bureau"))
        [Edit(start=3, end=12, replacement='siège, le', raised=False)]
        >>> [edit.replacement for edit in Stops(Lexicon([])).doubtful("(à Caen, Rouen. Dieppe, Le")]
        ['Rouen, Dieppe']
        """
        for match in _BEFORE_LOWER_RE.finditer(text) if _STOP_RE.search(text) else ():
            if self._mark(text, match) is not None and self._opens(text, match):
                yield Edit(match.start(), match.end(3), f"{match[1]}, {match[3]}")
        for match in _LISTED_RE.finditer(text) if "(" in text else ():
            yield Edit(*match.span(1), match[1].replace(".", ","))

    def _inside(self, text: str) -> Iterator[Edit]:
        for match in _INSIDE_RE.finditer(text):
            one, two = match[1] or match[3], match[2] or match[4]
            if two in _INCLUSIVE:
                continue
            start = match.end(1) if match[1] else match.end(3)
            if self._one_word(one, two):
                yield Edit(start, start + 1, "")

    def _one_word(self, one: str, two: str) -> bool:
        """Tell whether two pieces are one known word, and not two."""
        lexicon, joined = self._lexicon, one + two
        if one[0].isupper() and not lexicon.stands(joined):
            return False
        both = lexicon.listed(one) and lexicon.listed(two)
        return lexicon.known(joined) and not both

    def _mark(self, text: str, match: re.Match[str]) -> str | None:
        """Return what stands for a stop before a small letter; ``None`` where it stays."""
        word, after = match[1].rstrip(")»"), match[3]
        lexicon = self._lexicon
        if word.lower() in _ABBREVIATIONS or len(word) == 1 or not lexicon.known(after):
            return None
        if word.lower() in _FUNCTION_WORDS:
            return "" if word == match[1] else None
        if after in ("et", "ou"):
            return "" if lexicon.listed(word) or word in lexicon.names else None
        if after in _CONNECTING:
            return ","
        plain_word = word.islower() and len(word) > 2 and lexicon.listed(word)
        return "," if plain_word and not _HEADED_RE.match(text, match.end()) else None

    def _opens(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether a sentence may open after a stop, its capital lost."""
        if match[3] not in _OPENING or match[1].lower() in _FUNCTION_WORDS:
            return False
        before = re.split(r"[.!?\n] ?", text[: match.start(2)])[-1]
        return _INTRODUCING_RE.match(before) is None
