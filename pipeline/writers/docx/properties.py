"""What the Word file says of itself: title, author, subject, keywords, language, dates."""

from __future__ import annotations

from pipeline.model import Booklet, IndexKind
from pipeline.writers import printed

_TERMS = 8
"""Terms of the index that are keywords where none are given."""


def properties(booklet: Booklet) -> dict[str, str]:
    """Return the properties by their place in the skeleton; empty where not known."""
    given = booklet.imprint
    return {
        "title": given.title,
        "author": given.author,
        "subject": given.subtitle or printed.span(booklet),
        "summary": given.summary,
        "keywords": " ; ".join(_keywords(booklet)),
        "publisher": given.publisher,
        "language": given.language,
        "moment": f"{booklet.edited:%Y-%m-%d}T00:00:00Z",
    }


def _keywords(booklet: Booklet) -> list[str]:
    """Return the keywords given; else the years, and what the index names most often."""
    if booklet.imprint.keywords:
        return list(booklet.imprint.keywords)
    named = [term for term in booklet.index if term.kind is not IndexKind.THEME]
    often = sorted(named, key=lambda term: -len(term.entries))[:_TERMS]
    years = printed.span(booklet)
    return [*([years] if years else []), *(term.term for term in often)]
