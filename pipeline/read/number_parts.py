"""A number format taken apart: which of its sections holds, and the letters around the digits."""

from __future__ import annotations

import re

from pipeline.regex import regex

_SECTION_RE = regex(r'(?:"[^"]*"|\\.|[^;"\\])*')
"""Up to the next semicolon that is none of a text: ``0" AD; ";0" BC"``."""
_SILENT_RE = regex(r"\[\$([^\]-]*)[^\]]*\]|\[[^\]]*\]|[_*].")
"""What shows as nothing, or as a currency: ``[Red]``, ``_)``, ``* ``, ``[$€-40C]``."""
_LITERAL_RE = regex(r'"([^"]*)"|\\(.)')
_CONDITION_RE = regex(r"\[(?:[<>]=?|=|<>)-?\d+(?:[.,]\d+)?\]")
_DIGITS_RE = regex(r"[#0?][#0?,. /]*(?:[eE][+-]0+)?|General|@", re.IGNORECASE)


def section(value: float, number_format: str) -> tuple[str, float]:
    r"""Return the section that shows a number, and the number that it shows.

    A section of their own shows negative numbers without a sign but its own.

    >>> section(-3924, '0" AD";0" BC"'), section(0, "0;-0;;@"), section(-5, "0.00")
    (('0" BC"', 3924), ('', 0), ('0.00', -5))
    """
    sections = _split(number_format)
    if len(sections) < 2 or any(map(_CONDITION_RE.search, sections)):
        return sections[0], value
    if value < 0:
        return sections[1], -value
    return (sections[2] if value == 0 and len(sections) > 2 else sections[0]), value


def around(code: str) -> tuple[str, str] | None:
    """Return the letters before and after the digits; ``None`` where digits have no place.

    >>> around('0" BC"'), around("[Red](#,##0_)"), around("-0.00"), around("[$€-40C] 0"), around("")
    (('', ' BC'), ('(', ''), ('-', ''), ('€ ', ''), None)
    """
    plain = _SILENT_RE.sub(lambda found: found[1] or "", code)
    hidden = _LITERAL_RE.sub(lambda found: "\0" * len(found[0]), plain)
    digits = _DIGITS_RE.search(hidden)
    if digits is None:
        return None
    return _letters(plain[: digits.start()]), _letters(plain[digits.end() :])


def literal(code: str) -> str:
    """Return the letters of a format that has only letters: ``"oui"``; else the empty text."""
    plain = _SILENT_RE.sub("", code)
    return "" if _LITERAL_RE.sub("", plain).strip() else _letters(plain)


def _letters(code: str) -> str:
    return _LITERAL_RE.sub(lambda found: found[1] or found[2] or "", code)


def _split(number_format: str) -> list[str]:
    sections, at = [], 0
    while True:
        match = _SECTION_RE.match(number_format, at)
        assert match is not None
        sections.append(match[0])
        at = match.end() + 1
        if at > len(number_format):
            return sections
