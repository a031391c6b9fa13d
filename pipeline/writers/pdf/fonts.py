"""One font program for each typeface of the book: the parts' subsets put together.

A part embeds the glyphs that it uses, under the glyphs' own numbers; a subset of all of them
therefore fits every part.  Forty chapters carry one copy instead of forty.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path

import pikepdf
import uharfbuzz
from pikepdf import Array, Name

_DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "SVG ")
"""Tables that a laid out page has no use for."""


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
            program = subset(self._programs[name], self._used[name])
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


def subset(program: Path, glyphs: set[int]) -> bytes:
    """Return a font file with some glyphs, under their own numbers.

    Args:
        program: The whole font.
        glyphs: Numbers of those to keep.
    """
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update({0, *glyphs})
    wanted.drop_table_tag_set.update({int.from_bytes(tag.encode()) for tag in _DROPPED})
    wanted.flags = uharfbuzz.SubsetFlags.RETAIN_GIDS | uharfbuzz.SubsetFlags.DESUBROUTINIZE
    face = uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(program)))
    kept = uharfbuzz.subset(face, wanted)
    shorter = uharfbuzz.SubsetInput()
    shorter.glyph_set.update(range(max(glyphs, default=0) + 1))
    shorter.flags = uharfbuzz.SubsetFlags.DESUBROUTINIZE | uharfbuzz.SubsetFlags.NO_HINTING
    return bytes(uharfbuzz.subset(kept, shorter).blob.data)
