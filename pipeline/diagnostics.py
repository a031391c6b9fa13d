"""Findings: what was corrected, doubted or left out, cell by cell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeAlias

from pipeline.catalogue import Code, Severity
from pipeline.french import typeset
from pipeline.model import CellRef
from pipeline.model.packing import packed_at_once

CONTEXT = 40
"""Letters kept on each side of what a finding is about; fewer are the beginning or the end."""
_CHANGED = typeset("« {before} » devient « {after} »")
"""The words of a change; one that only takes out or puts in says so instead."""
_VISIBLE = str.maketrans(
    {
        "\n": "⏎",
        "\r": "⏎",
        "\t": "⇥",
        "\N{NO-BREAK SPACE}": "␣",
        "\N{NARROW NO-BREAK SPACE}": "⍽",
        "\N{SOFT HYPHEN}": "¬",
    }
)


def visible(text: str) -> str:
    r"""Return the text with its invisible characters shown.

    >>> visible("Qui vive\u202f?")
    'Qui vive⍽?'
    """
    return text.translate(_VISIBLE)


@packed_at_once
@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about one cell."""

    code: Code
    at: CellRef | None
    """The cell; ``None`` where the finding is about the whole workbook."""
    before: str = ""
    """The text as it stood."""
    after: str = ""
    """The text as it goes on, or what is proposed; empty where nothing is."""
    left: str = ""
    """A few words on the left of ``before``, for the report."""
    right: str = ""
    """A few words on its right."""
    count: int = 1
    """How often the same edit was made in the cell (marks and spaces are counted together)."""

    @property
    def severity(self) -> Severity:
        """What the finding means for the reader."""
        return self.code.severity

    @property
    def message(self) -> str:
        """The French sentence for the cleaning report."""
        before = visible(self.before)
        if not self.code.quotes:
            before = typeset(before)
        template = self.code.template
        if not self.after:
            template = template.replace(_CHANGED, typeset("« {before} » est retiré"))
        elif not self.before:
            template = template.replace(_CHANGED, typeset("« {after} » est ajouté"))
        return template.format(before=before, after=visible(self.after))

    def __str__(self) -> str:
        """Return ``Frise!A7: row-moved: La ligne …``."""
        return f"{self.at or '-'}: {self.code.slug}: {self.message}"


Reporter: TypeAlias = Callable[[Diagnostic], None]
"""Where a stage sends its findings; ``list.append`` fits."""

__all__ = ["CONTEXT", "Code", "Diagnostic", "Reporter", "Severity", "visible"]
