""".csv and .tsv: encoding and separator are found out."""

from __future__ import annotations

import csv
import io

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Cell, CellRef
from pipeline.read.codings import decode
from pipeline.read.grid import Grid, as_rows, plain_cell
from pipeline.table.headings import score

NAME = "Feuille1"
"""A text file has no sheet name; this one stands in addresses."""

_SEPARATORS = (";", "\t", ",", "|")
_HEADING_ROWS = 20


def read(content: bytes) -> tuple[Grid, ...]:
    """Return the table of a delimited text."""
    text, doubt = decode(content)
    separator = _separator(text)
    findings: list[Diagnostic] = []
    if doubt:
        findings.append(Diagnostic(Code.CODING_DOUBT, CellRef(NAME, 1, 1), before=doubt))
    rows: dict[int, dict[int, Cell]] = {}
    csv.field_size_limit(50_000_000)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
    except csv.Error:
        lines = [line.split(separator) for line in text.splitlines()]
    for number, values in enumerate(lines, start=1):
        for column, value in enumerate(values, start=1):
            at = CellRef(NAME, number, column)
            if cell := plain_cell(at, value, value, findings):
                rows.setdefault(number, {})[column] = cell
    return (Grid(NAME, as_rows(rows), findings=tuple(findings)),)


def _separator(text: str) -> str:
    """Return the separator that shows the best headings, or cuts most lines alike."""
    return max(_SEPARATORS, key=lambda separator: _rank(text, separator))


def _rank(text: str, separator: str) -> tuple[int, float]:
    head = text[:100_000]
    try:
        rows = [
            row for row in csv.reader(io.StringIO(head, newline=""), delimiter=separator) if row
        ]
    except csv.Error:
        return 0, 0.0
    counts = [len(row) for row in rows if any(row)]
    counts = counts[:-1] if len(head) < len(text) and len(counts) > 1 else counts
    if not counts:
        return 0, 0.0
    usual = max(set(counts), key=counts.count)
    alike = counts.count(usual) / len(counts) * min(usual, 30) if usual > 1 else 0.0
    headed = (score(row) for row in rows[:_HEADING_ROWS] if len(row) > 1)
    return max(headed, default=0), alike
