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
    caption: str = ""
    """What its signs mean."""


def svg(
    width: float, height: float, shapes: Sequence[str], words: str, caption: str = ""
) -> Drawing:
    """Return a drawing of its shapes."""
    body = "".join(shapes)
    whole = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height:g}" '
        f'width="{width:g}pt" height="{height:g}pt">{body}</svg>'
    )
    return Drawing(whole, typeset(words), width, height, caption)


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
    """Return a line of text, in grey and sans unless told; ``anchor`` as in SVG.

    It is written from its left end where its width is known: for any other anchor WeasyPrint
    makes a transparent group of each line, which no printer likes and which takes long.
    """
    family = theme["fonts"]["serif" if serif else "sans"]
    if anchor != "start" and family == _FACE and not light and _is_known(letters):
        long = size * _long(letters)
        x, anchor = x - (long / 2 if anchor == "middle" else long), "start"
    weight = ' font-weight="300"' if light else ""
    return (
        f'<text x="{x:.2f}" y="{y:.2f}" text-anchor="{anchor}" font-family="{family}" '
        f'font-size="{size:g}"{weight} fill="{colour or theme["colour"]["grey"]}">'
        f"{escape(letters)}</text>"
    )


def width_of(letters: str, size: float) -> float:
    """Return how wide a line of the theme's sans is, in points, and a little more.

    >>> round(width_of("Régie", 10), 1)
    24.0
    """
    return _MORE * size * _long(letters)


_MORE = 1.04
"""Other weights than the regular one are wider."""
_FACE = "Source Sans Pro"
_BY_WIDTH = {
    0: "\u0300\u0301\u0302\u0303\u0308\u030a\u030c\u0327",
    125: "\N{NARROW NO-BREAK SPACE}",
    200: " ",
    202: "\N{NO-BREAK SPACE}",
    240: "ʳ",
    246: "i",
    247: "j",
    249: "',.:;·‘’",
    255: "l",
    262: "ł",
    263: "I",
    289: "!¡",
    292: "f",
    303: "()[]",
    304: "•",
    311: "-",
    331: "°",
    336: "ᵉ",
    338: "t",
    345: "ª",
    347: "r",
    350: "/",
    365: "º",
    367: "²³",
    418: "*",
    419: "s",
    425: "?z¿",
    426: '"“”„',
    429: "«»",
    446: "x",
    454: "†",
    456: "c",
    467: "vy",
    476: "Y",
    480: "J–",
    486: "L",
    489: "Ł",
    494: "F",
    495: "k",
    496: "e",
    497: "#$+0123456789=€×±−£§",
    500: "_",
    504: "ag",
    513: "X",
    515: "V",
    527: "E",
    534: "S",
    536: "T",
    539: "Z",
    542: "oø",
    544: "Ahu",
    547: "n",
    553: "b",
    555: "dpq",
    566: "P",
    569: "R",
    571: "C",
    576: "ß",
    579: "K",
    588: "B",
    609: "&",
    615: "D",
    617: "G",
    619: "→",
    645: "U",
    647: "N",
    652: "H",
    664: "OQØ",
    718: "w",
    727: "M",
    785: "æ",
    786: "W",
    800: "—",
    822: "Æ",
    824: "%",
    829: "m",
    839: "œ",
    847: "@Œ",
    948: "…",
}
_WIDTHS = {letter: width for width, letters in _BY_WIDTH.items() for letter in letters}
"""Widths of letters of Source Sans Pro, regular, in thousandths of its size."""
_OTHER = 600


def _long(letters: str) -> float:
    """Return how wide a line is, in its size."""
    return sum(_WIDTHS.get(each, _OTHER) for each in normalize("NFD", letters)) / 1000


def _is_known(letters: str) -> bool:
    return set(normalize("NFD", letters)) <= _WIDTHS.keys()


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
