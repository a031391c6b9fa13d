"""Plain SVG shapes, in points; text in the theme's sans."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from unicodedata import normalize

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
    serif: bool = False,
) -> str:
    """Return a line of text, in grey and sans unless told; ``anchor`` as in SVG."""
    family = theme["fonts"]["serif" if serif else "sans"]
    weight = ' font-weight="300"' if light else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" font-family="{family}" '
        f'font-size="{size:g}"{weight} fill="{colour or theme["colour"]["grey"]}">'
        f"{escape(letters)}</text>"
    )


def width_of(letters: str, size: float) -> float:
    """Return how wide a line of the theme's sans is, in points; a little less than told.

    >>> round(width_of("Régie", 10), 1)
    24.0
    """
    return size * sum(_WIDTHS.get(letter, 0.6) for letter in normalize("NFD", letters))


_BY_WIDTH = {
    0.2: " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}",
    0.26: "',.:;ijl|’‘·",
    0.3: "I!f",
    0.34: "()-[]t",
    0.36: "/r",
    0.44: '*s"?z«»“”',
    0.48: "cxJYvy–",
    0.5: "#$+0123456789=FL_ek",
    0.54: "VXagESTZ",
    0.56: "Abdhnopqu",
    0.6: "BCKPR",
    0.68: "&DGHNUOQ",
    0.74: "Mw",
    0.86: "W—%mœ@Œæ",
    0.96: "…Æ",
}
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
_WIDTHS |= dict.fromkeys("\u0300\u0301\u0302\u0308\u0327\u0303", 0.0)
"""Widths of Source Sans in ems, rounded up; marks over a letter take none."""


def fitted(line: str, width: float, size: float) -> str:
    """Return a line that fits, cut at a word with an ellipsis where it was too long.

    >>> fitted("Congrès de Boulogne", 55, 8)
    'Congrès de…'
    """
    if width_of(line, size) <= width:
        return line
    kept = line
    while kept and width_of(kept + "…", size) > width:
        kept = kept[:-1]
    words = kept.rpartition(" ")[0] if " " in kept and not line[len(kept)].isspace() else kept
    return words.rstrip(" .,;:·–") + "…"


def bar(x: float, y: float, length: float, high: float, theme: Theme) -> str:
    """Return a bar in the accent."""
    return (
        f'<rect x="{x:.2f}" y="{y:.2f}" width="{length:.2f}" height="{high:g}" '
        f'fill="{theme["colour"]["accent"]}"/>'
    )


def points(
    places: Sequence[tuple[float, float] | tuple[float, float, float]], radius: float, colour: str
) -> str:
    """Return round points as one stroke, quick to draw; a third number draws one out."""
    steps = "".join(f"M{x:.2f} {y:.2f}h{max(0.01, sum(long)):.4g}" for x, y, *long in places)
    return (
        f'<path d="{steps}" stroke="{colour}" stroke-width="{2 * radius:.2f}" '
        'stroke-linecap="round" fill="none"/>'
    )


def path(steps: str, colour: str, width: float = 0.5) -> str:
    """Return a stroke."""
    return f'<path d="{steps}" stroke="{colour}" stroke-width="{width:g}" fill="none"/>'
