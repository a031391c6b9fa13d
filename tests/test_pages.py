"""The look of a few pages of the example, and of years that run on, against kept images.

``ACCEPT=1 pytest tests/test_pages.py`` keeps them anew: then look at each, and commit them with
the change of the page.
"""

from __future__ import annotations

import os
from pathlib import Path

import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageFilter, ImageStat

KEPT = Path(__file__).parent / "pages"
PAGES = {"cover": "i", "contents": "vii", "years": "xi", "opening": "1", "entries": "2"}
"""Printed number of each page, by the name of its image."""
RUNNING = {"era": "5", "running": "6"}
"""Those of the sparse workbook."""
SCALE = 0.8
"""Pixels a point."""
MOST_OFF = 1.0
"""Mean difference in levels of grey, of 255, that another rasteriser may make; a page that is set
a pixel lower makes more."""


def _drawn(booklet: Path, label: str) -> Image.Image:
    pages = pypdfium2.PdfDocument(booklet)
    number = next(n for n in range(len(pages)) if pages.get_page_label(n) == label)
    image = pages[number].render(scale=SCALE).to_pil().convert("L")
    pages.close()
    return image


def _off(one: Image.Image, other: Image.Image) -> float:
    """Return how far two images differ, in levels of grey; edges count little."""
    soft = [each.filter(ImageFilter.GaussianBlur(1)) for each in (one, other)]
    return ImageStat.Stat(ImageChops.difference(*soft)).mean[0]


@pytest.mark.visual
@pytest.mark.parametrize("name", [*PAGES, *RUNNING])
def test_a_page_looks_as_it_did(name: str, example_files: Path, sparse_files: Path) -> None:
    if name in PAGES:
        drawn = _drawn(example_files / "chronique-atelier.pdf", PAGES[name])
    else:
        drawn = _drawn(sparse_files / "bourg.pdf", RUNNING[name])
    kept = KEPT / f"{name}.png"
    if os.environ.get("ACCEPT"):
        drawn.quantize(16).save(kept, optimize=True)
    with Image.open(kept) as image:
        before = image.convert("L")

    assert kept.stat().st_size < 50_000
    assert drawn.size == before.size
    assert _off(drawn, before) < MOST_OFF
