"""What is said beside a date and dates nothing: « (lacunes) », « , copie de 1850 ».

Asked only for a text that was not read as it stands.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from pipeline.clean.periods.tokens import NOTES
from pipeline.clean.periods.words import WORDS, folded
from pipeline.regex import regex

_FEW = r"(?:(?:avec|sans|quelques|nombreuses|des|de|une?|il|en|\d{1,2}) ){0,3}"
_SAID = (
    r"(?:lacunes?|lacunaires?|manqu(?:e|ent|ante?s?)|sauf|dont|incompl[eè]te?s?|copie|cop\."
    r"|interruptions?|interrompue?s?|surtout|principalement|notamment|passim"
    r"|inclus(?:es?)?)(?!\w)"
)
_THINGS = (
    r"(?:copies|photocopies?|extraits?|fragments?|fragmentaires?|originale?s?|originaux|doubles?|minutes?|suite"
    r"|exp[ée]ditions?|vidimus|transcriptions?|traductions?|microfilm[ée]?s?|imprim[ée]e?s?"
    r"|r[ée][ée]d(?:\.|itions?|it[ée]e?s?)|reprod(?:\.|uctions?)|r[ée]impr(?:\.|essions?|im[ée]e?s?)"
    r"|registres?|cahiers?|liasses?|volumes?|plans?|photographies?|exemplaires?|pi[èe]ces?"
    r"|documents?|actes?|dossiers?|lettres?|feuillets?)(?!\w)"
)
"""After a comma or in brackets only: « 1850 pièces » is a count."""
_TIME = (
    r"(?:(?:au|le|la|en|dans la|[àa] l['’]|dans l['’]) ?)?"
    r"(?:matin[ée]?e?|soir[ée]?e?|midi|minuit|apr[èe]s-midi|aube)(?!\w)"
)
_BRACKET_RE = regex(r"^(?P<date>.+?)\s?(?P<remark>[(\[](?P<inner>[^()\[\]^]+)[)\]])$")
_TAIL_RE = regex(
    rf"^(?P<date>.+?)(?P<remark>(?:(?:\s?[,;:.]|\s[-–])\s{_FEW}(?:{_SAID}|{_THINGS})"
    rf"|\s{_FEW}{_SAID})[^^]*|(?:\s?[,;:.]|\s[-–])?\s{_TIME})$",
    re.I,
)
_NOTE_RE = regex(rf"^(?P<date>.*\d)(?P<remark>\s?\[sic\]|[{NOTES}]+)$", re.IGNORECASE)
"""« 1978 [sic] », « 1977¹ »: the year is the one that is written."""
_STARTS_RE = regex(rf"{_FEW}(?:{_SAID}|{_THINGS})", re.I)
_FREE_RE = regex(r"[^\d_?]+")
_WORD_RE = regex(r"[a-z]+")
_ROMAN_RE = regex(r"[ivxlc]+(?:e|er|re|eme)?")
_HARMLESS = frozenset(("le", "de", "a", "et", "jour", "ordinal"))
_DOUBTFUL = tuple(
    "jusqu sic err faux fauss incert dout prob peut suppos estim presum hypoth appro plus moins "
    "tard tot lim term ante quem post minim maxim exclu incl style jul gregor cal dat anter suiv "
    "preced recent attribu prochain futur prevu".split()
)
_EPOCHS = ("republic", "ancien", "modern", "contempor", "epoque", "period")
"""How words begin that may bear on the date itself: « (au plus tard) », « (vieux style) »."""


class Remarked(NamedTuple):
    """A text cut in two."""

    date: str
    remark: str
    """As printed after the date, with the space or comma in front."""


def remarked(text: str) -> Remarked | None:
    r"""Cut off the remark at the end of a period text; ``None`` where there is none.

    >>> tuple(remarked("1850-1920 (lacunes)")), tuple(remarked("1789, copie de 1850"))
    (('1850-1920', ' (lacunes)'), ('1789', ', copie de 1850'))
    >>> remarked("1848 (au plus tard)") is None
    True
    """
    letters = " ".join(text.split())
    if match := _NOTE_RE.match(letters):
        return Remarked(match["date"], _printed(match["remark"]))
    match = _BRACKET_RE.match(letters)
    if match and (_STARTS_RE.match(match["inner"]) or _dates_nothing(match["inner"])):
        return Remarked(match["date"], _printed(f" {match['remark']}"))
    match = _TAIL_RE.match(letters)
    return Remarked(match["date"], _printed(match["remark"])) if match else None


def bracketed(text: str) -> tuple[str, str] | None:
    """Return what stands before the brackets that end a text, and the brackets with all in them.

    >>> bracketed("IXe s. (845-851)")
    ('IXe s.', '(845-851)')
    """
    match = _BRACKET_RE.match(" ".join(text.split()))
    return (match["date"], match["remark"]) if match else None


def names_a_time(text: str) -> bool:
    """Tell whether a text is the name of a time, told by the date in the brackets after it.

    >>> names_a_time("Seconde Guerre mondiale"), names_a_time("avant la Révolution")
    (True, False)
    """
    if _STARTS_RE.match(text) or not _FREE_RE.fullmatch(text):
        return False
    words = _WORD_RE.findall(folded(text))
    kinds = {WORDS[word].kind for word in words if word in WORDS}
    says = any(
        len(word) > 3 and word not in WORDS and not _ROMAN_RE.fullmatch(word) for word in words
    )
    doubtful = any(word.startswith(_DOUBTFUL) for word in words)
    return says and kinds <= _HARMLESS and not doubtful


def _dates_nothing(inner: str) -> bool:
    """Tell whether a free text has no number and no word that may bear on a date."""
    if not _FREE_RE.fullmatch(inner):
        return False
    words = _WORD_RE.findall(folded(inner))
    new = False
    for word in words:
        token = WORDS.get(word)
        if token is not None:
            if token.kind not in _HARMLESS:
                return False
        elif _ROMAN_RE.fullmatch(word) or word.startswith((*_DOUBTFUL, *_EPOCHS)):
            return False
        else:
            new |= len(word) > 3
    return new


def _printed(remark: str) -> str:
    """Tie the marks of a remark to the words before them."""
    remark = re.sub(r"^ [-–] ", "\N{NO-BREAK SPACE}\N{EN DASH} ", remark)
    remark = re.sub(r"\s(?=:)", "\N{NO-BREAK SPACE}", remark)
    return re.sub(r"\s(?=[;?!])", "\N{NARROW NO-BREAK SPACE}", remark)


__all__ = ["Remarked", "bracketed", "names_a_time", "remarked"]
