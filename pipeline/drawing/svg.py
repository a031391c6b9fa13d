"""Plain SVG shapes, in points; text in the theme's sans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pipeline.theme import Theme


@dataclass(frozen=True, slots=True)
class Drawing:
    """An SVG and the words that say the same, for readers who do not see it."""

    svg: str
    words: str
    width_pt: float
    height_pt: float


def svg(width: float, height: float, shapes: Sequence[str], words: str) -> Drawing:
    """Return a drawing of its shapes."""
    body = "".join(shapes)
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}pt" height="{height:g}pt">{body}</svg>'
    )
    return Drawing(whole, words, width, height)


def text(
    x: float, y: float, letters: str, theme: Theme, anchor: str = "middle", size: float = 6
) -> str:
    """Return a line of text in grey; ``anchor`` as in SVG."""
    family = theme["fonts"]["sans"]
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" font-family="{family}" '
        f'font-size="{size:g}" fill="{theme["colour"]["grey"]}">{escape(letters)}</text>'
    )


def points(places: Sequence[tuple[float, float]], radius: float, colour: str) -> str:
    """Return round points as one stroke: short steps with round ends, quick to draw."""
    steps = "".join(f"M{x:.2f} {y:.2f}h.01" for x, y in places)
    return (
        f'<path d="{steps}" stroke="{colour}" stroke-width="{2 * radius:.2f}" '
        'stroke-linecap="round" fill="none"/>'
    )


def path(steps: str, colour: str, width: float = 0.5, *, faint: bool = False) -> str:
    """Return a stroke."""
    opacity = ' opacity=".6"' if faint else ""
    return f'<path d="{steps}" stroke="{colour}" stroke-width="{width:g}" fill="none"{opacity}/>'
