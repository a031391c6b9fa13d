"""Font files with the glyphs that are used, by the pinned HarfBuzz."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import uharfbuzz

_DROPPED = ("BASE", "DSIG", "GDEF", "GPOS", "GSUB", "SVG ")
"""Tables that a laid out page has no use for."""


def subset(program: bytes, glyphs: Iterable[int]) -> bytes:
    """Return a font file with some glyphs, under their own numbers.

    Args:
        program: The whole font.
        glyphs: Numbers of those to keep.
    """
    kept = {0, *glyphs}
    few = _input(kept, uharfbuzz.SubsetFlags.RETAIN_GIDS)
    face = uharfbuzz.subset(uharfbuzz.Face(uharfbuzz.Blob(program)), few)
    short = _input(set(range(max(kept) + 1)), uharfbuzz.SubsetFlags.NO_HINTING)
    return bytes(uharfbuzz.subset(face, short).blob.data)


def _input(glyphs: set[int], flag: uharfbuzz.SubsetFlags) -> uharfbuzz.SubsetInput:
    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update({int.from_bytes(tag.encode()) for tag in _DROPPED})
    wanted.flags = flag | uharfbuzz.SubsetFlags.DESUBROUTINIZE
    return wanted


def subset_for_weasyprint(font: Any, glyphs: Mapping[int, str], hinting: bool) -> None:
    """Stand in for ``weasyprint.pdf.fonts.Font.subset`` (70.0), which does the same.

    Its own way makes cffi parse its whole list of C declarations again for each number of
    glyphs: a fifth of the time in which a part is written.  And the library that it calls
    is the system's: with another one the same book would have other bytes.
    """
    if glyphs:
        font.file_content = subset(font.file_content, glyphs)
