"""Clean: entries and chapters, as the booklet prints them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.model.packing import packed_at_once
from pipeline.model.period import Period
from pipeline.model.place import CellRef
from pipeline.model.text import Text


@packed_at_once
@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: Text


@packed_at_once
@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; the marks are not part of the items' text."""

    items: tuple[Text, ...]
    ordered: bool = False
    start: int = 1
    """First number of an ordered list."""
    inner: tuple[int, ...] = ()
    """Places, from 0, of the items that stand under the one before; never numbered."""


@packed_at_once
@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a cell, in sentence case."""

    text: Text
    run_in: bool = False
    """It opens the paragraph that follows it, on the same line."""


Block: TypeAlias = Paragraph | ListBlock | Heading


@packed_at_once
@dataclass(frozen=True, slots=True)
class Section:
    """What one cell of a section column says about an entry."""

    heading: Text
    """Printed heading of the column, clean."""
    column: str
    """Letters of the column."""
    origin: CellRef
    blocks: tuple[Block, ...]
    language: str = ""
    """Of a text in another language than French: ``en``, or ``und`` where it is not known."""


@packed_at_once
@dataclass(frozen=True, slots=True)
class Entry:
    """One row, clean."""

    id: str
    """Stable key, ``r3`` for row 3; anchors and bookmarks are made from it."""
    origin: CellRef
    """First cell of the row."""
    period: Period
    theme: Text
    """May be empty."""
    sections: tuple[Section, ...] = ()
    sources: tuple[Text, ...] = ()
    introduces: bool = False
    """The row is no event: it says what the book is about."""
    leads: bool = False
    """The row is no event: it heads the entry after it, and those that follow."""

    def texts(self) -> Iterator[Text]:
        """Yield what is printed of the cells, in printed order, without the period."""
        yield self.theme
        for section in self.sections:
            for block in section.blocks:
                if isinstance(block, ListBlock):
                    yield from block.items
                else:
                    yield block.text
        yield from self.sources


@dataclass(frozen=True, slots=True)
class Chapter:
    """The entries of one year, in printed order."""

    year: int | None
    """Astronomical year; ``None`` for entries without any year."""
    title: Text
    """Theme of the opening entry, or the configured title; may be empty."""
    opening: Entry | None = None
    """The bare-year row that opens the chapter."""
    entries: tuple[Entry, ...] = ()
    heads: tuple[Entry, ...] = ()
    """Lines of the workbook that head its first row, and what follows: over the year."""

    @property
    def id(self) -> str:
        """Stable key: ``a1993``, or ``sans-date``."""
        return "sans-date" if self.year is None else f"a{self.year}"

    @property
    def introduces(self) -> bool:
        """Tell whether this is the introduction of the book, not a chapter of undated rows."""
        return self.year is None and all(entry.introduces for entry in self.all_entries)

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        """The lines over the year, the opening entry, if any, and the others."""
        opening = (self.opening,) if self.opening else ()
        return (*self.heads, *opening, *self.entries)

    @property
    def is_silent(self) -> bool:
        """Tell whether its opening row says no more than its title."""
        opening = self.opening
        if opening is None or opening.sections or opening.sources:
            return False
        return str(opening.theme) in ("", str(self.title))

    @property
    def is_bare(self) -> bool:
        """Tell whether its year is all that it says."""
        return self.is_silent and not (str(self.title) or self.heads or self.entries)

    @property
    def counted(self) -> tuple[Entry, ...]:
        """What a reader counts as entries: neither a bare year nor what is the title of others."""
        if self.is_bare:
            return ()
        rows = self.entries if self.is_silent and self.entries else self.all_entries
        return tuple(entry for entry in rows if not entry.leads)


@dataclass(frozen=True, slots=True)
class Era:
    """A decade, a century or more whose chapters run on, one after the other on its pages."""

    title: Text
    """« Années 1890 », « XIXe siècle », « 1204-1789 »."""
    first: int
    """First year of its timeline, astronomical; a year without entries, maybe."""
    last: int
    """Last year of its timeline."""
    chapters: tuple[Chapter, ...]

    @property
    def id(self) -> str:
        """Stable key: ``e1890``."""
        return f"e{self.first}"
