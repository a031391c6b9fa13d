"""One measurement, as the table and the JSON have it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Figure:
    """One measurement."""

    case: str
    what: str
    seconds: float
    mebibytes: float
    pages: int = 0
    kibibytes: int = 0
    ratio: float = 0.0
    """Seconds by those of the yardstick of the same run; 0 where there is none."""

    words: int = 0

    @property
    def words_a_second(self) -> float:
        """Words a second, 0 where none was cleaned."""
        return self.words / self.seconds if self.words else 0.0

    @property
    def pages_a_second(self) -> float:
        """Pages a second, 0 where nothing was laid out."""
        return self.pages / self.seconds if self.pages else 0.0
