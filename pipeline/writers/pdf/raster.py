"""Drawings as PNG, for the Word file: laid out by WeasyPrint, painted by PDFium."""

from __future__ import annotations

import io
from base64 import b64encode
from collections.abc import Sequence

import pypdfium2
from PIL.Image import Quantize

from pipeline.drawing import Drawing
from pipeline.theme import Theme
from pipeline.writers.faces import font_faces
from pipeline.writers.pdf import press
from pipeline.writers.pdf.workshop import Workshop

DPI = 200
"""Dots an inch: sharp on an office printer, light in the file."""
_COLOURS = 64
_AT_ONCE = 11
"""Drawings that a process lays out and paints at a time."""


def rasterised(drawings: Sequence[Drawing], theme: Theme, workshop: Workshop) -> list[bytes]:
    """Return one PNG a drawing, in the order given."""
    rows = [
        (drawings[first : first + _AT_ONCE], theme) for first in range(0, len(drawings), _AT_ONCE)
    ]
    return [png for painted in workshop.all("frises", _painted, rows) for png in painted]


def _painted(drawings: Sequence[Drawing], theme: Theme) -> list[bytes]:
    """Return one PNG a drawing; runs in a process of the workshop."""
    document = pypdfium2.PdfDocument(press.drawn(_sheets(drawings, theme)))
    try:
        return [_png(page) for page in document]
    finally:
        document.close()


def _sheets(drawings: Sequence[Drawing], theme: Theme) -> str:
    """Return a document of one page a drawing, as large as it."""
    pages, rules = [], []
    for number, drawing in enumerate(drawings):
        uri = "data:image/svg+xml;base64," + b64encode(drawing.svg.encode()).decode()
        size = f"width:{drawing.width_pt}pt;height:{drawing.height_pt}pt"
        rules.append(f"@page p{number}{{size:{drawing.width_pt}pt {drawing.height_pt}pt;margin:0}}")
        pages.append(f'<p style="page:p{number}"><img alt="frise" src="{uri}" style="{size}"></p>')
    style = f"{font_faces(theme)}{''.join(rules)}p{{margin:0;line-height:0}}img{{display:block}}"
    return (
        f'<html lang="fr"><head><title>frises</title><style>{style}</style></head>'
        f"<body>{''.join(pages)}</body></html>"
    )


def _png(page: pypdfium2.PdfPage) -> bytes:
    target = io.BytesIO()
    image = page.render(scale=DPI / 72).to_pil().quantize(_COLOURS, Quantize.FASTOCTREE)
    image.save(target, "png", dpi=(DPI, DPI))
    page.close()
    return target.getvalue()
