"""The text of finished pages, read back from the PDF: running heads and folios left out."""

from __future__ import annotations

import pypdfium2

from pipeline.theme import Theme
from pipeline.writers.pdf.workshop import Workshop

_PT = 72 / 25.4


def page_texts(pdf: bytes, theme: Theme, workshop: Workshop) -> list[str]:
    """Return the text of each page inside its margins, divided words joined.

    Args:
        pdf: A finished booklet.
        theme: Its margins.
        workshop: The processes that read, each a run of pages.
    """
    page = theme["page"]
    foot, head = page["foot_mm"] * _PT - 8, page["head_mm"] * _PT - 6
    runs = [(pdf, foot, head, number, workshop.jobs) for number in range(workshop.jobs)]
    texts = workshop.all("relecture du livret", _run_of_pages, runs)
    return [text for run in texts for text in run]


def _run_of_pages(pdf: bytes, foot: float, head: float, number: int, of: int) -> list[str]:
    """Return the texts of one run of pages out of several; margins in points."""
    texts = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        count = len(document)
        for place in range(count * number // of, count * (number + 1) // of):
            page = document[place]
            width, height = page.get_size()
            letters = page.get_textpage()
            text = letters.get_text_bounded(0, foot, width, height - head)
            texts.append(text.replace("\r\n", "\n").replace("\ufffe\n", "").replace("\ufffe", ""))
            letters.close()
            page.close()
    finally:
        document.close()
    return texts
