"""What the parser finds, before anything is lent, checked or believed."""

from __future__ import annotations

from dataclasses import dataclass, field

from pipeline.clean.periods.moment import Kind
from pipeline.diagnostics import Code
from pipeline.model import Qualifier


class Doubt(Exception):
    """The text cannot be read, or must not be believed; ``code`` says why."""

    def __init__(self, code: Code, after: str = "") -> None:
        """Keep the finding to make of it."""
        super().__init__(code.slug)
        self.code = code
        self.after = after


class Rough:
    """An atom whose year or month may still have to be lent by a neighbour.

    What is not said stays with the class: most atoms say two or three of these.
    """

    day: int | None = None
    month: int = 0
    year: int | None = None
    digits: int = 0
    """Digits that the year, or the lone day, was written with."""
    year_first: bool = False
    """The year stood before its month: ``1623, 12 mars``."""
    part: int = 0
    """EDTF number of a season, quarter or half."""
    straddles: bool = False
    """A winter of two years."""
    ordinal: int = 0
    """A century, a day or a quarter written as an ordinal, until its neighbour decides."""
    roman: bool = False
    """The ordinal is in Roman numerals."""
    century: bool = False
    millennium: bool = False
    """The century is a millennium."""
    decade: bool = False
    """« années 1950 », « 195. »."""
    masked: bool = False
    """« 19.. »."""
    mask: str = ""
    """What stands for the digits that are not said: « .. », « ? », « - »."""
    numeric_month: bool = False
    """« 12/1918 »: no day can be lent its month."""
    division: tuple[int, int] | None = None
    revolution: tuple[int, int, int] | None = None
    loose_roman: bool = False
    qualifier: Qualifier | None = None
    about: bool = False
    about_after: bool = False
    """« 1950 environ »."""
    doubtful: bool = False
    doubt_before: bool = False
    """« probablement 1950 »."""
    doubt_after: bool = False
    """« 1950 ? »."""
    supplied: bool = False
    closed: bool = False
    """Its square bracket is closed: what it says is for itself alone."""
    weekday: int | None = None
    before_christ: bool = False
    following: bool = False
    """« et jours suivants »."""
    suites: bool = False
    """« et années suivantes »."""
    years: bool = False
    """Stands after « années »."""
    name: str = ""
    """« année scolaire », « exercice », « nuit »."""
    feast: str = ""
    """« Noël »."""
    fortnight: int = 0
    """« 2e quinzaine »."""
    lent: bool = False
    """Its month or year is a neighbour's."""
    inside: tuple[list[Range], list[str]] | None = None
    """``1944 (juin-août)``: what stood in the brackets."""

    @property
    def maybe_century(self) -> bool:
        """Tell whether this is a century, or may be one: « XVIIe »."""
        return self.century or (self.roman and not self.loose_roman)

    @property
    def year_only(self) -> bool:
        """Tell whether nothing but a year is said."""
        return (
            self.year is not None
            and not (self.day or self.month or self.part or self.century or self.decade)
            and not self.masked
            and self.revolution is None
        )

    @property
    def bare(self) -> bool:
        """Tell whether this is a year, a decade or a century."""
        return self.year_only or self.decade or self.maybe_century


@dataclass(slots=True)
class Range:
    """One atom, or two with what joins them."""

    kind: Kind
    atoms: list[Rough] = field(default_factory=list)
    word: str = ""
    """avant, après, depuis, jusqu’à; what stands at the open end; entre."""


__all__ = ["Doubt", "Range", "Rough"]
