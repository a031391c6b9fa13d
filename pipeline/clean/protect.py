"""What no rule may touch: addresses, file names, codes, clock times, telephone numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.rule import Edit, Edits

_PROTECTED_RE = re.compile(
    r"(?:https?://|ftp://|file:|www\.)\S+"
    r"|[\w.+-]+@[\w-]+\.[\w.-]+"
    r"|\b\d{1,2}:\d{2}(?::\d{2})?\b"
    r"|\b[\w-]+\.(?:pdf|docx?|xlsx?|jpe?g|png|html?|fr|com|org|net|eu|info)\b(?![’'])"
    r"|\b0\d(?:[ .-]?\d{2}){4}\b"
    r"|\b[A-Z]+(?:/[A-Z0-9]+)+\b"
    r"|\bdoi:\S+"
    r"|\{\{.*?\}\}|\{%.*?%\}",
    re.IGNORECASE,
)
"""An address, a mail address, a time, a file name, a telephone number, a shelf mark."""


def guarded(edits: Edits) -> Edits:
    """Return a rule that leaves protected letters alone.

    >>> from pipeline.clean.rule import Edit, apply
    >>> def colon(text):
    ...     yield Edit(text.index(":"), text.index(":"), " ")
    >>> apply(guarded(colon), "http://exemple.fr")
    'http://exemple.fr'
    """

    def guard(text: str) -> Iterator[Edit]:
        zones: list[tuple[int, int]] | None = None
        for edit in edits(text):
            if zones is None:
                zones = [match.span() for match in _PROTECTED_RE.finditer(text)]
            if not any(start < edit.end and edit.start < end for start, end in zones) and not any(
                start < edit.start == edit.end < end for start, end in zones
            ):
                yield edit

    guard.__doc__ = edits.__doc__
    guard.__name__ = getattr(edits, "__name__", "rule")
    return guard
