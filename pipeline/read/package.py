"""An OOXML package made fit to be read: what is dangerous, huge and empty, or of another dialect.

Parts with a document type are refused: OOXML has none, XML bombs and outside entities do.
"""

from __future__ import annotations

import io
import re
import zipfile
import zlib

from openpyxl.utils import column_index_from_string

from pipeline.errors import WorkbookError
from pipeline.read.grid import MERGED_CELLS
from pipeline.regex import regex

LIGHT = 2**20
"""Bytes of a sheet below which its empty cells are left alone."""

_DTD_RE = regex(rb"<!\s*(DOCTYPE|ENTITY)", re.IGNORECASE)
_CHUNK = 2**22
_SHEET_RE = regex(r"worksheets/[^/]+\.xml$", re.IGNORECASE)
_MERGE_RE = regex(
    rb"<(?:\w+:)?mergeCell\s[^>]*?\bref\s*=\s*[\"']\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)[^>]*>"
)
_EMPTY_CELL_RE = regex(rb"<(?:\w+:)?c\s[^<>]*?\br=[^<>]*/>")
"""A cell with a style and no value: ``<c r="A4" s="3"/>``."""
_EMPTY_ROW_RE = regex(rb"<((?:\w+:)?)row\s[^<>]*?\br=[^<>]*(?:/>|>\s*</\1row\s*>)")
_DIALECTS = (
    (b"http://purl.oclc.org/ooxml/spreadsheetml/main", "spreadsheetml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", "officeDocument/2006/"),
    (b"http://purl.oclc.org/ooxml/drawingml/", "drawingml/2006/"),
    (b"http://purl.oclc.org/ooxml/", ""),
)
"""Names of strict OOXML, and what the usual dialect calls the same."""
_USUAL = "http://schemas.openxmlformats.org/"


def lightened(content: bytes) -> tuple[bytes, tuple[str, ...]]:
    """Return the package as openpyxl can take it, and the merges left out of it.

    The bytes are the same where nothing is odd.

    Raises:
        WorkbookError: A part has a document type.
    """
    merges: list[str] = []
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            _refuse_document_types(package)
            changed = {
                part.filename: light
                for part in package.infolist()
                if (light := _light(package, part, merges)) is not None
            }
            return (_rewritten(package, changed) if changed else content), tuple(merges)
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, EOFError):
        return content, ()  # the readers say what they can do with the rest


def _refuse_document_types(package: zipfile.ZipFile) -> None:
    if has_document_type(package):
        raise WorkbookError(
            "ce classeur contient une déclaration XML interdite (DOCTYPE) ; il est "
            "refusé.\nOuvrez-le dans un tableur et enregistrez-le à nouveau en .xlsx."
        )


def has_document_type(package: zipfile.ZipFile) -> bool:
    """Tell whether a part of a package has a document type, or an entity."""
    for part in package.infolist():
        if not part.filename.lower().endswith((".xml", ".rels", ".vml", ".dat")):
            continue
        with package.open(part) as stream:
            end = b""
            while chunk := stream.read(_CHUNK):
                if _DTD_RE.search((end + chunk).replace(b"\0", b"")):
                    return True
                end = chunk[-40:]
    return False


def _light(package: zipfile.ZipFile, part: zipfile.ZipInfo, merges: list[str]) -> bytes | None:
    """Return a part in the usual dialect, without useless cells and merges; or ``None``.

    ``merges`` receives the ranges taken out.
    """
    if not part.filename.lower().endswith((".xml", ".rels")):
        return None
    before = xml = package.read(part)
    if b"purl.oclc.org/ooxml" in xml[:4096]:
        for strict, usual in _DIALECTS:
            xml = xml.replace(strict, (_USUAL + usual).encode())
    if _SHEET_RE.search(part.filename):
        if len(xml) > LIGHT:
            xml = _EMPTY_ROW_RE.sub(b"", _EMPTY_CELL_RE.sub(b"", xml))
        xml = _without_huge_merges(xml, merges)
    return xml if xml != before else None


def _without_huge_merges(xml: bytes, merges: list[str]) -> bytes:
    """Take out the largest merges until the others cover few enough cells to be made."""
    sizes = sorted((_area(match), match.span()) for match in _MERGE_RE.finditer(xml))
    total = sum(size for size, _ in sizes)
    gone = []
    while total > MERGED_CELLS:
        size, span = sizes.pop()
        total -= size
        gone.append(span)
    if not gone:
        return xml
    left, top, right, bottom = (
        each.decode() for each in _MERGE_RE.findall(xml[slice(*gone[0])])[0]
    )
    others = f" (et {len(gone) - 1} autres)" if len(gone) > 1 else ""
    merges.append(f"{left}{top}:{right}{bottom}{others}")
    spans = set(gone)
    return _MERGE_RE.sub(lambda each: b"" if each.span() in spans else each[0], xml)


def _area(match: re.Match[bytes]) -> int:
    left, right = (int(column_index_from_string(match[n].decode()[:3])) for n in (1, 3))
    return (abs(right - left) + 1) * (abs(int(match[4]) - int(match[2])) + 1)


def _rewritten(package: zipfile.ZipFile, changed: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as lighter:
        for name in dict.fromkeys(package.namelist()):
            lighter.writestr(name, changed.get(name) or package.read(name))
    return target.getvalue()
