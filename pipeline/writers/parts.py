"""A part of the booklet: laid out by itself, numbered when all page counts are known."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import cached_property


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


class Html:
    """The document of a part: written where it is laid out, known by what it is made from."""

    def __init__(self, made_from: str, write: Callable[[], str] | None = None) -> None:
        """Write nothing yet.

        Args:
            made_from: Says all that the document depends on.
            write: Returns it; without it ``made_from`` is the document itself.
        """
        self.made_from = made_from
        self._write = write

    @cached_property
    def text(self) -> str:
        """The document."""
        return self.made_from if self._write is None else self._write()


@dataclass(frozen=True, slots=True)
class Part:
    """One HTML document that opens on a recto, or follows on the next page."""

    key: str
    """Stable name; also an anchor."""
    html: Html
    """Complete, but for the styles that it shares with other parts."""
    title: str
    """For the bookmarks."""
    folios: Folios = Folios.ARABIC
    bookmarks: tuple[Bookmark, ...] = ()
    """What the outline has below the part."""
    silent: tuple[str, ...] = ()
    """Anchors whose pages carry no folio; the first page of a part never does."""
    lines: tuple[str, ...] = ()
    """What each line of it says, where its lines are drawn one by one elsewhere."""
    spare: tuple[str, ...] = ()
    """Styles to try, in order, where the last page holds a few lines only."""
    tail: int = 0
    """Pages behind that last one, that stand by themselves, as the colophon does."""
    style: str = ""
    """Styles that many parts share; those in ``html`` rule over them."""
    heads: tuple[str, str] = ("", "")
    """Running heads of left-hand and of right-hand pages."""
    openings: tuple[str, ...] = ()
    """Anchors whose pages carry no running head; the first page of a part never does."""
    years: tuple[tuple[str, int], ...] = ()
    """Anchors of the years that run on in it: its right-hand pages name those that they hold."""
    follows: bool = False
    """It opens on the page after the last one, be that a verso; its styles know which."""
    beside: bool = False
    """Its bookmarks stand after it in the outline, not below it."""
