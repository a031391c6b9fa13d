"""Marks that recognition confuses: stops, bullets, ``l`` and ``1`` for I, without a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.lexicon import Lexicon
from pipeline.clean.repair.shapes import candidates
from pipeline.clean.rule import Edit, Edits

_ROMAN_HINT_RE = re.compile(r"l(?<=[A-Z.]l)|l(?=[IVX])")
_ROMAN_L_RE = re.compile(r"(?<![\w])(?=[IVXl]*[VX])([IVXl]*l[IVXl]*)(?=(?:[èe]me|e|er)\b)")
"""``Xlème``."""
_LEADING_L_RE = re.compile(r"(?<![\w’'.-])l[bcdfgjkmnpqrstvwxz][a-zà-ÿœ]{3,}(?![\w.])")
"""``lnterm``: no French word begins so."""
_DOTTED_L_RE = re.compile(r"(?<=[A-Z]\.)l(?=\.)")
"""``A.l.``."""
_ELIDED_RE = re.compile(r"[1I](?<![\w’'.].)(?=[ ]?['’´][aàâeéèêëiîïoôuûùhyœæAÀÂEÉÈÊIÎOÔUÛHYŒ])")
"""``1'emploi``, ``I'emploi``: an elision, whatever the shape of its l."""
_ARTICLE_RE = re.compile(
    r"I(?<![\w’'.°].)(?=(?:a|es) [a-zà-ÿœ])|1(?<=[a-zà-ÿ,] .)(?=es [a-zà-ÿœ]{3})"
)
"""``Ia région``, ``Ies``."""
_PRONOUN_RE = re.compile(
    r"II(?<![\w’'.-]..)"
    r"(?=s? (?:a|est|y|faut|ne|se|était|avait|sera|fut|ont|sont|étaient)\b|s? [ns][’'])"
)
"""``II est``, where a sentence opens: the pronoun, not the numeral."""
_BANG_RE = re.compile(r"(?<=[\s(])!(?=[A-Z]{2,})")
"""``!FACE``."""
_COMMA_STOP_RE = re.compile(r",+\.(?=\s|$)|(?<!,),+(?=,(?:\s|$))")
_DASH_STOP_RE = re.compile(r"(?m)^(?:[-–•] )(\.)(?=[^\W\d_])")
"""``- .Observatoire``."""
_WORD_DASH_RE = re.compile(r"(?<=[a-zà-ÿ]{3})(- )(?=(?:de|du|des|la|le|les|d[’'])\b)")
"""``animation- de``."""
_STRAY_BULLET_RE = re.compile(
    r"(?<=[^\s\n•])( ?•+)(?=[^\W\d_])|(?<=\S)((?: +•)+)(?=[ \t]*(?:\n|$))|(?<= )(•+)(?=[^\W\d_])"
)
"""``des •outils``, ``d’inactifs. •``, ``:• Permanents``."""
_COLON_BULLET_RE = re.compile(r"(?<=:)(•)(?= )")
_STOP_RE = re.compile(r"\. ?[a-zà-ÿœ]")
_STOP_INSIDE_RE = re.compile(r"(?<![\w./@])([^\W\d_]{2,})\.([a-zà-ÿœ]{1,4})(?=[’' ]|$)")
"""``Prox.im``."""
_STOP_BEFORE_LOWER_RE = re.compile(r"(?<![\w.])([^\W\d_]+)(\.)(?= (([a-zà-ÿœ]+)))")
"""``mis en. évidence``."""
_HEADED_RE = re.compile(
    r" (?:premi|secon|\w+i[èe]me\b|janv|févr|mars|avr|mai\b|juin|juil|août|sept|oct|nov|déc"
    r"|l[’'][A-ZÀ-Ý]|[^.!?:\n]{1,40}:)"
)
"""What opens a new item in lower case: ``. deuxième année : M. Blanc``."""
_ABBREVIATIONS = frozenset(
    "etc cf art n no p pp vol av ap env ex fig id ibid op cit m mm mme st ste chap t éd dir coll "
    "tél tel bd fg fr janv févr avr juil sept oct nov déc apr jr sr dr me mgr éds trad ms mss f ff "
    "r v s d l g h min max approx resp".split()
)
_FUNCTION_WORDS = frozenset(
    "le la les un une des du de d l à au aux en par pour sur dans avec sans et ou que qui ne se ce "
    "cette ces son sa ses leur leurs mis chaque entre vers chez est sont a ont".split()
)


def marks(text: str) -> Iterator[Edit]:
    """Mend marks and capitals that recognition confuses.

    >>> from pipeline.clean.rule import apply
    >>> apply(marks, "le Xlème Plan, les A.l. au !FACE,. une animation- de base")
    'le XIème Plan, les A.I. au IFACE, une animation de base'
    >>> apply(marks, "et 1'emploi, I'accueil et Ia région. II est né")
    "et l'emploi, l'accueil et la région. Il est né"
    """
    yield from _letters_l(text)
    if "!" in text:
        for match in _BANG_RE.finditer(text):
            yield Edit(*match.span(), "I")
    if ",." in text or ",," in text:
        for match in _COMMA_STOP_RE.finditer(text):
            yield Edit(*match.span(), "," if match[0].endswith(".") else "")
    if "- " in text:
        for match in _DASH_STOP_RE.finditer(text):
            yield Edit(match.start(1), match.end(1), "")
        for match in _WORD_DASH_RE.finditer(text):
            yield Edit(match.start(1), match.end(1), " ")


def _letters_l(text: str) -> Iterator[Edit]:
    """Tell l, I and 1 apart by what follows."""
    if _ROMAN_HINT_RE.search(text):
        for match in _ROMAN_L_RE.finditer(text):
            yield Edit(match.start(1), match.end(1), match[1].replace("l", "I"))
        for match in _DOTTED_L_RE.finditer(text):
            yield Edit(*match.span(), "I")
    if "I" in text or "1" in text:
        for match in (*_ELIDED_RE.finditer(text), *_ARTICLE_RE.finditer(text)):
            yield Edit(*match.span(), "L" if _opens(text, match.start()) else "l")
        for match in _PRONOUN_RE.finditer(text):
            if not _opens(text, match.start()):
                continue
            yield Edit(match.start() + 1, match.end(), "l")


def _opens(text: str, place: int) -> bool:
    """Tell whether a sentence or line opens here."""
    before = text[:place].rstrip(" ")
    return before[-1:] in ("", "\n", ".", "!", "?")


def capital_i_with(lexicon: Lexicon) -> Edits:
    """Return the rule for l read for a capital I.

    >>> from pipeline.clean.rule import apply
    >>> apply(capital_i_with(Lexicon([])), "lnterm’aide. lnscrire un lndividu")
    'Interm’aide. Inscrire un lndividu'
    """

    def capital_i(text: str) -> Iterator[Edit]:
        """Set I for l before a consonant: a name, or the first word of a sentence."""
        if "l" not in text:
            return
        for match in _LEADING_L_RE.finditer(text):
            small = f"i{match[0][1:]}"
            opens = _opens(text, match.start()) and lexicon.listed_small(small)
            if opens or not (lexicon.count(match[0]) > 1 or candidates(match[0], lexicon)):
                yield Edit(match.start(), match.start() + 1, "I")

    return capital_i


def bullets(text: str) -> Iterator[Edit]:
    r"""Drop a bullet that stands inside a sentence, or alone at its end.

    >>> from pipeline.clean.rule import apply
    >>> apply(bullets, "la panoplie des •outils, les inactifs. •\n• un")
    'la panoplie des outils, les inactifs.\n• un'
    """
    if "•" not in text:
        return
    for match in _STRAY_BULLET_RE.finditer(text):
        inside = (
            match[0].startswith(" ") and match.end() < len(text) and text[match.end()].isalpha()
        )
        yield Edit(*match.span(), " " if inside else "")
    for match in _COLON_BULLET_RE.finditer(text):
        yield Edit(*match.span(), "")


def stops_with(lexicon: Lexicon) -> Edits:
    """Return the rule for stops inside words and sentences.

    >>> from pipeline.clean.rule import apply
    >>> apply(stops_with(Lexicon([])), "mis en. évidence, les contrats. prestations")
    'mis en évidence, les contrats, prestations'
    """

    def stops(text: str) -> Iterator[Edit]:
        """Drop a stop inside a word that is known joined, and after a function word.

        A stop before a word in lower case goes before *et* too, and is a comma elsewhere.
        """
        if _STOP_RE.search(text) is None:
            return
        for match in _STOP_INSIDE_RE.finditer(text):
            joined = match[1] + match[2]
            if lexicon.known(joined) and not lexicon.listed(match[2]):
                yield Edit(match.end(1), match.start(2), "")
        for match in _STOP_BEFORE_LOWER_RE.finditer(text):
            word, after = match[1], match[3]
            if word.lower() in _ABBREVIATIONS or len(word) == 1 or not lexicon.known(word):
                continue
            if word.lower() in _FUNCTION_WORDS or after in ("et", "ou"):
                yield Edit(match.start(2), match.end(2), "")
            elif word.islower() and len(word) > 3 and not _HEADED_RE.match(text, match.end()):
                yield Edit(match.start(2), match.end(2), ",")

    return stops
