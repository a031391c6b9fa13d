"""The text of finished pages, read back from the PDF: running heads and folios left out.

Reading is slow and pages seldom change: the text of a run of pages is kept under the hash of
what the finished file draws there, its fonts included.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pypdfium2

from pipeline import kept, resources
from pipeline.theme import Theme
from pipeline.writers.press.layout import Layout
from pipeline.writers.press.workshop import Workshop
from pipeline.writers.proof.drawn import run_marks

_PT = 72 / 25.4


def page_texts(
    pdf: bytes, layout: Layout, theme: Theme, workshop: Workshop, cache: Path | None
) -> list[str]:
    """Return the text of each page inside its margins, divided words joined.

    Args:
        pdf: A finished booklet.
        layout: Its parts.
        theme: Its margins.
        workshop: The processes that read.
        cache: Folder of texts read before; ``None`` for none.
    """
    page = theme["page"]
    foot, head = page["foot_mm"] * _PT - 8, page["head_mm"] * _PT - 6
    counts = [placed.laid.pages + placed.laid.pages % 2 for placed in layout.placed]
    firsts = [sum(counts[:number]) for number in range(len(counts))]
    runs = list(zip(firsts, counts, strict=True))
    margins = f"{pypdfium2.PYPDFIUM_INFO} {resources.program()} {foot} {head} "
    keys = [kept.hashed(margins + mark) for mark in run_marks(pdf, runs)]
    texts = [_load(cache, key) for key in keys]
    wanted = [number for number, text in enumerate(texts) if text is None]
    shares = [wanted[number :: workshop.jobs] for number in range(workshop.jobs)]
    shares = [share for share in shares if share]
    rows = [(pdf, foot, head, [runs[number] for number in share]) for share in shares]
    read = workshop.all("relecture du livret", _read, rows)
    for share, found in zip(shares, read, strict=True):
        for number, text in zip(share, found, strict=True):
            texts[number] = text
            kept.keep(cache, f"{keys[number]}.texts", json.dumps(text).encode())
    return [text for run in texts for text in run or ()]


def _load(cache: Path | None, key: str) -> list[str] | None:
    found = kept.kept(cache, f"{key}.texts")
    return None if found is None else list(json.loads(found))


def _read(pdf: bytes, foot: float, head: float, runs: Sequence[tuple[int, int]]) -> list[list[str]]:
    """Return the texts of runs of pages (first and count); margins in points."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [
            [_text(document, place, foot, head) for place in range(first, first + count)]
            for first, count in runs
        ]
    finally:
        document.close()


def _text(document: pypdfium2.PdfDocument, place: int, foot: float, head: float) -> str:
    page = document[place]
    width, height = page.get_size()
    letters = page.get_textpage()
    text: str = letters.get_text_bounded(0, foot, width, height - head)
    letters.close()
    page.close()
    return text.replace("\r\n", "\n").replace("\ufffe\n", "").replace("\ufffe", "")
