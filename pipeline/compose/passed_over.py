"""Years of which the workbook says nothing, where others are long: they take no leaf each."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from pipeline.config import Layout
from pipeline.model import Chapter, Era


def years_passed_over(openings: Sequence[Chapter | Era], layout: Layout) -> frozenset[str]:
    """Return the keys of years that stand over the one that follows, and open no page.

    Args:
        openings: What opens on a right-hand page.
        layout: ``[maquette]``, where ``chapitres`` may want a page for each year.
    """
    if layout.chapters == "recto":
        return frozenset()
    return frozenset(
        each.id
        for each, after in pairwise(openings)
        if isinstance(each, Chapter)
        and each.is_bare
        and isinstance(after, Chapter)
        and after.year is not None
    )
