"""Rules and their one driver.

A rule looks at letters and yields edits or proposals; it is pure and idempotent, and
knows neither cells nor reports.  The driver alone applies, remembers and reports.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.diagnostics import CONTEXT, Code, Diagnostic, Reporter, Severity
from pipeline.model import Mark, Text


@dataclass(frozen=True, slots=True)
class Edit:
    """Replace letters ``start:end`` by ``replacement``; offsets from 0."""

    start: int
    end: int
    replacement: str
    raised: bool = False
    """Set the new letters as superscript; otherwise they keep the style replaced."""


Edits: TypeAlias = Callable[[str], Iterator[Edit]]


@dataclass(frozen=True, slots=True)
class Rule:
    """One correction, under the code it is reported with.

    A code of severity ``fixed`` applies its edits; one of severity ``check`` only
    proposes them: the words are marked and stay as they are.
    """

    code: Code
    edits: Edits
    counted: bool = False
    """Equal edits of one cell are reported once, with their number (marks and spaces)."""


def apply(edits: Edits, text: str) -> str:
    """Return the letters with a rule's edits made: for doctests and properties."""
    for edit in sorted(edits(text), key=lambda each: each.start, reverse=True):
        text = text[: edit.start] + edit.replacement + text[edit.end :]
    return text


def fix(text: Text, rules: Iterable[Rule], report: Reporter) -> Text:
    """Return the text with all rules applied in order, each edit reported with its cell.

    Edits of one rule must not overlap; they are applied from right to left.  An edit
    that changes no letter is not reported; it may still raise letters.
    """
    letters = str(text)
    for rule in rules:
        if not letters:
            break
        edits = sorted(rule.edits(letters), key=lambda each: (each.start, each.end))
        if not edits:
            continue
        changes = [e for e in edits if letters[e.start : e.end] != e.replacement]
        _report(rule, letters, changes, text, report)
        text = _made(rule, letters, text, edits)
        letters = str(text) if changes else letters
    return text


def _made(rule: Rule, letters: str, text: Text, edits: list[Edit]) -> Text:
    changes = []
    for edit in reversed(edits):
        before = letters[edit.start : edit.end]
        if before == edit.replacement:
            if edit.raised:
                text = text.raised(edit.start, edit.end)
        elif rule.code.severity is Severity.CHECK:
            mark = Mark(rule.code.slug, before, edit.replacement)
            text = text.marked(edit.start, edit.end, mark)
        else:
            changes.append((edit.start, edit.end, edit.replacement, edit.raised))
    return text.edited(changes[::-1]) if changes else text


def _report(rule: Rule, letters: str, edits: list[Edit], text: Text, report: Reporter) -> None:
    found: dict[tuple[str, str], tuple[Edit, int]] = {}
    for number, edit in enumerate(edits):
        before = letters[edit.start : edit.end]
        key = (before, edit.replacement) if rule.counted else (str(number), "")
        first, count = found.get(key, (edit, 0))
        found[key] = (first, count + 1)
    for edit, count in found.values():
        report(
            Diagnostic(
                rule.code,
                text.origin,
                before=letters[edit.start : edit.end],
                after=edit.replacement,
                left=letters[max(0, edit.start - CONTEXT) : edit.start],
                right=letters[edit.end : edit.end + CONTEXT],
                count=count,
            )
        )
