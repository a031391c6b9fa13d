"""What the Word file says of itself: title, author, subject, keywords, language, dates."""

from __future__ import annotations

from pipeline.model import Booklet
from pipeline.writers import printed, titles


def properties(booklet: Booklet) -> dict[str, str]:
    """Return the properties by their place in the skeleton; empty where not known."""
    given = booklet.imprint
    return {
        "title": given.title,
        "author": given.author,
        "subject": given.subtitle or printed.span(booklet),
        "summary": given.summary,
        "keywords": " ; ".join(titles.keywords(booklet)),
        "publisher": given.publisher,
        "identifier": titles.identifier(booklet),
        "language": given.language,
        "moment": f"{booklet.edited:%Y-%m-%d}T00:00:00Z",
    }
