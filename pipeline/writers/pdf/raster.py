"""Drawings as PNG, for the Word file: their few shapes painted straight, three times as large.

``pipeline.drawing.svg`` writes texts, rectangles and paths of straight lines, and no more; a
shape that is not known here is an error, not a gap.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias
from xml.etree import ElementTree

from PIL import Image, ImageDraw, ImageFont
from PIL.Image import Quantize

from pipeline.drawing import Drawing
from pipeline.regex import regex
from pipeline.theme import Theme
from pipeline.writers.faces import font_programs
from pipeline.writers.repertoire import stand_in

DPI = 200
"""Dots an inch: sharp on an office printer, light in the file."""
_COLOURS = 64
_PAPER = 250
"""From here on it is the white of the paper, which the palette misses by a hair."""
_FINE = 3
"""Shapes are painted so many times as large, and smoothed."""
_DOTS = DPI / 72
_STEP_RE = regex(r"([MHVhvlz])([^A-Za-z]*)")
_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}
_SVG = "{http://www.w3.org/2000/svg}"

Point: TypeAlias = tuple[float, float]


def rasterised(drawings: Sequence[Drawing], theme: Theme) -> list[bytes]:
    """Return one PNG a drawing, in the order given."""
    faces = font_programs(theme)
    return [_png(_painted(drawing, faces)) for drawing in drawings]


def _painted(drawing: Drawing, faces: Mapping[str, Path]) -> Image.Image:
    shapes = list(ElementTree.fromstring(drawing.svg))
    width, height = (round(side * _DOTS) for side in (drawing.width_pt, drawing.height_pt))
    large = Image.new("RGB", (width * _FINE, height * _FINE), "white")
    brush = ImageDraw.Draw(large)
    for shape in shapes:
        if shape.tag == f"{_SVG}rect":
            _rectangle(brush, shape)
        elif shape.tag == f"{_SVG}path":
            _path(brush, shape)
        elif shape.tag != f"{_SVG}text":
            raise ValueError(f"a shape that cannot be painted: {shape.tag}")
    image = large.reduce(_FINE)
    pen = ImageDraw.Draw(image)
    for shape in shapes:
        if shape.tag == f"{_SVG}text":
            _letters(pen, shape, faces)
    return image


def _rectangle(brush: ImageDraw.ImageDraw, shape: ElementTree.Element) -> None:
    x, y, width, height = (float(shape.attrib[key]) for key in ("x", "y", "width", "height"))
    _filled(brush, (x, y), (x + width, y + height), shape.attrib["fill"])


def _filled(brush: ImageDraw.ImageDraw, one: Point, other: Point, colour: str) -> None:
    """Fill a rectangle between two corners, at least one dot of the large picture wide."""
    sides = []
    for first, last in zip(one, other, strict=True):
        start, end = sorted((round(first * _DOTS * _FINE), round(last * _DOTS * _FINE)))
        sides.append((start, max(start, end - 1)))
    (left, right), (top, bottom) = sides
    brush.rectangle((left, top, right, bottom), fill=colour)


def _path(brush: ImageDraw.ImageDraw, shape: ElementTree.Element) -> None:
    given = shape.attrib
    if given.get("fill", "none") != "none":
        for line in _lines(given["d"]):
            brush.polygon([(x * _DOTS * _FINE, y * _DOTS * _FINE) for x, y in line], given["fill"])
        return
    half, colour = float(given["stroke-width"]) / 2, given["stroke"]
    ends = half if given.get("stroke-linecap") == "round" else 0.0
    for line in _lines(given["d"]):
        for (x, y), (to_x, to_y) in pairwise(line):
            across = (0.0, half) if y == to_y else (half, 0.0)
            one = (min(x, to_x) - across[0], min(y, to_y) - across[1])
            other = (max(x, to_x) + across[0], max(y, to_y) + across[1])
            _filled(brush, one, other, colour)
        for x, y in line if ends else ():
            box = ((x - ends, y - ends), (x + ends, y + ends))
            brush.ellipse([side * _DOTS * _FINE for point in box for side in point], fill=colour)


def _lines(steps: str) -> Iterator[list[Point]]:
    """Yield the points of each line of a path.

    >>> list(_lines("M0 13.0H9v4M5 1l4 -2v4z"))
    [[(0.0, 13.0), (9.0, 13.0), (9.0, 17.0)], [(5.0, 1.0), (9.0, -1.0), (9.0, 3.0)]]
    """
    line: list[Point] = []
    for step, numbers in _STEP_RE.findall(steps):
        values = [float(each) for each in numbers.split()]
        x, y = line[-1] if line else (0.0, 0.0)
        if step == "M":
            if line:
                yield line
            line = [(values[0], values[1])]
        elif step in "Hh":
            line.append((values[0] + (x if step == "h" else 0), y))
        elif step in "Vv":
            line.append((x, values[0] + (y if step == "v" else 0)))
        elif step == "l":
            line.append((x + values[0], y + values[1]))
    if line:
        yield line


def _letters(
    pen: ImageDraw.ImageDraw, shape: ElementTree.Element, faces: Mapping[str, Path]
) -> None:
    given = shape.attrib
    face = given["font-family"].replace(" ", "-")
    face += "-Light" if given.get("font-weight") == "300" else ""
    font = _font(faces[face], float(given["font-size"]) * _DOTS)
    place = (float(given["x"]) * _DOTS, float(given["y"]) * _DOTS)
    letters = stand_in(shape.text or "", italic=False)
    pen.text(place, letters, given["fill"], font, _ANCHORS[given["text-anchor"]])


@cache
def _font(program: Path, size: float) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(str(program), size, layout_engine=ImageFont.Layout.BASIC)


def _png(image: Image.Image) -> bytes:
    target = io.BytesIO()
    image = image.quantize(_COLOURS, Quantize.FASTOCTREE)
    image.putpalette([255 if each >= _PAPER else each for each in image.getpalette() or ()])
    image.save(target, "png", dpi=(DPI, DPI))
    return target.getvalue()
