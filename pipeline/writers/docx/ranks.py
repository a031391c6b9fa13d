"""Which style each heading has: where chapters run on, what is in them stands a level lower.

A style of Word's own has one level.  What looks alike and stands on another has a style of its
own, so that headings leave out no level.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ranks:
    """Styles of the headings in a chapter."""

    entry: str
    """Of an entry: period and theme."""
    dated: str
    """Of an entry that has no theme; contents leave it out."""
    rubric: str
    inner: str
    """Of a heading inside a cell."""
    opening_rubric: str
    """Of a column in the row that opens the chapter: no heading of an entry stands over it."""
    opening_inner: str
    level: int
    """Level of entries in the contents."""


def ranks(*, many: bool, lower: bool, alone: bool = False) -> Ranks:
    """Return the styles for the headings in a chapter.

    Args:
        many: Columns are named over what they say.
        lower: Chapters run on in this book.
        alone: This one does not: it opens a page, as the eras do.
    """
    first, second = ("RubriqueOuverture", "Intertitre2" if many else "Intertitre1")
    if not lower:
        inner = "Heading4" if many else "Heading3"
        return Ranks("Heading2", "EntreeDatee", "Heading3", inner, first, second, 2)
    if not alone:
        inner = "Heading5" if many else "Heading4"
        return Ranks("Heading3", "EntreeDatee", "Heading4", inner, first, second, 3)
    inner = "Intertitre2" if many else "RubriqueOuverture"
    lone, second = "RubriqueIsolee", "Intertitre1" if many else "IntertitreIsole"
    return Ranks("EntreeIsolee", "EntreeIsoleeDatee", first, inner, lone, second, 2)
