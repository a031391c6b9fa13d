"""The whole document: chapters, and what is made from them for front and back matter."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from enum import Enum

from pipeline.french import without_article
from pipeline.model.entry import Chapter, Entry, Era, Paragraph
from pipeline.model.raw import Column, SourceFile
from pipeline.model.text import Text


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


@dataclass(frozen=True, slots=True)
class IndexTerm:
    """A term of the index, with the entries that it leads to."""

    term: str
    kind: IndexKind
    entries: tuple[str, ...]
    """Keys of entries, in printed order."""
    forms: tuple[str, ...] = ()
    """As the texts have it: ``Gérard Delfau`` for *Delfau, Gérard*."""

    @property
    def filed(self) -> str:
        """The term as the alphabet takes it: an article counts in the name of a person alone.

        >>> IndexTerm("L’atelier couture", IndexKind.THEME, ()).filed
        'atelier couture'
        """
        return self.term if self.kind is IndexKind.PERSON else without_article(self.term)


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
    references: tuple[Reference, ...] = ()
    note: tuple[Paragraph, ...] = ()
    """Note on the text: how the book was made from the workbook."""
    selection: tuple[int, int] | None = None
    """First and last year of an annual report or a volume; ``None`` for all."""
    eras: tuple[Era, ...] = ()
    """Where chapters run on: what they stand in, in order."""
    passed_over: frozenset[str] = frozenset()
    """Keys of years that say nothing: they open no page, but stand over the year that follows."""
    thin: bool = False
    """It has few pages: front and back matter are set closer."""
    find_index: Callable[[], tuple[IndexTerm, ...]] = field(default=tuple, compare=False)
    """Finds the index, and keeps it: chapters go to the press before it is asked for."""

    @property
    def index(self) -> tuple[IndexTerm, ...]:
        """Themes, organisations and persons."""
        return self.find_index()

    @property
    def openings(self) -> tuple[Chapter | Era, ...]:
        """What opens on a right-hand page: an era, and each chapter that stands in none."""
        eras = {chapter.id: era for era in self.eras for chapter in era.chapters}
        several = (eras.get(each.id, each) for each in self.chapters)
        return tuple({each.id: each for each in several}.values())

    @property
    def annual(self) -> bool:
        """Tell whether this is the annual report of one year."""
        return self.selection is not None and self.selection[0] == self.selection[1]

    @property
    def entries(self) -> tuple[Entry, ...]:
        """All entries in printed order, openings included."""
        return tuple(entry for chapter in self.chapters for entry in chapter.all_entries)
