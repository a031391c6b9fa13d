"""The years at a glance: drawn by months, by rows, or as a profile, as many as they are."""

from __future__ import annotations

from collections.abc import Sequence

from pipeline.drawing.bands import MOST, bands, has_marks
from pipeline.drawing.ledger import has_room, is_dated, ledger
from pipeline.drawing.profile import profile
from pipeline.drawing.spans import spans
from pipeline.drawing.svg import Drawing
from pipeline.french import typeset, year_figures, year_words
from pipeline.model import Chapter
from pipeline.theme import Theme

HEIGHT_PT = 364.5
"""27 lines: what a page has under its heading."""
_SAID = 20
"""Spans of several years that are said in words."""


def years_at_a_glance(chapters: Sequence[Chapter], theme: Theme, width_pt: float) -> Drawing | None:
    """Return the drawing of all years, never higher than ``HEIGHT_PT``.

    A few years have their months; more have a row each; a long history is a profile of how
    many entries each year has.  ``None`` where no year is known.
    """
    dated = _dated(chapters)
    if not dated:
        return None
    if _in_bands(dated):
        return bands(dated, theme, width_pt, HEIGHT_PT)
    draw = ledger if has_room(dated, HEIGHT_PT) else profile
    return draw(dated, theme, width_pt, HEIGHT_PT, _words(dated))


def glance_caption(chapters: Sequence[Chapter]) -> str:
    """Return what the signs of the drawing mean."""
    dated = _dated(chapters)
    if _in_bands(dated):
        return typeset("Un point, une entrée à sa date ; une barre, ce qui dure.")
    if not has_room(dated, HEIGHT_PT):
        signs = "Plus la barre est longue, plus l’année compte d’entrées"
    elif is_dated(dated):
        signs = "Un point, une entrée à sa date ; un chiffre, leur nombre"
    else:
        signs = "Un point, une entrée ; un chiffre, leur nombre"
    long = " ; à droite, ce qui dure plusieurs années" if spans(dated) else ""
    return typeset(f"{signs}{long}{_before_christ(dated[0].year or 0)}.")


def _in_bands(dated: Sequence[Chapter]) -> bool:
    """Tell whether years have their months: they are few, and something in them has a date."""
    return len(dated) == 1 or (len(dated) <= MOST and has_marks(dated))


def _before_christ(year: int) -> str:
    """Return what the sign of the first year means, where it stands before the first of all."""
    return f" ; {year_figures(year)}, l’an {year_words(year)}".rstrip(".") if year <= 0 else ""


def _dated(chapters: Sequence[Chapter]) -> list[Chapter]:
    return [chapter for chapter in chapters if chapter.year is not None]


def _words(chapters: Sequence[Chapter]) -> str:
    total = sum(len(chapter.events) for chapter in chapters)
    years = [year_words(each.year or 0) for each in chapters]
    counts = ", ".join(
        f"{year} : {len(each.events)}" for year, each in zip(years, chapters, strict=True)
    )
    long = "".join(
        f" De {year_words(span.first)} à {year_words(span.last)} : {span.name or 'une entrée'}."
        for span in spans(chapters)[:_SAID]
    )
    return (
        f"Les années {years[0]} à {years[-1]} : {total} entrées. "
        f"Nombre d’entrées par année : {counts}.{long}"
    )
