"""The PNG of a drawing, for readers of Word files that do not see SVG."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from pipeline.drawing.svg import Drawing, bar, path, points, svg, text
from pipeline.theme import Theme
from pipeline.writers.pdf.raster import rasterised
from tests.conftest import shipped_theme

WHITE = (255, 255, 255)


@pytest.fixture(scope="module")
def theme() -> Theme:
    return shipped_theme()


def _painted(drawing: Drawing, theme: Theme) -> Image.Image:
    (png,) = rasterised([drawing], theme)
    return Image.open(io.BytesIO(png)).convert("RGB")


def _red(pixel: tuple[int, int, int]) -> bool:
    return pixel[0] > pixel[1] + 60


def test_a_drawing_is_painted_to_its_edges_and_at_its_size(theme: Theme) -> None:
    """72 points are 200 dots."""
    corners = [bar(x, y, 4, 4, theme) for x in (0, 140) for y in (0, 32)]
    image = _painted(svg(144, 36, corners, "Quatre coins."), theme)

    assert image.size == (400, 100)
    for place in ((1, 1), (398, 1), (1, 98), (398, 98)):
        assert _red(image.getpixel(place)), place
    assert image.getpixel((200, 50)) == WHITE
    assert image.info.get("dpi") is None or round(image.info["dpi"][0]) == 200


def test_every_shape_leaves_its_ink_where_it_stands(theme: Theme) -> None:
    accent = theme["colour"]["accent"]
    shapes = [
        path("M0 9H36", accent, 2),
        path("M54 0V18", accent, 2),
        points([(90, 9), (108, 9, 12)], 3, accent),
        f'<path d="M126 9l8 -6v12z" fill="{accent}"/>',
    ]
    image = _painted(svg(144, 18, shapes, "Des traits."), theme)

    def at(x: float, y: float) -> bool:
        return _red(image.getpixel((round(x * 200 / 72), round(y * 200 / 72))))

    for x, y in ((18, 9), (54, 3), (54, 15), (88, 9), (114, 9), (121, 9), (131, 9)):
        assert at(x, y), (x, y)
    for x, y in ((18, 5), (50, 9), (95, 9), (131, 2), (140, 9)):
        assert not at(x, y), (x, y)


@pytest.mark.parametrize(("anchor", "inked"), [("start", 1), ("middle", None), ("end", 0)])
def test_a_text_stands_where_its_anchor_says(theme: Theme, anchor: str, inked: int | None) -> None:
    letters = text(72, 12, "Régie", theme, anchor, size=10)
    image = _painted(svg(144, 18, [letters], "Un mot."), theme).convert("L")
    halves = [image.crop(box) for box in ((0, 0, 199, 50), (201, 0, 400, 50))]
    dark = [half.getextrema()[0] < 200 for half in halves]

    assert dark == ([True, True] if inked is None else [inked == 0, inked == 1])


def test_what_the_fonts_lack_is_painted_as_the_book_prints_it(theme: Theme) -> None:
    lacking = svg(144, 18, [text(5, 12, "Fête ●", theme, "start", 10)], "Un mot.")
    nearest = svg(144, 18, [text(5, 12, "Fête •", theme, "start", 10)], "Un mot.")

    assert rasterised([lacking], theme) == rasterised([nearest], theme)


def test_an_unknown_shape_is_an_error(theme: Theme) -> None:
    with pytest.raises(ValueError, match="circle"):
        rasterised([svg(9, 9, ['<circle r="3"/>'], "Un rond.")], theme)
