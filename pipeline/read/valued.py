"""A cell made from a value and its number format: as it is shown, typed as far as that says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import LINKS, PLAIN, Cell, CellRef, CellValue, Span, Style
from pipeline.read.grid import clean_letters, make_cell
from pipeline.read.number_format import precise, shown


def valued_cell(
    at: CellRef, value: Any, code: str | None, style: Style, findings: list[Diagnostic]
) -> Cell | None:
    """Return a cell as it is shown; ``code`` is its number format."""
    letters = clean_letters(value) if isinstance(value, str) else shown(value, code)
    if not letters:
        letters = shown(value)
        findings.append(Diagnostic(Code.VALUE_HIDDEN, at, before=letters))
    typed: CellValue = (
        precise(value, code)
        if isinstance(value, (str, int, float, bool, dt.date, dt.time))
        else str(value)
    )
    cell = make_cell(at, (Span(letters, style),), typed, findings)
    partly = isinstance(value, dt.date) and isinstance(typed, str)
    return replace(cell, date=value) if cell and partly else cell


def error_cell(at: CellRef, letters: str, findings: list[Diagnostic]) -> Cell | None:
    """Return the cell of a formula that failed."""
    findings.append(Diagnostic(Code.ERROR_VALUE, at, before=letters))
    return make_cell(at, (Span(letters),), None, findings)


def link_of(target: str | None) -> str | None:
    """Return an address that a page may link to, or ``None``."""
    return target if target and target.startswith(LINKS) else None


def running(spans: Iterable[Span]) -> list[Span]:
    """Return runs whose common weight is left out: a bold cell is decoration, a bold word is not.

    >>> [span.style.bold for span in running([Span("a", Style(bold=True)), Span("b")])]
    [True, False]
    >>> running([Span("a", Style(bold=True)), Span("b", Style(bold=True))])
    [Span('a'), Span('b')]
    """
    kept = list(spans)
    if all(span.style.bold for span in kept if span.text.strip()):
        kept = [replace(span, style=_light(span.style)) for span in kept]
    return kept


def _light(style: Style) -> Style:
    light = replace(style, bold=False)
    return PLAIN if light == PLAIN else light
