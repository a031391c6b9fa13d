"""Makes small workbooks for tests: by openpyxl, or part by part as no spreadsheet would."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

from pipeline.config import Config, load_config
from pipeline.diagnostics import Diagnostic
from pipeline.model import Record, Records, Role, Sheet
from pipeline.parse import parse
from pipeline.read import read

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
_XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

CONTENT_TYPES = (
    f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{_TYPE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{_TYPE}.worksheet+xml"/>'
    f'<Override PartName="/xl/sharedStrings.xml" ContentType="{_TYPE}.sharedStrings+xml"/>'
    "</Types>"
)
ROOT_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/>'
    "</Relationships>"
)
BOOK = (
    f'{_XML}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">'
    '<sheets><sheet name="Frise" sheetId="1" r:id="rId1"/></sheets></workbook>'
)
BOOK_RELATIONS = (
    f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/sharedStrings" Target="sharedStrings.xml"/>'
    "</Relationships>"
)
HEAD = '<row r="1"><c r="A1" t="inlineStr"><is><t>Date</t></is></c>' \
    '<c r="B1" t="inlineStr"><is><t>Récit</t></is></c></row>'  # fmt: skip


def sheet_xml(rows: str, before: str = "", after: str = "") -> str:
    """Return the part of a worksheet whose ``<row>`` elements are given."""
    return (
        f'{_XML}<worksheet xmlns="{MAIN}">{before}<sheetData>{rows}</sheetData>{after}</worksheet>'
    )


def package(sheet: str, parts: Mapping[str, str | bytes | None] | None = None) -> bytes:
    """Return an .xlsx of one sheet made by hand; ``parts`` adds, replaces or (None) removes."""
    every: dict[str, str | bytes | None] = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": ROOT_RELATIONS,
        "xl/workbook.xml": BOOK,
        "xl/_rels/workbook.xml.rels": BOOK_RELATIONS,
        "xl/worksheets/sheet1.xml": sheet,
        "xl/sharedStrings.xml": f'{_XML}<sst xmlns="{MAIN}"/>',
        **(parts or {}),
    }
    return zipped({name: part for name, part in every.items() if part is not None})


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP archive of these parts."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return target.getvalue()


def book(
    path: Path, *rows: Sequence[Any], sheets: Mapping[str, Iterable[Sequence[Any]]] | None = None
) -> Path:
    """Write a workbook of these rows, or of several named sheets, and return its path."""
    made = Workbook()
    made.remove(made.worksheets[0])
    for name, lines in (sheets or {"Frise": rows}).items():
        sheet = made.create_sheet(name)
        for line in lines:
            sheet.append(list(line))
    made.save(path)
    return path


def table(
    path: Path, toml: str = "", findings: list[Diagnostic] | None = None
) -> tuple[Sheet, Records]:
    """Return what the first two stages make of a workbook."""
    config = load_config(toml, "annales.toml") if toml else Config()
    found = [] if findings is None else findings
    sheet = read(path, config, found.append)
    return sheet, parse(sheet, config, found.append)


def roles(records: Records) -> dict[str, str]:
    """Return the role of each column by its heading (its letters where it has none)."""
    return {
        " ".join(str(each.heading).split()) or each.letters: each.role.value
        for each in records.columns
    }


def said(record: Record) -> str:
    """Return a record in one line: ``period | theme | sections | sources``."""
    parts = (
        " ".join(str(record.period[role].text) for role in Role if role in record.period),
        *(
            " + ".join(str(cell.text) for cell in cells)
            for cells in (record.theme, record.sections, record.sources)
        ),
    )
    return " | ".join(parts).rstrip(" |")
