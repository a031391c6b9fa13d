"""Marks that recognition confuses: stops, bullets, ``l`` and ``1`` for I, without a dictionary."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.everyday import FUNCTION
from pipeline.clean.lexicon import Lexicon
from pipeline.clean.repair.shapes import candidates
from pipeline.clean.rule import Edit, Edits
from pipeline.regex import regex

_ROMAN_HINT_RE = regex(r"l(?<=[A-Z.]l)|l(?=[IVX])")
_ROMAN_L_RE = regex(r"(?<![\w])(?=[IVXl]*[VX])([IVXl]*l[IVXl]*)(?=(?:[èe]me|e|er)\b)")
"""``Xlème``."""
_LEADING_L_RE = regex(r"(?<![\w’'.-])l[bcdfgjkmnpqrstvwxz][a-zà-ÿœ]{3,}(?![\w.])")
"""``lnterm``: no French word begins so."""
_DOTTED_L_RE = regex(r"(?<=[A-Z]\.)l(?=\.)")
"""``A.l.``."""
_ELIDED_RE = regex(r"[1I](?<![\w’'.].)(?=[ ]?['’´][aàâeéèêëiîïoôuûùhyœæAÀÂEÉÈÊIÎOÔUÛHYŒ])")
"""``1'emploi``, ``I'emploi``: an elision, whatever the shape of its l."""
_ARTICLE_RE = regex(r"I(?<![\w’'.°].)(?=(?:a|es) [a-zà-ÿœ])|1(?<=[a-zà-ÿ,] .)(?=es [a-zà-ÿœ]{3})")
"""``Ia région``, ``Ies``."""
_PRONOUN_RE = regex(
    r"II(?<![\w’'.-]..)"
    r"(?=s? (?!(?:bis|ter|et|ou|à|au|de|du|des|partie|siècle)\b)[a-zà-ÿœ]|s? [ns][’'])"
)
"""``II est``, where a sentence opens: the pronoun, not the numeral."""
_BANG_RE = regex(r"(?<=[\s(])!(?=[A-Z]{2,})")
"""``!FACE``."""
_BANG_WORD_RE = regex(r"(?<![\w!])![a-zà-ÿœ]{3,}(?![\w!])|(?<![\w!])[a-zà-ÿœ]{3,}!(?!\w|!)")
"""``!ibre``, ``outi!``: the sign at one end of a word."""
_COMMA_STOP_RE = regex(r",+\.(?=\s|$)|(?<!,),+(?=,(?:\s|$))")
_NEXT_RE = regex(r"\s+([^\W\d_]+)")
_DASH_STOP_RE = regex(r"(?m)^(?:[-–•] )(\.)(?=[^\W\d_])")
"""``- .Observatoire``."""
_WORD_DASH_RE = regex(r"(?<=[a-zà-ÿ]{3})(- )(?=(?:de|du|des|la|le|les|d[’'])\b)")
"""``animation- de``."""
_STRAY_BULLET_RE = regex(
    r"(?<=[^\s\n•])( ?•+)(?=[^\W\d_])|(?<=\S)((?: +•)+)(?=[ \t]*(?:\n|$))|(?<= )(•+)(?=[^\W\d_])"
)
"""``des •outils``, ``d’inactifs. •``, ``:• Permanents``."""
_COLON_BULLET_RE = regex(r"(?<=:)(•)(?= )")


def soft_hyphens(text: str) -> Iterator[Edit]:
    r"""Take out the hyphens of a web page that show only where a line ends.

    >>> from pipeline.clean.rule import apply
    >>> apply(soft_hyphens, "la Réu\xadnion du ren\xadou\xadveau")
    'la Réunion du renouveau'
    """
    for at, letter in enumerate(text):
        if letter == "\N{SOFT HYPHEN}":
            yield Edit(at, at + 1, "")


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
            yield Edit(*match.span(), _one_mark(text, match))
    if "- " in text:
        for match in _DASH_STOP_RE.finditer(text):
            yield Edit(match.start(1), match.end(1), "")
        for match in _WORD_DASH_RE.finditer(text):
            yield Edit(match.start(1), match.end(1), " ")


def _one_mark(text: str, match: re.Match[str]) -> str:
    """Return what stands for a comma and a stop together: a stop where a sentence opens."""
    if not match[0].endswith("."):
        return ""
    after = _NEXT_RE.match(text, match.end())
    opens = after is not None and after[1][0].isupper() and after[1].lower() in FUNCTION
    return "." if opens or not text[match.end() :].strip() else ","


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
            if opens or not (lexicon.stands(match[0], 2) or candidates(match[0], lexicon)):
                yield Edit(match.start(), match.start() + 1, "I")

    return capital_i


def bangs_with(lexicon: Lexicon) -> Edits:
    """Return the rule for ! read for l or i at one end of a word.

    >>> from pipeline.clean.rule import apply
    >>> apply(bangs_with(Lexicon([])), "un outi! et des !ibraires ; bravo! zut!")
    'un outil et des libraires ; bravo! zut!'
    """

    def bangs(text: str) -> Iterator[Edit]:
        """Set the letter where the word is none without it, and one with it."""
        if "!" not in text:
            return
        for match in _BANG_WORD_RE.finditer(text):
            word = match[0]
            if lexicon.known(word.strip("!")):
                continue
            forms = {word.replace("!", letter) for letter in "li"}
            found = [form for form in forms if lexicon.listed_small(form)]
            if len(found) == 1:
                yield Edit(*match.span(), found[0])

    return bangs


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
