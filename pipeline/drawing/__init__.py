"""Timelines as SVG: the years at a glance, and the twelve months of one year."""

from pipeline.drawing.glance import glance_caption, years_at_a_glance
from pipeline.drawing.svg import Drawing
from pipeline.drawing.year import year_timeline

__all__ = ["Drawing", "glance_caption", "year_timeline", "years_at_a_glance"]
