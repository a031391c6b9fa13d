"""The text of finished pages, read back from the PDF: running heads and folios left out."""

from __future__ import annotations

import re

import pypdfium2

from pipeline.theme import Theme

_PT = 72 / 25.4
_JOINED_RE = re.compile("[\ufffe\u00ad\u2010-]\\s*\\n")
"""A word divided at a line's end."""


def page_texts(pdf: bytes, theme: Theme) -> tuple[str, ...]:
    """Return the text of each page inside its margins, divided words joined.

    Args:
        pdf: A finished booklet.
        theme: Its margins.
    """
    page_theme = theme["page"]
    foot = page_theme["foot_mm"] * _PT - 8
    head = page_theme["head_mm"] * _PT - 6
    texts = []
    document = pypdfium2.PdfDocument(pdf)
    try:
        for page in document:
            width, height = page.get_size()
            letters = page.get_textpage()
            text = letters.get_text_bounded(0, foot, width, height - head)
            texts.append(text.replace("\r\n", "\n").replace("\ufffe\n", "").replace("\ufffe", ""))
            letters.close()
            page.close()
    finally:
        document.close()
    return tuple(texts)
