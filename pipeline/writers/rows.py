"""Findings by row, in the order of the sheet: as the terminal and the report show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.diagnostics import Diagnostic, Severity
from pipeline.model import Record, Records

LABEL = 72
"""Letters that name a row."""
URGENCY = (Severity.CHECK, Severity.DROPPED, Severity.FIXED)
"""What needs a person comes first."""


@dataclass(frozen=True, slots=True)
class RowFindings:
    """What was found in one row, what needs a person first."""

    sheet: str
    """Name of the sheet; empty for the whole workbook."""
    row: int
    """Row from 1; 0 for the whole workbook."""
    label: str
    """Its period and theme, as the sheet has them; may be empty."""
    findings: tuple[Diagnostic, ...]
    """By severity (check, dropped, fixed), then column, then as found."""


def by_row(findings: Sequence[Diagnostic], records: Records) -> tuple[RowFindings, ...]:
    """Return the findings by row: the whole workbook, then its sheets as they were read."""
    rows: dict[tuple[str, int], list[Diagnostic]] = {}
    for finding in findings:
        key = (finding.at.sheet, finding.at.row) if finding.at else ("", 0)
        rows.setdefault(key, []).append(finding)
    named = {(each.sheet or records.source.sheet, each.row): each for each in records.rows}
    read = ["", records.source.sheet, *(sheet for sheet, _ in named), *(sheet for sheet, _ in rows)]
    place = {sheet: number for number, sheet in enumerate(dict.fromkeys(read))}
    keys = sorted(rows, key=lambda key: (place[key[0]], key[1]))
    return tuple(
        RowFindings(*key, _label(named.get(key)), tuple(sorted(rows[key], key=_urgency)))
        for key in keys
    )


def _urgency(finding: Diagnostic) -> tuple[int, int]:
    return URGENCY.index(finding.severity), finding.at.column if finding.at else 0


def _label(record: Record | None) -> str:
    if record is None:
        return ""
    period = " ".join(str(cell.text) for cell in record.period.values())
    theme = " – ".join(str(cell.text) for cell in record.theme)
    words = [" ".join(each.split()) for each in (period, theme)]
    label = " · ".join(each for each in words if each)
    return label if len(label) <= LABEL else label[: LABEL - 1].rstrip() + "…"


def total(findings: Sequence[Diagnostic], severity: Severity) -> int:
    """Return how many changes, doubts or losses there are; counted findings count in full."""
    return sum(each.count for each in findings if each.severity is severity)
