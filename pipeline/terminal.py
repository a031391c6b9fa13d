"""What the command shows on a terminal: the progress bar, the files written, the counts."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, TextColumn, TimeElapsedColumn
from rich.text import Text

from pipeline.diagnostics import Diagnostic, Severity
from pipeline.french import typeset
from pipeline.letters import printable, printable_name, wrapped

out = Console()
err = Console(stderr=True)


def say(sentence: str, console: Console = out, style: str = "") -> None:
    """Print a sentence: broken to the width of a terminal, whole elsewhere.

    Letters of the workbook in it are no markup and cannot drive the terminal.
    """
    lines = printable(sentence)
    if console.is_terminal:
        lines = "\n".join(wrapped(lines, console.width))
    console.print(
        Text(lines, style=style, no_wrap=True, overflow="ignore"), crop=False, soft_wrap=True
    )


class Shown:
    """A progress bar on a terminal, nothing elsewhere; called as ``(label, done, total)``."""

    def __init__(self) -> None:
        """Show it where there is a terminal."""
        columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[of]}"))
        self._bar = Progress(
            *columns,
            TimeElapsedColumn(),
            console=err,
            transient=True,
            disable=not err.is_terminal,
        )
        self._task = self._bar.add_task("", total=None, of="")

    def __enter__(self) -> Shown:
        self._bar.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.stop()

    def __call__(self, label: str, done: int = 0, total: int | None = None) -> None:
        """Say what is being done."""
        of = f"{done}/{total}" if total else ""
        self._bar.update(self._task, description=label, completed=done, total=total, of=of)


def print_result(
    folder: Path,
    names: Sequence[str],
    findings: Sequence[Diagnostic],
    notes: Sequence[str],
    *,
    verbose: bool,
) -> None:
    """Print the files written, the counts of findings, and what else to know."""
    if verbose:
        for finding in findings:
            say(typeset(f"{finding.at or 'Classeur'} : {finding.message}"))
    for name in names:
        say(printable_name(str(folder / name)))
    seen = any(name.endswith("-rapport.html") for name in names)
    say(typeset(_counts(findings, "le rapport" if seen else "« annales check »")))
    for note in notes:
        say(typeset(note))


def _counts(findings: Sequence[Diagnostic], where: str) -> str:
    count = dict.fromkeys(Severity, 0)
    for finding in findings:
        count[finding.severity] += finding.count
    fixed, to_check, dropped = count[Severity.FIXED], count[Severity.CHECK], count[Severity.DROPPED]
    return (
        f"{fixed} correction{'s' * (fixed > 1)}, {to_check} constat{'s' * (to_check > 1)} "
        f"à vérifier, {dropped} élément{'s' * (dropped > 1)} écarté{'s' * (dropped > 1)} : "
        f"{where} les montre un à un."
    )
