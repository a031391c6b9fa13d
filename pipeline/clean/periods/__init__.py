"""French historical periods: read from cells, printed as labels."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.diagnostics import Reporter
from pipeline.model import Period, Record


def read_periods(rows: Sequence[Record], report: Reporter) -> tuple[Period, ...]:
    """Return the period of each record, in order."""
    raise NotImplementedError
