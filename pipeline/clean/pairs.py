"""Brackets and quotation marks without a fellow: pointed at, never guessed."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.clean.rule import Edit
from pipeline.regex import regex

_OPENING = {"(": ")", "[": "]", "«": "»", "“": "”"}
_CLOSING = {closing: opening for opening, closing in _OPENING.items()}
_SIGN_RE = regex(r"[()\[\]«»“”]")
_COUNTING_RE = regex(r"(?:^|[\s(])(?:\d{1,2}°?|[a-zA-Z]|[ivxIVX]{1,4})$")
"""What stands before a bracket that counts an item: ``1)``, ``a)``."""

_DEPTH = 16
"""Signs that can be open at one time; more are no text."""
_MOST = 20
"""Signs pointed at in one cell."""


def unpaired(text: str) -> Iterator[Edit]:
    r"""Point at each bracket or guillemet that is not closed, or never opened.

    A « that opens each paragraph of one quotation is closed once, as books do.

    >>> [(edit.start, edit.replacement) for edit in unpaired("a) le centre (né ici le vote")]
    [(13, '(…)')]
    >>> list(unpaired("« Un mot.\n« Un autre. »"))
    []
    """
    waiting: list[tuple[int, str]] = []
    alone: list[tuple[int, str]] = []
    for match in _SIGN_RE.finditer(text):
        sign, place = match[0], match.start()
        if sign in _OPENING:
            if not (_repeated(text, place, sign) and waiting and waiting[-1][1] == sign):
                waiting.append((place, sign))
        elif _CLOSING[sign] in (each for _, each in waiting[-_DEPTH:]):
            while waiting[-1][1] != _CLOSING[sign]:
                alone.append(waiting.pop())
            waiting.pop()
        elif sign != ")" or not _COUNTING_RE.search(text[max(0, place - 6) : place]):
            alone.append((place, _CLOSING[sign]))
    for place, sign in sorted((*alone, *waiting))[:_MOST]:
        yield Edit(place, place + 1, f"{sign}…{_OPENING[sign]}")


def _repeated(text: str, place: int, sign: str) -> bool:
    """Tell whether a « opens a paragraph."""
    return sign == "«" and text[max(0, place - 9) : place].rstrip(" \xa0")[-1:] == "\n"
