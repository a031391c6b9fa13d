"""What the pages of a PDF draw, as hashes: two alike have the same text.

A part and the finished file have the same marks: folios and running heads, which are laid over
the pages, do not count.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Iterator, Sequence

import pikepdf
from pikepdf import Array

from pipeline.writers.press.laid import OVER

_WRITTEN_IN = (0, 0)
"""Number of what is no object of its own."""


def marks(pdf: bytes) -> list[bytes]:
    """Return a hash for each page of a file."""
    with pikepdf.open(io.BytesIO(pdf)) as book:
        made = _Marks()
        return [made.of_page(page) for page in book.pages]


def mark_of(pages: Sequence[bytes]) -> str:
    """Return one hash for a run of pages."""
    return hashlib.sha256(b"".join(pages)).hexdigest()


def _own(page: pikepdf.Page) -> Iterator[pikepdf.Object]:
    """Yield the streams of a page, without what is laid over it: before the first, and last."""
    contents = page.obj.get("/Contents", None)
    if isinstance(contents, Array):
        over = OVER in page.obj.get("/Resources", pikepdf.Dictionary()).get("/Font", ())
        yield from list(contents)[1:-1] if over else contents
    elif contents is not None:
        yield contents


class _Marks:
    """Hashes of pages; what they share, as fonts and drawings, is looked at once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[int, int], bytes] = {}

    def of_page(self, page: pikepdf.Page) -> bytes:
        """Return the hash of streams, resources and size of a page."""
        found = hashlib.sha256(page.mediabox.unparse())
        for stream in _own(page):
            found.update(stream.read_raw_bytes())
        found.update(self._of_resources(page.obj.get("/Resources", None)))
        return found.digest()

    def _of_resources(self, resources: pikepdf.Object | None) -> bytes:
        return b"" if resources is None else self._once(resources, self._named)

    def _named(self, resources: pikepdf.Object) -> bytes:
        found = hashlib.sha256()
        for kind in ("/Font", "/XObject"):
            named = resources.get(kind, pikepdf.Dictionary())
            for name in sorted(set(named.keys()) - {OVER}):
                found.update(name.encode() + self._once(named[name], self._drawn))
        return found.digest()

    def _drawn(self, item: pikepdf.Object) -> bytes:
        """Return the hash of a font's letters and widths, or of a drawing."""
        found = hashlib.sha256()
        if isinstance(item, pikepdf.Stream):
            found.update(item.read_raw_bytes())
            found.update(self._of_resources(item.get("/Resources", None)))
        if "/ToUnicode" in item:
            found.update(item.ToUnicode.read_bytes())  # compressed in the finished file alone
        for inner in item.get("/DescendantFonts", []):
            found.update(inner.get("/W", Array()).unparse())
        return found.digest()

    def _once(self, item: pikepdf.Object, hashed: Callable[[pikepdf.Object], bytes]) -> bytes:
        """Return the hash of an object, made once where it has a number of its own."""
        place = item.objgen
        if place not in self._seen or place == _WRITTEN_IN:
            self._seen[place] = hashed(item)
        return self._seen[place]
