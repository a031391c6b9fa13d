"""Make docs/images/pages.png, the picture of the READMEs, from the example's booklet.

Usage: python scripts/pictures.py BOOKLET.pdf PICTURE.png
"""

from __future__ import annotations

import sys
from pathlib import Path

import pypdfium2
from PIL import Image

LABELS = (("i", "vii", "xi"), ("1", "2", "3"))
"""Printed numbers of the pages, row by row: cover, contents, years; an opening and a spread."""
SCALE = 1.0
"""Pixels a point."""
GAP = 14
BETWEEN = (214, 210, 204)
COLOURS = 48


def picture(booklet: Path) -> Image.Image:
    """Return the pages side by side, as they lie on a table."""
    pages = pypdfium2.PdfDocument(booklet)
    numbers = {pages.get_page_label(number): number for number in range(len(pages))}
    rows = [
        [pages[numbers[label]].render(scale=SCALE).to_pil().convert("RGB") for label in row]
        for row in LABELS
    ]
    width, height = rows[0][0].size
    columns = max(map(len, rows))
    size = (columns * (width + GAP) + GAP, len(rows) * (height + GAP) + GAP)
    table = Image.new("RGB", size, BETWEEN)
    for down, row in enumerate(rows):
        for across, page in enumerate(row):
            table.paste(page, (GAP + across * (width + GAP), GAP + down * (height + GAP)))
    return table.quantize(COLOURS)


if __name__ == "__main__":
    picture(Path(sys.argv[1])).save(sys.argv[2], optimize=True)
