"""A part of the booklet: laid out by itself, numbered when all page counts are known."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Folios(Enum):
    """How the pages of a part are numbered."""

    ROMAN = "roman"
    ARABIC = "arabic"


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A place in the outline of the file."""

    anchor: str
    title: str
    below: tuple[Bookmark, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One HTML document that opens on a recto."""

    key: str
    """Stable name; also an anchor."""
    html: str
    """Complete, but for the styles that it shares with other parts."""
    title: str
    """For the bookmarks."""
    folios: Folios = Folios.ARABIC
    bookmarks: tuple[Bookmark, ...] = ()
    """What the outline has below the part."""
    silent: tuple[str, ...] = ()
    """Anchors whose pages carry no folio; the first page of a part never does."""
    spare: tuple[str, ...] = ()
    """Styles to try, in order, where the last page holds a few lines only."""
    style: str = ""
    """Styles that many parts share; those in ``html`` rule over them."""
    years: tuple[tuple[str, int], ...] = ()
    """Anchors of the years that run on in it: its right-hand pages name those that they hold."""
