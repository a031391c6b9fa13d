"""WeasyPrint's own styles, without those of notes, margins and more that a booklet has not.

They give each element five styles of notes, and one of a list's marker, whether it has these or
not, and each page sixteen boxes in its margins: of the styles that WeasyPrint works out, that
is four in five.  Folios and running heads are laid over finished pages.
"""

from __future__ import annotations

import importlib.resources
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from pipeline.regex import regex

_COUNTERS_RE = regex(r"(?m)^@counter-style (?!disc |decimal ).*$")
"""Lines with the figures of other scripts: half of WeasyPrint's sheet, in symbols."""
_NOTES = frozenset(
    ("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")
)
_MARKER = "marker"


@contextmanager
def read_short() -> Iterator[None]:
    """Have WeasyPrint (70.0) read its sheets, while it is imported, without what is never used.

    Those are the figures of sixty scripts for lists, and the attributes that look like styles
    (``<p align=…>``), which are asked for nowhere: to parse both took a twelfth of its import.
    """
    found = importlib.resources.files

    def files(package: Any, *others: Any) -> Any:
        folder = found(package, *others)
        ours = getattr(package, "__name__", package) == "weasyprint.css"
        return _Shelf(folder) if ours else folder

    importlib.resources.files = files
    try:
        yield
    finally:
        importlib.resources.files = found


@dataclass(frozen=True, slots=True)
class _Shelf:
    """The folder of the sheets."""

    folder: Any

    def __truediv__(self, name: str) -> Any:
        path = self.folder / name
        return _Sheet(path) if name in ("html5_ua.css", "html5_ph.css") else path


@dataclass(frozen=True, slots=True)
class _Sheet:
    path: Any

    def read_text(self, encoding: str) -> str:
        """Return what is used of it."""
        if self.path.name == "html5_ph.css":
            return ""
        text: str = self.path.read_text(encoding)
        return _COUNTERS_RE.sub("", text)


def leave_notes_out() -> None:
    """Take notes out of ``weasyprint.UA_STYLESHEET`` (70.0), and give markers to items alone.

    An entry of its matcher is a test, a specificity, a place, a pseudo-element and declarations.
    """
    from weasyprint import UA_STYLESHEET

    matcher = UA_STYLESHEET.matcher
    for_all = matcher.other_selectors
    items = matcher.lower_local_name_selectors.setdefault("li", [])
    items += [each for each in for_all if each[3] == _MARKER and each not in items]
    for_all[:] = [each for each in for_all if each[3] not in {*_NOTES, _MARKER}]


def leave_margins_out() -> None:
    """Take what stands around the text out of its rules for pages, and make no box of it.

    Stands in for ``weasyprint.layout.make_margin_boxes``, too.  A rule for pages has selectors:
    each a specificity, a box of the page, and which pages.
    """
    from weasyprint import UA_STYLESHEET, layout

    rules = UA_STYLESHEET.page_rules
    rules[:] = [each for each in rules if all(box is None for _, box, _ in each[1])]
    layout.make_margin_boxes = lambda context, page, state: ()
