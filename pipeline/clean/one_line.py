"""What is printed as one line, whatever its cell: the headings of columns, the book's title."""

from __future__ import annotations

from dataclasses import replace

from pipeline.clean.entities import RULES as ENTITY_RULES
from pipeline.clean.rule import Rule, fix
from pipeline.clean.tags import set_tags
from pipeline.clean.typography import typography_rules
from pipeline.config import Config
from pipeline.diagnostics import Diagnostic, Reporter
from pipeline.model import Records, Text


def clean_title(records: Records, config: Config, report: Reporter) -> Records:
    """Return the records with the title found above the table set by typography alone."""
    if records.title is None:
        return records
    rules = typography_rules(config.cleaning)
    return replace(records, title=one_line(records.title, rules, report))


def clean_columns(records: Records, config: Config) -> Records:
    """Return the records with the headings of their columns set by typography alone."""
    rules = typography_rules(config.cleaning)
    columns = tuple(
        replace(column, heading=one_line(column.heading, rules, _ignore))
        for column in records.columns
    )
    return replace(records, columns=columns)


def one_line(text: Text, rules: tuple[Rule, ...], report: Reporter) -> Text:
    """Return a text on one line, no blank around it, its marks set as in a text."""
    letters = str(text)
    kept = text
    line_ends = [n for n, letter in enumerate(letters) if letter == "\n"]
    for place in reversed(line_ends):
        kept = kept.replaced(place, place + 1, " ")
    blank = len(str(kept)) - len(str(kept).lstrip())
    kept = kept.replaced(0, blank, "") if blank else kept
    return fix(_without_tail(set_tags(kept, report)), (*ENTITY_RULES, *rules), report)


def _ignore(_: Diagnostic) -> None:
    """Headings are printed many times and changed in their marks only: one look is enough."""


def _without_tail(text: Text) -> Text:
    letters = str(text)
    kept = len(letters.rstrip())
    return text.replaced(kept, len(letters), "") if kept < len(letters) else text
