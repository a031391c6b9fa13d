"""The grammar of French historical periods: a small recursive parser.

    period  = range { ("," | ";" | "et" | "ou" | "/") range }
    range   = [ "de" | "entre" ] atom [ ("-" | "à" | "et" | "/") atom ]
            | ("avant" | "après" | "depuis" | "jusqu’à") atom
    atom    = { "vers" | "début" | "mi" | "fin" | weekday | "[" | … } core { "?" | "av. J.-C." | … }
    core    = day month year | month year | year | century | decade | season | quarter | …

Day, month, year, in this order, always.  A list or span lends year and month from its last
part leftwards (``23-24 et 25 septembre 1993``); a year in front lends to what follows it
(``1623, 12 mars``).  What is not in the grammar is refused, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from pipeline.clean.periods.calendar import COMPLEMENTARY, days_in, republican, weekday
from pipeline.clean.periods.moment import Kind, Moment, Point, Unit
from pipeline.clean.periods.tokens import Token, normal, tokens
from pipeline.diagnostics import Code
from pipeline.model import Day, Qualifier

_QUALIFIERS = {
    "debut": Qualifier.BEGINNING,
    "mi": Qualifier.MIDDLE,
    "fin": Qualifier.END,
    "courant": Qualifier.CURRENT,
}
_OPEN = {"avant": Kind.BEFORE, "jusque": Kind.BEFORE, "apres": Kind.AFTER, "depuis": Kind.AFTER}
_UNDATED = frozenset(
    "s. d.;s.d.;s.d;s d;sd;sans date;n.d.;n. d.;non date;non datee;date inconnue;[s. d.];[s.d.]"
    ";(s. d.);(s.d.)".split(";")
)


class Doubt(Exception):
    """The text cannot be read, or must not be believed; ``code`` says why."""

    def __init__(self, code: Code, after: str = "") -> None:
        """Keep the finding to make of it."""
        super().__init__(code.slug)
        self.code = code
        self.after = after


@dataclass(slots=True)
class _Rough:
    """An atom whose year or month may still have to be lent by a neighbour."""

    day: int = 0
    month: int = 0
    year: int | None = None
    digits: int = 0
    """Digits that the year was written with."""
    part: int = 0
    """EDTF number of a season, quarter or half."""
    ordinal: int = 0
    """A century, or a day written as an ordinal, until its neighbour decides."""
    century: bool = False
    decade: bool = False
    masked: bool = False
    division: tuple[int, int] | None = None
    revolution: tuple[int, int, int] | None = None
    loose_roman: bool = False
    qualifier: Qualifier | None = None
    about: bool = False
    doubtful: bool = False
    supplied: bool = False
    weekday: int | None = None
    before_christ: bool = False
    following: bool = False
    decades: bool = False
    """Stands after « années »."""

    @property
    def year_only(self) -> bool:
        """Tell whether nothing but a year is said."""
        return (
            self.year is not None
            and not (self.day or self.month or self.part or self.century or self.decade)
            and self.revolution is None
        )


@dataclass(slots=True)
class _Range:
    kind: Kind
    atoms: list[_Rough]
    joint: str = ""
    word: str = ""


def read_text(text: str, century: int | None) -> Moment:
    """Return what a period text says.

    Args:
        text: As it stands in the cell.
        century: Century (19 for 1993) that two-digit years take; ``None`` where the
            document has no four-digit year.

    Raises:
        Doubt: It is not read; the code says why.
    """
    letters = normal(text).strip(" .,;:")
    if letters in _UNDATED or normal(text) in _UNDATED:
        return Moment(Kind.UNDATED)
    found = tokens(normal(text).strip(" ,;:"))
    if not found:
        raise Doubt(Code.PERIOD_UNREAD)
    parser = _Parser(found)
    ranges = parser.period()
    return _moment(ranges, parser.joints, century)


class _Parser:
    """A recursive descent over tokens; ``joints`` remembers what stood between ranges."""

    def __init__(self, found: list[Token]) -> None:
        self.tokens = found
        self.at = 0
        self.joints: list[str] = []

    # -- reading tokens ----------------------------------------------------------

    def peek(self, ahead: int = 0) -> Token:
        place = self.at + ahead
        return self.tokens[place] if place < len(self.tokens) else _END

    def take(self, *kinds: str) -> Token | None:
        token = self.peek()
        if token.kind not in kinds:
            return None
        self.at += 1
        return token

    def need(self, *kinds: str) -> Token:
        token = self.take(*kinds)
        if token is None:
            raise Doubt(Code.PERIOD_UNREAD)
        return token

    # -- the rules ---------------------------------------------------------------

    def period(self) -> list[_Range]:
        ranges = [self.range()]
        while self.peek() is not _END:
            joint = self.need(",", ";", "et", "ou", "/", "-")
            self.take("et")
            self.joints.append(joint.kind)
            ranges.append(self.range())
        return ranges

    def range(self) -> _Range:
        opening = self.peek().kind
        if opening in _OPEN:
            return self._open(opening)
        between = self.take("entre") is not None
        if not between:
            self.take("de")
        first = self.atom()
        joint = self.peek().kind
        spans = (
            joint == "-"
            or (joint == "a" and self.peek(1).kind != "_end")
            or (joint == "et" and between)
            or (joint == "/" and first.year is not None)
        )
        if not spans:
            return _Range(Kind.POINT, [first])
        self.at += 1
        self.take("de")
        return _Range(Kind.SPAN, [first, self.atom()], "entre" if between else joint)

    def _open(self, opening: str) -> _Range:
        self.at += 1
        while self.take("a", "le", "de"):
            pass
        return _Range(_OPEN[opening], [self.atom()], word=opening)

    def atom(self) -> _Rough:
        rough = _Rough()
        self._before(rough)
        self._core(rough)
        self._after(rough)
        return rough

    def _before(self, rough: _Rough) -> None:
        while True:
            token = self.peek()
            if token.kind == "[":
                rough.supplied = True
            elif token.kind == "vers":
                rough.about = True
            elif token.kind in _QUALIFIERS:
                rough.qualifier = _QUALIFIERS[token.kind]
                if self.peek(1).kind == "-" and token.text == "mi":
                    self.at += 1
            elif token.kind == "weekday":
                rough.weekday = token.number
            elif token.kind == "annees":
                rough.decades = True
            elif token.kind == "(" and self.at == 0:
                pass
            elif token.kind not in ("le", "annee", "de", "'"):
                return
            self.at += 1

    def _core(self, rough: _Rough) -> None:
        token = self.peek()
        self.at += 1
        match token.kind:
            case "iso":
                rough.year, rough.month, rough.day = map(int, token.text.split("-"))
                rough.digits = 4
            case "dmy":
                self._numeric(rough, token.text)
            case "my":
                month, year = token.text.split("/")
                self._set_month(rough, int(month))
                rough.year, rough.digits = int(year), len(year)
            case "ym":
                self._year_month(rough, token.text)
            case "yy" | "mask" | "dmask":
                self._special(rough, token)
            case "ordinal":
                self._ordinal(rough, token)
            case "number":
                self._number(rough, token)
            case "month":
                rough.month = token.number
                self._year_after(rough)
            case "season":
                rough.part = token.number
                self._year_after(rough)
            case "republican":
                self._republican(rough, 0, token.number)
            case "an":
                self._an(rough)
            case "roman":
                self._roman(rough, token)
            case _:
                raise Doubt(Code.PERIOD_UNREAD)

    def _numeric(self, rough: _Rough, text: str) -> None:
        separator = next(each for each in text if each in "/.-")
        day, month, year = (each.strip() for each in text.split(separator))
        rough.day = int(day)
        self._set_month(rough, int(month))
        rough.year, rough.digits = int(year), len(year)

    def _set_month(self, rough: _Rough, month: int) -> None:
        if not 1 <= month <= 12:
            raise Doubt(Code.PERIOD_MONTH)
        rough.month = month

    def _year_month(self, rough: _Rough, text: str) -> None:
        """``1994-10`` is October; ``1910-12`` could also be three years: refused."""
        year, month = map(int, text.split("-"))
        if month > year % 100:
            raise Doubt(Code.PERIOD_AMBIGUOUS)
        rough.year, rough.month, rough.digits = year, month, 4

    def _special(self, rough: _Rough, token: Token) -> None:
        if token.kind == "yy":
            first, last = token.text.split("/")
            if (int(first) + 1) % 100 != int(last):
                raise Doubt(Code.PERIOD_AMBIGUOUS)
            rough.year, rough.digits = int(first), 4
            self.tokens[self.at : self.at] = [Token("-", "-"), Token("number", last, int(last))]
        elif token.kind == "mask":
            rough.year, rough.masked, rough.digits = int(token.text[:2]), True, 4
        else:
            rough.year, rough.decade, rough.digits = int(token.text[:3]) * 10, True, 4

    def _ordinal(self, rough: _Rough, token: Token) -> None:
        after = self.peek().kind
        if after in ("2", "3", "4"):
            self.at += 1
            of = int(after)
            number = of if token.number == -1 else token.number
            if not 1 <= number <= of:
                raise Doubt(Code.PERIOD_UNREAD)
            rough.division = (number, of)
            self._century_after(rough)
        elif after in ("trimestre", "semestre"):
            self.at += 1
            most = 4 if after == "trimestre" else 2
            if not 1 <= token.number <= most:
                raise Doubt(Code.PERIOD_UNREAD)
            rough.part = (32 if after == "trimestre" else 39) + token.number
            self._year_after(rough)
        elif after == "siecle":
            self.at += 1
            rough.ordinal, rough.century = token.number, True
        elif after == "month" and token.number == 1:
            rough.day = 1
            rough.month = self.need("month").number
            self._year_after(rough)
        elif after == "republican" and token.number > 0:
            self.at += 1
            self._republican(rough, token.number, self.tokens[self.at - 1].number)
        elif after == "complementaire" or (
            after == "jour" and self.peek(1).kind == "complementaire"
        ):
            self.at += 1 if after == "complementaire" else 2
            self._republican(rough, token.number, COMPLEMENTARY)
        else:
            rough.ordinal = token.number

    def _century_after(self, rough: _Rough) -> None:
        """Read « du XVIe siècle » after a half or quarter; a span may lend the century."""
        while self.take("de", "le"):
            pass
        token = self.take("ordinal", "roman")
        if token is None or token.number < 1:
            if self.peek().kind in ("-", "et"):
                return
            raise Doubt(Code.PERIOD_UNREAD)
        self.take("siecle")
        rough.ordinal, rough.century = token.number, True

    def _number(self, rough: _Rough, token: Token) -> None:
        after = self.peek()
        size = len(token.text)
        if size <= 2 and after.kind == "month":
            self.at += 1
            rough.day, rough.month = token.number, after.number
            self._year_after(rough)
        elif size <= 2 and after.kind == "republican":
            self.at += 1
            self._republican(rough, token.number, after.number)
        elif size <= 2 and after.kind == "complementaire":
            self.at += 1
            self._republican(rough, token.number, COMPLEMENTARY)
        elif size <= 2 and after.kind == "siecle":
            self.at += 1
            rough.ordinal, rough.century = token.number, True
        elif size >= 3 or rough.decades or (rough.qualifier and size == 2):
            rough.year, rough.digits = token.number, size
            if size == 4 and after.kind == "." and self.peek(1).kind == "_end":
                self.at += 1
        else:
            rough.day = token.number
            rough.digits = size

    def _roman(self, rough: _Rough, token: Token) -> None:
        if self.take("siecle"):
            rough.ordinal, rough.century = token.number, True
        else:
            rough.ordinal, rough.loose_roman = token.number, True

    def _year_after(self, rough: _Rough) -> None:
        """Read « 1994 », « ’94 », « de l’an 70 », « 94 » after a month, season or quarter."""
        start = self.at
        while self.take("de", "le", "annee", "an", "'", ","):
            pass
        token = self.peek()
        if token.kind == "number" and (len(token.text) > 2 or self._ends_atom(1)):
            self.at += 1
            rough.year, rough.digits = token.number, len(token.text)
            if self.peek().kind == "." and self.peek(1).kind == "_end":
                self.at += 1
        else:
            self.at = start

    def _ends_atom(self, ahead: int) -> bool:
        """Tell whether the number before is not the day of a month that follows."""
        return self.peek(ahead).kind not in ("month", "republican")

    def _an(self, rough: _Rough) -> None:
        token = self.need("number", "roman")
        if token.kind == "roman" or token.number <= 14:
            self._set_revolution(rough, token.number, 0, 0)
        else:
            rough.year, rough.digits = token.number, 4

    def _republican(self, rough: _Rough, day: int, month: int) -> None:
        self.take(",")
        while self.take("de", "le"):
            pass
        if not self.take("an"):
            if self.peek().kind in ("-", "a", "et"):
                rough.revolution = (0, month, day)
                return
            raise Doubt(Code.PERIOD_UNREAD)
        self._set_revolution(rough, self.need("number", "roman").number, month, day)

    def _set_revolution(self, rough: _Rough, year: int, month: int, day: int) -> None:
        if republican(year, month, day) is None:
            raise Doubt(Code.PERIOD_DAY)
        rough.revolution = (year, month, day)

    def _after(self, rough: _Rough) -> None:
        while True:
            token = self.peek()
            if token.kind == "?":
                rough.doubtful = True
            elif token.kind in "[(" and self.peek(1).kind == "?":
                rough.doubtful = True
                self.at += 1
            elif token.kind == "vers" and self.peek(1).kind in ("_end", "]", ")", "-", "a", "?"):
                rough.about = True
            elif token.kind == "avjc":
                rough.before_christ = True
            elif token.kind == "suivants":
                rough.following = True
            elif token.kind == "(" and self._in_brackets(rough):
                continue
            elif token.kind not in ("]", ")", "apjc"):
                return
            self.at += 1

    def _in_brackets(self, rough: _Rough) -> bool:
        """Read « (1 Brumaire An 5) » after a date, « (22 octobre 1796) » after a Republican one.

        « XVIIe siècle (2e moitié) » is a half of the century.
        """
        self.at += 1
        if rough.century and self.peek().kind == "ordinal" and self.peek(1).kind in "234":
            number, of = self.need("ordinal").number, int(self.need("2", "3", "4").kind)
            rough.division = (of if number == -1 else number, of)
            self.need(")")
            return True
        if rough.century and self.peek().kind in _QUALIFIERS:
            rough.qualifier = _QUALIFIERS[self.need(*_QUALIFIERS).kind]
            self.need(")")
            return True
        inner = _Parser(self.tokens[self.at : self._closing()])
        ranges = inner.period()
        self.at = self._closing() + 1
        lone = ranges[0].atoms[0]
        if rough.year_only and len(ranges) == 1 and lone.month and lone.year is None:
            rough.day, rough.month = lone.day, lone.month
            return True
        other = _moment(ranges, inner.joints, None)
        points = other.points()
        if rough.revolution and not any(point.revolution for point in points):
            _check_same(_moment([_Range(Kind.POINT, [rough])], [], None), other)
            return True
        if len(points) == 1 and points[0].revolution and rough.year is not None:
            _check_same(_moment([_Range(Kind.POINT, [rough])], [], None), other)
            rough.revolution = points[0].revolution
            return True
        raise Doubt(Code.PERIOD_UNREAD)

    def _closing(self) -> int:
        for place in range(self.at, len(self.tokens)):
            if self.tokens[place].kind == ")":
                return place
        raise Doubt(Code.PERIOD_UNREAD)


_END = Token("_end", "")


def _check_same(one: Moment, other: Moment) -> None:
    first, last = one.bounds()
    start, end = other.bounds()
    if last < start or end < first:
        raise Doubt(Code.PERIOD_CALENDARS)


# -- from rough atoms to points ---------------------------------------------------


def _moment(ranges: list[_Range], joints: list[str], century: int | None) -> Moment:
    ranges, joints = _lend(ranges, joints)
    parts: list[Moment | Point] = [_part(each, century) for each in ranges]
    if len(parts) == 1:
        only = parts[0]
        return only if isinstance(only, Moment) else Moment(Kind.POINT, (only,))
    if set(joints) == {"ou"}:
        return Moment(Kind.ONE_OF, tuple(parts))
    if "ou" in joints or "-" in joints:
        raise Doubt(Code.PERIOD_UNREAD)
    moment = Moment(Kind.LIST, tuple(each for part in parts for each in _two_days(part)))
    return _as_span(moment, joints)


def _two_days(part: Moment | Point) -> tuple[Moment | Point, ...]:
    """In a list, « 23-24 » of one month are two days: ``23-24 et 25 septembre``."""
    if isinstance(part, Point) or part.kind is not Kind.SPAN:
        return (part,)
    first, last = part.points()
    days = first.unit is last.unit is Unit.DAY
    if days and (first.year, first.month, first.day + 1) == (last.year, last.month, last.day):
        return first, last
    return (part,)


def _as_span(moment: Moment, joints: list[str]) -> Moment:
    """A list of two plain years joined by a slash is a span: ``1914/1918``."""
    points = moment.points()
    if joints == ["/"] and len(points) == 2 and all(p.unit is Unit.YEAR for p in points):
        return Moment(Kind.SPAN, moment.parts)
    return moment


def _lend(ranges: list[_Range], joints: list[str]) -> tuple[list[_Range], list[str]]:
    """Lend years, months and centuries from the last part leftwards, then a year rightwards."""
    atoms = [atom for each in ranges for atom in each.atoms]
    for left, right in zip(reversed(atoms[:-1]), reversed(atoms[1:]), strict=True):
        _lend_left(left, right)
    for left, right in pairwise(atoms):
        if right.decades is False and left.decades and right.day and not right.month:
            right.decades, right.year, right.day = True, right.day, 0
        _lend_right(left, right)
    if len(ranges) > 1 and joints[0] in (",", "-") and len(ranges[0].atoms) == 1:
        head, after = ranges[0].atoms[0], ranges[1].atoms[0]
        if head.year_only and (after.month or after.part) and after.year is None:
            for atom in atoms[1:]:
                atom.year = atom.year if atom.year is not None else head.year
                atom.digits = 4
            return ranges[1:], joints[1:]
    return ranges, joints


def _lend_left(left: _Rough, right: _Rough) -> None:
    if left.ordinal and not left.century and right.century:
        left.century, left.loose_roman = True, False
    if left.division and not left.century and right.century:
        left.ordinal, left.century = right.ordinal, True
    if left.century and right.century and right.before_christ:
        left.before_christ = True
    if left.year_only and right.before_christ and right.year_only:
        left.before_christ = True
    if left.ordinal == 1 and not left.century and not left.loose_roman:
        left.day, left.ordinal = 1, 0
    if left.revolution and left.revolution[0] == 0 and right.revolution:
        left.revolution = (right.revolution[0], *left.revolution[1:])
    if left.day and not left.month and not left.year and right.month:
        left.month = right.month
        left.year, left.digits = right.year, right.digits
    elif left.day and not left.month and right.revolution and right.revolution[1]:
        left.revolution = (*right.revolution[:2], left.day)
        left.day = 0
    elif (left.month or left.part) and left.year is None and right.year is not None:
        left.year, left.digits = right.year, right.digits
    if left.about is False and right.about and left.day and not left.month:
        left.about = True


def _lend_right(left: _Rough, right: _Rough) -> None:
    plain_day = right.day and not right.month and right.year is None
    if plain_day and left.year_only and left.year is not None and right.digits == 2:
        base = left.year - left.year % 100
        right.year, right.day, right.digits = base + right.day, 0, left.digits
    if right.loose_roman and left.revolution and not left.revolution[1]:
        right.revolution, right.loose_roman, right.ordinal = (right.ordinal, 0, 0), False, 0
    if right.division and not right.century and left.century:
        right.ordinal, right.century = left.ordinal, True
    if left.about and right.year_only and left.year_only:
        right.about = True


def _part(each: _Range, century: int | None) -> Moment | Point:
    points = [_point(atom, century) for atom in each.atoms]
    if each.kind is Kind.POINT:
        return points[0]
    if each.kind is Kind.SPAN:
        if points[0].bounds()[0] > points[1].bounds()[1] or _backwards(points):
            raise Doubt(Code.PERIOD_BACKWARDS)
        return Moment(Kind.SPAN, tuple(points), each.joint)
    return Moment(each.kind, tuple(points), each.word)


def _backwards(points: list[Point]) -> bool:
    return points[0].bounds()[0] > points[1].bounds()[0]


def _point(rough: _Rough, century: int | None) -> Point:
    flags = Point(
        Unit.YEAR,
        0,
        qualifier=rough.qualifier,
        about=rough.about,
        doubtful=rough.doubtful,
        supplied=rough.supplied,
        weekday=rough.weekday,
        revolution=rough.revolution,
        following=rough.following,
    )
    if rough.century:
        number = -rough.ordinal if rough.before_christ else rough.ordinal - 1
        if not 1 <= rough.ordinal <= 40:
            raise Doubt(Code.PERIOD_UNREAD)
        return replace(flags, unit=Unit.CENTURY, year=number, division=rough.division)
    if rough.revolution and rough.year is None:
        if not 1 <= rough.revolution[0] <= 14 or republican(*rough.revolution) is None:
            raise Doubt(Code.PERIOD_DAY)
        return replace(flags, unit=Unit.REPUBLICAN)
    if rough.ordinal or rough.year is None or rough.division:
        raise Doubt(Code.PERIOD_UNREAD)
    year = _full_year(rough, century)
    if rough.masked:
        return replace(flags, unit=Unit.MASKED, year=rough.year)
    if rough.decade or rough.decades:
        return _decade(flags, rough, year)
    if rough.part:
        return replace(flags, unit=Unit.PART, year=year, month=rough.part)
    if rough.day:
        return _day(flags, year, rough)
    if rough.month:
        return replace(flags, unit=Unit.MONTH, year=year, month=rough.month)
    return replace(flags, year=year)


def _full_year(rough: _Rough, century: int | None) -> int:
    assert rough.year is not None
    if rough.before_christ:
        return 1 - rough.year
    if rough.digits <= 2 and not rough.masked:
        if century is None:
            raise Doubt(Code.PERIOD_CENTURY)
        return century * 100 + rough.year
    if rough.digits == 3 and rough.doubtful and not rough.decade:
        raise Doubt(Code.PERIOD_AMBIGUOUS)
    return rough.year


def _decade(flags: Point, rough: _Rough, year: int) -> Point:
    """« années 1990 » is a decade; « années 85-93 » are years."""
    if year % 10 == 0:
        return replace(flags, unit=Unit.DECADE, year=year)
    return replace(flags, unit=Unit.YEAR, year=year)


def _day(flags: Point, year: int, rough: _Rough) -> Point:
    if not rough.month:
        raise Doubt(Code.PERIOD_UNREAD)
    if not 1 <= rough.day <= days_in(year, rough.month):
        raise Doubt(Code.PERIOD_DAY)
    if rough.weekday is not None:
        real = weekday(Day(year, rough.month, rough.day))
        if real is not None and real != rough.weekday:
            raise Doubt(Code.PERIOD_WEEKDAY, WEEKDAYS[real])
    return replace(flags, unit=Unit.DAY, year=year, month=rough.month, day=rough.day)


WEEKDAYS = ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche")
