"""One sheet as a reader found it, before it is known whether it holds the chronology."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Cell, CellRef, CellValue, Row, Span, Text
from pipeline.read.misread import misread
from pipeline.regex import regex

ERRORS = ("#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#GETTING_DATA")
"""What a spreadsheet shows where a formula failed."""
COPIED = 200
"""Letters: a longer text of a merged cell is printed once, in its first row."""
MERGED_CELLS = 100_000
"""Merges that cover more cells in all are not followed."""


@dataclass(frozen=True, slots=True)
class Merge:
    """A merged range: first and last row and column, from 1."""

    top: int
    left: int
    bottom: int
    right: int

    @property
    def size(self) -> int:
        """Number of cells covered."""
        return (self.bottom - self.top + 1) * (self.right - self.left + 1)


@dataclass(frozen=True, slots=True)
class Grid:
    """Filled rows of one sheet, and what there is to say about them."""

    name: str
    rows: tuple[Row, ...]
    visible: bool = True
    findings: tuple[Diagnostic, ...] = ()
    damaged: bool = False
    """The sheet is there, and cannot be read."""


_CONTROL_RE = regex(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
"""Characters that no XML and no page can hold: ``\\x0b``."""
_WINDOWS = {
    chr(code): sign
    for code in range(0x80, 0xA0)
    if (sign := bytes([code]).decode("cp1252", "ignore"))
}
"""Signs that a program of Windows left as numbers of its own: ``\\x92`` for ’."""
_WINDOWS_RE = regex(f"[{''.join(_WINDOWS)}]")
_ESCAPED_RE = regex(r"_x([0-9A-Fa-f]{4})_")
"""How OOXML writes a control character in text: ``_x000D_``."""


def clean_letters(text: str) -> str:
    r"""Return a cell's text with its line ends as ``\n``, OOXML escapes read.

    >>> clean_letters("un_x000D_\ndeux\r\ntrois")
    'un\ndeux\ntrois'
    """
    if "_x" in text:
        text = _ESCAPED_RE.sub(lambda match: chr(int(match[1], 16)), text)
    return text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n")


def make_cell(
    at: CellRef, spans: Iterable[Span], value: CellValue, findings: list[Diagnostic]
) -> Cell | None:
    """Return a cell, or ``None`` where nothing but blanks is in it.

    Control characters leave the letters, and signs of another coding are read, all remembered in
    the span and reported.
    """
    text = _misread(Text(tuple(span for span in spans if span.text), at), at, findings)
    text = _windows_read(text, at, findings)
    letters = str(text)
    if not letters.strip():
        return None
    for match in reversed(list(_CONTROL_RE.finditer(letters))):
        text = text.replaced(match.start(), match.end(), "")
        name = f"U+{ord(match[0]):04X}"
        findings.append(Diagnostic(Code.CONTROL_CHARACTER, at, before=name))
    return Cell(text, value) if str(text).strip() else None


def _misread(text: Text, at: CellRef, findings: list[Diagnostic]) -> Text:
    """Return a text with the signs that were misread."""
    letters = str(text)
    found = list(misread(letters))
    if not found:
        return text
    signs = Counter((letters[start:end], sign) for start, end, sign in found)
    for (before, after), count in signs.items():
        findings.append(Diagnostic(Code.MISREAD_SIGN, at, before, after, count=count))
    return text.edited([(*each, False) for each in found])


def _windows_read(text: Text, at: CellRef, findings: list[Diagnostic]) -> Text:
    """Return a text with the signs that Windows-1252 has where Unicode has commands."""
    letters = str(text)
    if not _WINDOWS_RE.search(letters):
        return text
    found = Counter(_WINDOWS_RE.findall(letters))
    if found.keys() <= {"\x85"}:
        return text  # alone, it is a line end of Unicode
    for code, count in found.items():
        name, sign = f"U+{ord(code):04X}", _WINDOWS[code]
        findings.append(
            Diagnostic(Code.WINDOWS_CHARACTER, at, before=name, after=sign, count=count)
        )
    places = [match.start() for match in _WINDOWS_RE.finditer(letters)]
    return text.edited([(each, each + 1, _WINDOWS[letters[each]], False) for each in places])


def plain_cell(
    at: CellRef, shown: str, value: CellValue, findings: list[Diagnostic]
) -> Cell | None:
    """Return a cell of one plain span."""
    return make_cell(at, (Span(clean_letters(shown)),), value, findings)


def spread(
    rows: dict[int, dict[int, Cell]], merges: Iterable[Merge], name: str
) -> list[Diagnostic]:
    """Give the value of merged cells to every row that they span; ``rows`` is changed.

    A copy keeps the address of the cell that it comes from.  A long text is not repeated.
    """
    findings = []
    covered = 0
    for merge in sorted(merges, key=lambda each: each.size):
        covered += merge.size
        if covered > MERGED_CELLS:
            at = CellRef(name, merge.top, merge.left)
            corner = CellRef(name, merge.bottom, merge.right)
            span = f"{at.address}:{corner.address}"
            findings.append(Diagnostic(Code.MERGE_IGNORED, at, before=span))
            continue
        cell = rows.get(merge.top, {}).get(merge.left)
        if cell is None or len(str(cell.text)) > COPIED:
            continue
        if merge.right > merge.left:
            cell = rows[merge.top][merge.left] = replace(cell, wide=merge.right - merge.left + 1)
        for number in range(merge.top + 1, merge.bottom + 1):
            rows.setdefault(number, {}).setdefault(merge.left, cell)
    return findings


def as_rows(
    rows: dict[int, dict[int, Cell]], hidden: frozenset[int] = frozenset()
) -> tuple[Row, ...]:
    """Return the filled rows in order."""
    return tuple(
        Row(
            number, tuple(rows[number][column] for column in sorted(rows[number])), number in hidden
        )
        for number in sorted(rows)
        if rows[number]
    )


def with_findings(grid: Grid, *findings: Diagnostic) -> Grid:
    """Return the grid with more to say about it."""
    return replace(grid, findings=(*grid.findings, *findings))
