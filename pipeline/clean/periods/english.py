"""English dates, said in the words that the grammar knows: « late 17th century », « May 3, 1901 ».

Asked only for a text that was not read as it stands.
"""

from __future__ import annotations

import re

from pipeline.clean.periods.words import WORDS
from pipeline.regex import regex

_WORDS = {
    "before": "avant", "after": "apres", "since": "depuis", "until": "jusque", "till": "jusque",
    "about": "vers", "around": "vers", "early": "debut", "mid": "mi", "late": "fin",
    "spring": "printemps", "summer": "ete", "autumn": "automne", "fall": "automne",
    "winter": "hiver", "century": "siecle", "centuries": "siecles", "christmas": "noel",
    "easter": "paques", "between": "entre", "and": "et", "the": "le", "of": "de", "on": "le",
    "in": "le",
}  # fmt: skip
_WEEKDAYS = {
    short: french
    for shorts, french in (
        ("mon monday", "lundi"),
        ("tue tues tuesday", "mardi"),
        ("wed weds wednesday", "mercredi"),
        ("thu thur thurs thursday", "jeudi"),
        ("fri friday", "vendredi"),
        ("sat saturday", "samedi"),
        ("sun sunday", "dimanche"),
    )
    for short in shorts.split()
}
_FRENCH = _WORDS | _WEEKDAYS
_WORD_RE = regex(
    rf"\b(?:({'|'.join(_WORDS)})(?=[ -]\S)|({'|'.join(_WEEKDAYS)})\b\.?(?=,? (?:\d|[a-z]{{3,}}))"
    r"|(centur(?:y|ies))$)"
)
_MONTHS = "|".join(word for word, token in WORDS.items() if token.kind == "month")
_NTH = r"(?:st|nd|rd|th)"
_ORDINAL_RE = regex(rf"\b(\d\d?){_NTH}\b(?: of)?(?=(?:,? ?-? ?| and | to )(?:\d|{_MONTHS}))")
"""« 22nd June », « April 20th, 1903 », « 3rd of May »."""
_CENTURY_RE = regex(rf"\b(\d\d?){_NTH}\b(?= centur|.*\bcentur)")
_MONTH_FIRST_RE = regex(
    rf"((?:lun|mar|mercre|jeu|vendre|same)di,? |dimanche,? )?({_MONTHS}|mar)\b\.?,? "
    r"(\d\d?(?: ?- ?\d\d?)?),? (\d{4})"
)
"""« Dec 25, 1970 », « mai, 12, 1963 », « May 5-7, 1984 »: it can be read in one way only."""


def in_french(letters: str) -> str:
    """Return a normalised text with its English words and forms said in French ones.

    >>> in_french("late 17th century"), in_french("april 20th, 1903"), in_french("mid-1980s")
    ('fin 17e siecle', '20 april 1903', 'mi-1980s')
    >>> in_french("mon 3 march 1980"), in_french("monday, march 3, 1980")
    ('lundi 3 march 1980', 'lundi 3 march 1980')
    """
    letters = _CENTURY_RE.sub(r"\1e", letters)
    letters = _ORDINAL_RE.sub(r"\1", letters)
    letters = _WORD_RE.sub(_french, letters)
    match = _MONTH_FIRST_RE.fullmatch(letters)
    if match is None:
        return letters
    weekday, month, days, year = match.groups()
    return f"{(weekday or '').replace(',', '')}{days} {month} {year}"


def _french(match: re.Match[str]) -> str:
    return _FRENCH[match[0].rstrip(".")]


__all__ = ["in_french"]
