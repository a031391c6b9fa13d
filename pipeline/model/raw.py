"""Raw: the sheet and its records, as the workbook has them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from typing import TypeAlias

from pipeline.model.place import CellRef, column_letters
from pipeline.model.text import Text

CellValue: TypeAlias = str | int | float | bool | dt.datetime | dt.date | dt.time | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell: its text as the spreadsheet shows it, and the value behind it."""

    text: Text
    """As shown, rich text kept; ``text.origin`` is the cell's address."""
    value: CellValue = None
    """The typed value: a date, a number, a boolean; the string itself for a text.

    ``None`` for what a formula could not say: an error, or the formula itself.
    """
    date: dt.date | None = None
    """The day behind a value that says less, as its format does: « avril 1993 », « 12 mars »."""
    wide: int = 1
    """Columns that the cell covers, where it is merged."""
    place: int = 0
    """Column of the table where its sheet has the headings in other columns; 0 for its own."""

    @property
    def at(self) -> CellRef:
        """The address of the cell."""
        assert self.text.origin is not None
        return self.text.origin

    @property
    def column(self) -> int:
        """Column of the table that the cell stands in, from 1: mostly that of its address."""
        return self.place or self.at.column

    @property
    def said(self) -> str:
        """What the cell says when: its text, or the date behind « mai-91 » as « mai 1991 »."""
        return str(self.text) if self.date is None else str(self.value)


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a sheet: its filled cells from left to right."""

    number: int
    """Row, from 1."""
    cells: tuple[Cell, ...]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class SourceFile:
    """The workbook that everything comes from."""

    name: str
    """File name without its folder; ``_`` for what cannot be printed."""
    sha256: str
    """Hexadecimal digest of its bytes."""
    sheet: str
    """Name of the sheet that was read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as read: filled rows only, in order."""

    source: SourceFile
    rows: tuple[Row, ...]
    unread: tuple[Cell, ...] = ()
    """Formulas without a result, read as blanks: each with its formula as text."""

    @property
    def name(self) -> str:
        """Name of the sheet."""
        return self.source.sheet


class Role(Enum):
    """What a column is for."""

    PERIOD = "periode"
    END = "fin"
    YEAR = "annee"
    MONTH = "mois"
    DAY = "jour"
    END_YEAR = "annee-fin"
    END_MONTH = "mois-fin"
    END_DAY = "jour-fin"
    THEME = "theme"
    SECTION = "rubrique"
    SOURCES = "sources"
    IGNORED = "ignorer"


@dataclass(frozen=True, slots=True)
class Column:
    """A column of the table, with the role that was found for it or set."""

    number: int
    """Column, from 1."""
    heading: Text
    """Raw text of the heading row (two heading rows are joined); may be empty."""
    role: Role
    above: CellRef | None = None
    """Cell of the group that the heading belongs to, where two rows make the headings."""

    @property
    def letters(self) -> str:
        """``F`` for column 6."""
        return column_letters(self.number)


@dataclass(frozen=True, slots=True)
class Record:
    """One table row, raw: its filled cells by role."""

    row: int
    """Row in the sheet, from 1."""
    period: Mapping[Role, Cell] = field(default_factory=dict)
    """Cells of the period roles (``PERIOD``, ``END``, ``YEAR`` … ``END_DAY``), raw."""
    theme: tuple[Cell, ...] = ()
    sections: tuple[Cell, ...] = ()
    """Section cells, in column order."""
    sources: tuple[Cell, ...] = ()
    sheet: str = ""
    introduces: bool = False
    """The row is no event: it says what the book is about."""
    leads: bool = False
    """The row is no event: it heads the rows below it."""
    lent: tuple[Role, ...] = ()
    """Roles of ``period`` that the row does not say: their cells stand above."""


@dataclass(frozen=True, slots=True)
class Records:
    """The table: its columns and its rows, raw."""

    source: SourceFile
    columns: tuple[Column, ...]
    rows: tuple[Record, ...]
    title: Text | None = None
    """A title found above the heading row."""

    @property
    def sheets(self) -> tuple[str, ...]:
        """Names of the sheets that the rows come from; there is at least one."""
        names = dict.fromkeys(each.sheet for each in self.rows if each.sheet)
        return tuple(names) or (self.source.sheet,)

    def column(self, number: int) -> Column | None:
        """Return the column of that number, or ``None``."""
        return next((each for each in self.columns if each.number == number), None)
