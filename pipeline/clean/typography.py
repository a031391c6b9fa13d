"""French typography as rules on the joined text of a paragraph, whatever its styles.

Sources: *Lexique des règles typographiques en usage à l’Imprimerie nationale* (LRT) and
J.-P. Lacroux, *Orthotypographie* (L).  Each rule is pure, idempotent and has its doctest,
with U+00A0 as ``~`` and U+202F as ``\\,``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.periods.tokens import roman_letters, roman_number
from pipeline.clean.protect import guarded
from pipeline.clean.rule import Edit, Edits, Rule, apply
from pipeline.config import Cleaning
from pipeline.diagnostics import Code

NBSP = "\N{NO-BREAK SPACE}"
NNBSP = "\N{NARROW NO-BREAK SPACE}"
_S = f"[ {NBSP}{NNBSP}\N{THIN SPACE}\t]"
"""Any blank inside a line."""
_MONTHS = "janvier février fevrier mars avril mai juin juillet août aout septembre octobre novembre décembre decembre"
_MONTH = (
    "(?:" + "|".join(f"[{name[0]}{name[0].upper()}]{name[1:]}" for name in _MONTHS.split()) + ")"
)


def _show(rule: Edits, text: str) -> str:
    """Return a rule's result with its no-break spaces made visible, for doctests."""
    plain = text.replace("~", NBSP).replace("\\,", NNBSP)
    return apply(rule, plain).replace(NBSP, "~").replace(NNBSP, "\\,")


def _each(pattern: re.Pattern[str], replacement: str, text: str) -> Iterator[Edit]:
    """Yield the replacement of group 1 (of the whole match where there is no group)."""
    group = 1 if pattern.groups else 0
    for match in pattern.finditer(text):
        yield Edit(match.start(group), match.end(group), replacement)


# -- apostrophes --------------------------------------------------------------------

_ELISION_RE = re.compile(
    rf"(?<![\w’'])(?:[dljmtnscDLJMTNSC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)"
    rf"({_S}?['’´`ʼ‘]{_S}?|{_S}['’´`ʼ‘])(?=[^\W\d_])"
)
"""An elision, with blanks around its apostrophe: ``d 'un``."""
_APOSTROPHE_RE = re.compile(r"(?<=[^\W\d_])(['´`ʼ‘])(?!['´`])|(?<=\s)(['´ʼ])(?=[^\W\d_])")
"""A straight apostrophe beside a letter; feet and minutes follow a figure."""


def apostrophe(text: str) -> Iterator[Edit]:
    r"""Set ’ for every apostrophe, without a blank in an elision (LRT, *Apostrophe*).

    >>> _show(apostrophe, "d 'un plan, l'État, Proxim' Services, 5' 30")
    "d’un plan, l’État, Proxim’ Services, 5' 30"
    """
    taken = set()
    for match in _ELISION_RE.finditer(text):
        taken.update(range(match.start(1), match.end(1)))
        yield Edit(match.start(1), match.end(1), "’")
    for match in _APOSTROPHE_RE.finditer(text):
        if match.start() not in taken:
            yield Edit(match.start(), match.end(), "’")


# -- quotation marks ----------------------------------------------------------------


def _quote_places(text: str) -> list[int]:
    return [
        place
        for place, letter in enumerate(text)
        if letter == '"' and not (place and text[place - 1].isdigit() and '"' not in text[:place])
    ]


def quotes_with(space: str) -> Edits:
    r"""Return the rule for straight quotation marks, paired inside a paragraph (LRT).

    >>> _show(quotes_with(NBSP), 'le " SAMU social" et "l’emploi"')
    'le «~SAMU social~» et «~l’emploi~»'
    """

    def quotes(text: str) -> Iterator[Edit]:
        """Set « » for pairs of straight marks; an odd number is left, and reported."""
        places = _quote_places(text)
        if len(places) % 2 or not _well_paired(text, places):
            return
        for opening, closing in zip(places[::2], places[1::2], strict=True):
            after, before = opening + 1, closing
            while text[after] in f" {NBSP}{NNBSP}" and after < closing:
                after += 1
            while text[before - 1] in f" {NBSP}{NNBSP}" and before > after:
                before -= 1
            if opening and not text[opening - 1].isspace() and text[opening - 1] not in "(’'[":
                yield Edit(opening, after, f" «{space}")
            else:
                yield Edit(opening, after, f"«{space}")
            joined = closing + 1 < len(text) and text[closing + 1].isalnum()
            yield Edit(before, closing + 1, f"{space}»{' ' * joined}")

    return quotes


def _well_paired(text: str, places: list[int]) -> bool:
    """Tell whether each pair holds something."""
    return all(text[a + 1 : b].strip() for a, b in zip(places[::2], places[1::2], strict=True))


def quote_odd(text: str) -> Iterator[Edit]:
    """Point at the last straight mark where a paragraph has an odd number of them.

    >>> list(quote_odd('sensibles" .'))
    [Edit(start=9, end=10, replacement='«…»', raised=False)]
    """
    places = _quote_places(text)
    if len(places) % 2:
        yield Edit(places[-1], places[-1] + 1, "«…»")


def guillemets_with(space: str) -> Edits:
    r"""Return the rule for the blanks inside « » (LRT, *Guillemets*).

    >>> _show(guillemets_with(NBSP), "« ALERTE » et «label»")
    '«~ALERTE~» et «~label~»'
    """
    inside = re.compile(rf"(?<=«)({_S}*)(?=[^\s»])|(?<=[^\s«])({_S}*)(?=»)")

    def guillemets(text: str) -> Iterator[Edit]:
        """Set a no-break space inside « »."""
        if "«" not in text and "»" not in text:
            return
        for match in inside.finditer(text):
            yield Edit(match.start(), match.end(), space)

    return guillemets


# -- blanks and punctuation ----------------------------------------------------------

_BLANKS_RE = re.compile(r"(?<=\S)( {2,}|[ \t]*\t[ \t]*)(?=\S)")
_BEFORE_COMMA_RE = re.compile(rf"(?<=[^\s,;:(\[«…])({_S}+)(?=,)")
_BEFORE_STOP_RE = re.compile(rf"(?<=[^\s.,;:(\[«…])({_S}+)(?=\.(?:\s|$))")
_IN_BRACKETS_RE = re.compile(rf"(?<=[(\[])({_S}+)(?=\S)|(?<=\S)({_S}+)(?=[)\]])")
_AFTER_COMMA_RE = re.compile(rf"[^\W\d_]{_S}*,()(?=[^\W\d_])")
_AFTER_COLON_RE = re.compile(rf"[^\W\d_»]{_S}*:(?=[^\W\d_«])|\w{_S}*;(?=[^\W\d_«])")
_SINGLE_HIGH_RE = re.compile(
    rf"(?<=[^\s?!;:(\[«])({_S}*)(?=[;?!])(?![;?!]*\))|(?<=[\w»)\]])({_S}+)(?=[?!]+\))"
)
_COLON_RE = re.compile(rf"(?<=[^\s:;?!(\[«/])({_S}*)(?=:(?![/\d:)]|\S*://))")


def spaces(text: str) -> Iterator[Edit]:
    r"""Set one blank between words, none before a comma or stop, one after (LRT, *Espacement*).

    >>> _show(spaces, "formation , les  moyens (un ,deux ) ici . Fin,Patrick a 2,5 parts")
    'formation, les moyens (un, deux) ici. Fin, Patrick a 2,5 parts'
    """
    yield from _each(_BLANKS_RE, " ", text)
    if "," in text:
        yield from _each(_BEFORE_COMMA_RE, "", text)
        yield from _each(_AFTER_COMMA_RE, " ", text)
    if "." in text:
        yield from _each(_BEFORE_STOP_RE, "", text)
    if "(" in text or "[" in text or ")" in text:
        for match in _IN_BRACKETS_RE.finditer(text):
            yield Edit(match.start(), match.end(), "")
    if ":" in text or ";" in text:
        for match in _AFTER_COLON_RE.finditer(text):
            yield Edit(match.end(), match.end(), " ")


def high_with(colon: str) -> Edits:
    r"""Return the rule for the blank before ``; ! ?`` (thin) and ``:`` (LRT).

    >>> _show(high_with(NBSP), "Quoi ! Qui? Ainsi: rien; (sic!) à 14:30 http://x.fr")
    'Quoi\\,! Qui\\,? Ainsi~: rien\\,; (sic!) à 14:30 http://x.fr'
    """

    def high(text: str) -> Iterator[Edit]:
        """Set the blank before high punctuation."""
        if ";" in text or "?" in text or "!" in text:
            for match in _SINGLE_HIGH_RE.finditer(text):
                yield Edit(match.start(), match.end(), NNBSP)
        if ":" in text:
            yield from _each(_COLON_RE, colon, text)

    return high


_ELLIPSIS_RE = re.compile(
    rf"(?:{_S}*\.(?={_S}+\.{{3}}))?{_S}*(?:\.{{3,}}|…)(?:{_S}?\.)?(?=\s|$|[)\]»\"”;:,!?])|(?<=[(\[])\.{{3}}"
)
"""Three points or more, with the blank before: `` ...``, ``... .``."""
_ETC_RE = re.compile(r"(?<=\betc)(\.{2,}|…|\.…)")


def ellipsis(text: str) -> Iterator[Edit]:
    r"""Set …, tied to its word; *etc.* is never followed by it (LRT, *Points de suspension*).

    >>> _show(ellipsis, "entreprise ... (calendrier....) Cadiergues... . Les etc...")
    'entreprise… (calendrier…) Cadiergues… Les etc.'
    """
    if ".." not in text and "…" not in text:
        return
    taken = set()
    for match in _ETC_RE.finditer(text):
        taken.update(range(*match.span()))
        yield Edit(match.start(), match.end(), ".")
    for match in _ELLIPSIS_RE.finditer(text):
        place = match.start()
        if place in taken:
            continue
        opens = place and text[place - 1] in "([,;:"
        lead = " " if opens and text[place - 1] in ",;:" else ""
        yield Edit(place, match.end(), f"{lead}…")


_DASH_RE = re.compile(rf"(?<=[\w»).,’…])({_S}+[-–—]{_S}+)(?=[\w«(])")
"""A hyphen between blanks: ``mot - mot``."""


def dash(text: str) -> Iterator[Edit]:
    r"""Set – between words for a hyphen between blanks (L, *Tiret*).

    >>> _show(dash, "CNEI - CNLRQ, sous-préfet, 3 - 2")
    'CNEI~– CNLRQ, sous-préfet, 3 - 2'
    """
    if " -" not in text and "–" not in text and "—" not in text:
        return
    for match in _DASH_RE.finditer(text):
        if not (text[match.start() - 1].isdigit() and text[match.end()].isdigit()):
            yield Edit(match.start(), match.end(), f"{NBSP}– ")


# -- ordinals, numbers, units ---------------------------------------------------------

_ORDINAL_RE = re.compile(
    r"(?<![\w.,])(?P<n>\d{1,3})(?P<s>ères?|eres?|res?|ers?|i?[èe]mes?|es?|èmes?|è|nde?s?)(?![\w’'])"
)
"""A figure with its ending: ``75ème``."""
_ROMAN_RE = re.compile(r"(?<![\w.])(?P<n>[IVXLC]+)(?P<s>ères?|ers?|res?|[èe]mes?|es?|è)(?![\w’'])")
"""A Roman numeral with its ending: ``XIème``."""


def ordinal(text: str) -> Iterator[Edit]:
    """Set 1er, 1re, 2e, XIe with raised letters (LRT, *Nombres*).

    >>> apply(ordinal, "la 1ère, le 75ème, le XXe, Paris XIème, Ve, Le 1er, Ce")
    'la 1re, le 75e, le XXe, Paris XIe, Ve, Le 1er, Ce'
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
    plural = "s" if ending.endswith("s") and ending != "s" else ""
    if ending.startswith(("ère", "ere", "re")):
        return f"re{plural}" if number == 1 else ""
    if ending.startswith("er"):
        return f"er{plural}" if number == 1 else ""
    if ending.startswith("nd"):
        return ending if number == 2 else ""
    return "" if number == 1 else f"e{plural}"


_GROUPS_RE = re.compile(
    rf"(?<![\d,.{NNBSP}{NBSP}]) ?\b(\d{{1,3}}(?:[ {NBSP}]\d{{3}})+)\b(?![\d.,]\d|{_S}\d)"
)
_GROUPS_DOT_RE = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+)\b(?![.,\d])")
_WORDED_RE = re.compile(rf"(?<=\d)({_S}+)(?=(?:millions?|milliards?|milliers?)\b)")
_UNIT_RE = re.compile(
    rf"(?<=\d)({_S}*)(?=%|€)|(?<=\d)({_S})(?=(?:km|kg|cm|mm|ha|m²|m³|francs?|euros?|F|h|°C)\b(?!’))"
)
_HOUR_RE = re.compile(rf"(?<=\d h)({_S})(?=\d\d\b)")


def number(text: str) -> Iterator[Edit]:
    r"""Set thin groups of three and ties before units; years stay (LRT, *Nombres*, *Unités*).

    >>> _show(number, "4 350 et 20 000 prêts, 51.000 F, 40 %, 15 millions, 10 km, en 1994")
    '4\\,350 et 20\\,000 prêts, 51\\,000~F, 40~%, 15~millions, 10~km, en 1994'
    """
    for pattern in (_GROUPS_RE, _GROUPS_DOT_RE):
        for match in pattern.finditer(text):
            if match[1].startswith("0"):
                continue
            grouped = re.sub(rf"[ .{NBSP}]", NNBSP, match[1])
            yield Edit(match.start(1), match.end(1), grouped)
    yield from _each(_WORDED_RE, NBSP, text)
    for match in _UNIT_RE.finditer(text):
        yield Edit(match.start(), match.end(), NBSP)
    yield from _each(_HOUR_RE, NBSP, text)


_NUMBER_SIGN_RE = re.compile(rf"\b(?:[Nn]°|[Nn]os)({_S}*)(?=\d)")
_TITLE_RE = re.compile(rf"(?<!\w)(?:M|MM|Mme|Mmes|Mlle|Dr|Pr|Me|Mgr)\.?({_S})(?=[^\W\d_a-z]\w*\b)")
_PAGE_RE = re.compile(rf"(?<!\w)(?:art|p|pp|t|vol|ch|chap|fol|f|R|L|D)\.({_S})(?=\d|[IVXLC]+\b)")
_DATE_RE = re.compile(rf"(?<!\d)(?:\d{{1,2}}|1er)({_S})(?={_MONTH}\b)")


def tie(text: str) -> Iterator[Edit]:
    r"""Tie what must not part at a line's end: titles, n°, pages, days (LRT, *Coupures*).

    >>> _show(tie, "M. Balladur, Mme Veil, n° 12, art. L. 128, p. 3, le 1er avril, M. le maire")
    'M.~Balladur, Mme~Veil, n°~12, art.~L.~128, p.~3, le 1er~avril, M. le maire'
    """
    for pattern in (_NUMBER_SIGN_RE, _TITLE_RE, _PAGE_RE, _DATE_RE):
        yield from _each(pattern, NBSP, text)


_MONTH_RE = re.compile(
    rf"(?:\b\d{{1,2}}(?:er)?{_S}|\b(?:de|en|fin|début|mi|depuis|à|et|au|du|dès|jusqu’en|jusqu’à|courant){_S}|d’)"
    rf"({_MONTH})\b(?={_S}\d{{2,4}}\b|[^\w]|$)"
)


def month(text: str) -> Iterator[Edit]:
    """Set months in lower case inside a date (LRT, *Dates*).

    >>> apply(month, "le 23 Septembre, de Juin 94 à Janvier 95, le Champ de Mars, Mai 68")
    'le 23 septembre, de juin 94 à janvier 95, le Champ de Mars, Mai 68'
    """
    for match in _MONTH_RE.finditer(text):
        name = match[1]
        if not name[0].isupper():
            continue
        dated = re.match(rf"{_S}\d", text[match.end() :]) or text[match.start()].isdigit()
        if dated or name.lower() not in ("mars", "mai", "avril", "août"):
            yield Edit(match.start(1), match.start(1) + 1, name[0].lower())


def typography_rules(cleaning: Cleaning) -> tuple[Rule, ...]:
    """Return the rules in their order, with the blanks that ``[nettoyage]`` asks for."""
    colon = NNBSP if cleaning.colon_space == "fine" else NBSP
    inside = NNBSP if cleaning.guillemet_space == "fine" else NBSP
    rules = (
        (Code.TYPO_APOSTROPHE, apostrophe),
        (Code.TYPO_ELLIPSIS, ellipsis),
        (Code.TYPO_QUOTES, quotes_with(inside)),
        (Code.QUOTE_ODD, quote_odd),
        (Code.TYPO_QUOTES, guillemets_with(inside)),
        (Code.TYPO_DASH, dash),
        (Code.TYPO_SPACE, spaces),
        (Code.TYPO_SPACE, high_with(colon)),
        (Code.TYPO_ORDINAL, ordinal),
        (Code.TYPO_MONTH, month),
        (Code.TYPO_NUMBER, number),
        (Code.TYPO_TIE, tie),
    )
    return tuple(Rule(code, guarded(edits), counted=True) for code, edits in rules)
