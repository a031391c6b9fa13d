"""Writer: the cleaning report, one self-contained page of French HTML.

Everything is in the page: styles, the small script of the filters, no address of any
other place.  Its policy (CSP) allows these two by their digests and nothing else, and the
workbook's letters are escaped wherever they stand.
"""

from __future__ import annotations

import json
from base64 import b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline import resources
from pipeline.diagnostics import Code, Diagnostic, Severity
from pipeline.families import family
from pipeline.model import Booklet, Records
from pipeline.theme import load_theme
from pipeline.writers.report.dates import date_forms
from pipeline.writers.report.shown import clear, shown_rows, small
from pipeline.writers.rows import URGENCY, total


def write(booklet: Booklet, records: Records, findings: Sequence[Diagnostic]) -> bytes:
    """Return the report as UTF-8 HTML, the same bytes for the same input.

    Args:
        booklet: What is printed.
        records: What was read.
        findings: All of them; shown by row, in the order of the sheet.
    """
    style, script = _stylesheet(), resources.text("templates/report/report.js")
    rows, kinds = shown_rows(findings, records), _kinds(findings)
    page = (
        _environment()
        .get_template("report/report.html.j2")
        .render(
            title=clear(booklet.imprint.title),
            source=records.source,
            edited=booklet.edited,
            selection=booklet.selection,
            figures=_figures(booklet, records, findings),
            sheets=_sheets(records, findings),
            columns=[
                (each.letters, clear(" ".join(str(each.heading).split())), each.role.value)
                for each in records.columns
            ],
            kinds=kinds,
            families=list(dict.fromkeys(each.family for each in kinds)),
            names=_names(findings),
            dates=date_forms(booklet, records.source.sheet),
            rows=rows,
            urgent=[row for row in rows if row.check],
            totals={each.value: total(findings, each) for each in Severity},
            severities=URGENCY,
            style=Markup(style),
            script=Markup(script),
            policy=_policy(style, script),
        )
    )
    return page.encode()


@dataclass(frozen=True, slots=True)
class Figures:
    """The numbers of the summary."""

    read: int
    """Rows of the table."""
    printed: int
    changed: int
    """Rows where at least one letter, mark or space was corrected."""
    words: int
    """Corrections of letters, words, structure."""
    marks: int
    """Corrections of marks and spaces."""
    check: int
    """Findings to look at."""
    dropped: int
    """What is not printed."""


def _figures(booklet: Booklet, records: Records, findings: Sequence[Diagnostic]) -> Figures:
    rows = {(each.sheet or records.source.sheet, each.row) for each in records.rows}

    fixed = [each for each in findings if each.severity is Severity.FIXED]
    changed = rows & {(each.at.sheet, each.at.row) for each in fixed if each.at is not None}
    marks = sum(each.count for each in fixed if small(each))
    words = total(fixed, Severity.FIXED) - marks
    check, dropped = total(findings, Severity.CHECK), total(findings, Severity.DROPPED)
    printed = len(booklet.entries)
    return Figures(len(rows), printed, len(changed), words, marks, check, dropped)


def _sheets(records: Records, findings: Sequence[Diagnostic]) -> dict[str, list[str]]:
    """Return the names of the sheets that were read, and of those left aside."""
    read = [records.source.sheet, *(each.sheet for each in records.rows if each.sheet)]
    left = (Code.SHEET_LEFT_OUT, Code.SHEET_HIDDEN)
    aside = [each.before for each in findings if each.code in left]
    return {
        "read": [clear(name) for name in dict.fromkeys(read)],
        "aside": [clear(name) for name in aside],
    }


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of finding that is in the report."""

    code: Code
    family: str
    count: int


def _kinds(findings: Sequence[Diagnostic]) -> list[Kind]:
    """Return the kinds found, the most urgent first, then as in the catalogue."""
    counts: dict[Code, int] = {}
    for finding in findings:
        counts[finding.code] = counts.get(finding.code, 0) + finding.count
    found = sorted((code for code in Code if code in counts), key=_urgency)
    return [Kind(code, family(code).value, counts[code]) for code in found]


def _urgency(code: Code) -> int:
    return URGENCY.index(code.severity)


def _names(findings: Sequence[Diagnostic]) -> list[str]:
    """Return the proposed names as strings of TOML, ready for the settings."""
    names = [each.after for each in findings if each.code is Code.NAME_VARIANTS and each.after]
    return [json.dumps(clear(name), ensure_ascii=False) for name in dict.fromkeys(names)]


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(resources.folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


@cache
def _stylesheet() -> str:
    """Return the styles with the colours and families of the house set in."""
    theme = load_theme(resources.text("styles/theme.toml"))
    css = resources.text("styles/report.css")
    values: dict[str, Any] = theme["colour"] | theme["fonts"]
    for name in sorted(values, key=len, reverse=True):
        css = css.replace(f"${name}", str(values[name]))
    return css


def _policy(style: str, script: str) -> str:
    """Return the content security policy: this style, this script, nothing else.

    Source: W3C, Content Security Policy Level 3, hash-source.
    """
    return (
        f"default-src 'none'; style-src {_digest(style)}; script-src {_digest(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"
