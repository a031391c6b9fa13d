r"""The blanks inside a line: between words, around marks, before high punctuation.

In the doctests of this package, U+00A0 is ``~`` and U+202F is ``\\,``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import name2codepoint

from pipeline.clean.rule import Edit, Edits, apply
from pipeline.regex import regex

NBSP = "\N{NO-BREAK SPACE}"
NNBSP = "\N{NARROW NO-BREAK SPACE}"
_BLANKS = (" ", NBSP, NNBSP, "\N{THIN SPACE}", "\t")
BLANK = f"[ {NBSP}{NNBSP}\N{THIN SPACE}\t]"
"""Any blank inside a line."""


def show(rule: Edits, text: str) -> str:
    """Return a rule's result with its no-break spaces made visible, for doctests."""
    plain = text.replace("~", NBSP).replace("\\,", NNBSP)
    return apply(rule, plain).replace(NBSP, "~").replace(NNBSP, "\\,")


def each(pattern: re.Pattern[str], replacement: str, text: str) -> Iterator[Edit]:
    """Yield the replacement of group 1 (of the whole match where there is no group)."""
    group = 1 if pattern.groups else 0
    for match in pattern.finditer(text):
        yield Edit(match.start(group), match.end(group), replacement)


_BLANKS_RE = regex(r"(?<=[^\s(\[])( {2,}|[ \t]*\t[ \t]*)(?=[^\s,.)\]])")
_BEFORE_COMMA_RE = regex(rf"(?<=[^\s,;:(\[«…])({BLANK}+)(?=,)")
_BEFORE_STOP_RE = regex(rf"(?<=[^\s.,;:(\[«…])({BLANK}+)(?=\.(?:\s|$))")
_IN_BRACKETS_RE = regex(rf"(?<=[(\[])({BLANK}+)(?=\S)|(?<=\S)({BLANK}+)(?=[)\]])")
_AFTER_COMMA_RE = regex(rf"(?:[^\W\d_]{BLANK}*,(?=[^\W\d_])|[a-zà-ÿœ]{{3}},(?=\d))()")
_AFTER_COLON_RE = regex(rf"[^\W\d_»]{BLANK}*:(?=[^\W\d_«])|[\w»)]{BLANK}*;(?=[\w«])")
_AFTER_STOP_RE = regex(r"[»)]\.(?=[A-ZÀ-Ý])|[a-zà-ÿœ]{2}\.(?=[A-ZÀ-Ý][a-zà-ÿœ]*(?:[ ’']|$))")
_SINGLE_HIGH_RE = regex(
    rf"(?<=[^\s?!;:(\[«])({BLANK}*)(?=[;?!])(?![;?!]*\))|(?<=[\w»)\]])({BLANK}+)(?=[?!]+\))"
)
_INSIDE_RE = regex(r"(?<=[^\W\d_])\?(?=[a-zà-ÿœ])")
"""A sign that stands for a letter that was lost: ``fêt?e``."""
_CODE_RE = regex(r"&(?:#\d{2,6}|#[xX][0-9A-Fa-f]{2,5}|([A-Za-z][A-Za-z0-9]{1,7}))$")
_COLON_RE = regex(rf"(?<=[^\s:;?!(\[«/])({BLANK}*)(?=:(?![/\d:)]|\S*://))")


def _spaced(text: str, mark: str) -> bool:
    return any(blank + mark in text for blank in _BLANKS)


def spaces(text: str) -> Iterator[Edit]:
    r"""Set one blank between words, none before a comma or stop, one after (LRT, *Espacement*).

    >>> show(spaces, "formation , les  moyens (un ,deux ) ici . Fin,Patrick a 2,5 parts")
    'formation, les moyens (un, deux) ici. Fin, Patrick a 2,5 parts'
    >>> show(spaces, "12500 sans-abri,80 % du centre, le 2,5 et a,2")
    '12500 sans-abri, 80 % du centre, le 2,5 et a,2'
    >>> show(spaces, "1er;2e;3e, &#233;1, il dit « Oui ».Il part.Elle reste")
    '1er; 2e; 3e, &#233;1, il dit « Oui ». Il part. Elle reste'
    """
    if "  " in text or "\t" in text:
        yield from each(_BLANKS_RE, " ", text)
    if _spaced(text, ","):
        yield from each(_BEFORE_COMMA_RE, "", text)
    if "," in text:
        yield from each(_AFTER_COMMA_RE, " ", text)
    if _spaced(text, "."):
        yield from each(_BEFORE_STOP_RE, "", text)
    if "(" in text or "[" in text or ")" in text:
        for match in _IN_BRACKETS_RE.finditer(text):
            yield Edit(match.start(), match.end(), "")
    if ":" in text or ";" in text:
        for match in _AFTER_COLON_RE.finditer(text):
            if text[match.end() - 1] == ":" or not _part_of_a_word(text, match.end() - 1):
                yield Edit(match.end(), match.end(), " ")
    for match in _AFTER_STOP_RE.finditer(text) if "." in text else ():
        yield Edit(match.end(), match.end(), " ")


def _part_of_a_word(text: str, place: int) -> bool:
    """Tell whether a mark is none: a lost letter, or the end of a code as ``&#233;``."""
    if text[place] == ";":
        code = _CODE_RE.search(text, max(0, place - 10), place)
        return code is not None and (code[1] is None or code[1] in name2codepoint)
    return _INSIDE_RE.match(text, place) is not None


def high_with(colon: str) -> Edits:
    r"""Return the rule for the blank before ``; ! ?`` (thin) and ``:`` (LRT).

    >>> show(high_with(NBSP), "Quoi ! Qui? Ainsi: rien; (sic!) à 14:30 http://x.fr")
    'Quoi\\,! Qui\\,? Ainsi~: rien\\,; (sic!) à 14:30 http://x.fr'
    """

    def high(text: str) -> Iterator[Edit]:
        """Set the blank before high punctuation."""
        if ";" in text or "?" in text or "!" in text:
            for match in _SINGLE_HIGH_RE.finditer(text):
                if not _part_of_a_word(text, match.end()):
                    yield Edit(match.start(), match.end(), NNBSP)
        if ":" in text:
            yield from each(_COLON_RE, colon, text)

    return high
