"""A grid as plain tuples and back: what goes from process to process fast."""

from __future__ import annotations

import gc
from typing import Any, TypeAlias

from pipeline.model import PLAIN, Cell, CellRef, Row, Span, Style, Text
from pipeline.read.grid import Grid

Packed: TypeAlias = tuple[Any, ...]

_LETTERS = ()
"""Stands for a value that is the very letters of its cell."""


def packed(grid: Grid) -> Packed:
    """Return a grid as tuples, strings and numbers."""
    rows = [
        (row.number, row.hidden, [_packed_cell(cell) for cell in row.cells]) for row in grid.rows
    ]
    return grid.name, grid.visible, grid.damaged, grid.findings, rows


def unpacked(parts: Packed) -> Grid:
    """Return the grid again; a cell merged over several rows is equal in each, not the same."""
    name, visible, damaged, findings, rows = parts
    collects = gc.isenabled()
    gc.disable()  # nothing here can be garbage yet, and looking for it takes most of the time
    try:
        made = tuple(
            Row(number, tuple(_cell(name, cell) for cell in cells), hidden)
            for number, hidden, cells in rows
        )
    finally:
        if collects:
            gc.enable()
    return Grid(name, made, visible, findings, damaged)


def _packed_cell(cell: Cell) -> Packed:
    spans = cell.text.spans
    simple = len(spans) == 1 and spans[0].style == PLAIN and spans[0].before is None
    letters = spans[0].text if simple else tuple(map(_packed_span, spans))
    value = _LETTERS if simple and cell.value == letters else cell.value
    return cell.at.row, cell.at.column, letters, value, cell.date, cell.wide


def _packed_span(span: Span) -> Packed:
    style = span.style
    return (
        span.text,
        span.before,
        style.bold,
        style.italic,
        style.superscript,
        style.subscript,
        style.underline,
        style.strike,
        style.link,
    )


def _cell(sheet: str, parts: Packed) -> Cell:
    row, column, letters, value, date, wide = parts
    at = CellRef(sheet, row, column)
    if isinstance(letters, str):
        return Cell(Text((Span(letters),), at), letters if value == _LETTERS else value, date, wide)
    spans = tuple(Span(text, Style(*style), before) for text, before, *style in letters)
    return Cell(Text(spans, at), value, date, wide)
