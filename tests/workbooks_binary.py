"""Old and binary workbooks written byte by byte: .xls (BIFF8), .xlsb (BIFF12), .ods."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping, Sequence
from xml.sax.saxutils import escape

from tests.workbooks import ROOT_RELATIONS, zipped

Rows = Sequence[Sequence[str | float | None]]


def _filled(rows: Rows) -> Iterator[tuple[int, int, str | float]]:
    for number, row in enumerate(rows):
        for column, value in enumerate(row):
            if value is not None:
                yield number, column, value


# -- .xls: BIFF8 records in a compound file ---------------------------------------------


def xls(rows: Rows, *, password: bool = False, stream: str = "Workbook") -> bytes:
    """Return a workbook of Excel 97, of one sheet; ``password`` marks it as encrypted."""
    cells = b"".join(_biff8_cell(*each) for each in _filled(rows))
    sheet = _biff8(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0)) + cells + _biff8(0x0A)
    start = _biff8(0x809, struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0))
    if password:
        start += _biff8(0x2F, struct.pack("<HHH", 1, 1, 1) + bytes(48))
    name = b"\x05\x00Frise"
    offset = len(start) + 4 + 6 + len(name) + 4
    bound = _biff8(0x85, struct.pack("<IH", offset, 0) + name)
    return _compound(start + bound + _biff8(0x0A) + sheet, stream)


def _biff8(kind: int, payload: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(payload)) + payload


def _biff8_cell(row: int, column: int, value: str | float) -> bytes:
    if isinstance(value, str):
        text = struct.pack("<HHHHB", row, column, 0, len(value), 1) + value.encode("utf-16-le")
        return _biff8(0x204, text)
    return _biff8(0x203, struct.pack("<HHHd", row, column, 0, value))


def _compound(stream: bytes, name: str) -> bytes:
    """Return an OLE compound file with one stream of that name."""
    stream = stream.ljust(max(4096, -(-len(stream) // 512) * 512), b"\0")
    count = len(stream) // 512
    fat = [0xFFFFFFFD, 0xFFFFFFFE, *range(3, count + 2), 0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (128 - len(fat))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + bytes(6)
    head += struct.pack("<IIIIIIIII", 0, 1, 1, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += struct.pack("<I", 0) + b"\xff" * 432
    root = _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0)
    book = _entry(name, 2, 0xFFFFFFFF, 2, len(stream))
    return head + struct.pack("<128I", *fat) + root + book + bytes(256) + stream


def _entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
    letters = (name + "\0").encode("utf-16-le")
    none = 0xFFFFFFFF
    return (
        letters.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(letters), kind, 1, none, none, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )


# -- .xlsb: BIFF12 records in a package ---------------------------------------------------


def xlsb(
    rows: Rows,
    codes: Mapping[tuple[int, int], str] | None = None,
    hidden: tuple[int, int] | None = None,
) -> bytes:
    """Return a binary workbook of one sheet.

    Args:
        rows: Its cells.
        codes: Number formats, by row and column from 0.
        hidden: A row and a column that are hidden.
    """
    codes = codes or {}
    looks = ["General", *codes.values()]
    book = (
        _biff12(131)
        + _biff12(143)
        + _biff12(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide("Frise"))
        + _biff12(144)
        + _biff12(132)
    )
    height, width = len(rows), max(map(len, rows))
    sheet = _biff12(129) + _biff12(148, struct.pack("<IIII", 0, height - 1, 0, width - 1))
    if hidden:
        place = struct.pack("<IIIIH", hidden[1], hidden[1], 0, 0, 1)
        sheet += _biff12(390) + _biff12(60, place) + _biff12(391)
    sheet += _biff12(145)
    last = -1
    for row, column, value in _filled(rows):
        if row != last:
            flag = 0x10 if hidden and row == hidden[0] else 0
            sheet += _biff12(0, struct.pack("<I", row) + bytes(7) + bytes([flag]) + bytes(13))
            last = row
        look = 1 + [*codes].index((row, column)) if (row, column) in codes else 0
        place = struct.pack("<II", column, look)
        if isinstance(value, str):
            sheet += _biff12(6, place + _wide(value))
        else:
            sheet += _biff12(5, place + struct.pack("<d", value))
    sheet += _biff12(146) + _biff12(130)
    relations = (
        '<?xml version="1.0"?><Relationships '
        'xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/worksheet" Target="worksheets/sheet1.bin"/></Relationships>'
    )
    return zipped(
        {
            "[Content_Types].xml": "<Types/>",
            "_rels/.rels": ROOT_RELATIONS.replace("workbook.xml", "workbook.bin"),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": relations,
            "xl/worksheets/sheet1.bin": sheet,
            "xl/styles.bin": _xlsb_styles(looks),
        }
    )


def _xlsb_styles(codes: Sequence[str]) -> bytes:
    own = [_biff12(44, struct.pack("<H", 164 + n) + _wide(code)) for n, code in enumerate(codes)]
    looks = [_biff12(47, struct.pack("<HH", 0, 164 + n) + bytes(12)) for n in range(len(codes))]
    count = struct.pack("<I", len(codes))
    formats = _biff12(615, count) + b"".join(own) + _biff12(616)
    of_styles = _biff12(626, struct.pack("<I", 1)) + looks[0] + _biff12(627)
    of_cells = _biff12(617, count) + b"".join(looks) + _biff12(618)
    return _biff12(278) + formats + of_styles + of_cells + _biff12(279)


def _biff12(kind: int, payload: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(payload)
    while True:
        length, low = length >> 7, length & 0x7F
        size += bytes([low | (0x80 if length else 0)])
        if not length:
            return head + size + payload


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


# -- .ods: OpenDocument -------------------------------------------------------------------

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    "office": f"{_ODF}office:1.0",
    "table": f"{_ODF}table:1.0",
    "text": f"{_ODF}text:1.0",
    "draw": f"{_ODF}drawing:1.0",
    "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
}


def ods(rows: Rows, *, password: bool = False) -> bytes:
    """Return an OpenDocument sheet; ``password`` says so in the manifest."""
    lines = "".join(
        f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in rows
    )
    return ods_content(lines, password=password)


def ods_content(
    rows: str, before: str = "", after: str = "", *, head: str = "", password: bool = False
) -> bytes:
    """Return an OpenDocument workbook of one sheet whose ``table:table-row`` are given.

    Args:
        rows: XML of the rows.
        before: XML of the columns.
        after: XML behind the sheet.
        head: What stands before the root.
        password: Whether the manifest says that it is encrypted.
    """
    spaces = "".join(
        f' xmlns:{each}="{name}"'
        for each, name in _SPACES.items()
        if each in "office table text" or f"{each}:" in rows
    )
    content = (
        f"{head}<office:document-content{spaces}>"
        f'<office:body><office:spreadsheet><table:table table:name="Frise">{before}{rows}'
        f"</table:table>{after}</office:spreadsheet></office:body></office:document-content>"
    )
    secret = "<manifest:encryption-data/>" if password else ""
    manifest = (
        f'<manifest:manifest xmlns:manifest="{_ODF}manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml">'
        f"{secret}</manifest:file-entry></manifest:manifest>"
    )
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": content,
            "META-INF/manifest.xml": manifest,
        }
    )


def _ods_cell(value: str | float | None) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, str):
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in value.split("\n"))
        return f'<table:table-cell office:value-type="string">{lines}</table:table-cell>'
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}">'
        f"<text:p>{value:g}</text:p></table:table-cell>"
    )
