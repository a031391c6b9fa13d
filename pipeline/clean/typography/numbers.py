"""Ordinals, numbers, units, what is tied to them, and the months of dates."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.rule import Edit
from pipeline.clean.typography.blanks import BLANK, NBSP, NNBSP, each
from pipeline.regex import regex
from pipeline.roman import roman_letters, roman_number

_MONTHS = (
    "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre "
    "décembre decembre"
).split()
_MONTH = "(?:" + "|".join(f"[{name[0]}{name[0].upper()}]{name[1:]}" for name in _MONTHS) + ")"

_ORDINAL_RE = regex(
    r"(?<![\w.,])(?P<n>\d{1,3})"
    rf"(?P<s>ères?|eres?|res?|ers?|i?[èée]mes?|es?|è|nde?s?|{BLANK}(?:ères?|ers?|[èé]mes?))(?![\w’'])"
)
"""A figure with its ending: ``75ème``, ``1 er``."""
_ROMAN_RE = regex(
    r"(?<![\w.])(?P<n>[IVXLC]+)"
    rf"(?P<s>ères?|ers?|res?|[èée]mes?|es?|è|{BLANK}(?:ères?|ers?|[èé]mes?))(?![\w’'])"
)
"""A Roman numeral with its ending: ``XIème``, ``XX ème``."""


def ordinal(text: str) -> Iterator[Edit]:
    """Set 1er, 1re, 2e, XIe with raised letters (LRT, *Nombres*).

    >>> from pipeline.clean.rule import apply
    >>> apply(ordinal, "la 1ère, le 75ème, le XXe, Paris XIème, Ve, Le 1er, Ce")
    'la 1re, le 75e, le XXe, Paris XIe, Ve, Le 1er, Ce'
    >>> apply(ordinal, "le 1 er août, la 2 ème fois, François I er, 1 et 2, 3 er")
    'le 1er août, la 2e fois, François Ier, 1 et 2, 3 er'
    """
    for match in _ORDINAL_RE.finditer(text):
        ending = _ending(int(match["n"]), match["s"])
        if ending:
            yield Edit(match.start("s"), match.end("s"), ending, raised=True)
    for match in _ROMAN_RE.finditer(text):
        value = roman_number(match["n"].lower())
        if match["n"] in ("L", "C", "LC") or not value or roman_letters(value) != match["n"]:
            continue
        ending = _ending(value, match["s"])
        if ending:
            yield Edit(match.start("s"), match.end("s"), ending, raised=True)


def _ending(number: int, ending: str) -> str:
    """Return the right ending; empty where it is none (``2nd`` stays, ``3er`` is no word)."""
    ending = ending.lstrip()
    plural = "s" if ending.endswith("s") and ending != "s" else ""
    if ending.startswith(("ère", "ere", "re")):
        return f"re{plural}" if number == 1 else ""
    if ending.startswith("er"):
        return f"er{plural}" if number == 1 else ""
    if ending.startswith("nd"):
        return ending if number == 2 else ""
    return "" if number == 1 else f"e{plural}"


_FIGURE_RE = regex(r"\d")
_GROUPS_RE = regex(
    rf"(?<![\d,.{NNBSP}{NBSP}]) ?\b(\d{{1,3}}(?:[ {NBSP}]\d{{3}})+)(?=F\b|\b)(?![\d.,]\d|{BLANK}\d)"
)
_GROUPS_DOT_RE = regex(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+)(?=F\b|\b)(?![.,\d])")
_WORDED_RE = regex(rf"(?<=\d)({BLANK}+)(?=(?:millions?|milliards?|milliers?)\b)")
_UNIT_RE = regex(
    rf"(?<=\d)({BLANK}*)(?=%|€)|(?<=\d)({BLANK})(?=(?:km|kg|cm|mm|ha|m²|m³|francs?|euros?|F|h|°C)\b(?!’))"
)
_GLUED_UNIT_RE = regex(
    r"(?<![\w.,/])\d+(?:[.,]\d+)?()(?=(?:km|k?g|cm|mm|m[23]?|ha|hl|m²|m³|kWh?|MW|min|°C)\b(?!’))"
    rf"|(?<![\w.,/-])(?:\d{{3,}}|\d+(?:[.,{NNBSP}{NBSP} ]\d+)+)()(?=F\b(?!’))"
)
"""``12kg``, ``1,5km``; of francs three figures or more, for ``12F`` may be a shelf mark."""
_CLOCK_RE = regex(r"(?<![\w.,:/-])(?:[01]?\d|2[0-4])(?:h(?![^\W\d]|\d(?!\d\b))|H(?=\d\d\b))")
"""``14h30``, ``9h``, ``9H00``."""
_HOUR_RE = regex(rf"(?<=\d h)({BLANK})(?=\d\d\b)")


def number(text: str) -> Iterator[Edit]:
    r"""Set thin groups of three and ties before units; years stay (LRT, *Nombres*, *Unités*).

    >>> from pipeline.clean.typography.blanks import show
    >>> show(number, "4 350 et 20 000 prêts, 51.000 F, 40 %, 15 millions, 10 km, en 1994")
    '4\\,350 et 20\\,000 prêts, 51\\,000~F, 40~%, 15~millions, 10~km, en 1994'
    >>> show(number, "3cm, 40km/h, 1,5km, -25°C, 100F, 2,50F; 2CV, 12F, F16, R12km, 9H00")
    '3~cm, 40~km/h, 1,5~km, -25~°C, 100~F, 2,50~F; 2CV, 12F, F16, R12km, 9~h~00'
    >>> show(number, "250g, 1500m, 140m2, 12min, 4x100m")
    '250~g, 1500~m, 140~m2, 12~min, 4x100m'
    """
    if _FIGURE_RE.search(text) is None:
        return
    for pattern in (_GROUPS_RE, _GROUPS_DOT_RE):
        for match in pattern.finditer(text):
            if match[1].startswith("0"):
                continue
            grouped = re.sub(rf"[ .{NBSP}]", NNBSP, match[1])
            yield Edit(match.start(1), match.end(1), grouped)
    yield from each(_WORDED_RE, NBSP, text)
    for match in _UNIT_RE.finditer(text):
        yield Edit(match.start(), match.end(), NBSP)
    for match in _GLUED_UNIT_RE.finditer(text):
        yield Edit(match.end(), match.end(), NBSP)
    yield from each(_HOUR_RE, NBSP, text)
    for match in _CLOCK_RE.finditer(text) if "h" in text or "H" in text else ():
        minutes = text[match.end() : match.end() + 1].isdigit()
        yield Edit(match.end() - 1, match.end(), f"{NBSP}h{NBSP if minutes else ''}")


_NUMERO_RE = regex(rf"№{BLANK}*(?=\d)")
_NUMBER_SIGN_RE = regex(rf"[Nn](?<!\w.)°({BLANK}*)(?=\d)")
_NUMBERS_RE = regex(rf"[Nn](?<!\w.)(os)({BLANK})(?=\d+(?:, ?| et |-|–|/)\d)")
_CENTURY_RE = regex(rf"[IVXLC](?:er|e)({BLANK})(?=siècles?\b)")
_INITIALS_RE = regex(rf"[A-ZÀ-Ý]\.-[A-ZÀ-Ý]\.({BLANK})(?=[A-ZÀ-Ý])")
_TITLE_RE = regex(
    rf"(?:M(?<!\w.)(?:M|mes?|lle|e|gr)?|[DP](?<!\w.)r)\.?({BLANK})(?=[^\W\d_a-z]\w*\b)"
)
_PAGE_RE = regex(
    r"\.(?:(?<=\bart\.)|(?<=\bpp\.)|(?<=\b[ptfRLD]\.)|(?<=\bvol\.)|(?<=\bch\.)"
    rf"|(?<=\bchap\.)|(?<=\bfol\.))({BLANK})(?=\d|[IVXLC]+\b)"
)
_SURNAME = r"(?:[A-ZÀ-Ý][a-zà-ÿœ]{2}|(?:L[ea]|D[eui])\b|[LD]’[A-ZÀ-Ý])"
_GLUED_RE = regex(
    r"(?:M(?<!\w.)(?:M|mes?|lle|gr)?|[DP](?<!\w.)r|[A-ZÀ-Ý](?<![\w.].)|\b[A-ZÀ-Ý]\.-[A-ZÀ-Ý])"
    rf"\.()(?={_SURNAME})"
    r"|(?<![\w.-])(?:[Aa]rt|pp?|vol|chap)\.()(?=\d+\b(?!\.\w))"
)
"""What was typed without its blank: ``M.Petit``, ``J.-B.Clément``, ``p.12``."""
_ARTICLE_RE = regex(rf"rt(?<=\b[Aa]rt)(?:icles?|\.)({BLANK})(?=[LRDA]\.?{BLANK}?\d|\d)")
_CODE_RE = regex(rf"rt(?<=\b[Aa]rt)(?:icles?|\.){BLANK}[LRDA]\.?({BLANK})(?=\d)")
"""``article L 128``: of a code, its number."""
_DATE_RE = regex(rf"\d(?<!\d.)(?:\d|er)?({BLANK})(?={_MONTH}\b)")


_TIED = (_TITLE_RE, _PAGE_RE, _DATE_RE, _CENTURY_RE, _INITIALS_RE, _ARTICLE_RE, _CODE_RE)


def tie(text: str) -> Iterator[Edit]:
    r"""Tie what must not part at a line's end: titles, n°, pages, days (LRT, *Coupures*).

    >>> from pipeline.clean.typography.blanks import show
    >>> show(tie, "M. Balladur, Mme Veil, le N° 12, art. L. 128, p. 3, le 1er avril, M. le maire")
    'M.~Balladur, Mme~Veil, le n°~12, art.~L.~128, p.~3, le 1er~avril, M. le maire'
    >>> show(tie, "nos 4 et 5, nos 4 enfants, le XXe siècle, J.-B. Clément")
    'nos~4 et 5, nos 4 enfants, le XXe~siècle, J.-B.~Clément'
    >>> show(tie, "M.Petit, M.Le Goff, J.-B.Clément, p.12, la M.J.C., p.12.pdf")
    'M.~Petit, M.~Le Goff, J.-B.~Clément, p.~12, la M.J.C., p.12.pdf'
    """
    for match in _NUMERO_RE.finditer(text) if "№" in text else ():
        yield Edit(match.start(), match.end(), f"n°{NBSP}")
    for match in _NUMBER_SIGN_RE.finditer(text):
        yield Edit(match.start(1), match.end(1), NBSP)
        if match[0][0] == "N" and text[: match.start()].rstrip()[-1:].isalpha():
            yield Edit(match.start(), match.start() + 1, "n")
    for match in _NUMBERS_RE.finditer(text):
        yield Edit(match.start(1), match.end(1), "os", raised=True)
        yield Edit(match.start(2), match.end(2), NBSP)
    taken: set[int] = set()
    for pattern in _TIED:
        for match in pattern.finditer(text):
            if match.start(1) not in taken:
                taken.add(match.start(1))
                yield Edit(match.start(1), match.end(1), NBSP)
    for match in _GLUED_RE.finditer(text) if "." in text else ():
        yield Edit(match.end(), match.end(), NBSP)


_MONTH_RE = regex(
    rf"(?:\b\d{{1,2}}(?:er)?{BLANK}|\b(?:de|en|fin|début|mi|depuis|à|et|au|du|dès|jusqu’en|jusqu’à|courant){BLANK}|d’)"
    rf"({_MONTH})\b(?={BLANK}\d{{2,4}}\b|[^\w]|$)"
)


_CAPITAL_MONTH_RE = regex(r"\b[JFMASOND](?:" + "|".join(name[1:] for name in _MONTHS) + r")\b")


_DAY_RE = regex(
    rf"([LMJVSD])(?<=[a-zà-ÿ,(]{BLANK}.)(?:undi|ardi|ercredi|eudi|endredi|amedi|imanche)"
    rf"(?={BLANK}\d{{1,2}}\b)"
)
"""A day of the week in a date, not at the start of a sentence."""


def month(text: str) -> Iterator[Edit]:
    """Set months and days in lower case inside a date (LRT, *Dates*).

    >>> from pipeline.clean.rule import apply
    >>> apply(month, "le 23 Septembre, de Juin 94 à Janvier 95, le Champ de Mars, Mai 68")
    'le 23 septembre, de juin 94 à janvier 95, le Champ de Mars, Mai 68'
    """
    for match in _DAY_RE.finditer(text):
        yield Edit(match.start(1), match.end(1), match[1].lower())
    if _CAPITAL_MONTH_RE.search(text) is None:
        return
    for match in _MONTH_RE.finditer(text):
        name = match[1]
        if not name[0].isupper():
            continue
        dated = re.match(rf"{BLANK}\d", text[match.end() :]) or text[match.start()].isdigit()
        if dated or name.lower() not in ("mars", "mai", "avril", "août"):
            yield Edit(match.start(1), match.start(1) + 1, name[0].lower())
