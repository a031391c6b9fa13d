"""Quotation marks: straight ones paired, the blanks inside « », marks without a fellow."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.rule import Edit, Edits
from pipeline.clean.typography.blanks import BLANK, NBSP, NNBSP
from pipeline.regex import regex

_BLANKS = f" {NBSP}{NNBSP}\N{THIN SPACE}\t"
_BEFORE_OPENING = "([«“’'"
_AFTER_CLOSING = ",.;:!?…)]»”"

_CHEVRONS_RE = regex(
    r"(?<![<\w])(<<[ \xa0\u202f]*)(?=[^\s<>])[^<>\n]*[^\s<>]([ \xa0\u202f]*>>)(?![>\w])"
)
"""``<<label>>``, as keyboards without guillemets have it."""
_MOST = 20
"""Marks pointed at in one paragraph."""


def _places(text: str) -> list[int]:
    """Return the straight marks; one behind a figure is of inches or seconds."""
    return [
        place
        for place, letter in enumerate(text)
        if letter == '"' and not (place and text[place - 1].isdigit() and '"' not in text[:place])
    ]


def _side(text: str, place: int) -> str:
    """Tell whether a straight mark opens, closes, or could do both (an empty answer)."""
    before = text[place - 1] if place else " "
    after = text[place + 1] if place + 1 < len(text) else " "
    opens = before.isspace() or before in _BEFORE_OPENING
    closes = after.isspace() or after in _AFTER_CLOSING
    if opens == closes:
        return ""
    return "opens" if opens else "closes"


def _paired(text: str) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the pairs of straight marks, and those without a fellow, by the side they hold to."""
    waiting: list[int] = []
    pairs: list[tuple[int, int]] = []
    alone: list[int] = []
    for place in _places(text):
        side = _side(text, place)
        if side == "opens" or (not side and not waiting):
            waiting.append(place)
        elif not waiting:
            alone.append(place)
        elif text[waiting[-1] + 1 : place].strip():
            pairs.append((waiting.pop(), place))
        else:
            alone.append(place)
    return sorted(pairs), sorted((*alone, *waiting))


def quotes_with(space: str) -> Edits:
    r"""Return the rule for straight quotation marks, paired inside a paragraph (LRT).

    >>> from pipeline.clean.typography.blanks import show
    >>> show(quotes_with(NBSP), 'le " SAMU social" et "l’emploi"')
    'le «~SAMU social~» et «~l’emploi~»'
    >>> show(quotes_with(NBSP), 'sensibles" . Le mot "eau" et "un "vrai" mot"')
    'sensibles" . Le mot «~eau~» et «~un “vrai” mot~»'
    >>> show(quotes_with(NBSP), "le <<label>>, << le mot >>, a << b, x>>2")
    'le «~label~», «~le mot~», a << b, x>>2'
    """

    def quotes(text: str) -> Iterator[Edit]:
        """Set « » for pairs of straight marks and chevrons; an odd straight one is reported."""
        if "<<" in text:
            for match in _CHEVRONS_RE.finditer(text):
                yield Edit(*match.span(1), f"«{space}")
                yield Edit(*match.span(2), f"{space}»")
        if '"' not in text:
            return
        pairs, _ = _paired(text)
        reach = -1
        for opening, closing in pairs:
            inner = closing < reach
            reach = max(reach, closing)
            yield from _set(
                text, opening, closing, ("“", "”") if inner else (f"«{space}", f"{space}»")
            )

    return quotes


def double_quotes(text: str) -> Iterator[Edit]:
    """Set “ ” for pairs of straight marks, as other languages do.

    >>> from pipeline.clean.rule import apply
    >>> apply(double_quotes, 'the "new" hall')
    'the “new” hall'
    """
    for opening, closing in _paired(text)[0] if '"' in text else ():
        yield from _set(text, opening, closing, ("“", "”"))


def _set(text: str, opening: int, closing: int, marks: tuple[str, str]) -> Iterator[Edit]:
    after, before = opening + 1, closing
    while text[after] in _BLANKS and after < closing:
        after += 1
    while text[before - 1] in _BLANKS and before > after:
        before -= 1
    glued = opening > 0 and not text[opening - 1].isspace()
    parted = glued and text[opening - 1] not in f'{_BEFORE_OPENING}"'
    yield Edit(opening, after, f" {marks[0]}" if parted else marks[0])
    joined = closing + 1 < len(text) and text[closing + 1].isalnum()
    yield Edit(before, closing + 1, f"{marks[1]} " if joined else marks[1])


def quote_odd(text: str) -> Iterator[Edit]:
    """Point at each straight mark without its fellow; alone, it says « as above ».

    >>> list(quote_odd('sensibles" .')), list(quote_odd('"'))
    ([Edit(start=9, end=10, replacement='«…»', raised=False)], [])
    """
    if '"' in text and any(map(str.isalnum, text)):
        for place in _paired(text)[1][:_MOST]:
            yield Edit(place, place + 1, "«…»")


def guillemets_with(space: str) -> Edits:
    r"""Return the rule for the blanks inside « » (LRT, *Guillemets*).

    >>> from pipeline.clean.typography.blanks import show
    >>> show(guillemets_with(NBSP), "« ALERTE » et «label»")
    '«~ALERTE~» et «~label~»'
    """
    inside = re.compile(rf"(?<=«)({BLANK}*)(?=[^\s»])|(?<=[^\s«])({BLANK}*)(?=»)")

    def guillemets(text: str) -> Iterator[Edit]:
        """Set a no-break space inside « »."""
        if "«" not in text and "»" not in text:
            return
        for match in inside.finditer(text):
            yield Edit(match.start(), match.end(), space)

    return guillemets
