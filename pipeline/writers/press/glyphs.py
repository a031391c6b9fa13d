"""Glyphs drawn by look-up: what one adds to a page's text is worked out once for each width.

WeasyPrint works it out anew for each letter of a book, which takes a tenth of a page's time.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from struct import Struct
from typing import Any
from weakref import WeakKeyDictionary

_GLYPH = Struct("IiiiI")
"""Number, width, offsets across and up, flags: ``PangoGlyphInfo``."""
_SMALLEST = 1e-6
"""A smaller font is not drawn."""


class _Rare(Exception):
    """A glyph that is no letter of a page's text as booklets have them."""


@dataclass(slots=True)
class _Run:
    """Glyphs of one font."""

    font: Any
    size: float
    shown: list[str] = field(default_factory=list)
    """Operand of ``TJ`` (ISO 32000-1, 9.4.3), in pieces."""


def draw_glyphs_by_look_up() -> None:
    """Stand in for ``weasyprint.draw.text.draw_first_line`` (70.0), which does the same.

    Lines that are cut with an ellipsis, glyphs without a letter, raised ones, drawings and
    text from right to left are left to it.
    """
    from weasyprint.draw import text as draw
    from weasyprint.text.ffi import FROM_UNITS, ffi, pango

    its_own: Callable[..., list[Any]] = draw.draw_first_line
    if ffi.sizeof("PangoGlyphInfo") != _GLYPH.size or pango.pango_version() < 14802:
        return  # older ones want another size of the font
    known: WeakKeyDictionary[Any, dict[tuple[float, int, int, int], str]] = WeakKeyDictionary()

    def runs(stream: Any, box: Any) -> list[_Run]:
        pango.pango_layout_set_single_paragraph_mode(box.pango_layout.layout, True)
        line, _ = box.pango_layout.get_first_line()
        found: list[_Run] = []
        face, link = None, line.runs[0]
        while link != ffi.NULL:
            item, link = link.data, link.next
            if item.item.analysis.level % 2:  # WeasyPrint has more than the level in it
                raise _Rare
            if item.item.analysis.font != face:
                face = item.item.analysis.font
                font, size = stream.add_font(face)
                if font.svg or font.png or font.colr or font.bitmap:
                    raise _Rare
                found.append(_Run(font, size))
                pieces = known.setdefault(font, {})
            shown = found[-1].shown
            shown.append("<")
            glyphs, count = item.glyphs.glyphs, item.glyphs.num_glyphs
            said = ffi.buffer(glyphs, count * _GLYPH.size)
            for place, (glyph, width, across, up, _) in enumerate(_GLYPH.iter_unpack(said)):
                if up:
                    raise _Rare
                key = size, glyph, width, across
                piece = pieces.get(key)
                if piece is None:
                    piece = pieces[key] = worked_out(stream, box, item, place, found[-1])
                shown.append(piece)
            if shown[-1].endswith("<"):
                shown[-1] = shown[-1][:-1]
            else:
                shown.append(">")
        if not found:
            raise _Rare
        return found

    def worked_out(stream: Any, box: Any, item: Any, place: int, run: _Run) -> str:
        info, font = item.glyphs.glyphs[place], run.font
        glyph, width = info.glyph, info.geometry.width
        if glyph == pango.PANGO_GLYPH_EMPTY:
            return f">{-width / run.size}<"
        if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
            raise _Rare
        if glyph not in font.to_unicode:
            begins = item.glyphs.log_clusters
            last = place == item.glyphs.num_glyphs - 1
            end = item.item.length if last else begins[place + 1]
            first = item.item.offset
            letters = box.pango_layout.text.encode()[first + begins[place] : first + end]
            font.to_unicode[glyph] = letters.decode()
        if glyph not in font.widths:
            pango.pango_font_get_glyph_extents(
                item.item.analysis.font, glyph, stream.ink_rect, stream.logical_rect
            )
            wide = stream.logical_rect.width * 1000 * FROM_UNITS / run.size
            font.widths[glyph] = round(wide)
        offset = info.geometry.x_offset / run.size
        kerning = font.widths[glyph] + offset - width * 1000 * FROM_UNITS / run.size
        moved = f">{-offset}<" if offset else ""
        return f"{moved}{glyph:04x}>{int(kerning)}<" if kerning else f"{moved}{glyph:04x}"

    def draw_first_line(
        stream: Any, box: Any, overflow: str, ellipsis: Any, matrix: Any
    ) -> list[Any]:
        if overflow == "ellipsis" or ellipsis != "none" or box.style["font_size"] < _SMALLEST:
            return its_own(stream, box, overflow, ellipsis, matrix)
        if not box.text.strip():
            return []
        try:
            drawn = runs(stream, box)
        except _Rare:
            return its_own(stream, box, overflow, ellipsis, matrix)
        stream.set_text_matrix(*matrix.values)
        for run in drawn:
            stream.set_font_size(run.font.hash, run.size)
            shown = "".join(run.shown)
            if shown or run is drawn[-1]:
                stream.show_text(shown)
        return []

    draw.draw_first_line = draw_first_line
