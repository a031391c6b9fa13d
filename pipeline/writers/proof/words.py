"""The text of finished pages, read back from the PDF: running heads and folios left out.

Reading is slow and pages seldom change: the text of a run of pages is kept under the hash of
what the finished file draws there, its fonts included.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

import pypdfium2

from pipeline import kept, resources
from pipeline.theme import Theme
from pipeline.writers.press.layout import Layout
from pipeline.writers.press.workshop import Workshop
from pipeline.writers.proof.drawn import run_marks

_PT = 72 / 25.4
_Texts: TypeAlias = list[str]
"""The text of each page of a run."""


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

    def begin(numbers: Sequence[int]) -> Iterator[tuple[Sequence[int], Callable[[], list[_Texts]]]]:
        shares = (numbers[first :: workshop.jobs] for first in range(workshop.jobs))
        for share in filter(None, shares):
            wanted = [runs[number] for number in share]
            yield share, workshop.begin("relecture du livret", _read, pdf, foot, head, wanted)

    # What was laid out in this run is new, mostly: it is read while the rest is looked up.
    new = [number for number, placed in enumerate(layout.placed) if not placed.laid.known]
    begun = list(begin(new))
    margins = f"{pypdfium2.PYPDFIUM_INFO} {resources.program()} {foot} {head} "
    keys = [kept.hashed(margins + mark) for mark in run_marks(pdf, runs)]
    known = [None if number in new else _load(cache, key) for number, key in enumerate(keys)]
    texts = {number: text for number, text in enumerate(known) if text is not None}
    begun += begin([number for number in range(len(runs)) if number not in {*texts, *new}])
    for share, read in begun:
        for number, text in zip(share, read(), strict=True):
            texts[number] = text
            kept.keep(cache, f"{keys[number]}.texts", json.dumps(text).encode())
    return [text for number in range(len(runs)) for text in texts[number]]


def _load(cache: Path | None, key: str) -> _Texts | None:
    found = kept.kept(cache, f"{key}.texts")
    return None if found is None else list(json.loads(found))


def _read(pdf: bytes, foot: float, head: float, runs: Sequence[tuple[int, int]]) -> list[_Texts]:
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
