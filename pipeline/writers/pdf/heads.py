"""What each page says at its head.

It is laid over the finished pages as folios are: only they tell which years a page holds, and
a head that WeasyPrint sets costs a twentieth of the time of its page.
"""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.french import between
from pipeline.theme import Theme
from pipeline.writers.parts import Part
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.layout import Placed

_PX = 96 / 25.4


def running_heads(placed: Placed, theme: Theme) -> Iterator[str]:
    """Yield what each page of a part says; nothing where something opens.

    Where years run on, a right-hand page says which: ``1893-1897``.
    """
    part, laid = placed.part, placed.laid
    openings = {0} | {laid.anchors[name][0] for name in part.openings if name in laid.anchors}
    verso, recto = part.heads
    years = running_years(part, laid, theme)
    for page, said in enumerate(years):
        if page in openings:
            yield ""
        else:
            yield said or recto if (placed.first + page) % 2 else verso


def running_years(part: Part, laid: LaidOut, theme: Theme) -> Iterator[str]:
    """Yield the years that stand on each right-hand page, ``1893-1897``, nothing where it opens.

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
