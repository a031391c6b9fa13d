"""Whether a text looks like a period: enough to know a column or a row, not to read a date."""

from __future__ import annotations

import datetime as dt
import re
import unicodedata
from functools import lru_cache

from pipeline.model import Cell
from pipeline.regex import regex

LONGEST = 80
"""Letters; a longer text is no period."""
YEARS = range(1000, 2101)
"""A bare number of this range may be a year."""

_MONTHS = (
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre "
    "janv jan fev fevr avr juil sept oct nov dec january february march april may june july "
    "august september october november december feb mar apr jun jul aug sep "
    "vendemiaire brumaire frimaire nivose pluviose ventose germinal floreal prairial messidor "
    "thermidor fructidor"
)
_OTHER_TIME_RE = regex(
    r"(?<!jour )(?<!jours )\b(?:suivante?s?|precedente?s?|plus tard|d['’]apres|ans)\b"
    r"|\ban (?:[ivx]+|\d\d?)\b|\b(?:siecle|guerre|republique|empire|regne|revolution|liberation)\b"
    r"|\b(?:vendemiaire|brumaire|frimaire|nivose|pluviose|ventose|germinal|floreal|prairial"
    r"|messidor|thermidor|fructidor)\b"
)
_SEASONS = "printemps ete automne hiver spring summer autumn fall winter"
_OTHERS = (
    "lundi mardi mercredi jeudi vendredi samedi dimanche monday tuesday wednesday thursday friday "
    "saturday sunday an annee annees siecle siecles s millenaire trimestre semestre "
    "decennie debut fin mi milieu courant vers environ env ca circa avant apres depuis jusque "
    "entre premier premiere deuxieme second seconde troisieme quatrieme dernier moitie quart tiers "
    "er re e eme nd de du des d l le la les en a au aux et ou puis jusqu av ap j c jc bc ad bce ce "
    "noel paques toussaint rentree veille lendemain the of to about before after early late mid "
    "sans date sd nd saison saisons scolaire scolaires universitaire civile"
)
_NAMED_MONTHS = frozenset(_MONTHS.split())
_MONTH_RE = regex(rf"\W*(?:mois de |en )?(?:{'|'.join(_MONTHS.split())})\b\W*(?:[12]\d{{3}}\W*)?")
_CENTURIES = frozenset(("siecle", "siecles"))
_STRONG = frozenset(f"{_MONTHS} {_SEASONS}".split())
_KNOWN = _STRONG | _CENTURIES | frozenset(_OTHERS.split())
_WORD_RE = regex(r"\d+(?:er|e|s|eme|nd|st|th|rd)?|[^\W\d_]+")
_ROMAN_RE = regex(r"[ivxlc]+(?:e|eme|er)?")
_YEAR_RE = regex(r"\d{3,4}|['’]\d{2}")
_SHORT_YEAR_RE = regex(
    r"(?:['’]|\b\d{1,2}([-/.])\d{1,2}\1|\d{4}\s?[-/–]\s?)\d\d$|ann[ée]es \d\d$", re.IGNORECASE
)
"""A year of two digits that can be nothing else: ``’94``, ``12/05/94``, ``1994-95``."""
_ISO_RE = regex(r"(?<!\d)[12]\d{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$")
"""A date that ends with its day: ``1983-03-13``."""
_COUNT_RE = regex(r"\d{4}\s+[-–]\s+\d\d$")
_WORD_AFTER_RE = regex(r"\s+[^\W\d_]")
_CHRIST_RE = regex(r"\bj\W{0,3}c$", re.IGNORECASE)
_DAY_AND_MONTH_RE = regex(r"(?:0?[1-9]|[12]\d|3[01])/(?:0?[1-9]|1[0-2])")
"""``15/8``."""
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:er)?"
_DAYS_RE = regex(
    rf"(?:(?:le|du|les|au)\s)?(?:(?:lun|mar|mercre|jeu|vendre|same)di\s|dimanche\s)?{_DAY}"
    rf"(?:\s?(?:[-–,&]|et|au|a)\s?{_DAY})*"
)
"""``3``, ``1er``, ``lundi 14``, ``15-17``, ``du 3 au 5``."""
_SLASHED_RE = regex(r"\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}|\d{3,4}[-/.]\d{1,2}|\d{1,2}/\d{1,2}")
"""A date in numbers; ``1.0`` is none."""


def looks_dated(cell: Cell) -> bool:
    """Tell whether a cell looks like a period, by its value or by every word of its text.

    A number is one where it can be a year; ``12,5`` and ``75011`` are not.
    """
    if isinstance(cell.value, dt.date) or cell.date is not None:
        return True
    if isinstance(cell.value, (bool, dt.time)):
        return False
    if isinstance(cell.value, (int, float)):
        return cell.value in YEARS
    return is_dated(str(cell.text))


@lru_cache(maxsize=1 << 12)
def is_dated(text: str) -> bool:
    """Tell whether every word of a text is one of dates, and one of them says when.

    >>> [is_dated(each) for each in ("1993", "vers 1890", "12-15 mai", "XIXe siècle", "3/4/94")]
    [True, True, True, True, True]
    >>> [is_dated(each) for each in ("Total", "II. La reprise", "12", "Siècle", "Vu le 3 mars")]
    [False, False, False, False, False]
    """
    if len(text) > LONGEST or not text.strip():
        return False
    plain = _plain(text)
    words = _WORD_RE.findall(plain)
    if not all(map(_is_known, words)):
        return False
    years = any(w.rstrip("s").isdigit() and int(w.rstrip("s")) in YEARS for w in words)
    slashed = bool(_SLASHED_RE.fullmatch(plain.strip(" ?[]()")))
    century = bool(_CENTURIES & set(words)) and len(words) > 1
    return (
        years
        or bool(_YEAR_RE.fullmatch(plain.strip()))
        or slashed
        or century
        or any(word in _STRONG for word in words)
    )


@lru_cache(maxsize=1 << 12)
def beginnings(text: str) -> tuple[int, ...]:
    """Return where the dates end that a text can be said to begin with, the longest first.

    >>> beginnings("12 mars 1994 - mai 1995 : congrès"), beginnings("1995 année jubilaire")
    ((23, 18, 12, 7), (4,))
    """
    ends: list[int] = []
    for match in _WORD_RE.finditer(text[: 2 * LONGEST]):
        word = _plain(match[0])
        if not _is_known(word):
            break
        if _ends_date(word, text[: match.end()]):
            ends.append(match.end())
    return tuple(end for end in reversed(ends) if is_dated(text[:end]) and not _counts(text, end))


def _counts(text: str, end: int) -> bool:
    """Tell whether the date that ends there ends with a number of things: « 1904 - 12 membres »."""
    return bool(_COUNT_RE.search(text[:end]) and _WORD_AFTER_RE.match(text, end))


def _is_known(word: str) -> bool:
    return word in _KNOWN or word[0].isdigit() or bool(_ROMAN_RE.fullmatch(word))


def _ends_date(word: str, text: str) -> bool:
    """Tell whether a word can be the last of a date: a year, a month, « siècle », « J.-C. »."""
    number = word.rstrip("s")
    if number.isdigit():
        whole = _SHORT_YEAR_RE.search(text) or _ISO_RE.search(text)
        return int(number) in YEARS or whole is not None
    return word in _STRONG or word in _CENTURIES or bool(_CHRIST_RE.search(text))


def says_days(cell: Cell) -> bool:
    """Tell whether a cell says days alone, of a month written elsewhere: ``3``, ``15-17``."""
    if isinstance(cell.value, (int, float)) and not isinstance(cell.value, bool):
        return cell.value in range(1, 32)
    return isinstance(cell.value, str) and bool(_DAYS_RE.fullmatch(_plain(str(cell.text)).strip()))


def is_month(cell: Cell) -> bool:
    """Tell whether a cell is a month alone, with its year or without: ``MARS``, ``mai 1994``."""
    return isinstance(cell.value, str) and bool(_MONTH_RE.fullmatch(_plain(cell.said)))


def months_in(text: str) -> set[str]:
    """Return the names of months in a text, by their first letters."""
    return {w[:4] for w in _WORD_RE.findall(_plain(text)) if w in _NAMED_MONTHS}


def says_century(cell: Cell) -> bool:
    """Tell whether a cell is a period of a century or more: ``XIXe siècle``."""
    text = str(cell.text)
    return is_dated(text) and bool(_CENTURIES & set(_WORD_RE.findall(_plain(text))))


def says_other_time(text: str) -> bool:
    """Tell whether a text names a time that the year above it need not hold.

    >>> says_other_time("l’année suivante"), says_other_time("12 germinal an II")
    (True, True)
    >>> says_other_time("les jours suivants"), says_other_time("toute l’année")
    (False, False)
    """
    return len(text) <= LONGEST and bool(_OTHER_TIME_RE.search(_plain(text)))


def wants_year(cell: Cell) -> bool:
    """Tell whether a cell says a day or a month, and no year: ``12 mars``, ``fin juin``."""
    if isinstance(cell.value, (dt.datetime, dt.date)) or not isinstance(cell.value, str):
        return False
    text = cell.said
    if _DAY_AND_MONTH_RE.fullmatch(text.strip()):
        return True
    words = _WORD_RE.findall(_plain(text))
    ends = bool(words) and words[-1] in _STRONG
    return ends and is_dated(text) and not _YEAR_RE.search(text)


def hides_year(cell: Cell) -> bool:
    """Tell whether a date cell shows a day or a month without the year that it has."""
    return cell.date is not None and wants_year(cell)


def _plain(text: str) -> str:
    """Return a text without accents, in lower case."""
    if text.isascii():
        return text.casefold()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))
