"""An HTML table, whatever its name ends in: what many « exports Excel » really are."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import html
from lxml.etree import ParserError

from pipeline.diagnostics import Code, Diagnostic
from pipeline.errors import WorkbookError
from pipeline.model import LINKS, Cell, CellRef, Span, Style
from pipeline.read.codings import Decoded, decode
from pipeline.read.grid import Grid, Merge, as_rows, clean_letters, make_cell, spread, with_findings
from pipeline.regex import regex

_CHARSET_RE = regex(rb"charset\s*=\s*[\"']?([\w-]+)", re.IGNORECASE)
_BREAKS = ("br", "p", "div", "li", "tr", "h1", "h2", "h3", "h4")
_STYLES = {
    "i": {"italic": True},
    "em": {"italic": True},
    "b": {"bold": True},
    "strong": {"bold": True},
    "sup": {"superscript": True},
    "sub": {"subscript": True},
}


def read(content: bytes) -> tuple[Grid, ...]:
    """Return the tables of a page, each as a sheet.

    Raises:
        WorkbookError: There is no table in it.
    """
    letters, doubt = _letters(content)
    try:
        tree = html.fromstring(letters, parser=html.HTMLParser(no_network=True, huge_tree=True))
    except (ParserError, ValueError):
        tree = None
    tables = [] if tree is None else list(tree.iter("table"))
    grids = tuple(_grid(table, number) for number, table in enumerate(tables, start=1))
    if not any(grid.rows for grid in grids):
        raise WorkbookError(
            "cette page HTML ne contient pas de tableau.\n"
            "Enregistrez la chronologie au format .xlsx et donnez ce fichier."
        )
    if doubt:
        grids = tuple(
            with_findings(
                grid, Diagnostic(Code.CODING_DOUBT, CellRef(grid.name, 1, 1), before=doubt)
            )
            for grid in grids
        )
    return grids


def _letters(content: bytes) -> Decoded:
    declared = _CHARSET_RE.search(content[:4096])
    if declared:
        try:
            return Decoded(content.decode(declared[1].decode()))
        except (LookupError, UnicodeDecodeError):
            pass
    text, doubt = decode(content)
    return Decoded(re.sub(r"^<\?xml[^>]*\?>", "", text), doubt)


def _grid(table: html.HtmlElement, number: int) -> Grid:
    name = f"Tableau{number}"
    findings: list[Diagnostic] = []
    rows: dict[int, dict[int, Cell]] = {}
    taken: set[tuple[int, int]] = set()
    merges = []
    lines = [row for row in table.iter("tr") if next(row.iterancestors("table")) is table]
    for row, line in enumerate(lines, start=1):
        column = 1
        for element in line:
            if element.tag not in ("td", "th"):
                continue
            while (row, column) in taken:
                column += 1
            at = CellRef(name, row, column)
            if cell := make_cell(at, _spans(element), None, findings):
                text = str(cell.text)
                rows.setdefault(row, {})[column] = Cell(cell.text, text)
            down, right = _extent(element, "rowspan"), _extent(element, "colspan")
            if down > 1:
                merges.append(Merge(row, column, row + down - 1, column))
            taken |= {(row + y, column + x) for y in range(down) for x in range(right)}
            column += right
    findings += spread(rows, merges, name)
    return Grid(name, as_rows(rows), findings=tuple(findings))


def _extent(element: html.HtmlElement, name: str) -> int:
    value = element.get(name, "1")
    return max(1, min(int(value), 1000)) if value.isdigit() else 1


def _spans(element: html.HtmlElement) -> list[Span]:
    """Return the runs of a cell; blanks run together as on a page, ``br`` breaks the line."""
    spans = [
        Span(re.sub(r"[ \t\n\r]+", " ", text) if text != "\n" else text, style)
        for text, style in _runs(element, Style())
    ]
    while spans and not spans[0].text.strip():
        spans.pop(0)
    while spans and not spans[-1].text.strip():
        spans.pop()
    return [Span(clean_letters(each.text), each.style) for each in spans]


def _runs(element: html.HtmlElement, style: Style) -> Iterator[tuple[str, Style]]:
    tag = element.tag if isinstance(element.tag, str) else ""
    if tag in ("script", "style", "table") or not tag:
        return
    changes = _STYLES.get(tag, {})
    link = element.get("href", "") if tag == "a" else ""
    inner = Style(
        bold=style.bold or "bold" in changes,
        italic=style.italic or "italic" in changes,
        superscript=style.superscript or "superscript" in changes,
        subscript=style.subscript or "subscript" in changes,
        link=link if link.startswith(LINKS) else style.link,
    )
    if element.text:
        yield element.text, inner
    for child in element:
        if child.tag in _BREAKS:
            yield "\n", inner
        yield from _runs(child, inner)
        if child.tail:
            yield child.tail, inner
