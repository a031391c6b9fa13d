r"""Cases that a person can read: a title, a text, what becomes of it, and the findings.

    ## Deux-points d’une heure
    .
    Départ à 14:30.
    .
    Départ à 14:30.
    .
    aucun constat

U+00A0 is written ``~``, U+202F ``\\,``, raised letters ``^er^``.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from pipeline.model import Text

FOLDER = Path(__file__).parent / "cases"
NOTHING = "aucun constat"
_CASE_RE = re.compile(r"^## (.+)\n\.\n((?:.*\n)*?)\.\n((?:.*\n)*?)\.\n(.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Case:
    """One case of a file."""

    title: str
    before: str
    after: str
    codes: str
    """Slugs of the findings, sorted, separated by commas."""

    def __str__(self) -> str:
        """Return the title, for the list of tests."""
        return self.title


def cases(name: str) -> list[Case]:
    """Return the cases of a file of ``tests/cases``."""
    text = (FOLDER / name).read_text(encoding="utf-8")
    found = [
        Case(title, hidden(before.removesuffix("\n")), after.removesuffix("\n"), codes)
        for title, before, after, codes in _CASE_RE.findall(text)
    ]
    assert len(found) == text.count("\n## "), f"{name}: a case is not of the form"
    return found


def hidden(text: str) -> str:
    """Return a text of a case file as a cell has it."""
    return text.replace("~", "\N{NO-BREAK SPACE}").replace("\\,", "\N{NARROW NO-BREAK SPACE}")


def shown(text: Text) -> str:
    """Return a text as a case file writes it."""
    letters = "".join(
        f"^{span.text}^" if span.style.superscript and span.text else span.text
        for span in text.spans
    )
    return letters.replace("\N{NO-BREAK SPACE}", "~").replace("\N{NARROW NO-BREAK SPACE}", "\\,")


def slugs(found: list[str]) -> str:
    """Return slugs as a case file writes them."""
    return ", ".join(sorted(set(found))) or NOTHING
