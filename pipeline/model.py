"""The nouns of the pipeline, frozen: from the workbook's cell to the printed booklet.

``Record`` is raw, as the workbook has it; ``Entry`` is clean, as the booklet prints it:
two types, so that raw text cannot be printed by mistake.  Nothing here reads, cleans or
writes.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import TypeAlias

# -- Where a text stands -----------------------------------------------------


def column_letters(column: int) -> str:
    """Return the letters of a column counted from 1.

    >>> column_letters(1), column_letters(28)
    ('A', 'AB')
    """
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


@dataclass(frozen=True, slots=True, order=True)
class CellRef:
    """The address of a cell; sorts by sheet, row, column.

    >>> str(CellRef("Frise", 12, 4))
    'Frise!D12'
    >>> str(CellRef("Ma frise", 12, 4))
    "'Ma frise'!D12"
    """

    sheet: str
    """Name of the sheet."""
    row: int
    """Row, from 1."""
    column: int
    """Column, from 1."""

    @property
    def address(self) -> str:
        """The address inside its sheet, ``D12``."""
        return f"{column_letters(self.column)}{self.row}"

    def __str__(self) -> str:
        """Return sheet and address, quoted as a spreadsheet does."""
        plain = self.sheet.replace("_", "a").isalnum()
        name = self.sheet if plain else "'" + self.sheet.replace("'", "''") + "'"
        return f"{name}!{self.address}"


# -- Text that remembers -----------------------------------------------------


@dataclass(frozen=True, slots=True)
class Style:
    """How a span looks beside the text around it."""

    bold: bool = False
    italic: bool = False
    superscript: bool = False
    subscript: bool = False
    underline: bool = False
    strike: bool = False
    link: str | None = None
    """Address that the span links to."""


PLAIN = Style()


@dataclass(frozen=True, slots=True)
class Mark:
    """A doubt about the very words of a span: nothing was changed, a person should look.

    Equal to the code, ``before`` and ``after`` of one ``Diagnostic`` of the same cell,
    so that a writer can put the finding on the words.
    """

    code: str
    """Slug of the finding."""
    before: str
    """The words as they stand."""
    after: str = ""
    """What is proposed, or empty."""


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text of one style, which remembers what it replaced.

    A span with ``before`` is atomic: an edit that touches it takes it whole.  A removed
    text is a span with an empty ``text`` and a ``before``.
    """

    text: str
    style: Style = PLAIN
    before: str | None = None
    """What the workbook had here; ``None`` where nothing changed."""
    marks: tuple[Mark, ...] = ()
    """Doubts about these very words."""

    @property
    def original(self) -> str:
        """What the workbook had here."""
        return self.text if self.before is None else self.before


@dataclass(frozen=True, slots=True)
class Text:
    """A text as spans, with the cell that it comes from.

    The invariant of the whole pipeline: joining ``span.original`` over all texts made
    from one cell gives that cell's text, letter by letter.

    >>> text = Text.plain_text("d 'un").replaced(1, 3, "’")
    >>> str(text), text.original
    ('d’un', "d 'un")
    """

    spans: tuple[Span, ...] = ()
    origin: CellRef | None = None

    @classmethod
    def plain_text(cls, text: str, origin: CellRef | None = None) -> Text:
        """Return a text of one unstyled span, or of none where ``text`` is empty."""
        return cls((Span(text),) if text else (), origin)

    def __str__(self) -> str:
        """Return the letters as they are printed."""
        return "".join(span.text for span in self.spans)

    def __bool__(self) -> bool:
        """Tell whether anything would be printed."""
        return any(span.text for span in self.spans)

    @property
    def original(self) -> str:
        """The letters as the workbook had them."""
        return "".join(span.original for span in self.spans)

    def split(self, *offsets: int) -> tuple[Text, ...]:
        """Cut the text at offsets into its printed letters, in rising order.

        A span with ``before`` is never cut: an offset inside it moves to its end.
        Removed spans (empty ``text``) at an offset stay on its left.
        """
        parts: list[list[Span]] = [[]]
        wanted = list(offsets)
        position = 0
        for span in self.spans:
            while wanted and wanted[0] <= position and span.text:
                wanted.pop(0)
                parts.append([])
            while (
                wanted and span.before is None and position < wanted[0] < position + len(span.text)
            ):
                cut = wanted.pop(0) - position
                parts[-1].append(replace(span, text=span.text[:cut]))
                parts.append([])
                position += cut
                span = replace(span, text=span.text[cut:])
            parts[-1].append(span)
            position += len(span.text)
        parts.extend([] for _ in wanted)
        return tuple(Text(tuple(spans), self.origin) for spans in parts)

    def replaced(self, start: int, end: int, replacement: str, *, raised: bool = False) -> Text:
        """Return the text with printed letters ``start:end`` replaced and remembered.

        The new span has the style of the first letter replaced (of the letter before an
        insertion), as superscript where ``raised``.  Edited spans touched by the range are
        taken whole, with their replaced letters kept around ``replacement``.
        """
        left: list[Span] = []
        right: list[Span] = []
        head = tail = before = ""
        touched: Style | None = None
        marks: tuple[Mark, ...] = ()
        position = 0
        for span in self.spans:
            stop = position + len(span.text)
            if stop <= start and not (start < position):
                left.append(span)
            elif position >= end and not (position < start):
                right.append(span)
            else:
                a, b = max(start - position, 0), min(end - position, len(span.text))
                touched = touched or span.style
                marks += span.marks
                if span.before is None:
                    if a:
                        left.append(replace(span, text=span.text[:a]))
                    if b < len(span.text):
                        right.append(replace(span, text=span.text[b:]))
                    before += span.text[a:b]
                else:
                    head += span.text[:a]
                    tail += span.text[b:]
                    before += span.before
            position = stop
        if touched is None:
            touched = left[-1].style if left else (right[0].style if right else PLAIN)
        if raised:
            touched = replace(touched, superscript=True)
        new = Span(head + replacement + tail, touched, before, marks)
        return Text((*left, new, *right), self.origin)

    def edited(self, edits: Sequence[tuple[int, int, str, bool]]) -> Text:
        """Return the text with many edits made at once, in one pass.

        Args:
            edits: ``(start, end, replacement, raised)``, by rising start, not overlapping.
        """
        inside = self._inside_edited()
        if any(start in inside or end in inside for start, end, _, _ in edits):
            text = self
            for start, end, replacement, raised in reversed(edits):
                text = text.replaced(start, end, replacement, raised=raised)
            return text
        spans: list[Span] = []
        rest = list(self.spans[::-1])
        position = 0
        for start, end, replacement, raised in edits:
            position = _move(rest, spans, position, start)
            gone: list[Span] = []
            position = _move(rest, gone, position, end)
            style = gone[0].style if gone else (spans or rest[-1:] or [_EMPTY])[-1].style
            style = replace(style, superscript=True) if raised else style
            before = "".join(span.original for span in gone)
            marks = tuple(mark for span in gone for mark in span.marks)
            spans.append(Span(replacement, style, before, marks))
        return Text((*spans, *reversed(rest)), self.origin)

    def _inside_edited(self) -> set[int]:
        """Return the offsets that lie inside a span with ``before``."""
        inside: set[int] = set()
        position = 0
        for span in self.spans:
            if span.before is not None:
                inside.update(range(position + 1, position + len(span.text)))
            position += len(span.text)
        return inside

    def raised(self, start: int, end: int) -> Text:
        """Return the text with printed letters ``start:end`` set as superscript."""
        before, middle, after = self.split(start, end)
        spans = tuple(
            replace(span, style=replace(span.style, superscript=True)) for span in middle.spans
        )
        return Text((*before.spans, *spans, *after.spans), self.origin)

    def marked(self, start: int, end: int, mark: Mark) -> Text:
        """Return the text with a doubt put on printed letters ``start:end``."""
        before, middle, after = self.split(start, end)
        spans = tuple(replace(span, marks=(*span.marks, mark)) for span in middle.spans)
        return Text((*before.spans, *spans, *after.spans), self.origin)

    def joined(self, other: Text) -> Text:
        """Return this text followed by another; the cell is the first one known."""
        return Text((*self.spans, *other.spans), self.origin or other.origin)


_EMPTY = Span("")


def _move(rest: list[Span], target: list[Span], position: int, offset: int) -> int:
    """Move spans from the end of ``rest`` until ``offset`` is reached, cutting the last."""
    while rest and position < offset:
        span = rest.pop()
        stop = position + len(span.text)
        if stop > offset:
            cut = offset - position
            rest.append(replace(span, text=span.text[cut:]))
            span = replace(span, text=span.text[:cut])
            stop = offset
        target.append(span)
        position = stop
    return position


# -- Raw: as the workbook has it ----------------------------------------------

CellValue: TypeAlias = str | int | float | bool | dt.datetime | dt.date | dt.time | None


@dataclass(frozen=True, slots=True)
class Cell:
    """A filled cell: its text as the spreadsheet shows it, and the value behind it."""

    text: Text
    """As shown, rich text kept; ``text.origin`` is the cell's address."""
    value: CellValue = None
    """The typed value: a date, a number, a boolean; the string itself for a text."""

    @property
    def at(self) -> CellRef:
        """The address of the cell."""
        assert self.text.origin is not None
        return self.text.origin


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
    """File name without its folder."""
    sha256: str
    """Hexadecimal digest of its bytes."""
    sheet: str
    """Name of the sheet that was read."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet as read: filled rows only, in order."""

    source: SourceFile
    rows: tuple[Row, ...]

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


@dataclass(frozen=True, slots=True)
class Records:
    """The table: its columns and its rows, raw."""

    source: SourceFile
    columns: tuple[Column, ...]
    rows: tuple[Record, ...]
    title: Text | None = None
    """A title found above the heading row."""

    def column(self, number: int) -> Column | None:
        """Return the column of that number, or ``None``."""
        return next((each for each in self.columns if each.number == number), None)


# -- Clean: as the booklet prints it -------------------------------------------


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
    label: Text = Text()
    """Full form for running text: ``du 13 au 15 octobre 1994``."""
    short: Text = Text()
    """Short form for margins and tables: ``13-15 oct. 1994``."""
    qualifier: Qualifier | None = None
    inherited: bool = False
    """The cell was blank: only the year is known, from a row above."""
    origin: CellRef | None = None

    @property
    def bare_year(self) -> int | None:
        """The year where the period is one plain year of its own, else ``None``."""
        if self.inherited or self.qualifier or self.first is None or self.last is None:
            return None
        year = self.first.year
        same = self.last.year == year and self.edtf == (
            f"{year:04}" if year >= 0 else f"-{-year:04}"
        )
        return year if same else None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of running text."""

    text: Text


@dataclass(frozen=True, slots=True)
class ListBlock:
    """A list; the marks are not part of the items' text."""

    items: tuple[Text, ...]
    ordered: bool = False
    start: int = 1
    """First number of an ordered list."""


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading inside a cell, in sentence case."""

    text: Text
    run_in: bool = False
    """It opens the paragraph that follows it, on the same line."""


Block: TypeAlias = Paragraph | ListBlock | Heading


@dataclass(frozen=True, slots=True)
class Section:
    """What one cell of a section column says about an entry."""

    heading: Text
    """Printed heading of the column, clean."""
    column: str
    """Letters of the column."""
    origin: CellRef
    blocks: tuple[Block, ...]


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

    @property
    def id(self) -> str:
        """Stable key: ``a1993``, or ``sans-date``."""
        return "sans-date" if self.year is None else f"a{self.year}"

    @property
    def all_entries(self) -> tuple[Entry, ...]:
        """The opening entry, if any, and the others."""
        return (self.opening, *self.entries) if self.opening else self.entries


@dataclass(frozen=True, slots=True)
class Term:
    """An acronym and what it stands for."""

    acronym: str
    expansion: str
    entries: tuple[str, ...] = ()
    """Keys of the entries that use it, in printed order."""


class IndexKind(Enum):
    """What an index term names."""

    THEME = "thème"
    ORGANISATION = "organisme"
    PERSON = "personne"
    PLACE = "lieu"


@dataclass(frozen=True, slots=True)
class IndexTerm:
    """A term of the index, with the entries that it leads to."""

    term: str
    kind: IndexKind
    entries: tuple[str, ...]
    """Keys of entries, in printed order."""
    forms: tuple[str, ...] = ()
    """As the texts have it: ``Gérard Delfau`` for *Delfau, Gérard*."""


@dataclass(frozen=True, slots=True)
class Reference:
    """A document named by one or more entries."""

    text: Text
    entries: tuple[str, ...]
    """Keys of entries, in printed order."""


@dataclass(frozen=True, slots=True)
class Imprint:
    """What the title page, the imprint page and the metadata say; empty where not given."""

    title: str
    subtitle: str = ""
    author: str = ""
    publisher: str = ""
    address: str = ""
    place: str = ""
    date: str = ""
    """Date of the edition as printed, in French."""
    isbn: str = ""
    printer: str = ""
    legal_deposit: str = ""
    summary: str = ""
    language: str = "fr-FR"
    rights: str = ""
    keywords: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Booklet:
    """The whole document model: all that a writer needs."""

    source: SourceFile
    imprint: Imprint
    edited: dt.date
    """Day of this edition: title page, metadata, file dates."""
    chapters: tuple[Chapter, ...]
    columns: tuple[Column, ...] = ()
    """Section columns in sheet order, headings clean: the key to reading."""
    glossary: tuple[Term, ...] = ()
    index: tuple[IndexTerm, ...] = ()
    references: tuple[Reference, ...] = ()
    note: tuple[Paragraph, ...] = ()
    """Note on the text: how the book was made from the workbook."""
    selection: tuple[int, int] | None = None
    """First and last year of an annual report or a volume; ``None`` for all."""

    @property
    def annual(self) -> bool:
        """Tell whether this is the annual report of one year."""
        return self.selection is not None and self.selection[0] == self.selection[1]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in printed order, openings included."""
        return tuple(entry for chapter in self.chapters for entry in chapter.all_entries)
