"""Folios and running heads, drawn on finished pages in the theme's sans.

They are artifacts: what reads a page aloud leaves them out.  A head is drawn as WeasyPrint set
it on a sheet of its own, its kerning included; folios and years are put together from letters.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pikepdf

from pipeline.theme import Theme
from pipeline.writers.press.laid import OVER
from pipeline.writers.press.layout import Placed

_PT = 72 / 25.4
_DESCENT = 0.273
"""Of the sans, in ems."""
NAME = pikepdf.Name(OVER)


@dataclass(frozen=True, slots=True)
class _Line:
    """Letters ready to be drawn."""

    shown: str
    """Operand of ``TJ`` (ISO 32000-1, 9.4.3)."""
    width: float
    """In thousandths of the size."""


class FolioFont:
    """One embedded font that holds the letters of folios and heads, and the heads as set in it."""

    def __init__(self, theme: Theme, sheet: Placed) -> None:
        """Take the font that came with the sheet of letters."""
        self._theme = theme
        self._size = theme["type"]["small_pt"]
        self._source = pikepdf.open(io.BytesIO(sheet.laid.pdf))
        fonts = self._source.pages[0].Resources.Font
        self._font = fonts[next(iter(fonts.keys()))]
        self._codes = self._read_codes()
        self._widths = self._read_widths()
        lines = [self._line(shown) for page in self._source.pages for shown in _shown(page)]
        # Letters that stand for themselves where a line was not set in one piece.
        whole = len(lines) == len(sheet.part.lines)
        self._lines = dict(zip(sheet.part.lines, lines, strict=True)) if whole else {}

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
        y = self._theme["page"]["foot_mm"] * _PT - 27
        return self._drawn(self._spelt(said), "Footer", self._size + 1, y, recto=recto)

    def head(self, said: str, *, recto: bool) -> bytes:
        """Return the drawing of a running head, a line above the text, at the outer margin."""
        if not said:
            return b""
        page, kind = self._theme["page"], self._theme["type"]
        y = (page["height_mm"] - page["head_mm"]) * _PT + kind["leading_pt"] + _DESCENT * self._size
        line = self._lines.get(said) or self._spelt(said)
        return self._drawn(line, "Header", self._size, y, recto=recto)

    def _spelt(self, said: str) -> _Line:
        found = map(self._codes.get, said.replace("\N{NO-BREAK SPACE}", " "))
        codes = [code for code in found if code is not None]
        letters = "".join(f"{code:04x}" for code in codes)
        return _Line(f"[<{letters}>]", sum(self._widths.get(code, 500.0) for code in codes))

    def _line(self, shown: list[pikepdf.Object]) -> _Line:
        """Return a line as it was set: letters, and how far to go back between them."""
        width, pieces = 0.0, []
        for each in shown:
            if isinstance(each, pikepdf.String):
                letters = bytes(each)
                codes = (letters[n] << 8 | letters[n + 1] for n in range(0, len(letters), 2))
                width += sum(self._widths.get(code, 500.0) for code in codes)
                pieces.append(f"<{letters.hex()}>")
            else:
                width -= float(each)
                pieces.append(f"{float(each):g}")
        return _Line(f"[{''.join(pieces)}]", width)

    def _drawn(self, line: _Line, kind: str, size: float, y: float, *, recto: bool) -> bytes:
        page = self._theme["page"]
        right = (page["width_mm"] - page["outer_mm"]) * _PT - line.width * size / 1000
        left = page["inner_mm" if page["periods"] == "margin" else "outer_mm"] * _PT
        colour = self._theme["colour"]["grey"].lstrip("#")
        red, green, blue = (int(colour[n : n + 2], 16) / 255 for n in (0, 2, 4))
        return (
            f"/Artifact <</Type/Pagination/Subtype/{kind}>> BDC\n"
            f"q {red:.4f} {green:.4f} {blue:.4f} rg BT "
            f"{NAME} {size:g} Tf {right if recto else left:.3f} {y:.3f} Td {line.shown} TJ ET Q\n"
            "EMC\n"
        ).encode()


def _shown(page: pikepdf.Page) -> Iterator[list[pikepdf.Object]]:
    """Yield what each line of a page shows: letters and steps between them."""
    line: list[pikepdf.Object] = []
    for each in pikepdf.parse_content_stream(page, "BT TJ ET"):
        if isinstance(each, pikepdf.ContentStreamInstruction):
            operator = str(each.operator)
            if operator == "BT":
                line = []
            elif operator == "TJ":
                line += list(each.operands[0])
            else:
                yield line
