"""Signs that a web page writes as codes: ``&eacute;``, ``&amp;``, ``&#233;``.

Source: HTML 4.01, *Character entity references*.  A code is one by its final semicolon and by a
name that a text in French has a use for, so ``R&D;`` and ``AT&T`` are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.entities import name2codepoint

from pipeline.clean.protect import guarded
from pipeline.clean.rule import Edit, Rule
from pipeline.diagnostics import Code
from pipeline.regex import regex

_ENTITY_RE = regex(
    r"&(?:amp;)*(?:([A-Za-z][A-Za-z0-9]{1,7})|(#(?:[0-9]{2,6}|[xX][0-9A-Fa-f]{2,5})));"
)
"""A code, also one that was coded again: ``&amp;eacute;``."""
_MORE = frozenset(
    """amp lt gt quot OElig oelig Yuml ensp emsp thinsp ndash mdash lsquo rsquo sbquo ldquo rdquo
    bdquo dagger bull hellip permil prime Prime lsaquo rsaquo euro trade""".split()
)
_WORDS = frozenset("not eth ETH thorn THORN para cent yen reg".split())
"""Names that are words, or signs nobody types here."""
_BLANKS = "\N{NO-BREAK SPACE}\N{SOFT HYPHEN}\N{EN SPACE}\N{EM SPACE}\N{THIN SPACE}"
_LONE = frozenset("àÀôÔâ")
"""Letters that stand alone in a text; another alone is a code that is spoken of."""


def entities(text: str) -> Iterator[Edit]:
    """Set the sign that a code stands for.

    >>> from pipeline.clean.rule import apply
    >>> apply(entities, "Soci&eacute;t&#233; &laquo; L&amp;M &raquo;, R&D; et le code &eacute;")
    'Société « L&M », R&D; et le code &eacute;'
    """
    if "&" not in text or ";" not in text:
        return
    for match in _ENTITY_RE.finditer(text):
        if match[1] is not None and match[1] not in _names():
            continue
        sign = unescape(f"&{match[1] or match[2]};")
        seen = sign.isprintable() or sign in _BLANKS
        if not seen or _spoken_of(text, match, sign):
            continue
        yield Edit(*match.span(), "" if sign == "\N{SOFT HYPHEN}" else sign)


RULES = (Rule(Code.HTML_ENTITY, guarded(entities), counted=True),)


def without_entities(text: str) -> str:
    """Return a text with its codes read, for counting its words."""
    if "&" not in text:
        return text
    for edit in reversed(list(entities(text))):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


@cache
def _names() -> frozenset[str]:
    latin = (name for name, place in name2codepoint.items() if 160 <= place < 256)
    return _MORE | (frozenset(latin) - _WORDS)


def _spoken_of(text: str, match: re.Match[str], sign: str) -> bool:
    """Tell whether the code of a letter stands alone: nobody writes a word of it."""
    if not sign.isalpha() or sign in _LONE:
        return False
    before, after = text[: match.start()][-1:], text[match.end() :][:1]
    return not (before.isalpha() or after.isalpha() or before == ";" or after == "&")
