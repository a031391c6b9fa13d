"""The years of an annual report or a volume: everything that concerns others stays out."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.diagnostics import Diagnostic
from pipeline.errors import UsageError
from pipeline.model import Chapter


def select(
    chapters: tuple[Chapter, ...],
    findings: Sequence[Diagnostic],
    years: tuple[int, int] | None,
) -> tuple[tuple[Chapter, ...], list[Diagnostic]]:
    """Return the chapters of the years wanted, and the findings about their rows.

    Args:
        chapters: All chapters.
        findings: All findings.
        years: First and last year; ``None`` keeps everything.

    Raises:
        UsageError: No chapter is of these years; the message says which there are.
    """
    if years is None:
        return chapters, list(findings)
    first, last = years
    chosen = tuple(c for c in chapters if c.year is not None and first <= c.year <= last)
    if not chosen:
        known = [str(chapter.year) for chapter in chapters if chapter.year is not None]
        wanted = str(first) if first == last else f"{first}-{last}"
        raise UsageError(
            f"--years {wanted} : aucune ligne de ces années dans le classeur.\n"
            f"Années présentes : {', '.join(known) or 'aucune'}."
        )
    rows = {(e.origin.sheet, e.origin.row) for c in chosen for e in c.all_entries}
    kept = [each for each in findings if each.at and (each.at.sheet, each.at.row) in rows]
    return chosen, kept
