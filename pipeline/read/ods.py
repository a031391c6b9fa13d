""".ods from its own XML: values with their formats, rich text, links, comments, what is hidden.

Rows are read one by one and let go.  What cannot be read so is read by python-calamine,
without its styles.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from lxml import etree

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Cell, CellRef
from pipeline.model.place import column_letters
from pipeline.read import calamine
from pipeline.read.grid import Grid, Merge, as_rows, clean_letters, spread
from pipeline.read.ods_cell import OFFICE, TABLE, cell_of, comments, objects
from pipeline.read.ods_styles import Styles
from pipeline.read.package import has_document_type
from pipeline.regex import regex

CELLS = 500_000
"""Filled cells of a sheet, its repeated ones counted each, above which it is given up."""
_CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
_SHEET = f"{TABLE}table"
_TAGS = (
    _SHEET,
    f"{TABLE}table-row",
    f"{TABLE}table-column",
    f"{TABLE}shapes",
    f"{TABLE}database-range",
    f"{OFFICE}automatic-styles",
)
_RANGE_RE = regex(r"^(.*)\.\$?([A-Z]+)\$?(\d+):.*\.\$?([A-Z]+)\$?(\d+)$")
"""An address of a range: ``Frise.A1:Frise.C9``."""


def read(content: bytes) -> tuple[Grid, ...]:
    """Return the sheets of an OpenDocument workbook.

    Raises:
        WorkbookError: No reader takes it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            grids = () if has_document_type(package) else tuple(_grids(package))
    except MemoryError:
        raise
    except Exception:
        grids = ()  # whatever damaged XML and odd values make the libraries raise
    return grids or calamine.read(content)


@dataclass(slots=True)
class _Sheet:
    """A sheet that is being read."""

    name: str
    visible: bool
    row: int = 1
    """Number of the next row."""
    cells: int = 0
    rows: dict[int, dict[int, Cell]] = field(default_factory=dict)
    columns: list[tuple[int, bool, str]] = field(default_factory=list)
    """Last column, whether it is hidden, and the style of its cells."""
    hidden: set[int] = field(default_factory=set)
    merges: list[Merge] = field(default_factory=list)
    findings: list[Diagnostic] = field(default_factory=list)

    def column(self, number: int) -> tuple[bool, str]:
        """Tell whether a column is hidden, and the style of its cells."""
        for last, hidden, style in self.columns:
            if number <= last:
                return hidden, style
        return False, ""

    def grid(self) -> Grid:
        """Return what was read."""
        self.findings += spread(self.rows, self.merges, self.name)
        filled = sorted({column for cells in self.rows.values() for column in cells})
        hidden = [column_letters(each) for each in filled if self.column(each)[0]]
        if hidden:
            at, letters = CellRef(self.name, 1, 1), ", ".join(hidden)
            self.findings.append(Diagnostic(Code.HIDDEN_COLUMNS, at, before=letters))
        rows = as_rows(self.rows, frozenset(self.hidden))
        return Grid(self.name, rows, self.visible, tuple(self.findings))


def _grids(package: zipfile.ZipFile) -> Iterator[Grid]:
    styles = Styles()
    if "styles.xml" in package.namelist():
        with package.open("styles.xml") as stream:
            parser = etree.XMLParser(resolve_entities=False, no_network=True)
            styles.learn(etree.parse(stream, parser).getroot())
    with package.open("content.xml") as stream:
        sheets = tuple(_sheets(stream, styles))
    for sheet in sheets:
        yield sheet.grid()


def _sheets(stream: Any, styles: Styles) -> Iterator[_Sheet]:
    found: list[_Sheet] = []
    sheet: _Sheet | None = None
    depth = 0
    filters: list[tuple[str, str]] = []
    for event, element in etree.iterparse(
        stream, ("start", "end"), tag=_TAGS, resolve_entities=False, no_network=True, huge_tree=True
    ):
        if element.tag == _SHEET:
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                sheet = _begun(element, styles)
            elif event == "end" and depth == 0:
                if sheet is not None:
                    found.append(sheet)
                sheet = None
                element.clear()
        elif event == "start" or depth > 1:
            continue
        elif element.tag == f"{OFFICE}automatic-styles":
            styles.learn(element)
        elif element.tag == f"{TABLE}database-range":
            filters += _filter(element)
        elif sheet is not None:
            _part(sheet, element, styles)
    for name, area in filters:
        for each in found:
            if each.name == name and each.hidden:
                at = CellRef(name, 1, 1)
                each.findings.append(Diagnostic(Code.FILTER_ON, at, before=area))
    yield from found


def _begun(element: Any, styles: Styles) -> _Sheet | None:
    """Return a new sheet; what was kept of another workbook is none."""
    name = element.get(f"{TABLE}name", "")
    if name.startswith("'file:"):
        return None
    return _Sheet(name, styles.displays(element.get(f"{TABLE}style-name", "")))


def _filter(element: Any) -> Iterator[tuple[str, str]]:
    """Yield sheet and range of a filter that hides rows."""
    match = _RANGE_RE.match(element.get(f"{TABLE}target-range-address", ""))
    if match and element.find(f"{TABLE}filter") is not None:
        name = match[1].lstrip("$").strip("'").replace("''", "'")
        yield name, f"{match[2]}{match[3]}:{match[4]}{match[5]}"


def _part(sheet: _Sheet, element: Any, styles: Styles) -> None:
    """Read one row, one column, or what lies over the sheet."""
    if element.tag == f"{TABLE}table-column":
        last = sheet.columns[-1][0] if sheet.columns else 0
        last += _number(element, "number-columns-repeated")
        style = element.get(f"{TABLE}default-cell-style-name", "")
        sheet.columns.append((last, _is_hidden(element), style))
        return
    if element.tag == f"{TABLE}shapes":
        sheet.findings += objects(element, CellRef(sheet.name, 1, 1))
        return
    count = _number(element, "number-rows-repeated")
    if len(element):
        _row(sheet, element, styles, count)
    sheet.row += count
    parent = element.getparent()
    element.clear()
    while element.getprevious() is not None:
        del parent[0]


def _row(sheet: _Sheet, element: Any, styles: Styles, count: int) -> None:
    column = 1
    filled = False
    style = element.get(f"{TABLE}default-cell-style-name", "")
    for raw in element:
        if raw.tag not in _CELLS:
            continue
        wide = _number(raw, "number-columns-repeated")
        if len(raw) or raw.get(f"{OFFICE}value-type") or raw.get(f"{TABLE}formula"):
            filled |= _fill(sheet, raw, styles, (column, wide, count), style)
        column += wide
    if filled and _is_hidden(element):
        sheet.hidden.update(range(sheet.row, sheet.row + count))


def _fill(
    sheet: _Sheet, raw: Any, styles: Styles, extent: tuple[int, int, int], style: str
) -> bool:
    """Put a cell where it stands, and wherever it is repeated; tell whether it is filled."""
    first, wide, high = extent
    at = CellRef(sheet.name, sheet.row, first)
    for letters in comments(raw):
        sheet.findings.append(Diagnostic(Code.CELL_COMMENT, at, before=clean_letters(letters)))
    sheet.findings += objects(raw, at)
    own = raw.get(f"{TABLE}style-name") or style or sheet.column(first)[1]
    cell = cell_of(raw, at, own, styles, sheet.findings)
    if cell is None:
        return False
    sheet.cells += wide * high
    if sheet.cells > CELLS:
        raise MemoryError
    sheet.rows.setdefault(sheet.row, {})[first] = cell
    for row in range(sheet.row, sheet.row + high):
        for column in range(first, first + wide):
            place = CellRef(sheet.name, row, column)
            if place != at and (cell := cell_of(raw, place, own, styles, sheet.findings)):
                sheet.rows.setdefault(row, {})[column] = cell
    down, right = (_number(raw, f"number-{each}-spanned") for each in ("rows", "columns"))
    if down > 1 or right > 1:
        corner = (sheet.row + down - 1, first + right - 1)
        sheet.merges.append(Merge(sheet.row, first, *corner))
    return True


def _is_hidden(element: Any) -> bool:
    return element.get(f"{TABLE}visibility", "visible") in ("collapse", "filter")


def _number(element: Any, name: str) -> int:
    value = element.get(f"{TABLE}{name}", "1")
    return max(1, int(value)) if value.isdigit() else 1
