"""What passes between the stages, the writers and the command line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeAlias

from pipeline.diagnostics import Diagnostic
from pipeline.model import Booklet, Records, Sheet

Progress: TypeAlias = Callable[[str, int, int | None], None]
"""Called with what is being done, how much of it is done, and of how much."""


@dataclass(frozen=True, slots=True)
class Work:
    """What the stages made of a workbook."""

    path: Path
    content: bytes
    """The workbook as it was read: the file may be another one by now."""
    sheet: Sheet
    records: Records
    booklet: Booklet
    findings: tuple[Diagnostic, ...]

    @property
    def stem(self) -> str:
        """Name of the files, ``frise-1994`` for an annual report."""
        years = self.booklet.selection or ()
        return "-".join([self.path.stem, *map(str, dict.fromkeys(years))])


@dataclass(frozen=True, slots=True)
class Files:
    """What the writers made: bytes by file name, and what to tell the user."""

    named: dict[str, bytes] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    findings: tuple[Diagnostic, ...] = ()
