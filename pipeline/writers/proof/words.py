"""The text of finished pages, read back from their PDF.

Reading takes as long as a tenth of laying out, and needs no page number: parts are read by
themselves while others are being laid out or bound, and what was read is kept between runs.
What a part draws has a mark; the finished file must draw the same, else it is read itself.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from pipeline import kept, resources
from pipeline.letters import letters
from pipeline.theme import Theme
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.layout import Layout
from pipeline.writers.press.workshop import Workshop
from pipeline.writers.proof.drawn import mark_of, marks

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

_PT = 72 / 25.4


@dataclass(frozen=True, slots=True)
class Read:
    """Pages read back."""

    mark: str
    """Hash of what they draw."""
    texts: tuple[str, ...]
    """The text of each page, divided words joined."""
    letters: str
    """The letters and digits of all of them."""


class Reader:
    """Reads parts; ``note`` each as it comes, ``begin`` when the processes have time."""

    def __init__(self, workshop: Workshop, cache: Path | None) -> None:
        """Read nothing yet.

        Args:
            workshop: The processes that read.
            cache: Folder of texts read before; ``None`` for none.
        """
        self._workshop, self._cache = workshop, cache
        self._about = f"{version('pypdfium2')} {resources.program()} ".encode()
        self._names: dict[str, str] = {}
        self._waiting: dict[str, LaidOut] = {}
        self._begun: dict[str, Callable[[], Read]] = {}
        self._read: dict[str, Read] = {}

    def note(self, laid: LaidOut) -> None:
        """Take note of a part, once; what an earlier run read of it is looked up."""
        if laid.key in self._names:
            return
        self._names[laid.key] = name = f"{kept.hash_of(self._about + laid.pdf)}.texts"
        found = kept.kept(self._cache, name)
        if found is None:
            self._waiting[laid.key] = laid
        else:
            mark, texts, said = json.loads(found)
            self._read[laid.key] = Read(mark, tuple(texts), said)

    def begin(self) -> None:
        """Have the parts read that nobody has read yet."""
        for key, laid in self._waiting.items():
            self._begun[key] = self._workshop.begin("relecture du livret", read, laid.pdf)
        self._waiting = {}

    def read(self, laid: LaidOut) -> Read:
        """Return a part as it was read."""
        self.note(laid)
        self.begin()
        if laid.key in self._begun:
            made = self._read[laid.key] = self._begun.pop(laid.key)()
            content = json.dumps((made.mark, made.texts, made.letters)).encode()
            kept.keep(self._cache, self._names[laid.key], content)
        return self._read[laid.key]


def read(pdf: bytes) -> Read:
    """Return a part read back: it has neither running heads nor folios yet."""
    drawn = marks(pdf)
    return _read(pdf, mark_of(drawn), range(len(drawn)))


def file_read(pdf: bytes, layout: Layout, theme: Theme, reader: Reader) -> Read:
    """Return a finished file as it was read back: the text of each page inside its margins.

    Args:
        pdf: A finished booklet.
        layout: Its parts.
        theme: Its margins.
        reader: Has read the parts, or is about to.
    """
    pages, texts, said = marks(pdf), list[str](), list[str]()
    for placed, blank in zip(layout.placed, layout.blanks, strict=True):
        first, count = len(texts), placed.laid.pages
        found = reader.read(placed.laid)
        drawn = mark_of(pages[first : first + count])
        if drawn != found.mark:
            found = _inside(pdf, theme, first, count)
        texts += [*found.texts, *[""] * blank]
        said.append(found.letters)
    return Read(mark_of(pages), tuple(texts), "".join(said))


def _inside(pdf: bytes, theme: Theme, first: int, count: int) -> Read:
    """Return pages of the finished file as they read, without running heads and folios."""
    page = theme["page"]
    foot, head = page["foot_mm"] * _PT - 8, page["head_mm"] * _PT - 6
    return _read(pdf, "", range(first, first + count), foot, head)


def _read(pdf: bytes, mark: str, places: range, foot: float = 0, head: float = 0) -> Read:
    """Return some pages of a file as they read; margins in points."""
    import pypdfium2  # other processes read, mostly

    document = pypdfium2.PdfDocument(pdf)
    try:
        texts = tuple(_text(document, place, foot, head) for place in places)
    finally:
        document.close()
    return Read(mark, texts, letters("\f".join(texts)))


def _text(document: PdfDocument, place: int, foot: float, head: float) -> str:
    page = document[place]
    width, height = page.get_size()
    words = page.get_textpage()
    text: str = words.get_text_bounded(0, foot, width, height - head)
    words.close()
    page.close()
    return text.replace("\r\n", "\n").replace("\ufffe\n", "").replace("\ufffe", "")
