"""Phrases that a token cannot hold, rewritten into words that one can.

Asked only for a text that was not read as it stands.
"""

from __future__ import annotations

import re

_CHRIST = r"(?:j(?:esus)?\.?\s*-?\s*c(?:hrist\b|\.|\b)|(?:notre|l')\s?ere(?! )|n\.\s*e\.)"
_NOW = r"\b(?:nos jours|aujourd'hui|ce jour|(?:le |au )?present)\b"
_ORDINAL = r"(?<![a-z\d])([ivxlc]+|\d{1,2})(?:\s?°|\s(?:eme|e|o)|o)\.?(?=\s?(?:s\b|siecle))"
_SUPPLIED = r"(?<!\d)(?=[\d\[\]]{6}(?!\d))(?:(\d{1,3})\[(\d{1,3})\]|\[(\d{1,3})\](\d{1,3}))"
_UNDATED = (
    r"(?<![a-z])(?:[sn]\.\s?d\b\.?|s\s?d\b\.?|sans dates?|non datee?s?|dates? inconnues?)(?![a-z'])"
)
_YEARS_AFTER = r"\bet (?:les )?(?:annees? )?suiv(?:antes?|ants?|\b\.?)|\b(?:et )?sqq?\b\.?"

_REWRITES = tuple(
    (needle[0] if needle else "", re.compile(pattern), replacement)
    for pattern, replacement, *needle in (
        # « av. J.-C. », « ap. J.-C. »
        (rf"\bav(?:ant|t)?\.?\s*{_CHRIST}|\bbce?\b", " avjc "),
        (rf"\bap(?:res|r)?\.?\s*{_CHRIST}|\bad\b", " apjc "),
        # « (n. st.) »: already counted from January
        (r"\b(?:nouveau style|n\.?\s?st\b\.?)", " nst "),
        # « s. d. »
        (_UNDATED, " sansdate "),
        # « aux environs de », « v. 1200 », « c. 1460 »
        (r"\b(?:aux? )?(?:environs?|alentours?|autour) (?:de |du |d')", "vers "),
        (r"(?<![a-z])(?<!an )[vc]\.?\s?(?=\[?\d{3,4}(?!\d))", "vers "),
        # « 3 mars et jours suivants », « 1789 et années suivantes », « 1789 sqq. »
        (r"\bet (?:les )?jours? suivants?\b", " etsuivants "),
        (_YEARS_AFTER, " etsuites "),
        # « à partir de », « à nos jours »
        (r"\ba (?:partir|compter) (?:de |du |d'|des )", "depuis "),
        (_NOW, " nosjours "),
        # « XVIII e siècle », « XVIII° s. », « an II de la République française »
        (_ORDINAL, r"\1e ", "s"),
        (r"\bde la republique(?: francaise)?\b", " "),
        # « 3-mars-1790 », « 1er/03/1790 », « 18[48] », « 1950’s »
        (r"(?<!\d)(\d{1,2})-([a-z]{3,9})\.?-(\d{4}|\d\d)(?!\d)", r"\1 \2 \3", "-"),
        (r"\b1er(?=\s?[/.]\s?\d)", "1"),
        (_SUPPLIED, r"[\1\2\3\4]", "["),
        (r"(?<!\d)(\d{3})0'?s\b", r"annees \g<1>0", "s"),
    )
)
"""What must be in the text for a slow pattern, the pattern, what it becomes."""
_ROMAN_MONTH_RE = re.compile(r"(?<!\d)(\d\d?)\s?([./ -])\s?([ivx]+)\s?\2\s?(\d{4})(?!\d)")
"""« 12.XI.1918 », « 12 XI 1918 »."""
_ROMAN_MONTHS = {n: m for m, n in enumerate("i ii iii iv v vi vii viii ix x xi xii".split(), 1)}


def rewritten(letters: str) -> str:
    """Return a normalised text with its phrases rewritten.

    >>> rewritten("52 av. j.-c.").split(), rewritten("3-mars-1790")
    (['52', 'avjc'], '3 mars 1790')
    """
    for needle, pattern, replacement in _REWRITES:
        if needle in letters:
            letters = pattern.sub(replacement, letters)
    return _ROMAN_MONTH_RE.sub(_roman_month, letters)


def _roman_month(match: re.Match[str]) -> str:
    month = _ROMAN_MONTHS.get(match[3])
    return f"{match[1]}/{month}/{match[4]}" if month else match[0]
