""".xlsb: values by python-calamine, with formats and what is hidden from the records themselves.

Source: [MS-XLSB], *Excel (.xlsb) Binary File Format*.  A record is its kind, its size, and so
many bytes; only the kinds named here are read.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Iterator
from struct import unpack_from

from lxml import etree
from openpyxl.styles.numbers import BUILTIN_FORMATS

from pipeline.read import calamine
from pipeline.read.calamine import Formats
from pipeline.read.grid import Grid

_ROW, _CELLS, _COLUMNS = 0, range(1, 12), 60
_SHEET, _FORMAT, _LOOK, _LOOKS, _LOOKS_END = 156, 44, 47, 617, 618


def read(content: bytes) -> tuple[Grid, ...]:
    """Return the worksheets of a binary workbook.

    Raises:
        WorkbookError: It has a password, or is damaged.
    """
    try:
        formats = dict(_formats(content))
    except Exception:
        formats = {}  # odd records, or parts that are not there: values are read without
    return calamine.read(content, formats)


def _formats(content: bytes) -> Iterator[tuple[str, Formats]]:
    """Yield name and formats of each sheet."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name.lower(): name for name in package.namelist()}
        looks = _looks(package.read(parts["xl/styles.bin"]))
        targets = _targets(package.read(parts["xl/_rels/workbook.bin.rels"]))
        for kind, record in _records(package.read(parts["xl/workbook.bin"])):
            if kind == _SHEET:
                relation, end = _wide(record, 8)
                part = posixpath.normpath(posixpath.join("xl", targets[relation]))
                sheet = package.read(parts[part.lstrip("/").lower()])
                yield _wide(record, end)[0], _sheet(sheet, looks)


def _targets(xml: bytes) -> dict[str, str]:
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    root = etree.fromstring(xml, parser)
    return {each.get("Id", ""): each.get("Target", "") for each in root}


def _looks(part: bytes) -> list[str]:
    """Return the number format of each look of cells."""
    own: dict[int, str] = {}
    looks: list[str] = []
    of_cells = False
    for kind, record in _records(part):
        if kind == _FORMAT:
            own[unpack_from("<H", record)[0]] = _wide(record, 2)[0]
        elif kind in (_LOOKS, _LOOKS_END):
            of_cells = kind == _LOOKS
        elif kind == _LOOK and of_cells:
            number = unpack_from("<H", record, 2)[0]
            looks.append(own.get(number) or BUILTIN_FORMATS.get(number, ""))
    return looks


def _sheet(part: bytes, looks: list[str]) -> Formats:
    formats = Formats()
    row = 0
    for kind, record in _records(part):
        if kind == _ROW:
            row = unpack_from("<I", record)[0] + 1
            if len(record) > 11 and record[11] & 0x10:
                formats.hidden_rows.add(row)
        elif kind in _CELLS:
            column, look = unpack_from("<II", record)
            formats.codes[row, column + 1] = looks[look & 0xFFFFFF]
        elif kind == _COLUMNS and unpack_from("<H", record, 16)[0] & 1:
            first, last = unpack_from("<II", record)
            formats.hidden_columns.append((first + 1, last + 1))
    return formats


def _records(part: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(part):
        kind, at = _number(part, at, 2)
        size, at = _number(part, at, 4)
        yield kind, part[at : at + size]
        at += size


def _number(part: bytes, at: int, longest: int) -> tuple[int, int]:
    """Return a number of seven bits a byte, the low ones first, and where it ends."""
    number = 0
    for place in range(longest):
        byte = part[at + place]
        number |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            return number, at + place + 1
    return number, at + longest


def _wide(record: bytes, at: int) -> tuple[str, int]:
    """Return a text that begins with its length, and where it ends."""
    length = unpack_from("<I", record, at)[0]
    end = at + 4 + 2 * length
    return record[at + 4 : end].decode("utf-16-le"), end
