"""Timelines as SVG: the years at a glance, those of an era, and the twelve months of one."""

from pipeline.drawing.era import era_timeline
from pipeline.drawing.glance import years_at_a_glance
from pipeline.drawing.svg import Drawing
from pipeline.drawing.year import year_timeline

__all__ = ["Drawing", "era_timeline", "year_timeline", "years_at_a_glance"]
