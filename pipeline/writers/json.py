"""The cleaned data as JSON, ``annales/1``; its schema is ``docs/annales-1.schema.json``."""

from __future__ import annotations

import json
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from pipeline.diagnostics import Diagnostic
from pipeline.model import (
    PLAIN,
    Block,
    Booklet,
    Chapter,
    Entry,
    Heading,
    ListBlock,
    Period,
    Section,
    Style,
    Text,
)
from pipeline.writers.finding_tree import finding_tree

FORMAT = "annales/1"
LEVELS = 4
"""Objects and lists inside each other that are spread over lines: down to the entries."""


def write(booklet: Booklet, findings: Sequence[Diagnostic]) -> bytes:
    """Return the booklet and its findings as UTF-8 JSON, the same bytes for the same input."""
    source = booklet.source
    tree = {
        "format": FORMAT,
        "source": {"file": source.name, "sha256": source.sha256, "sheet": source.sheet},
        "title": booklet.imprint.title,
        "selection": list(booklet.selection) if booklet.selection else None,
        "chapters": [_chapter(each) for each in booklet.chapters],
        "eras": [
            {"title": str(era.title), "years": [each.year for each in era.chapters]}
            for era in booklet.eras
        ],
        "glossary": [
            {"acronym": term.acronym, "expansion": term.expansion, "entries": list(term.entries)}
            for term in booklet.glossary
        ],
        "findings": [finding_tree(each) for each in findings],
    }
    return (_spread(tree) + "\n").encode()


def _spread(value: Any, level: int = 0) -> str:
    """Return JSON with one entry a line: easy to compare, and fast to write.

    >>> print(_spread({"chapters": [{"year": 1994, "entries": [{"id": "r2"}, {"id": "r3"}]}]}))
    {
     "chapters": [
      {
       "year": 1994,
       "entries": [
        {"id": "r2"},
        {"id": "r3"}
       ]
      }
     ]
    }
    """
    if level == LEVELS or not value or not isinstance(value, dict | list):
        return json.dumps(value, ensure_ascii=False)
    if isinstance(value, list):
        rows, (opening, closing) = [_spread(each, level + 1) for each in value], "[]"
    else:
        rows = [f'"{key}": {_spread(each, level + 1)}' for key, each in value.items()]
        opening, closing = "{}"
    blanks = "\n" + " " * level
    return f"{opening}{blanks} " + f",{blanks} ".join(rows) + f"{blanks}{closing}"


def _chapter(chapter: Chapter) -> dict[str, Any]:
    heads = {"heads": [_entry(each) for each in chapter.heads]} if chapter.heads else {}
    return heads | {
        "year": chapter.year,
        "title": str(chapter.title),
        "opening": _entry(chapter.opening) if chapter.opening else None,
        "entries": [_entry(each) for each in chapter.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    tree: dict[str, Any] = {
        "id": entry.id,
        "origin": str(entry.origin),
        "period": _period(entry.period),
        "theme": _text(entry.theme),
        "sections": [_section(each) for each in entry.sections],
        "sources": [_text(each) for each in entry.sources],
    }
    return tree | ({"leads": True} if entry.leads else {})


def _period(period: Period) -> dict[str, Any]:
    return {
        "edtf": period.edtf,
        "verbatim": period.verbatim,
        "qualifier": period.qualifier.value if period.qualifier else None,
        "inherited": period.inherited,
        "from": str(period.first) if period.first else None,
        "to": str(period.last) if period.last else None,
        "label": str(period.label),
    }


def _section(section: Section) -> dict[str, Any]:
    return {
        "heading": str(section.heading),
        "column": section.column,
        "origin": str(section.origin),
        "blocks": [_block(each) for each in section.blocks],
    }


def _block(block: Block) -> dict[str, Any]:
    if isinstance(block, ListBlock):
        tree: dict[str, Any] = {"type": "list", "ordered": block.ordered}
        if block.ordered:
            tree["start"] = block.start
        tree["items"] = [str(item) for item in block.items]
        if block.inner:
            tree["levels"] = [2 if n in block.inner else 1 for n in range(len(block.items))]
        runs = [_runs(item) for item in block.items]
        return tree | ({"runs": runs} if any(runs) else {})
    kind = "heading" if isinstance(block, Heading) else "paragraph"
    tree = {"type": kind, "text": str(block.text)}
    if isinstance(block, Heading) and block.run_in:
        tree["run-in"] = True
    return tree | _styled(block.text)


def _text(text: Text) -> dict[str, Any] | None:
    if not text:
        return None
    tree = {"text": str(text), "origin": str(text.origin) if text.origin else None}
    return tree | _styled(text)


def _styled(text: Text) -> dict[str, Any]:
    runs = _runs(text)
    return {"runs": runs} if runs else {}


def _runs(text: Text) -> list[dict[str, Any]]:
    """Return the runs of a text that has styles; an empty list where it is all plain."""
    if all(span.style == PLAIN for span in text.spans):
        return []
    runs = groupby((span for span in text.spans if span.text), key=lambda span: span.style)
    return [{"text": "".join(span.text for span in run)} | _style(style) for style, run in runs]


def _style(style: Style) -> dict[str, Any]:
    names = ("bold", "italic", "superscript", "subscript", "underline", "strike", "link")
    return {name: getattr(style, name) for name in names if getattr(style, name)}
