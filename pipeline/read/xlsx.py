""".xlsx and .xlsm by openpyxl: rich text, links, comments, hidden rows, merges.

A package that openpyxl cannot take is read by python-calamine, without its styles.
Parts with a document type are refused: OOXML has none, XML bombs and outside entities do.
"""

from __future__ import annotations

import html
import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.reader.excel import ExcelReader

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Cell, CellRef, Span, Style
from pipeline.model.place import column_letters
from pipeline.read import calamine
from pipeline.read.drawings import drawn
from pipeline.read.grid import (
    ERRORS,
    Grid,
    Merge,
    as_rows,
    clean_letters,
    make_cell,
    spread,
    with_findings,
)
from pipeline.read.package import lightened
from pipeline.read.valued import error_cell, link_of, valued_cell
from pipeline.regex import regex

_FORMULA_RE = regex(
    rb"<(?:\w+:)?c\b([^<>]*)>\s*<(?:\w+:)?f\b[^<>]*?(?:/>|>([^<]*)</(?:\w+:)?f>)\s*"
    rb"(<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A cell with a formula and no result: ``<c r="B2"><f>A2+1</f><v></v></c>``."""
_ADDRESS_RE = regex(rb"\br\s*=\s*[\"']([A-Z]+\d+)")
_TEXT_RE = regex(rb"\bt\s*=\s*[\"']str[\"']")
_THREADED_RE = regex(r"^\[[^\]]*\]\s*.{0,600}?\n(?:Comment|Commentaire)\s*:\s*", re.DOTALL)
"""What Excel writes before a comment of today for Excels of yesterday."""


def read(content: bytes) -> tuple[Grid, ...]:
    """Return the worksheets of an OOXML package.

    Raises:
        WorkbookError: The package holds a document type, or no reader takes it.
    """
    content, merges = lightened(content)
    try:
        grids = tuple(_grids(content))
    except MemoryError:
        raise
    except Exception:
        grids = ()  # openpyxl raises whatever a damaged part makes it raise: KeyError, TypeError, …
    return tuple(
        with_findings(
            grid,
            *(Diagnostic(Code.MERGE_IGNORED, CellRef(grid.name, 1, 1), each) for each in merges),
        )
        for grid in grids or calamine.read(content)
    )


def _grids(content: bytes) -> Iterator[Grid]:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = ExcelReader(io.BytesIO(content), data_only=True, rich_text=True)
        reader.read()
    parts = {sheet.name: rel.target for sheet, rel in reader.parser.find_sheets()}
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for sheet in reader.wb.worksheets:
            grid = _grid(sheet, dict(_without_value(package.read(parts[sheet.title]))))
            drawings = [each.target for each in sheet._rels if each.Type.endswith("/drawing")]
            objects = [each for part in drawings for each in drawn(package, part, sheet.title)]
            yield with_findings(grid, *objects)


def _without_value(xml: bytes) -> Iterator[tuple[str, str]]:
    """Yield address and formula of each cell whose result was never stored.

    An empty text is a result: ``=IF(A1="","",A1)``.
    """
    for match in _FORMULA_RE.finditer(xml):
        address = _ADDRESS_RE.search(match[1])
        if address and not (match[3] and _TEXT_RE.search(match[1])):
            yield address[1].decode(), "=" + html.unescape((match[2] or "…".encode()).decode())


def _grid(sheet: Any, formulas: dict[str, str]) -> Grid:
    findings: list[Diagnostic] = []
    rows: dict[int, dict[int, Cell]] = {}
    looks: dict[int, Style] = {}
    for (number, column), raw in sorted(sheet._cells.items()):
        at = CellRef(sheet.title, number, column)
        comment = getattr(raw, "comment", None)
        if comment is not None and str(comment.text or "").strip():
            letters = _THREADED_RE.sub("", clean_letters(str(comment.text))).strip()
            findings.append(Diagnostic(Code.CELL_COMMENT, at, before=letters))
        if raw.value is None:
            if formula := formulas.get(raw.coordinate):
                findings.append(Diagnostic(Code.FORMULA_WITHOUT_VALUE, at, before=formula))
            continue
        if cell := _cell(raw, at, findings, looks):
            rows.setdefault(number, {})[column] = cell
    ranges = [
        Merge(each.min_row, each.min_col, each.max_row, each.max_col)
        for each in sheet.merged_cells.ranges
    ]
    findings += spread(rows, ranges, sheet.title)
    hidden = frozenset(n for n, d in list(sheet.row_dimensions.items()) if d.hidden)
    findings += _about(sheet, rows)
    visible = sheet.sheet_state == "visible"
    return Grid(sheet.title, as_rows(rows, hidden), visible, tuple(findings))


def _cell(
    raw: Any, at: CellRef, findings: list[Diagnostic], looks: dict[int, Style]
) -> Cell | None:
    """Return a cell as it is shown; ``looks`` are the styles of fonts met before, by number."""
    value = raw.value
    link = _link(raw)
    if isinstance(value, CellRichText):
        spans = [_span(run, link) for run in value]
        return make_cell(at, spans, str(value), findings)
    if raw.data_type == "e" or value in ERRORS:
        return error_cell(at, str(value), findings)
    style = looks.get(number := raw._style.fontId)
    if style is None:
        style = looks[number] = _look(raw.font)
    if link:
        style = replace(style, link=link)
    return valued_cell(at, value, raw.number_format, style, findings)


def _look(font: Any) -> Style:
    """Return the style of a whole cell: weight and colour are decoration, the rest has meaning."""
    raised = font is not None and font.vertAlign == "superscript"
    lowered = font is not None and font.vertAlign == "subscript"
    italic = bool(font is not None and font.i)
    struck = bool(font is not None and font.strike)
    return Style(italic=italic, superscript=raised, subscript=lowered, strike=struck)


def _link(raw: Any) -> str | None:
    link = raw.hyperlink
    return link_of(str(link.target)) if link is not None and link.target else None


def _span(run: Any, link: str | None) -> Span:
    if not isinstance(run, TextBlock):
        return Span(clean_letters(str(run)), Style(link=link))
    font = run.font
    raising = getattr(font, "vertAlign", None)
    style = Style(
        bold=bool(font.b),
        italic=bool(font.i),
        superscript=raising == "superscript",
        subscript=raising == "subscript",
        underline=bool(font.u) and font.u != "none" and link is None,
        strike=bool(font.strike),
        link=link,
    )
    return Span(clean_letters(run.text or ""), style)


def _about(sheet: Any, rows: dict[int, dict[int, Cell]]) -> Iterator[Diagnostic]:
    """Yield what a person would see on the sheet, and a book does not show."""
    name = sheet.title
    corner = CellRef(name, 1, 1)
    columns = sorted({column for cells in rows.values() for column in cells})
    ranges = [
        range(each.min or 0, (each.max or 0) + 1)
        for each in sheet.column_dimensions.values()
        if each.hidden
    ]
    hidden = [column_letters(each) for each in columns if any(each in shut for shut in ranges)]
    if hidden:
        yield Diagnostic(Code.HIDDEN_COLUMNS, corner, before=", ".join(hidden))
    filtered = sheet.auto_filter
    if filtered is not None and filtered.ref and filtered.filterColumn:
        yield Diagnostic(Code.FILTER_ON, corner, before=str(filtered.ref))
