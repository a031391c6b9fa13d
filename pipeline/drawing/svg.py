"""Plain SVG shapes, in points; text in the theme's sans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from pipeline.french import typeset
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
    return Drawing(whole, typeset(words), width, height)


def text(
    x: float,
    y: float,
    letters: str,
    theme: Theme,
    anchor: str = "middle",
    size: float = 6,
    colour: str = "",
    *,
    light: bool = False,
) -> str:
    """Return a line of text, in grey unless told; ``anchor`` as in SVG."""
    family = theme["fonts"]["sans"]
    weight = ' font-weight="300"' if light else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" font-family="{family}" '
        f'font-size="{size:g}"{weight} fill="{colour or theme["colour"]["grey"]}">'
        f"{escape(letters)}</text>"
    )


def width_of(letters: str, size: float) -> float:
    """Return the most that a line of the theme's sans can take, in points.

    >>> round(width_of("Régie", 10), 1)
    25.3
    """
    return size * sum(_WIDTHS.get(letter, 0.6 if letter.isupper() else 0.53) for letter in letters)


_WIDTHS = {
    **dict.fromkeys("iIjlft.,:;·’'!|()[] \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}", 0.34),
    **dict.fromkeys("mwMWŒœÆæ%@…—", 0.92),
    **dict.fromkeys("GDHNOQU&", 0.72),
}
"""Widths of Source Sans in ems, rounded up; 0.6 for another capital, 0.53 for the rest."""


def fitted(line: str, width: float, size: float) -> str:
    """Return a line that fits, cut at a word with an ellipsis where it was too long.

    >>> fitted("Congrès de Boulogne", 60, 8)
    'Congrès de…'
    """
    if width_of(line, size) <= width:
        return line
    kept = line
    while kept and width_of(kept + "…", size) > width:
        kept = kept[:-1]
    words = kept.rpartition(" ")[0] if " " in kept and not line[len(kept)].isspace() else kept
    return words.rstrip(" ,;:·–") + "…"


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
