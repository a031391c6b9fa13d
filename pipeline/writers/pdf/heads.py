"""The years that a right-hand page names at its head, where years run on.

Only the finished pages tell which they are, so that they are laid over them as folios are.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.french import between
from pipeline.theme import Theme
from pipeline.writers.parts import Part
from pipeline.writers.press.laid import LaidOut

_PX = 96 / 25.4


def running_years(part: Part, laid: LaidOut, theme: Theme) -> Iterator[str]:
    """Yield what each page of a part says: ``1893-1897`` on a recto, nothing where it opens.

    A year that stands at the very top of a page is the first one there; under another the one
    before goes on.
    """
    line = theme["type"]["leading_pt"] * 96 / 72
    top = theme["page"]["head_mm"] * _PX + line
    places = [(laid.anchors[name], year) for name, year in part.years if name in laid.anchors]
    for page in range(laid.pages):
        before = [year for (at, _, _), year in places if at < page]
        here = [(y, year) for (at, _, y), year in places if at == page]
        first = [year for y, year in here if y < top][:1] or before[-1:]
        last = [year for _, year in here][-1:] or first
        yield between(first[0], last[0]) if first and page and page % 2 == 0 else ""
