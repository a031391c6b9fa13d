"""When something happened, as far as a text says."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from pipeline.model.packing import packed_at_once
from pipeline.model.place import CellRef
from pipeline.model.text import NO_TEXT, Text


@packed_at_once
@dataclass(frozen=True, slots=True, order=True)
class Day:
    """A day of the proleptic Gregorian calendar; sorts, and knows years before 1.

    >>> str(Day(-51, 9, 1))
    '-0051-09-01'
    """

    year: int
    """Astronomical year: 0 is 1 BC."""
    month: int
    """1 to 12."""
    day: int
    """1 to 31."""

    def __str__(self) -> str:
        """Return the ISO 8601 form."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04}-{self.month:02}-{self.day:02}"


class Qualifier(Enum):
    """The part of a period that EDTF cannot say."""

    BEGINNING = "début"
    MIDDLE = "mi"
    END = "fin"
    CURRENT = "courant"


@packed_at_once
@dataclass(frozen=True, slots=True)
class Period:
    """When an entry happened, as far as its text says.

    ``edtf``, ``first`` and ``last`` are all ``None`` where the text could not be read.
    """

    edtf: str | None
    """ISO 8601-2 (EDTF) string, levels 0 to 2."""
    verbatim: str | None
    """The workbook's text; ``None`` only where the cell is blank."""
    first: Day | None
    """First day: sorts, draws."""
    last: Day | None
    """Last day."""
    label: Text = NO_TEXT
    """Full form for running text: ``du 13 au 15 octobre 1994``."""
    short: Text = NO_TEXT
    """Short form for margins and tables: ``13-15 oct. 1994``."""
    qualifier: Qualifier | None = None
    inherited: bool = False
    """The cell was blank: only the year is known, from a row above."""
    origin: CellRef | None = None
    remarked: bool = False
    """The labels say more than a year alone: « 2008 (suite) », « exercice 2008 », « [2008] »."""

    undated: bool = False
    """The text says that there is no date: « s. d. »."""

    @property
    def bare_year(self) -> int | None:
        """The year where the period is one plain year of its own, else ``None``."""
        if (
            self.inherited
            or self.remarked
            or self.qualifier
            or self.first is None
            or self.last is None
        ):
            return None
        year = self.first.year
        same = self.last.year == year and self.edtf == (
            f"{year:04}" if year >= 0 else f"-{-year:04}"
        )
        return year if same else None
