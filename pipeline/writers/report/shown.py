"""Findings as the report shows them: the sentence around a change, cut at words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.diagnostics import CONTEXT, Code, Diagnostic, Severity, visible
from pipeline.families import Family, family
from pipeline.model import Records
from pipeline.regex import regex
from pipeline.writers.rows import RowFindings, by_row

LONGEST = 600
"""Letters of one text; what is longer is cut, and the report says so."""
_UNSAFE_RE = regex("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""Letters that HTML forbids; source: HTML Living Standard, 13.2.3.5."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One finding, ready to print."""

    code: Code
    cell: str
    """Address in the sheet, ``D12``; empty for a whole workbook."""
    message: str
    """The sentence of the catalogue; empty where the change itself says it all."""
    before: str = ""
    """Shown inside its sentence where ``sentence``."""
    after: str = ""
    left: str = ""
    right: str = ""
    sentence: bool = False
    rest: int = 0
    """Letters cut from the end of a very long text."""
    count: int = 1


@dataclass(frozen=True, slots=True)
class CellGroup:
    """The findings of one cell, but for the marks."""

    address: str
    heading: str
    """Heading of its column; may be empty."""
    items: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """One row: its cells, then its corrections of marks and spaces, which are folded."""

    key: str
    """Anchor in the page."""
    sheet: str
    """Name of the sheet where it is not the main one, else empty."""
    number: int
    """Row of the sheet from 1; 0 for the whole workbook."""
    label: str
    headings: bool
    """The row holds the headings of the table."""
    cells: tuple[CellGroup, ...]
    marks: tuple[Shown, ...]
    tally: tuple[tuple[Code, int], ...]
    """How many marks of each kind."""
    counts: dict[str, int]
    """How many findings of each severity, ``check``, ``dropped``, ``fixed``."""

    @property
    def check(self) -> int:
        """How many want a person."""
        return self.counts["check"]

    @property
    def kinds(self) -> str:
        """Slugs of the kinds in the row, for the filter."""
        items = [item for cell in self.cells for item in cell.items]
        return " ".join(dict.fromkeys(each.code.slug for each in (*items, *self.marks)))


def shown_rows(findings: Sequence[Diagnostic], records: Records) -> list[Row]:
    """Return the rows that have findings, in the order of the sheet."""
    headings = {each.number: " ".join(str(each.heading).split()) for each in records.columns}
    tops = {each.heading.origin.row for each in records.columns if each.heading.origin}
    rows = by_row(findings, records)
    sheets = dict.fromkeys(row.sheet for row in rows if row.sheet not in ("", records.source.sheet))
    places = {sheet: number for number, sheet in enumerate(sheets, start=2)}
    return [_row(row, records.source.sheet, places, headings, tops) for row in rows]


def _row(
    row: RowFindings,
    main: str,
    places: dict[str, int],
    headings: dict[int, str],
    tops: set[int],
) -> Row:
    own = row.sheet == main
    key = "classeur" if not row.row else f"ligne-{row.row}"
    if row.row and not own:
        key = f"feuille-{places[row.sheet]}-{key}"
    marks = [each for each in row.findings if small(each)]
    rest = [each for each in row.findings if not small(each)]
    counts = {each.value: 0 for each in Severity}
    for finding in row.findings:
        counts[finding.severity.value] += finding.count
    return Row(
        key,
        "" if own else clear(row.sheet),
        row.row,
        clear(row.label),
        own and row.row in tops,
        _cells(rest, headings if own or not row.sheet else {}),
        tuple(_shown(each) for each in marks),
        _tally(marks),
        counts,
    )


def small(finding: Diagnostic) -> bool:
    """Tell whether it is a mark or a space that was corrected."""
    if finding.severity is not Severity.FIXED:
        return False
    return family(finding.code) is Family.TYPOGRAPHY or finding.code is Code.LINE_JOINED


def _cells(findings: Sequence[Diagnostic], headings: dict[int, str]) -> tuple[CellGroup, ...]:
    """Return the findings by cell; a cell with something to look at comes first."""
    groups: dict[int, list[Shown]] = {}
    for finding in findings:
        groups.setdefault(finding.at.column if finding.at else 0, []).append(_shown(finding))
    return tuple(
        CellGroup(items[0].cell, clear(headings.get(column, "")), tuple(items))
        for column, items in groups.items()
    )


def _tally(marks: Sequence[Diagnostic]) -> tuple[tuple[Code, int], ...]:
    counts: dict[Code, int] = {}
    for each in marks:
        counts[each.code] = counts.get(each.code, 0) + each.count
    return tuple(sorted(counts.items(), key=lambda pair: -pair[1]))


def _shown(finding: Diagnostic) -> Shown:
    cell = finding.at.address if finding.at else ""
    context = bool(finding.left.strip() or finding.right.strip())
    fixed = finding.severity is Severity.FIXED
    sentence = bool(finding.after or context) if fixed else context
    message = "" if fixed and sentence and finding.after else finding.message
    marks = family(finding.code) is Family.TYPOGRAPHY
    before, after = _signs(finding.before, marks=marks), _signs(finding.after, marks=marks)
    return Shown(
        finding.code,
        cell,
        clear(_cut(message)),
        clear(_cut(before)) if sentence else "",
        clear(_cut(after)) if sentence else "",
        clear(_left(finding.left)),
        clear(_right(finding.right)),
        sentence,
        max(len(message) - LONGEST, (len(before) - LONGEST) if sentence else 0, 0),
        finding.count,
    )


def _signs(text: str, *, marks: bool) -> str:
    """Return the letters with invisible ones shown; of a mark, plain spaces too.

    >>> _signs(" - ", marks=True), _signs(" de", marks=False), _signs("de la", marks=False)
    ('·-·', '·de', 'de la')
    """
    if marks:
        return visible(text).replace(" ", "·")
    body = text.strip(" ")
    start = len(text) - len(text.lstrip(" "))
    tail = len(text) - start - len(body)
    return "·" * start + visible(body) + "·" * tail


def _left(text: str) -> str:
    """Return the words on the left, from a whole word on."""
    line = text.replace("\n", " ")
    if len(line) < CONTEXT:
        return line
    _, space, kept = line.partition(" ")
    return f"…{kept}" if space else f"…{line}"


def _right(text: str) -> str:
    line = text.replace("\n", " ")
    if len(line) < CONTEXT:
        return line
    kept, space, _ = line.rpartition(" ")
    return f"{kept}…" if space else f"{line}…"


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST]


def clear(text: str) -> str:
    r"""Return the letters that a page may hold; others are replaced by ``U+FFFD``.

    >>> clear("a\x00b")
    'a\ufffdb'
    """
    return _UNSAFE_RE.sub("\N{REPLACEMENT CHARACTER}", text)
