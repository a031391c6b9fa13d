"""Lay out one part: HTML → tagged pages and the places of its anchors.  Runs in a worker."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

import weasyprint
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher

from pipeline import resources
from pipeline.writers.faces import PACKAGES

VARIANT = "pdf/a-3a"
"""Tags come with it; PDF/UA-1 is declared when the book is assembled."""


@dataclass(frozen=True, slots=True)
class LaidOut:
    """A part laid out by itself."""

    key: str
    pages: int
    anchors: dict[str, tuple[int, float, float]]
    """Anchor: page in the part from 0, x and y in CSS px from its top left."""
    pdf: bytes
    warnings: tuple[str, ...] = ()


class _Fetcher(URLFetcher):  # type: ignore[misc]
    """Opens the fonts of the packages and ``data:`` drawings, nothing else at all."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=("file", "data"))
        self._folders = tuple(resources.font_files(name).resolve() for name in PACKAGES)

    def fetch(self, url: str, headers: Any = None) -> Any:
        """Return the resource.

        Raises:
            ValueError: The address is not of the booklet's own.
        """
        parts = urlsplit(url)
        if parts.scheme == "data":
            return super().fetch(url, headers)
        path = Path(url2pathname(unquote(parts.path))).resolve()
        if parts.scheme != "file" or path.parent not in self._folders:
            raise ValueError(f"not a resource of the booklet: {url}")
        return super().fetch(url, headers)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


@cache
def _fonts() -> FontConfiguration:
    return FontConfiguration()


def lay_out(key: str, html: str) -> LaidOut:
    """Return the pages of one part, tagged; WeasyPrint's warnings are kept, never silence."""
    listener = _Listener()
    logger = logging.getLogger("weasyprint")
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    logger.addHandler(listener)
    try:
        document = weasyprint.HTML(string=html, url_fetcher=_Fetcher()).render(
            font_config=_fonts(), pdf_variant=VARIANT, pdf_tags=True
        )
        pdf = document.write_pdf(pdf_variant=VARIANT, pdf_tags=True)
    finally:
        logger.removeHandler(listener)
    anchors = {
        name: (number, float(place[0]), float(place[1]))
        for number, page in enumerate(document.pages)
        for name, place in page.anchors.items()
    }
    return LaidOut(key, len(document.pages), anchors, pdf, tuple(listener.heard))
