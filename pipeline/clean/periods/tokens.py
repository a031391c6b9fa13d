"""Cut a period text into tokens: accents, case, points and dashes no longer matter."""

from __future__ import annotations

from functools import lru_cache

from pipeline.clean.periods.words import WORDS, Token, folded
from pipeline.regex import regex
from pipeline.roman import roman_letters, roman_number

_SUFFIX = r"(?:eres?|ers?|ndes?|nds?|emes?|mes?|res?|e)(?![a-z'])"
_TOKEN_RE = regex(
    r"(?=\d)(?:"
    r"(?P<iso>(?<!\d)\d{4}(?P<by>[-/.])\d\d(?P=by)\d\d)(?:[t ]00:00(?::00)?)?(?!\d)"
    r"|(?P<dmy>(?<![\d/])\d{1,2}\s?(?P<sep>[/.-])\s?\d{1,2}\s?(?P=sep)\s?(?:\d{4}|\d\d))(?![\d/])"
    r"(?!\s*(?:janv|fev|mars|avr|mai|jui|aou|sep|oct|nov|dec))"
    r"|(?P<dm>(?<![\d/])\d{1,2}/(?:0?[1-9]|1[0-2]))(?=\s?(?:-|au?|et|,)\s?(?:le )?\d{1,2}/\d{1,2}/)"
    r"|(?P<my>(?<![\d/])(?<!\ban )(?<!\bans )(?:(?:\d{1,2}/|(?:0?[1-9]|1[0-2])"
    r"(?<![.-]\d)(?<![.-]\d\d)[.-])\d{4}"
    r"|(?:[012]?\d|3[01])/(?:3[2-9]|[4-9]\d)))(?![\d/])"
    r"|(?P<ym>(?<!\d)\d{4}-(?:0[1-9]|1[0-2]))(?![\d/-])(?!\s*[a-z])"
    r"|(?P<yy>(?<!\d)\d{4}/\d\d)(?!\d)"
    r"(?!\s*(?:janv|fev|mars|avr|mai|jui|aou|sep|oct|nov|dec|vend|brum|frim|niv|pluv|vent|germ"
    r"|flor|prair|mess|therm|fruct))"
    r"|(?P<mask>(?<!\d)\d\d(?:\.\.|\?\?|--|xx|__))(?!\d)"
    r"|(?P<decade>(?<!\d)(?:1\d\d|20[0-2])(?: ?\.|[?x_]|-(?=\s*[?\])]|$)))(?![\w.])"
    r"|(?P<month_number>(?:7|8|9|10)bre)\b"
    rf"|(?P<nth>\d{{1,2}}(?:{_SUFFIX}|des?(?![a-z'])))"
    r"|(?P<number>\d+))"
    rf"|(?P<ordinal>(?!(?:le|les|vers|ce)(?![a-z]))[ivxlc]+{_SUFFIX})"
    r"|(?P<roman>[ivxlc]+)(?![a-z'])"
    r"|(?P<word>[a-z]+'?|&)"
    r"|(?P<dots>\.\.+)"
    r"|(?P<mark>[-/,;:()\[\]?.'])"
    r"|(?P<other>\S)"
)
_SUFFIX_RE = regex(_SUFFIX + "$")
"""« XIXème »."""
_LETTER_O_RE = regex(r"(?<=\d)(\s?)O(?!\w|')")
"""A capital O behind a number: a zero that was misread, « 1O avril », not « 1er »."""
_ARROW_RE = regex(r"(?<=\S)\s*[-=]+>")
"""« 1963 -> 1965 »."""
_DAY_OF_APRIL_RE = regex(r"\d apr ")
NOTES = "\N{SUPERSCRIPT ZERO}¹²³⁴⁵⁶⁷⁸⁹"
"""Raised figures: of a note, never of a number."""
_FOLD = str.maketrans(
    "‐‑‒–—−→’ʼ`´⁄º\N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}àâäéèêëîïôöùûüç",
    "-------''''/°  aaaeeeeiioouuuc",
    "\N{WORD JOINER}",
) | dict.fromkeys(map(ord, NOTES), "#")


def normal(text: str) -> str:
    r"""Return the letters that the grammar reads.

    >>> normal("  Du 30 Octobre – 2 nov.\u00a01994 ")
    'du 30 octobre - 2 nov. 1994'
    >>> normal("1O avril 1994"), normal("1 OCTOBRE 1994")
    ('1# avril 1994', '1 octobre 1994')
    >>> normal("1977¹")
    '1977#'
    """
    if "O" in text:
        text = _LETTER_O_RE.sub(r"\1#", text)
    letters = text.lower()
    if not letters.isascii():
        letters = letters.replace("dès ", "depuis ").translate(_FOLD)
        if not letters.isascii():
            letters = folded(letters).translate(_FOLD)
    if ">" in letters:
        letters = _ARROW_RE.sub(" - ", letters)
    return " ".join(letters.split())


def tokens(letters: str) -> list[Token] | None:
    """Return the tokens of a normalised text; ``None`` where a word is not of this language."""
    found: list[Token] = []
    for match in _TOKEN_RE.finditer(letters):
        kind = str(match.lastgroup)
        token = _token(kind, match[kind])
        if token is None:
            return None
        if kind == "mark":
            if token.text == "." and found and found[-1].text == "a":
                return None
            if _is_silent(found, token):
                continue
        found.append(token)
    if found and found[-1].text == ".":
        found.pop()
    if "mar " in letters or "mar." in letters:
        found = [_march(found, n) for n, _ in enumerate(found)]
    if "apr" in letters:
        if "apr " in letters and not _DAY_OF_APRIL_RE.search(letters):
            return None
        found = [_april(found, n) for n, _ in enumerate(found)]
    return found


def _is_silent(found: list[Token], mark: Token) -> bool:
    """Tell whether a point only ends an abbreviation; forget one that only ends a year."""
    if mark.text == ".":
        return not found or found[-1].kind not in ("number", ".", "-")
    ends = mark.text in ("-", ",", ";") and len(found) > 1 and found[-1].text == "."
    if ends and len(found[-2].text) == 4:
        found.pop()
    return False


def _march(found: list[Token], place: int) -> Token:
    """« mar. 12 mai » is a Tuesday, « mar. 1790 » is March."""
    token = found[place]
    if token.text != "mar":
        return token
    after = found[place + 1] if place + 1 < len(found) else token
    day = after.kind in ("number", "ordinal") and len(after.text) <= 3
    return Token("weekday", "mar", 1) if day else Token("month", "mar", 3)


def _april(found: list[Token], place: int) -> Token:
    """« 12 Apr 1994 » is English, « apr. 1994 » French: after."""
    day = place > 0 and found[place - 1].kind == "number"
    return Token("month", "apr", 4) if day and found[place].text == "apr" else found[place]


@lru_cache(maxsize=8192)
def _token(kind: str, text: str) -> Token | None:
    """Return the token of some letters; ``None`` where they are no part of a period."""
    match kind:
        case "number":
            return Token(kind, text, int(text)) if len(text) <= 4 else None
        case "word" | "month_number":
            return WORDS.get(text)
        case "roman":
            value = 0 if text == "l" else roman_number(text)
            return Token(kind, "roman", value) if value else None
        case "nth":
            return Token("ordinal", text, int(text[:2] if text[1].isdigit() else text[0]))
        case "ordinal":
            value = roman_number(_SUFFIX_RE.sub("", text))
            return Token(kind, "roman", value) if value else None
        case "mark":
            return Token(text, text)
        case "other":
            return None
    return Token(kind, text)


__all__ = ["Token", "normal", "roman_letters", "roman_number", "tokens"]
