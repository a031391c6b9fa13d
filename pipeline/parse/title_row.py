"""The title row of the TimelineJS template: no event, but what the book is called and is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Cell, Column, Record, Role, Text
from pipeline.table.headings import fold


def read_title_row(
    rows: Sequence[Record], columns: Sequence[Column], title: Text | None, report: Reporter
) -> tuple[Text | None, tuple[Record, ...]]:
    """Return the title of the book, and the rows with the title row made an introduction.

    Args:
        rows: All records of the table.
        columns: One of them, ``Type``, marks the title row.
        title: A title known otherwise; the headline of the row is a theme then.
        report: Receives the mark, which is not printed.
    """
    types = {c.number for c in columns if fold(str(c.heading)) == "type" and c.role is Role.SECTION}
    kept: list[Record] = []
    for record in rows:
        mark = _mark(record, types)
        if mark is None:
            kept.append(record)
            continue
        report(Diagnostic(Code.TITLE_ROW, mark.at, before=str(mark.text)))
        sections = tuple(cell for cell in record.sections if cell is not mark)
        row = replace(record, sections=sections, introduces=True)
        if title is None and row.theme:
            title, row = row.theme[0].text, replace(row, theme=row.theme[1:])
        if row.theme or row.sections or row.sources:
            kept.append(row)
    return title, tuple(kept)


def _mark(record: Record, types: set[int]) -> Cell | None:
    """Return the cell that says ``title`` in a row without a period."""
    if record.period:
        return None
    marks = (cell for cell in record.sections if cell.column in types)
    return next((cell for cell in marks if fold(str(cell.text)) in ("title", "titre")), None)
