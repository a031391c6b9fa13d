"""One point in time as printed, in full or short; letters between ``^`` are to be raised.

On top of Babel's month names; the *1er*, the centuries and the Republican dates are ours,
after the Imprimerie nationale's *Lexique*.
"""

from __future__ import annotations

from functools import cache

from babel.dates import get_month_names

from pipeline.clean.periods.calendar import COMPLEMENTARY, REPUBLICAN_MONTHS
from pipeline.clean.periods.feasts import BACK_TO_SCHOOL
from pipeline.clean.periods.moment import Point, Unit
from pipeline.clean.periods.points import WEEKDAYS
from pipeline.french import FULL_YEAR, year_words
from pipeline.model import Qualifier
from pipeline.roman import roman_letters

NBSP = "\N{NO-BREAK SPACE}"
NNBSP = "\N{NARROW NO-BREAK SPACE}"
DASH = f"{NBSP}\N{EN DASH} "
_LONG = (Unit.CENTURY, Unit.DECADE, Unit.MILLENNIUM)
_SEASONS = {21: "printemps", 22: "été", 23: "automne", 24: "hiver"}
_DIVISIONS = {2: "moitié", 3: "tiers", 4: "quart"}


def ordinal(number: int, *, feminine: bool = False) -> str:
    """Return « 1er », « 1re », « 2e », the letters marked to be raised.

    >>> ordinal(1), ordinal(1, feminine=True), ordinal(3)
    ('1^er^', '1^re^', '3^e^')
    """
    if number == 1:
        return "1^re^" if feminine else "1^er^"
    return f"{number}^e^"


@cache
def _months(short: bool) -> dict[int, str]:
    """Return the names of the months; CLDR has « juil. », the *Lexique* « juill. »."""
    if short:
        names = dict(get_month_names("abbreviated", context="format", locale="fr"))
        return names | {7: "juill."}
    return dict(get_month_names("wide", context="format", locale="fr"))


def month_name(point: Point, short: bool) -> str:
    """Return « octobre » or « oct. »."""
    return _months(short)[point.month]


def day_name(day: int) -> str:
    """Return « 1er » or the number of a day."""
    return "1^er^" if day == 1 else str(day)


def year_name(year: int) -> str:
    """Return an astronomical year as the French count it: there is no year 0."""
    if year >= FULL_YEAR:
        return str(year)
    return year_words(year).replace(NBSP, " ", 1)


def is_plain(point: Point) -> bool:
    """Tell whether a point may share its month or year with its neighbour."""
    return not (
        point.qualifier
        or point.about
        or point.doubtful
        or point.supplied
        or point.weekday is not None
        or point.revolution
        or point.following
        or point.feast
    )


def is_marked(point: Point) -> bool:
    """Tell whether a point opens with a word or bracket of its own: no article before it."""
    about = point.about and point.feast != BACK_TO_SCHOOL
    return about or point.supplied or point.weekday is not None


def of(name: str) -> str:
    """Return « de mai », « d’août ».

    >>> of("mai"), of("août")
    ('de mai', 'd’août')
    """
    return f"d’{name}" if name[0] in "aoé" else f"de {name}"


def point_label(point: Point, short: bool) -> str:
    """Return a point with all that qualifies it."""
    if point.feast == BACK_TO_SCHOOL:
        letters = f"{BACK_TO_SCHOOL}{NBSP if short else ' '}{year_name(point.year)}"
        point = point._replace(about=False, feast="")
    else:
        letters = _qualified(point, short) if point.qualifier else bare(point, short)
    if is_plain(point):
        return letters
    if point.weekday is not None and not short:
        letters = f"{WEEKDAYS[point.weekday]} {letters}"
    if point.feast and not short:
        letters += f" ({point.feast})"
    if point.unit is not Unit.REPUBLICAN and point.revolution:
        letters += f" ({_republican(point.revolution)})"
    if point.about:
        letters = f"vers{NBSP if short else ' '}{article(point)}{letters}"
    if point.doubtful:
        if point.unit is Unit.YEAR and FULL_YEAR <= point.year < 1000:
            letters += f" apr.{NBSP}J.-C."
        letters += f"{NNBSP}?"
    if point.supplied:
        letters = f"[{letters}]"
    if point.following:
        letters += " et jours suivants"
    return letters


def article(point: Point) -> str:
    """Return the article that « vers », « avant » ask for: « la » fin du XIXe siècle."""
    if point.feast == BACK_TO_SCHOOL:
        return "la "
    if point.qualifier is Qualifier.END and point.unit in _LONG:
        return "la "
    if point.qualifier and point.unit in _LONG:
        return "le "
    if point.unit in (Unit.CENTURY, Unit.MILLENNIUM) or point.division:
        return "la " if point.division and point.division[1] == 2 else "le "
    day = point.unit is Unit.DAY or (point.revolution is not None and point.revolution[2] > 0)
    if day and point.weekday is None and not point.qualifier:
        return f"le{NBSP}"
    if point.unit is Unit.REPUBLICAN and not point.qualifier:
        return "" if point.revolution and point.revolution[1] else "l’"
    if point.unit is Unit.FORTNIGHT:
        return "la "
    if point.unit is Unit.PART:
        return "l’" if _part(point.month)[0] in "éah" else "le "
    return "les " if point.unit is Unit.DECADE else ""


def _qualified(point: Point, short: bool) -> str:
    letters = bare(point, short)
    assert point.qualifier is not None
    word = point.qualifier.value
    middle = point.qualifier is Qualifier.MIDDLE
    if point.unit is Unit.DECADE:
        return f"{'milieu' if middle else word} des {letters}"
    if point.unit in (Unit.CENTURY, Unit.MILLENNIUM):
        return f"{'milieu' if middle else word} du {letters}"
    if middle:
        return f"mi-{letters}"
    return f"{word}{NBSP if short else ' '}{letters}"


def bare(point: Point, short: bool) -> str:
    """Return the date itself."""
    space = NBSP if short else " "
    match point.unit:
        case Unit.YEAR:
            return year_name(point.year)
        case Unit.DAY:
            month = _months(short)[point.month]
            return f"{day_name(point.day)}{NBSP}{month}{space}{year_name(point.year)}"
        case Unit.MONTH:
            return f"{_months(short)[point.month]}{space}{year_name(point.year)}"
        case Unit.PART:
            return f"{_part(point.month)}{space}{year_name(point.year)}"
        case Unit.FORTNIGHT:
            name = f"{ordinal(point.day, feminine=True)}{NBSP}quinzaine"
            month = of(_months(short)[point.month])
            return f"{name}{space}{month}{space}{year_name(point.year)}"
        case Unit.WINTER:
            return f"hiver{space}{point.year}-{point.year + 1}"
        case Unit.DECADE:
            return f"{_division(point, short, 'des')}années{NBSP}{point.year}"
        case Unit.TENS:
            return f"{point.year // 10}{point.mask}"
        case Unit.MASKED:
            return f"{point.year:02}{point.mask}"
        case Unit.CENTURY | Unit.MILLENNIUM:
            return _century(point, short)
        case Unit.REPUBLICAN:
            assert point.revolution is not None
            return _republican(point.revolution) + _gregorian(point, short)


def _part(number: int) -> str:
    if number in _SEASONS:
        return _SEASONS[number]
    if number < 40:
        return f"{ordinal(number - 32)}{NBSP}trimestre"
    return f"{ordinal(number - 39)}{NBSP}semestre"


def century_numeral(point: Point) -> str:
    """Return « XIXe », the letter marked to be raised."""
    number = point.year + 1 if point.year >= 0 else -point.year
    return roman_letters(number) + ("^er^" if number == 1 else "^e^")


def _century(point: Point, short: bool) -> str:
    name = "millénaire" if point.unit is Unit.MILLENNIUM else "siècle"
    letters = f"{century_numeral(point)}{NBSP}{name}"
    if point.year < 0:
        letters += f" av.{NBSP}J.-C."
    return _division(point, short, "du") + letters


def _division(point: Point, short: bool, of_the: str) -> str:
    """Return « 2e moitié du », « 1re moitié des », with the space after it."""
    if point.division is None:
        return ""
    part, of = point.division
    name = ordinal(part, feminine=of == 2)
    return f"{name}{NBSP}{_DIVISIONS[of]} {of_the}{NBSP if short else ' '}"


def _republican(revolution: tuple[int, int, int]) -> str:
    year, month, day = revolution
    letters = f"an{NBSP}{roman_letters(year)}"
    if month == COMPLEMENTARY:
        first = f"{ordinal(day)}{NBSP}jour complémentaire" if day else "jours complémentaires"
        return f"{first} {letters}"
    if month:
        letters = f"{REPUBLICAN_MONTHS[month - 1]} {letters}"
    return f"{day_name(day)}{NBSP}{letters}" if day else letters


def _gregorian(point: Point, short: bool) -> str:
    """Return the Gregorian date of a Republican one, in brackets."""
    first, last = point.bounds()
    assert point.revolution is not None
    if first == last:
        plain = Point(Unit.DAY, first.year, first.month, first.day)
        return f" ({bare(plain, short)})"
    if point.revolution[1] == 0:
        return f" ({first.year}-{last.year})"
    start = Point(Unit.DAY, first.year, first.month, first.day)
    end = Point(Unit.DAY, last.year, last.month, last.day)
    return f" ({day_span(start, end, short=True)})"


def day_span(first: Point, last: Point, short: bool) -> str:
    """Return « du 13 au 15 octobre 1994 », short « 13-15 oct. 1994 »."""
    end = bare(last, short)
    start = day_name(first.day)
    if (first.year, first.month) == (last.year, last.month):
        return f"{start}-{end}" if short else f"du {start} au {end}"
    start += f"{NBSP}{month_name(first, short)}"
    if first.year != last.year:
        start += f"{NBSP if short else ' '}{year_name(first.year)}"
    return f"{start}{DASH}{end}" if short else f"du {start} au {end}"
