"""Where a year written once may have ended: January under December, with no year between."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.model import Period, Record, Role

_MONTHS = 9
"""Months that a date falls back where a new year is likelier than a row out of order."""


@dataclass(slots=True)
class Turn:
    """Follows the dates that take their year from the rows above."""

    falling: bool
    """The sheet goes from the latest to the earliest: there January follows December."""
    doubted: bool = False
    """The year above may have ended: the rows below take none."""
    _month: int = 0
    """Of the last date that took its year from above."""

    def closed(self) -> None:
        """Forget the dates above: another year is written, or another sheet begins."""
        self.doubted, self._month = False, 0

    def passed(self, record: Record, period: Period) -> bool:
        """Tell whether the year that a row takes from above may have ended before it."""
        if Role.YEAR not in record.lent:
            if period.first is not None:
                self.closed()
            return False
        if period.first is None:
            return False
        month = period.first.month
        self.doubted |= not self.falling and self._month - month >= _MONTHS
        self._month = month
        return self.doubted
