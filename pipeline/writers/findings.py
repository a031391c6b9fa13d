"""Writer: the findings for ``annales check``, as text, as JSON, as annotations."""

from __future__ import annotations

import json as json_text
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console, ConsoleOptions, RenderResult
from rich.text import Text

from pipeline.diagnostics import Code, Diagnostic, Severity, visible
from pipeline.families import Family, family
from pipeline.french import typeset
from pipeline.letters import printable, wrapped
from pipeline.model import Records
from pipeline.writers.finding_tree import finding_tree
from pipeline.writers.rows import URGENCY, RowFindings, by_row, total

SHOWN = 400
"""Letters of a message on the terminal; the report and the JSON have them all."""
_NAMED = 4
"""Sheets that are named; more are counted."""
_STYLES = {Severity.CHECK: "bold yellow", Severity.DROPPED: "magenta", Severity.FIXED: "green"}
_COMMANDS = {Severity.CHECK: "warning", Severity.DROPPED: "warning", Severity.FIXED: "notice"}


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
    title = printable(f"{at} – {finding.code.title}" if at else finding.code.title)
    place = {"file": filename} | ({"line": str(at.row), "col": str(at.column)} if at else {})
    named = ",".join(
        f"{key}={_property(value)}" for key, value in (place | {"title": title}).items()
    )
    return f"::{_COMMANDS[finding.severity]} {named}::{_data(printable(finding.message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")


class FindingsText:
    """The findings by row, the messages in a column; elsewhere than on a terminal, a line each."""

    def __init__(self, findings: tuple[Diagnostic, ...], records: Records) -> None:
        self.findings = findings
        self.records = records

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the rows one by one."""
        width = options.max_width if console.is_terminal else None
        for row in by_row(self.findings, self.records):
            yield _line(_title(row, self.records), style="bold")
            for address, severity, message in _lines(row.findings):
                yield _set(address, severity, printable(message), width)
            yield Text()
        yield _line(_sum(self.findings, self.records))


def _title(row: RowFindings, records: Records) -> str:
    if not row.row:
        return "Le classeur"
    sheet = "" if row.sheet == records.source.sheet else f"Feuille « {row.sheet} », "
    name = typeset(f"{sheet}ligne {row.row}")
    label = f" · {row.label}" if row.label else ""
    return printable(name[0].upper() + name[1:] + label)


def _set(address: str, severity: Severity, message: str, width: int | None) -> Text:
    """Return a finding with its message in a column of its own.

    Lines are broken here, since ``rich`` would break them at no-break spaces too.

    Args:
        address: Of the cell, or empty.
        severity: Shown as a word.
        message: Without letters that drive a terminal.
        width: Of the terminal, in columns; ``None`` breaks no line.
    """
    lead = f" {address:<5} "
    word = f"{severity.french:<10} "
    indent = " " * (len(lead) + len(word))
    lines = [message] if width is None else wrapped(message, max(20, width - len(indent)))
    line = _line(lead)
    line.append(word, style=_STYLES[severity])
    return line.append(f"\n{indent}".join(lines))


def _line(text: str, style: str = "") -> Text:
    return Text(text, style=style, no_wrap=True, overflow="ignore", end="\n")


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


def _sum(findings: Sequence[Diagnostic], records: Records) -> str:
    rows = len(records.rows)
    check, dropped, fixed = (total(findings, each) for each in URGENCY)
    return typeset(
        f"{_sheets(records)}, {rows} ligne{'s' * (rows > 1)} : {check} à vérifier, "
        f"{dropped} écarté{'s' * (dropped > 1)}, {fixed} correction{'s' * (fixed > 1)}."
    )


def _sheets(records: Records) -> str:
    """Return the sheets that were read, by their names where they are few."""
    named = [f"« {printable(name)} »" for name in records.sheets]
    if len(named) < 2:
        return f"Feuille {named[0]}"
    if len(named) > _NAMED:
        return f"{len(named)} feuilles"
    return f"Feuilles {', '.join(named[:-1])} et {named[-1]}"
