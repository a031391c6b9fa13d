"""A part as it comes back from the press."""

from __future__ import annotations

from dataclasses import dataclass

VARIANT = "pdf/a-3a"
"""Tags come with it; PDF/UA-1 is declared when the book is assembled."""
OVER = "/Folio"
"""Name of the font of what is laid over finished pages: folios and running heads."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A part laid out by itself."""

    key: str
    pages: int
    anchors: dict[str, tuple[int, float, float]]
    """Anchor: page in the part from 0, x and y in CSS px from its top left."""
    pdf: bytes
    words: tuple[str, ...] = ()
    """Text of each page, divided words joined, without running heads."""
    warnings: tuple[str, ...] = ()
