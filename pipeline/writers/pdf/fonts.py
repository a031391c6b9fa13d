"""One font program for each typeface of the book: the parts' subsets put together.

A part embeds the glyphs that it uses, under the glyphs' own numbers; a subset of all of them
therefore fits every part.  Forty chapters carry one copy instead of forty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pikepdf
from pikepdf import Array, Name

from pipeline.writers.press.subset import subset


class SharedFonts:
    """The embedded fonts of one document."""

    def __init__(self, programs: Mapping[str, Path]) -> None:
        """Take the font files by the name that WeasyPrint gives, without its prefix."""
        self._programs = programs
        self._used: dict[str, set[int]] = defaultdict(set)
        self._descriptors: dict[str, list[pikepdf.Object]] = defaultdict(list)
        self._seen: set[tuple[int, int]] = set()

    def note(self, fonts: pikepdf.Object) -> None:
        """Take note of the fonts of a page's resources; those of no known file stay as they are."""
        for key in fonts.keys():  # noqa: SIM118  (a PDF dictionary)
            font = fonts[key]
            name = str(font.BaseFont).rpartition("+")[2]
            if font.objgen in self._seen or name not in self._programs:
                continue
            self._seen.add(font.objgen)
            inner = font.DescendantFonts[0]
            self._used[name].update(_glyphs(inner.W))
            self._descriptors[name].append(inner.FontDescriptor)

    def share(self, book: pikepdf.Pdf) -> None:
        """Give all parts one program a typeface."""
        for name, descriptors in sorted(self._descriptors.items()):
            if len(descriptors) < 2:
                continue
            program = subset(self._programs[name].read_bytes(), self._used[name])
            stream = book.make_stream(program, Subtype=Name.OpenType)
            for descriptor in descriptors:
                descriptor.FontFile3 = stream


def _glyphs(widths: pikepdf.Object) -> set[int]:
    """Return the glyphs that a ``W`` array names (ISO 32000-1, 9.7.4.3)."""
    found: set[int] = set()
    first = 0
    for each in widths:
        if isinstance(each, Array):
            found.update(range(first, first + len(each)))
        else:
            first = int(each)
    return found
