"""The years at a glance: drawn by months, by rows, or as a profile, as many as they are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from pipeline.drawing.bands import MOST, bands, has_marks
from pipeline.drawing.ledger import has_room, ledger
from pipeline.drawing.profile import profile
from pipeline.drawing.spans import spans
from pipeline.drawing.svg import Drawing
from pipeline.drawing.words import years_said
from pipeline.french import typeset, year_figures, year_words
from pipeline.model import Chapter
from pipeline.theme import Theme

HEIGHT_PT = 364.5
"""27 lines: what a page has under its heading."""


def years_at_a_glance(chapters: Sequence[Chapter], theme: Theme, width_pt: float) -> Drawing | None:
    """Return the drawing of all years, never higher than ``HEIGHT_PT``.

    A few years have their months; more have a row each; a long history is a profile of how
    many entries each year has.  ``None`` where no year is known.
    """
    dated = _dated(chapters)
    if not dated:
        return None
    if _in_bands(dated):
        drawing = bands(dated, theme, width_pt, HEIGHT_PT)
        return replace(drawing, caption=typeset(f"{drawing.caption}."))
    draw = ledger if has_room(dated, HEIGHT_PT) else profile
    drawing = draw(dated, theme, width_pt, HEIGHT_PT, _words(dated))
    long = " ; à droite, ce qui dure plusieurs années" if spans(dated) else ""
    signs = f"{drawing.caption}{long}{_before_christ(dated[0].year or 0)}."
    return replace(drawing, caption=typeset(signs))


def _in_bands(dated: Sequence[Chapter]) -> bool:
    """Tell whether years have their months: they are few, and something in them has a date."""
    return len(dated) == 1 or (len(dated) <= MOST and has_marks(dated))


def _before_christ(year: int) -> str:
    """Return what the sign of the first year means, where it stands before the first of all."""
    return f" ; {year_figures(year)}, l’an {year_words(year)}".rstrip(".") if year <= 0 else ""


def _dated(chapters: Sequence[Chapter]) -> list[Chapter]:
    return [chapter for chapter in chapters if chapter.year is not None]


def _words(chapters: Sequence[Chapter]) -> str:
    first, last = (year_words(chapters[place].year or 0) for place in (0, -1))
    return years_said(f"Les années {first} à {last}", chapters)
