"""What a finished PDF draws on its pages, as hashes: two alike have the same text."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable, Sequence

import pikepdf
from pikepdf import Array

_WRITTEN_IN = (0, 0)
"""Number of what is no object of its own."""


def run_marks(pdf: bytes, runs: Sequence[tuple[int, int]]) -> list[str]:
    """Return a hash for each run of pages of a file.

    Args:
        pdf: A finished file.
        runs: First page, from 0, and number of pages of each.
    """
    with pikepdf.open(io.BytesIO(pdf)) as book:
        marks = _Marks()
        pages = [marks.of_page(page) for page in book.pages]
    return [
        hashlib.sha256(b"".join(pages[first : first + count])).hexdigest() for first, count in runs
    ]


class _Marks:
    """Hashes of pages; what they share, as fonts and drawings, is looked at once."""

    def __init__(self) -> None:
        self._seen: dict[tuple[int, int], bytes] = {}

    def of_page(self, page: pikepdf.Page) -> bytes:
        """Return the hash of streams, resources and size of a page."""
        found = hashlib.sha256(page.mediabox.unparse())
        contents = page.obj.get("/Contents", None)
        streams = list(contents) if isinstance(contents, Array) else [contents]
        for stream in streams:
            if stream is not None:
                found.update(stream.read_raw_bytes())
        found.update(self._of_resources(page.obj.get("/Resources", None)))
        return found.digest()

    def _of_resources(self, resources: pikepdf.Object | None) -> bytes:
        return b"" if resources is None else self._once(resources, self._named)

    def _named(self, resources: pikepdf.Object) -> bytes:
        found = hashlib.sha256()
        for kind in ("/Font", "/XObject"):
            named = resources.get(kind, pikepdf.Dictionary())
            for name in sorted(named.keys()):
                found.update(name.encode() + self._once(named[name], self._drawn))
        return found.digest()

    def _drawn(self, item: pikepdf.Object) -> bytes:
        """Return the hash of a font's letters and widths, or of a drawing."""
        found = hashlib.sha256()
        if isinstance(item, pikepdf.Stream):
            found.update(item.read_raw_bytes())
            found.update(self._of_resources(item.get("/Resources", None)))
        if "/ToUnicode" in item:
            found.update(item.ToUnicode.read_raw_bytes())
        for inner in item.get("/DescendantFonts", []):
            found.update(inner.get("/W", Array()).unparse())
        return found.digest()

    def _once(self, item: pikepdf.Object, hashed: Callable[[pikepdf.Object], bytes]) -> bytes:
        """Return the hash of an object, made once where it has a number of its own."""
        place = item.objgen
        if place not in self._seen or place == _WRITTEN_IN:
            self._seen[place] = hashed(item)
        return self._seen[place]
