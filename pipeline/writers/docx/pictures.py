"""A drawing in the text: SVG for today's Word, PNG for others, words for those who listen."""

from __future__ import annotations

from pipeline.drawing import Drawing
from pipeline.writers.docx.xml import escaped

_EMU = 12700
"""English Metric Units in a point."""
_SVG_EXTENSION = "{96DAC541-7B7A-43D3-8B79-37D633B846F1}"
"""The extension by which Word finds the SVG (MS-ODRAWXML 2.2.4)."""


def inline(drawing: Drawing, number: int, raster: str, vector: str) -> str:
    """Return a run with the drawing.

    Args:
        drawing: Size and words.
        number: Of the picture in the document, from 1.
        raster: Relationship of the PNG.
        vector: Relationship of the SVG.
    """
    size = f'cx="{round(drawing.width_pt * _EMU)}" cy="{round(drawing.height_pt * _EMU)}"'
    name = f'id="{number}" name="Frise {number}" descr="{escaped(drawing.words)}"'
    return (
        "<w:r><w:drawing>"
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
        f'<wp:docPr {name}/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/>'
        '</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/'
        f'drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/>'
        f'</pic:nvPicPr><pic:blipFill><a:blip r:embed="{raster}"><a:extLst><a:ext '
        f'uri="{_SVG_EXTENSION}"><asvg:svgBlip r:embed="{vector}"/></a:ext></a:extLst></a:blip>'
        '<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" '
        f'y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr>'
        "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )
