"""Folios: page numbers drawn at the foot of finished pages, as artifacts, in the theme's sans."""

from __future__ import annotations

import io
import re

import pikepdf

from pipeline.theme import Theme
from pipeline.writers.faces import font_faces
from pipeline.writers.parts import Part
from pipeline.writers.press.laid import LaidOut

_LETTERS = "0123456789ivxlcdm"
_PT = 72 / 25.4
NAME = pikepdf.Name("/Folio")


def letter_sheet(theme: Theme) -> Part:
    """Return the part that lays out the letters of page numbers once, for their font."""
    size = theme["type"]["small_pt"] + 1
    html = (
        f'<html lang="fr"><head><title>folios</title><style>{font_faces(theme)}'
        f"p{{font:{size}pt '{theme['fonts']['sans']}';font-variant-numeric:lining-nums}}</style>"
        f"</head><body><p>{' '.join(_LETTERS)}</p></body></html>"
    )
    return Part("folios", html, "folios")


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

    def stream(self, folio: str, *, recto: bool) -> bytes:
        """Return the drawing of a page number, in the outer corner of the foot margin."""
        page = self._theme["page"]
        codes = [self._codes[letter] for letter in folio]
        width = sum(self._widths.get(code, 500.0) for code in codes) * self.size_pt / 1000
        left = page["inner_mm" if page["periods"] == "margin" else "outer_mm"] * _PT
        x = (page["width_mm"] - page["outer_mm"]) * _PT - width if recto else left
        y = page["foot_mm"] * _PT - 27
        letters = "".join(f"{code:04x}" for code in codes)
        colour = self._theme["colour"]["grey"].lstrip("#")
        red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
        return (
            "Q\n/Artifact <</Type/Pagination/Subtype/Footer>> BDC\n"
            f"q {red:.4f} {green:.4f} {blue:.4f} rg BT "
            f"{NAME} {self.size_pt:g} Tf {x:.3f} {y:.3f} Td <{letters}> Tj ET Q\nEMC\n"
        ).encode()
