"""Stage 3: records → entries."""

from __future__ import annotations

from pipeline.clean.periods import read_periods
from pipeline.config import Config
from pipeline.diagnostics import Reporter
from pipeline.model import CellRef, Entry, Paragraph, Period, Record, Records, Section, Text


def clean(records: Records, config: Config, report: Reporter) -> tuple[Entry, ...]:
    """Return one entry per record, in the order of the workbook."""
    periods = read_periods(records.rows, report)
    return tuple(
        _entry(record, period, records)
        for record, period in zip(records.rows, periods, strict=True)
    )


def _entry(record: Record, period: Period, records: Records) -> Entry:
    sections = []
    for cell in record.sections:
        column = records.column(cell.at.column)
        assert column is not None
        blocks = tuple(Paragraph(Text.plain_text(line, cell.at)) for line in str(cell.text).split("\n") if line.strip())
        sections.append(Section(column.heading, column.letters, cell.at, blocks))
    theme = record.theme[0].text if record.theme else Text()
    origin = CellRef(records.source.sheet, record.row, 1)
    return Entry(f"r{record.row}", origin, period, theme, tuple(sections), tuple(c.text for c in record.sources))
