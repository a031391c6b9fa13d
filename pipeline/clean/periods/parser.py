"""A recursive descent over the tokens of a period: ranges, atoms and their brackets.

The forms of one date stand in ``cores``; what is lent between dates, in ``lend``.
"""

from __future__ import annotations

from pipeline.clean.periods.brackets import (
    CLOSING,
    ENDS,
    QUALIFIERS,
    bracket,
    in_year,
    part_after,
)
from pipeline.clean.periods.cores import core
from pipeline.clean.periods.cursor import END, Cursor
from pipeline.clean.periods.moment import Kind
from pipeline.clean.periods.rough import Doubt, Range, Rough
from pipeline.clean.periods.words import Token
from pipeline.diagnostics import Code
from pipeline.model import Qualifier

_OPENINGS = {
    "avant": Kind.BEFORE,
    "jusque": Kind.BEFORE,
    "apres": Kind.AFTER,
    "depuis": Kind.AFTER,
    "peuavant": Kind.BEFORE,
    "peuapres": Kind.AFTER,
    "plustard": Kind.BEFORE,
    "plustot": Kind.AFTER,
}
_BEFORE = frozenset(
    (
        "[",
        "(",
        "'",
        "vers",
        "doubt",
        "weekday",
        "annees",
        "annee",
        "adjective",
        "name",
        "le",
        "de",
        *QUALIFIERS,
    )
)
_AFTER = frozenset(("?", "]", ")", "vers", "avjc", "apjc", "nst", "suivants", "suites"))
_YEARS = {"annee": "année", "annees": "années"}
_AFTER_ABOUT = ENDS | frozenset("-a?")
"""What follows « 1950 environ »; otherwise « vers » belongs to the next date."""


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
            self.supplied |= not self.take(",", ";", "et", "ou", ":") and self.peek().kind != "["
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
        if opening not in CLOSING:
            return
        last = self.tokens.index(END) - 1
        depth = 0
        for place in range(self.at, last + 1):
            kind = self.tokens[place].kind
            depth += (kind == opening) - (kind == CLOSING[opening])
            if depth == 0:
                break
        if depth == 0 and place == last:
            self.supplied |= opening == "["
            super().__init__(self.tokens[self.at + 1 : last])

    def range(self) -> list[Range]:
        """Read one range; several only where brackets hold a list: « 1790 (mars, mai) »."""
        opening = self.peek().kind
        if opening in _OPENINGS:
            return [self._open(opening)]
        if opening in ("?", "dots") and self.peek(1).kind == "-":
            self.at += 2
            return [Range(Kind.BEFORE, [self.atom()], "?")]
        return self._closed()

    def _closed(self) -> list[Range]:
        """Read one date, or two with what joins them."""
        between = self.take("entre") is not None
        if not between:
            self.take("de", "a")
        first = self.atom()
        if first.inside is not None and not first.name:
            return in_year(first, *first.inside)
        joint = self.peek().kind
        if joint == END.kind and not (between or first.suites):
            return [Range(Kind.POINT, [first])]
        if first.suites:
            return [Range(Kind.AFTER, [first], "depuis")]
        if joint in ("-", "a", "jusque") and (end := self._open_end()):
            return [Range(Kind.AFTER, [first], end)]
        if not (
            joint in ("-", "a", "jusque")
            or (joint == "et" and between)
            or (joint == "/" and self._slash_span(first))
        ):
            if between:
                raise Doubt(Code.PERIOD_UNREAD)
            return [Range(Kind.POINT, [first])]
        self.at += 1
        while self.take("de", "a"):
            pass
        return [_span(first, self.atom(), "entre" if between else "")]

    def _slash_span(self, first: Rough) -> bool:
        """Tell whether « 1789/1790 », « fin mars/début avril » is a span, no « 1789/1790/1791 ».

        Raises:
            Doubt: Two digits on both sides are no two years that follow: « 32/95 »; « 12 mars
                1523/1524 » may be one day, of the old and the new style, and « mars 2001/2008 »
                two months.
        """
        after = self.peek(1)
        if first.qualifier is Qualifier.END and after.kind == "debut":
            return True
        if first.year is None:
            return first.revolution is not None and len(after.text) == 4
        within = bool(first.month or first.part or first.feast)
        if within and len(after.text) == 4 and self.peek(2).kind in ENDS:
            raise Doubt(Code.PERIOD_AMBIGUOUS)
        if first.digits == 2 and len(after.text) == 2 and after.number != (first.year + 1) % 100:
            raise Doubt(Code.PERIOD_AMBIGUOUS)
        return not (self.peek(2).kind == "/" or (bool(self.joints) and self.joints[-1] == "/"))

    def _open_end(self) -> str | None:
        """Read « - », « -? », « à nos jours » where nothing else follows."""
        if self.peek(1).kind == "a" and self.peek(2).kind == "nosjours":
            self.at += 1
        after = self.peek(1).kind
        if after in ENDS and self.peek().kind == "-":
            self.at += 1
            return "depuis"
        ends = self.peek(2).kind in ENDS or self.peek(3).kind == "undated"
        if after in ("?", "dots") and ends and self.peek().kind == "-":
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
        core(self, rough)
        rough.millennium = rough.century and self.tokens[self.at - 1].text.startswith("mill")
        self._after(rough)
        return rough

    def _before(self, rough: Rough) -> None:
        while True:
            token = self.peek()
            kind = token.kind
            if kind not in _BEFORE:
                return
            if kind == "[":
                rough.supplied = True
            elif kind == "vers":
                rough.about = True
            elif kind == "doubt":
                rough.doubtful = rough.doubt_before = True
            elif kind in QUALIFIERS:
                rough.qualifier = QUALIFIERS[kind]
                if self.peek(1).kind == "-" and token.text == "mi":
                    self.at += 1
            elif kind == "weekday":
                rough.weekday = token.number
                self.at += self.peek(1).kind == ","
            elif kind == "annees":
                rough.years = True
            elif kind == "name":
                rough.name = token.text
            elif kind == "adjective" and self.tokens[self.at - 1].text in _YEARS:
                rough.name = f"{_YEARS[self.tokens[self.at - 1].text]} {token.text}"
                rough.years = False
            elif kind == "adjective" and self.tokens[self.at - 1].kind == "name":
                rough.name += f" {token.text}"
            elif not (kind in ("le", "annee", "de", "'") or (kind == "(" and self.at == 0)):
                return
            self.at += 1

    def _after(self, rough: Rough) -> None:
        while True:
            kind = self.peek().kind
            if rough.maybe_century and part_after(self, rough, 1 if kind == "," else 0):
                continue
            if kind in ("[", "("):
                bracket(self, rough, _read)
            elif kind in _AFTER and self._said_after(rough, kind):
                self.at += 1
            else:
                return

    def _said_after(self, rough: Rough, kind: str) -> bool:
        """Note one word after a date; false where it does not belong to the date."""
        match kind:
            case "?":
                rough.doubtful = rough.doubt_after = True
            case "vers":
                rough.about_after = self.peek(1).kind in _AFTER_ABOUT
                rough.about |= rough.about_after
                return rough.about_after
            case "avjc":
                rough.before_christ = True
            case "apjc":
                rough.digits = 4
            case "suivants":
                rough.following = True
            case "suites":
                rough.suites = rough.year_only
                return rough.suites
            case "]" if rough.supplied:
                rough.closed = True
        return True


def _read(inner: list[Token]) -> tuple[list[Range], list[str]]:
    """Read what stands in brackets as a period of its own."""
    parser = Parser(inner)
    return parser.period(), parser.joints


def _span(first: Rough, last: Rough, word: str) -> Range:
    if last.inside is not None or last.suites:
        raise Doubt(Code.PERIOD_UNREAD)
    _share_doubt(first, last)
    if first.bare and last.bare and not last.qualifier:
        if first.about and not (first.about_after or first.closed):
            last.about = True
        if last.about_after and not last.supplied:
            first.about = True
    return Range(Kind.SPAN, [first, last], word)


def _share_doubt(first: Rough, last: Rough) -> None:
    """« 1850-1860 ? », « probablement 1850-1860 »: the doubt is of both; not « 1850 ?-1860 »."""
    if not (None in (first.year, last.year) or (first.bare and last.bare)):
        return
    if last.doubt_after and not (last.supplied or last.about or last.qualifier):
        first.doubtful = True
    if first.doubt_before and not first.closed:
        last.doubtful = True
