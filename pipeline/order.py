"""What a run is to write, and by what means: known before anything is read."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

KINDS = ("pdf", "print", "docx", "report", "json")
"""What ``--only`` can ask for; ``print`` is the print-shop and the office edition."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is to write, and by what means."""

    only: frozenset[str] = frozenset(KINDS)
    """Some of ``KINDS``."""
    jobs: int = 1
    """Processes that lay out parts."""
    cache: Path | None = None
    """Folder of the program; ``None`` makes everything anew."""
    theme: tuple[str, str] = ("", "")
    """Text and file name of the user's own theme."""
    profile: bytes | None = None
    """ICC profile of the print shop."""

    @property
    def kept(self) -> Path | None:
        """Folder of what earlier runs cleaned, laid out and read back; ``None`` for none."""
        return self.cache / "kept" if self.cache else None

    @property
    def paged(self) -> bool:
        """Whether pages are laid out: Word's contents and index want their numbers too."""
        return not self.only.isdisjoint(("pdf", "print", "docx"))

    @property
    def bound(self) -> bool:
        """Whether pages are bound into a booklet."""
        return not self.only.isdisjoint(("pdf", "print"))
