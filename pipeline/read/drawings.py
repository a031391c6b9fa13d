"""What lies on a sheet and not in its cells: pictures, charts, boxes with text."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from typing import Any

from lxml import etree

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import CellRef

_DRAWING = "{http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing}"
_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_KINDS = {"pic": "Image posée sur", "graphicFrame": "Graphique posé sur", "sp": "Forme posée sur"}
_ANCHORS = tuple(f"{_DRAWING}{each}Anchor" for each in ("twoCell", "oneCell", "absolute"))


def drawn(package: zipfile.ZipFile, part: str, sheet: str) -> Iterator[Diagnostic]:
    """Yield a finding for each object of a drawing part.

    Args:
        package: The workbook.
        part: Name of the drawing part: ``xl/drawings/drawing1.xml``.
        sheet: Name of the sheet that it lies on.
    """
    name = posixpath.normpath(part.lstrip("/"))
    if name not in package.namelist():
        return
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    for anchor in etree.fromstring(package.read(name), parser):
        if anchor.tag not in _ANCHORS:
            continue
        at = _place(anchor, sheet)
        for kind, words in _KINDS.items():
            for shape in anchor.iter(_DRAWING + kind):
                text = _text(shape)
                shown = f"{words} {at.address}" + (f" : « {text} »" if text else "")
                if text or kind != "sp":
                    yield Diagnostic(Code.PICTURE, at, before=shown)


def _place(anchor: Any, sheet: str) -> CellRef:
    row, column = (
        int(found.text or 0) if found is not None else 0
        for found in (anchor.find(f"{_DRAWING}from/{_DRAWING}{each}") for each in ("row", "col"))
    )
    return CellRef(sheet, row + 1, column + 1)


def _text(shape: Any) -> str:
    body = shape.find(f"{_DRAWING}txBody")
    lines = [] if body is None else body.iter(f"{_TEXT}p")
    return " ".join(
        line for each in lines if (line := "".join(t.text or "" for t in each.iter(f"{_TEXT}t")))
    )
