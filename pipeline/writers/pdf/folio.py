"""Folios, and the years at the head of pages, drawn on finished pages in the theme's sans.

They are artifacts: what reads a page aloud leaves them out.
"""

from __future__ import annotations

import io
import re

import pikepdf

from pipeline.theme import Theme
from pipeline.writers.press.laid import LaidOut

_PT = 72 / 25.4
_DESCENT = 0.273
"""Of the sans, in ems."""
NAME = pikepdf.Name("/Folio")


class FolioFont:
    """One embedded font that holds the letters of page numbers."""

    def __init__(self, theme: Theme, sheet: LaidOut) -> None:
        """Take the font that came with the sheet of letters."""
        self._theme = theme
        self.size_pt = theme["type"]["small_pt"] + 1
        self._source = pikepdf.open(io.BytesIO(sheet.pdf))
        fonts = self._source.pages[0].Resources.Font
        self._font = fonts[next(iter(fonts.keys()))]
        self._codes = self._read_codes()
        self._widths = self._read_widths()

    def _read_codes(self) -> dict[str, int]:
        cmap = self._font.ToUnicode.read_bytes().decode("latin-1")
        pairs = re.findall(r"<([0-9a-fA-F]{4})> <([0-9a-fA-F]{4})>", cmap)
        return {chr(int(letter, 16)): int(code, 16) for code, letter in pairs}

    def _read_widths(self) -> dict[int, float]:
        widths: dict[int, float] = {}
        first = 0
        for each in self._font.DescendantFonts[0].W:
            if isinstance(each, pikepdf.Array):
                widths.update({first + n: float(width) for n, width in enumerate(each)})
            else:
                first = int(each)
        return widths

    def put_into(self, book: pikepdf.Pdf) -> pikepdf.Object:
        """Return the font as an object of the book."""
        return book.copy_foreign(self._source.make_indirect(self._font))

    def folio(self, said: str, *, recto: bool) -> bytes:
        """Return the drawing of a page number, in the outer corner of the foot margin."""
        page = self._theme["page"]
        left = page["inner_mm" if page["periods"] == "margin" else "outer_mm"] * _PT
        x = self._right_of(said, self.size_pt) if recto else left
        return self._drawn(said, "Footer", self.size_pt, x, page["foot_mm"] * _PT - 27)

    def head(self, said: str) -> bytes:
        """Return the drawing of a right-hand running head, level with those of ``heads.css``."""
        page, kind = self._theme["page"], self._theme["type"]
        size = kind["small_pt"]
        y = (page["height_mm"] - page["head_mm"]) * _PT + kind["leading_pt"] + _DESCENT * size
        return self._drawn(said, "Header", size, self._right_of(said, size), y) if said else b""

    def _right_of(self, said: str, size: float) -> float:
        """Return where a line begins that ends with the text block of a right-hand page."""
        page = self._theme["page"]
        width = sum(self._widths.get(code, 500.0) for code in self._coded(said)) * size / 1000
        return float((page["width_mm"] - page["outer_mm"]) * _PT - width)

    def _coded(self, said: str) -> list[int]:
        return [self._codes[letter] for letter in said.replace("\N{NO-BREAK SPACE}", " ")]

    def _drawn(self, said: str, kind: str, size: float, x: float, y: float) -> bytes:
        letters = "".join(f"{code:04x}" for code in self._coded(said))
        colour = self._theme["colour"]["grey"].lstrip("#")
        red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
        return (
            f"/Artifact <</Type/Pagination/Subtype/{kind}>> BDC\n"
            f"q {red:.4f} {green:.4f} {blue:.4f} rg BT "
            f"{NAME} {size:g} Tf {x:.3f} {y:.3f} Td <{letters}> Tj ET Q\nEMC\n"
        ).encode()
