"""The table of ``cases/periodes.md``, read for the tests and the benchmark."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from pipeline.diagnostics import visible
from pipeline.model import Text

CASES = Path(__file__).parent / "cases" / "periodes.md"
_REFUSED_RE = re.compile(r"\*refusé : ([a-z-]+)\*")
"""« *refusé : period-day* »."""


class Case(NamedTuple):
    """One line of the table, as it is written there."""

    text: str
    edtf: str
    label: str
    short: str

    @property
    def refused(self) -> str | None:
        """Slug of the finding, where the text is not read."""
        match = _REFUSED_RE.fullmatch(self.edtf)
        return match[1] if match else None


def cases() -> list[Case]:
    """Return all lines of all tables, in the order of the file."""
    found = []
    for line in CASES.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        heading = cells[0] == "texte" or set(cells[0]) <= {"-"}
        if line.startswith("|") and len(cells) == 4 and not heading:
            found.append(Case(_invisible(cells[0]), *cells[1:]))
    return found


def _invisible(text: str) -> str:
    return text.replace("⍽", "\N{NARROW NO-BREAK SPACE}").replace("␣", "\N{NO-BREAK SPACE}")


def case_texts() -> list[str]:
    """Return the texts of all lines."""
    return [case.text for case in cases()]


def shown(text: Text) -> str:
    """Return a label as the table writes it: raised letters between ``^``, spaces visible."""
    return "".join(
        f"^{visible(span.text)}^" if span.style.superscript else visible(span.text)
        for span in text.spans
    )
