"""What the table says more than once: printed as it stands, and told."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Cell, CellRef, Record
from pipeline.regex import regex

SENTENCE = 6
"""Words from which a merged text is a sentence, no name of a place or of a kind."""

_DITTO_RE = regex(
    r"\s*(?:[-–—\s]*(?:[\"”“„″»]|''|’’|,,|//)[-–—\s]*|(?:idem|id|ibid(?:em)?|ditt?o)[.°]?)\s*",
    re.IGNORECASE,
)
"""A whole cell that says: as above."""
_SHOWN = 6
"""Cells that a finding about a column names."""


def repeats(rows: Sequence[Record]) -> Iterator[Diagnostic]:
    """Yield a finding for each row that is a copy of another, and for each merged sentence.

    And one for each column that has « idem ».
    """
    yield from _copies(rows)
    yield from _spread(rows)
    yield from _dittos(rows)


def _copies(rows: Sequence[Record]) -> Iterator[Diagnostic]:
    """Yield the rows that say what another of their sheet says; without a date, what the last did.

    An undated row under another year tells something else.
    """
    first: dict[tuple[str, ...], Record] = {}
    last: tuple[str, ...] = ()
    for row in rows:
        said = _said(row)
        dated = len(row.period) > len(row.lent)
        if said and said in first and (dated or said == last):
            at = CellRef(row.sheet, row.row, _first(row).at.column)
            yield Diagnostic(Code.ROW_REPEATED, at, before=str(first[said].row))
        elif said:
            first.setdefault(said, row)
        last = said


def _said(row: Record) -> tuple[str, ...]:
    """Return all that a row says, by column; nothing where it says no more than a date."""
    texts = [*row.theme, *row.sections, *row.sources]
    if not texts:
        return ()
    cells = [*row.period.values(), *texts]
    return (row.sheet, *(f"{cell.column} {cell.text}".strip() for cell in cells))


def _first(row: Record) -> Cell:
    return next(chain(row.theme, row.sections, row.sources))


def _spread(rows: Sequence[Record]) -> Iterator[Diagnostic]:
    """Yield the sentences that several rows print, because their cell is merged over them."""
    times: dict[CellRef, int] = {}
    texts: dict[CellRef, str] = {}
    for cell in chain.from_iterable(row.sections for row in rows):
        times[cell.at] = times.get(cell.at, 0) + 1
        texts[cell.at] = str(cell.text)
    for at, count in times.items():
        if count > 1 and len(texts[at].split()) >= SENTENCE:
            yield Diagnostic(Code.TEXT_SPREAD, at, before=texts[at], after=str(count))


def _dittos(rows: Sequence[Record]) -> Iterator[Diagnostic]:
    """Yield the columns with cells that repeat what stands above them: rows may be moved."""
    found: dict[tuple[str, int], dict[CellRef, str]] = {}
    for row in rows:
        for cell in (*row.theme, *row.sections, *row.sources):
            if _DITTO_RE.fullmatch(str(cell.text)):
                found.setdefault((row.sheet, cell.column), {})[cell.at] = str(cell.text).strip()
    for cells in found.values():
        named = [at.address for at in list(cells)[:_SHOWN]]
        more = ["…"] if len(cells) > _SHOWN else []
        first = next(iter(cells))
        yield Diagnostic(Code.DITTO, first, before=cells[first], after=", ".join(named + more))
