"""Lay out one part: HTML → tagged pages and the places of its anchors, in a process of its own.

WeasyPrint is imported when it is first needed, so that only these processes pay for it.
"""

from __future__ import annotations

import ctypes.util
import gc
import logging
import multiprocessing
import os
import signal
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, lru_cache
from multiprocessing.util import Finalize
from pathlib import Path
from types import ModuleType
from typing import Any
from urllib.parse import unquote, urlsplit

from pipeline import resources
from pipeline.writers.faces import PACKAGES
from pipeline.writers.press import plain_sheet
from pipeline.writers.press.declared import declared_once
from pipeline.writers.press.hyphens import finish_hyphens
from pipeline.writers.press.laid import VARIANT, LaidOut
from pipeline.writers.press.tags import finish_tags

FEW_LINES = 5
"""Lines that a last page must hold: fewer look forgotten."""


_TRIAL = (
    "<html lang=fr-FR><title>x</title><body class=chapter><div class=opening>"
    "<h1 id=a><span class='year one'>1994</span><span class=title> Les prémices</span></h1>"
    "<div class=rule></div><p class=timeline><img alt='Frise' style='width:99pt;height:9pt' "
    "src=\"data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 99 9' "
    "width='99pt' height='9pt'><path d='M0 5H99' stroke='%23595959' fill='none'/>"
    "<text x='9' y='9' font-family='Source Sans Pro' font-size='6' fill='%23595959'>avril"
    '</text></svg>"></div><div class=entry><p class=period><span class=date id=b>20 janvier '
    "1994</span><h2 class=head>Charte des adhérents</h2><p class=named><span class=rubric>La "
    "fédération</span> L’assemblée générale <em>change</em> de <strong>statuts</strong>, de nom, "
    "de siège et de présidente, sur la proposition du conseil d’administration, et recommande "
    "la régionalisation.<p class=sources><span class=lowered><span class=sign>Document</span> "
    "Actes</span></div>"
)
"""A page that wants the faces, the drawing and the hyphens that a chapter wants."""


SELDOM = (50_000, 20, 10)
"""Objects made before waste is looked for: with 700 it takes a tenth of a chapter's time."""


def settle() -> None:
    """Make a process ready: Ctrl-C is for the one that asked, its fonts go when it ends."""
    gc.freeze()  # what was copied with the process is no waste, and is best not touched
    gc.set_threshold(*SELDOM)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Finalize(None, leave, exitpriority=1)
    threading.Thread(target=_outlive_nobody, daemon=True).start()


def _outlive_nobody() -> None:
    """End with the process that asked: were it killed, this one would wait for work for ever."""
    asked = multiprocessing.parent_process()
    if asked is not None:
        asked.join()
        os._exit(1)


def leave() -> None:
    """Remove the folder of fonts, where this process made it: those copied from it use it too."""
    if _made_by == [os.getpid()]:
        _engine()[1].__del__()


def warm(style: str = "") -> None:
    """Import the engine and open the fonts ahead of the first part.

    Args:
        style: Styles that the parts will share, mostly.
    """
    _engine()
    if style:
        lay_out("", _TRIAL, style)


_made_by: list[int] = []
"""The process that opened the engine."""


@cache
def _engine() -> tuple[Any, Any, Any]:
    """Return WeasyPrint, its fonts, and a fetcher that opens nothing but the book's own."""
    from urllib.request import url2pathname

    with _by_soname(), _without_font_tools(), declared_once(), plain_sheet.read_short():
        import weasyprint
    from weasyprint.pdf.fonts import Font
    from weasyprint.text.fonts import FontConfiguration
    from weasyprint.urls import URLFetcher

    from pipeline.writers.press.compression import compress_quicker
    from pipeline.writers.press.glyphs import draw_glyphs_by_look_up
    from pipeline.writers.press.lines import make_lines_ready_once
    from pipeline.writers.press.subset import subset_for_weasyprint

    Font.subset = subset_for_weasyprint
    compress_quicker()
    make_lines_ready_once()
    draw_glyphs_by_look_up()
    plain_sheet.leave_notes_out()
    plain_sheet.leave_margins_out()
    _made_by.append(os.getpid())
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


@contextmanager
def _by_soname() -> Iterator[None]:
    """Have libraries opened by soname alone, as ``libpango-1.0.so.0``.

    WeasyPrint tries other names before: to look for those cffi runs ``ldconfig`` and a compiler,
    fifteen times, which takes as long as the rest of the import.
    """
    found = ctypes.util.find_library
    if sys.platform == "linux":
        ctypes.util.find_library = lambda name: None
    try:
        yield
    finally:
        ctypes.util.find_library = found


@contextmanager
def _without_font_tools() -> Iterator[None]:
    """Have WeasyPrint find next to nothing for two modules of fontTools: a third of its import.

    Ours stands in for what calls the subsetter; the other makes one face of a font of many, as
    the shipped ones are not, and is loaded where one is met.
    """
    subsetter, instancer = ModuleType("fontTools.subset"), ModuleType("fontTools.varLib.instancer")
    instancer.instantiateVariableFont = _one_face  # type: ignore[attr-defined]
    absent = [each for each in (subsetter, instancer) if each.__name__ not in sys.modules]
    sys.modules.update((each.__name__, each) for each in absent)
    try:
        yield
    finally:
        for each in absent:
            del sys.modules[each.__name__]


def _one_face(font: Any, *wanted: Any, **how: Any) -> Any:
    from fontTools.varLib.instancer import (  # type: ignore[import-untyped]
        instantiateVariableFont,
    )

    return instantiateVariableFont(font, *wanted, **how)


@lru_cache(maxsize=2)
def _sheet(style: str) -> Any:
    """Return styles parsed, and their fonts opened: once for all parts of a book."""
    weasyprint, fonts, fetcher = _engine()
    return weasyprint.CSS(string=style, font_config=fonts, url_fetcher=fetcher)


def _rendered(html: str, style: str) -> Any:
    _, fonts, _ = _engine()
    return _read(html).render(
        stylesheets=[_sheet(style)], font_config=fonts, pdf_variant=VARIANT, pdf_tags=True
    )


def _read(html: str) -> Any:
    """Return the document, read by lxml: the reader that comes with WeasyPrint is slower.

    It wants a tree of ElementTree's, as it makes one itself; what XML cannot hold it reads itself.
    """
    from xml.etree import ElementTree

    from cssselect2 import ElementWrapper
    from lxml import etree
    from lxml.html import document_fromstring

    weasyprint, _, fetcher = _engine()
    try:
        tree = ElementTree.fromstring(etree.tostring(document_fromstring(html), encoding="unicode"))
    except (ElementTree.ParseError, etree.LxmlError, ValueError):
        return weasyprint.HTML(string=html, url_fetcher=fetcher)
    read = weasyprint.HTML(string="", url_fetcher=fetcher)
    read.wrapper_element = ElementWrapper.from_html_root(tree, content_language=None)
    read.etree_element = tree
    return read


def _lines(page: Any) -> list[Any]:
    """Return the lines of a page, without running heads."""
    from weasyprint.formatting_structure.boxes import LineBox

    flow = page._page_box.children[0]
    return [box for box in flow.descendants() if isinstance(box, LineBox)]


def _last_lines(document: Any, tail: int) -> int:
    """Return how many lines stand on the last page before the tail."""
    return len(_lines(document.pages[-1 - tail]))


def _words(page: Any) -> str:
    """Return the text of a page, words divided at a line's end joined."""
    from weasyprint.formatting_structure.boxes import TextBox

    text = ""
    for line in _lines(page):
        boxes = (box for box in line.descendants() if isinstance(box, TextBox))
        said = "".join(box.text for box in boxes)
        text += said[:-1] if said.endswith("\N{HYPHEN}") else said + "\n"
    return text.replace("\N{WORD JOINER}", "").replace("\N{ZERO WIDTH SPACE}", "")


def _finish(document: Any, pdf: Any) -> None:
    finish_tags(document, pdf)
    finish_hyphens(pdf)


class _Listener(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record.getMessage())


def lay_out(
    key: str, html: str, style: str = "", spare: tuple[str, ...] = (), tail: int = 0
) -> LaidOut:
    """Return the pages of one part, tagged; WeasyPrint's warnings are kept, never silence.

    Args:
        key: Name of the part.
        html: The whole document.
        style: Styles that it shares with other parts; its own rule over them.
        spare: Styles to try, in order, where the last page holds a few lines only.
        tail: Pages behind that last one, that stand by themselves.
    """
    listener = _Listener()
    logger = logging.getLogger("weasyprint")
    for handler in logger.handlers[:]:
        logger.removeHandler(handler)
    logger.addHandler(listener)
    try:
        document = _rendered(html, style)
        for other_foot in spare:
            if len(document.pages) - tail <= 1 or _last_lines(document, tail) >= FEW_LINES:
                break
            changed = html.replace("</style>", f"{other_foot}</style>", 1)
            other = _rendered(changed, style)
            if len(other.pages) < len(document.pages) or _last_lines(other, tail) >= FEW_LINES:
                document = other
        pdf = document.write_pdf(finisher=_finish, pdf_variant=VARIANT, pdf_tags=True)
    finally:
        logger.removeHandler(listener)
    anchors: dict[str, tuple[int, float, float]] = {}
    for number, page in enumerate(document.pages):
        for name, (x, y, *_) in page.anchors.items():
            # An entry that goes on over the page has its anchor there too.
            anchors.setdefault(name, (number, float(x), float(y)))
    words = tuple(map(_words, document.pages))
    return LaidOut(key, len(document.pages), anchors, pdf, words, tuple(listener.heard))
