"""A recursive descent over the tokens of a period: ranges, atoms and their brackets.

The forms of one date stand in ``cores``; what is lent between dates, in ``lend``.
"""

from __future__ import annotations

from pipeline.clean.periods import cores
from pipeline.clean.periods.calendar import republican
from pipeline.clean.periods.cursor import END, Cursor
from pipeline.clean.periods.lend import lend
from pipeline.clean.periods.moment import Kind, Moment
from pipeline.clean.periods.points import moment_of
from pipeline.clean.periods.rough import Doubt, Range, Rough
from pipeline.clean.periods.words import Token
from pipeline.diagnostics import Code
from pipeline.model import Qualifier

QUALIFIERS = {
    "debut": Qualifier.BEGINNING,
    "mi": Qualifier.MIDDLE,
    "fin": Qualifier.END,
    "courant": Qualifier.CURRENT,
}
_OPENINGS = {
    "avant": Kind.BEFORE,
    "jusque": Kind.BEFORE,
    "apres": Kind.AFTER,
    "depuis": Kind.AFTER,
}
_BRACKETS = frozenset("[]()")
_CLOSING = {"[": "]", "(": ")"}
_ENDS = frozenset((END.kind, "]", ")"))
_AFTER_PART = _ENDS | frozenset("-;,")


class Parser(Cursor):
    """Reads ranges; ``joints`` remembers what stood between them."""

    __slots__ = ("joints", "supplied", "undated")

    def __init__(self, found: list[Token]) -> None:
        """Start before the first token."""
        super().__init__(found)
        self.joints: list[str] = []
        self.supplied = False
        self.undated = False

    # -- period and range --------------------------------------------------------

    def period(self) -> list[Range]:
        """Read all ranges to the end of the text."""
        self._open_brackets()
        if self.take("undated"):
            self.undated = True
            self.supplied |= not self.take(",", ";", "et", "ou", ":")
            self._open_brackets()
        ranges = self.range()
        while self.peek() is not END:
            joint = self.need(",", ";", "et", "ou", "/", "-").kind
            self.take("et")
            if self.take("undated"):
                self.undated = True
                break
            more = self.range()
            self.joints += [joint] + [","] * (len(more) - 1)
            ranges += more
        if self.peek() is not END:
            raise Doubt(Code.PERIOD_UNREAD)
        return ranges

    def _open_brackets(self) -> None:
        """Remove the brackets around all that follows: « [1850-1900] »."""
        opening = self.peek().kind
        if opening not in _CLOSING:
            return
        last = self.tokens.index(END) - 1
        inner = self.tokens[self.at + 1 : last]
        if self.tokens[last].kind == _CLOSING[opening] and not any(
            each.kind in _BRACKETS for each in inner
        ):
            self.supplied |= opening == "["
            super().__init__(inner)

    def range(self) -> list[Range]:
        """Read one range; several only where brackets hold a list: « 1790 (mars, mai) »."""
        opening = self.peek().kind
        if opening in _OPENINGS:
            return [self._open(opening)]
        if opening in ("?", "dots") and self.peek(1).kind == "-":
            self.at += 2
            return [Range(Kind.BEFORE, [self.atom()], "?")]
        between = self.take("entre") is not None
        if not between:
            self.take("de", "a")
        first = self.atom()
        if first.inside is not None:
            return _inside(first, first.inside)
        joint = self.peek().kind
        if first.suites:
            return [Range(Kind.AFTER, [first], "depuis")]
        if joint in ("-", "a", "jusque") and (end := self._open_end()):
            return [Range(Kind.AFTER, [first], end)]
        if not (
            joint in ("-", "a", "jusque")
            or (joint == "et" and between)
            or (joint == "/" and first.year is not None and self.peek(2).kind != "/")
        ):
            if between:
                raise Doubt(Code.PERIOD_UNREAD)
            return [Range(Kind.POINT, [first])]
        self.at += 1
        while self.take("de", "a"):
            pass
        return [_span(first, self.atom(), "entre" if between else "")]

    def _open_end(self) -> str | None:
        """Read « - », « -? », « à nos jours » where nothing else follows."""
        if self.peek(1).kind == "a" and self.peek(2).kind == "nosjours":
            self.at += 1
        after = self.peek(1).kind
        if after in _ENDS and self.peek().kind == "-":
            self.at += 1
            return "depuis"
        if after in ("?", "dots") and self.peek(2).kind in _ENDS and self.peek().kind == "-":
            self.at += 2
            return "?" if after == "?" else "depuis"
        if after == "nosjours":
            self.at += 2
            return "nosjours"
        return None

    def _open(self, opening: str) -> Range:
        self.at += 1
        while self.take("a", "le", "de"):
            pass
        first = self.atom()
        if opening == "depuis" and self.peek().kind in ("jusque", "a"):
            if self._open_end():
                return Range(Kind.AFTER, [first], "nosjours")
            self.at += 1
            while self.take("a", "le"):
                pass
            return _span(first, self.atom(), "")
        return Range(_OPENINGS[opening], [first], opening)

    # -- atom ----------------------------------------------------------------------

    def atom(self) -> Rough:
        """Read one date with the words before and after it."""
        rough = Rough()
        self._before(rough)
        cores.core(self, rough)
        self._after(rough)
        return rough

    def _before(self, rough: Rough) -> None:
        while True:
            token = self.peek()
            kind = token.kind
            if kind in ("number", "month", "ordinal"):
                return
            if kind == "[":
                rough.supplied = True
            elif kind == "vers":
                rough.about = True
            elif kind in QUALIFIERS:
                rough.qualifier = QUALIFIERS[kind]
                if self.peek(1).kind == "-" and token.text == "mi":
                    self.at += 1
            elif kind == "weekday":
                rough.weekday = token.number
            elif kind == "annees":
                rough.years = True
            elif kind == "scolaire" and self.at:
                rough.school, rough.years = True, False
            elif not (kind in ("le", "annee", "de", "'") or (kind == "(" and self.at == 0)):
                return
            self.at += 1

    def _after(self, rough: Rough) -> None:
        while True:
            token = self.peek()
            kind = token.kind
            if kind == "?":
                rough.doubtful = True
            elif kind in ("[", "("):
                self._bracket(rough, kind)
                continue
            elif kind == "vers" and self.peek(1).kind in (*_ENDS, "-", "a", "?"):
                rough.about = rough.about_after = True
            elif kind == "avjc":
                rough.before_christ = True
            elif kind == "suivants":
                rough.following = True
            elif kind == "suites" and rough.year_only:
                rough.suites = True
            elif kind == "]" and rough.supplied:
                rough.closed = True
            elif rough.century and self._division(rough, 1 if kind == "," else 0):
                continue
            elif kind not in ("]", ")", "apjc", "nst"):
                return
            self.at += 1

    def _division(self, rough: Rough, skip: int) -> bool:
        """Read « , 2e moitié » or « (fin) » after a century; ``skip`` tokens stand before."""
        first, after = self.peek(skip), self.peek(skip + 1)
        if first.kind in ("ordinal", "roman") and after.kind in ("2", "3", "4"):
            if self.peek(skip + 2).kind in ("de", "ordinal", "roman"):
                return False
            rough.division = cores.division(first, int(after.kind))
            self.at += skip + 2
            return True
        if first.kind in QUALIFIERS and after.kind in _AFTER_PART:
            rough.qualifier = QUALIFIERS[first.kind]
            self.at += skip + 1
            return True
        return False

    # -- brackets after a date -------------------------------------------------------

    def _bracket(self, rough: Rough, opening: str) -> None:
        """Read « [?] », « (vers) », « (fin) », « (12 mars) », « (an II) », « (1524 n. st.) »."""
        closing = self._closing(_CLOSING[opening])
        inner = self.tokens[self.at + 1 : closing]
        kinds = [each.kind for each in inner]
        if kinds == ["?"]:
            rough.doubtful = True
        elif kinds == ["vers"]:
            rough.about = True
        elif kinds == ["nst"]:
            pass
        elif kinds in (["number", "nst"], ["number", ",", "nst"]) and rough.year is not None:
            if inner[0].number != rough.year + 1:
                raise Doubt(Code.PERIOD_CALENDARS)
            rough.year += 1
        elif rough.century and self._division(rough, 1):
            if self.at != closing:
                raise Doubt(Code.PERIOD_UNREAD)
        else:
            self._other_date(rough, inner)
        self.at = closing + 1

    def _closing(self, bracket: str) -> int:
        for place in range(self.at, len(self.tokens)):
            if self.tokens[place].kind == bracket:
                return place
        raise Doubt(Code.PERIOD_UNREAD)

    def _other_date(self, rough: Rough, tokens: list[Token]) -> None:
        """Read the month and day of a year, or the same date in the other calendar."""
        inner = Parser(tokens)
        ranges = inner.period()
        atoms = [atom for each in ranges for atom in each.atoms]
        if rough.year_only and all(each.year is None and not each.century for each in atoms):
            if any(each.revolution for each in atoms):
                self._check_calendars(rough, ranges, inner.joints)
            elif len(atoms) == 1 and ranges[0].kind is Kind.POINT:
                _merge(rough, atoms[0])
            else:
                rough.inside = (ranges, inner.joints)
            return
        self._check_calendars(rough, ranges, inner.joints)

    def _check_calendars(self, rough: Rough, ranges: list[Range], joints: list[str]) -> None:
        """Keep the Republican date of a Gregorian one, or compare the two."""
        other = moment_of(*lend(ranges, joints), None)
        points = other.points()
        republican_inside = any(point.revolution for point in points)
        if (rough.revolution is None) == (not republican_inside):
            raise Doubt(Code.PERIOD_UNREAD)
        if rough.revolution and republican(*rough.revolution) is None:
            raise Doubt(Code.PERIOD_UNREAD)
        _check_same(moment_of([Range(Kind.POINT, [rough])], [], None), other)
        if republican_inside and len(points) == 1:
            rough.revolution = points[0].revolution


def _merge(rough: Rough, inner: Rough) -> None:
    rough.day, rough.month, rough.part = inner.day, inner.month, inner.part
    rough.qualifier = rough.qualifier or inner.qualifier
    rough.weekday = inner.weekday
    rough.about |= inner.about
    rough.doubtful |= inner.doubtful
    if inner.ordinal:
        raise Doubt(Code.PERIOD_UNREAD)


def _inside(year: Rough, inside: tuple[list[Range], list[str]]) -> list[Range]:
    """Return the ranges in the brackets of « 1944 (juin-août) », in that year."""
    ranges, joints = inside
    if any(joint not in (",", ";", "et") for joint in joints):
        raise Doubt(Code.PERIOD_UNREAD)
    for each in ranges:
        for atom in each.atoms:
            atom.year, atom.digits, atom.year_first = year.year, year.digits, True
            atom.about |= year.about
            atom.doubtful |= year.doubtful
            atom.supplied |= year.supplied
    return ranges


def _span(first: Rough, last: Rough, word: str) -> Range:
    if last.inside is not None or last.suites:
        raise Doubt(Code.PERIOD_UNREAD)
    if first.year_only and last.year_only:
        if first.about and not first.closed:
            last.about = True
        if last.about_after and not last.supplied:
            first.about = True
    return Range(Kind.SPAN, [first, last], word)


def _check_same(one: Moment, other: Moment) -> None:
    first, last = one.bounds()
    start, end = other.bounds()
    if last < start or end < first:
        raise Doubt(Code.PERIOD_CALENDARS)
