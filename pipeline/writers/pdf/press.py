"""Lay out one part: HTML → tagged pages and the places of its anchors, in a process of its own.

WeasyPrint is imported when it is first needed, so that only these processes pay for it.
"""

from __future__ import annotations

import logging
import signal
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from pipeline import resources
from pipeline.writers.faces import PACKAGES
from pipeline.writers.pdf.laid import VARIANT, LaidOut


def quiet() -> None:
    """Leave Ctrl-C to the process that asked for the work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def warm() -> None:
    """Import the engine and open the fonts ahead of the first part."""
    _engine()


@cache
def _engine() -> tuple[Any, Any, Any]:
    """Return WeasyPrint, its fonts, and a fetcher that opens nothing but the book's own."""
    import weasyprint
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    folders = tuple(resources.font_files(name).resolve() for name in PACKAGES)

    class Fetcher(URLFetcher):  # type: ignore[misc]
        """Opens the fonts of the packages and ``data:`` drawings, nothing else at all."""

        def fetch(self, url: str, headers: Any = None) -> Any:
            """Return the resource; ValueError where the address is not of the booklet's own."""
            parts = urlsplit(url)
            if parts.scheme == "data":
                return super().fetch(url, headers)
            path = Path(url2pathname(unquote(parts.path))).resolve()
            if parts.scheme != "file" or path.parent not in folders:
                raise ValueError(f"not a resource of the booklet: {url}")
            return super().fetch(url, headers)

    return weasyprint, FontConfiguration(), Fetcher(allowed_protocols=("file", "data"))


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def lay_out(key: str, html: str) -> LaidOut:
    """Return the pages of one part, tagged; WeasyPrint's warnings are kept, never silence."""
    weasyprint, fonts, fetcher = _engine()
    listener = _Listener()
    logger = logging.getLogger("weasyprint")
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    logger.addHandler(listener)
    try:
        document = weasyprint.HTML(string=html, url_fetcher=fetcher).render(
            font_config=fonts, pdf_variant=VARIANT, pdf_tags=True
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
