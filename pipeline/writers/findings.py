"""Writer: the findings for ``annales check``, as text, as JSON, as annotations."""

from __future__ import annotations

import json as json_text
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table
from rich.text import Text

from pipeline.diagnostics import Code, Diagnostic, Severity, visible
from pipeline.families import Family, family
from pipeline.french import typeset
from pipeline.model import Records
from pipeline.writers.finding_tree import finding_tree
from pipeline.writers.rows import URGENCY, RowFindings, by_row, total

SHOWN = 400
"""Letters of a message on the terminal; the report and the JSON have them all."""
_STYLES = {Severity.CHECK: "bold yellow", Severity.DROPPED: "magenta", Severity.FIXED: "green"}
_COMMANDS = {Severity.CHECK: "warning", Severity.DROPPED: "warning", Severity.FIXED: "notice"}
_UNSAFE_RE = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u2028-\u202e\u2066-\u2069]")
"""What could drive a terminal or turn a line around: escape codes, ``\u202e``."""


def text(findings: Sequence[Diagnostic], records: Records) -> FindingsText:
    """Return what ``rich`` prints: findings by row, in the order of the sheet.

    Letters of the workbook are never read as markup and cannot drive the terminal.
    Marks and spaces are told once for each cell and kind.
    """
    return FindingsText(tuple(findings), records)


def json(findings: Sequence[Diagnostic]) -> str:
    """Return the findings as a JSON array, each as in the data file."""
    return json_text.dumps([finding_tree(each) for each in findings], ensure_ascii=False, indent=1)


def github(findings: Sequence[Diagnostic], filename: str) -> str:
    """Return one workflow command a finding, ``::warning file=…,line=…,title=…::…``.

    The line is the row of the sheet.  Source: GitHub, “Workflow commands”, and the
    escapes of ``actions/toolkit``, ``command.ts``.
    """
    return "".join(f"{_annotation(each, filename)}\n" for each in findings)


def _annotation(finding: Diagnostic, filename: str) -> str:
    at = finding.at
    title = _plain(f"{at} – {finding.code.title}" if at else finding.code.title)
    place = {"file": filename} | ({"line": str(at.row), "col": str(at.column)} if at else {})
    named = ",".join(
        f"{key}={_property(value)}" for key, value in (place | {"title": title}).items()
    )
    return f"::{_COMMANDS[finding.severity]} {named}::{_data(_plain(finding.message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class FindingsText:
    """The findings on a terminal; a table a row, so that messages are set in a column."""

    def __init__(self, findings: tuple[Diagnostic, ...], records: Records) -> None:
        self.findings = findings
        self.records = records

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the rows one by one."""
        for row in by_row(self.findings, self.records):
            yield Text(_title(row, self.records), style="bold")
            yield _table(row)
            yield Text()
        yield Text(_sum(self.findings, self.records))


def _title(row: RowFindings, records: Records) -> str:
    if not row.row:
        return "Le classeur"
    sheet = "" if row.sheet == records.source.sheet else f"Feuille « {row.sheet} », "
    name = typeset(f"{sheet}ligne {row.row}")
    label = f" · {row.label}" if row.label else ""
    return _plain(name[0].upper() + name[1:] + label)


def _table(row: RowFindings) -> Table:
    table = Table.grid(padding=(0, 1), pad_edge=True)
    table.add_column(no_wrap=True, min_width=5)
    table.add_column(no_wrap=True, min_width=10)
    table.add_column(overflow="fold")
    for cell, severity, message in _lines(row.findings):
        word = Text(severity.french, style=_STYLES[severity])
        table.add_row(Text(cell), word, Text(_plain(message)))
    return table


def _lines(findings: Sequence[Diagnostic]) -> Iterator[tuple[str, Severity, str]]:
    """Yield address, severity, message; equal kinds of marks in one cell make one line."""
    small: dict[tuple[str, Code], Counter[tuple[str, str]]] = {}
    for finding in findings:
        address = finding.at.address if finding.at else ""
        if finding.severity is Severity.FIXED and family(finding.code) is Family.TYPOGRAPHY:
            changes = small.setdefault((address, finding.code), Counter())
            changes[visible(finding.before), visible(finding.after)] += finding.count
        else:
            yield address, finding.severity, _message(finding)
    for (address, code), changes in small.items():
        shown = (
            f"« {before} » → « {after} »{_times(count)}"
            for (before, after), count in changes.items()
        )
        yield address, Severity.FIXED, typeset(f"{code.title} : {', '.join(shown)}")


def _message(finding: Diagnostic) -> str:
    message = finding.message
    cut = message if len(message) <= SHOWN else message[: SHOWN - 1].rstrip() + "…"
    return f"{cut}{_times(finding.count)}"


def _times(count: int) -> str:
    return f" (× {count})" if count > 1 else ""


def _plain(text: str) -> str:
    """Return the letters without those that drive a terminal; line ends are kept."""
    return _UNSAFE_RE.sub("\N{REPLACEMENT CHARACTER}", text)


def _sum(findings: Sequence[Diagnostic], records: Records) -> str:
    rows = len(records.rows)
    check, dropped, fixed = (total(findings, each) for each in URGENCY)
    sheet = _plain(records.source.sheet)
    return typeset(
        f"Feuille « {sheet} », {rows} ligne{'s' * (rows > 1)} : {check} à vérifier, "
        f"{dropped} écarté{'s' * (dropped > 1)}, {fixed} correction{'s' * (fixed > 1)}."
    )
