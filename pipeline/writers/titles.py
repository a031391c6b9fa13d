"""What title, imprint page, colophon and metadata say, alike in every edition."""

from __future__ import annotations

from pipeline import french
from pipeline.french import typeset
from pipeline.model import Booklet, IndexKind, Span, Style, Text
from pipeline.regex import regex
from pipeline.writers.printed import first_and_last, span

_KEYWORDS = 8
"""Terms of the index that are keywords."""
LONG_TITLE = 60
SHORT_TITLE = 16
LONGEST_WORD = {"short": 10.0, "middle": 19.0}
"""Letters of a word of a title, a capital one and a quarter, so that it stays on the page."""
ROOM = {"short": 9, "middle": 17, "long": 30}
"""Letters that a line of the book’s title holds, by its size."""
_CODE_RE = regex(r"\b(\d{5}) (?=[^\W\d_])")
"""A postal code and its blank: the town stays beside it."""
_ORDINAL_RE = regex(r"(?<=[\dIVX])(er|re|e)\b")
_MONTH_RE = regex(rf"(?:(?:{'|'.join(french.MONTHS)}) )?\d{{4}}")
"""A date that « en » goes before: ``mars 2026``, ``2026``."""


def title_size(title: str) -> str:
    """Return the size of the book's title: the largest that its length and its words allow.

    >>> title_size("Chronique de l’Atelier du Pont")
    'middle'
    """
    widths = (sum(1.25 if each.isupper() else 1.0 for each in word) for word in title.split())
    longest = max(widths, default=0.0)
    if len(title) > LONG_TITLE or longest > LONGEST_WORD["middle"]:
        return "long"
    return "short" if len(title) <= SHORT_TITLE and longest <= LONGEST_WORD["short"] else "middle"


def said_span(booklet: Booklet) -> str:
    """Return the span of years under the title, nothing where the title names them itself."""
    named = all(year in booklet.imprint.title for year in first_and_last(booklet))
    return "" if named else span(booklet)


def keywords(booklet: Booklet) -> list[str]:
    """Return the keywords of the metadata: the years, and what the index names most often."""
    named = [term for term in booklet.index if term.kind is not IndexKind.THEME]
    often = sorted(named, key=lambda term: -len(term.entries))[:_KEYWORDS]
    years = span(booklet)
    return [*([years] if years else []), *(term.term for term in often)]


def identifier(booklet: Booklet) -> str:
    """Return what names the book among all, for the metadata; empty where it has no number."""
    isbn = booklet.imprint.isbn
    return f"ISBN {isbn}" if isbn else ""


def mentions(booklet: Booklet) -> list[tuple[str, str]]:
    """Return label and value of the lines of the imprint page: what is given, nothing where not."""
    given = booklet.imprint
    address = _CODE_RE.sub("\\1\N{NO-BREAK SPACE}", given.address)
    lines = [
        ("", ", ".join(filter(None, (given.publisher, address)))),
        ("ISBN", given.isbn),
        (typeset("Dépôt légal :"), given.legal_deposit),
        (typeset("Imprimé par"), given.printer),
        ("", given.rights),
        ("", given.summary),
    ]
    return [(label, value) for label, value in lines if value]


def raised(text: str) -> Text:
    """Return a text of the settings, the ends of its ordinals raised.

    >>> [span.text for span in raised("2e trimestre").spans]
    ['2', 'e', ' trimestre']
    """
    pieces = enumerate(_ORDINAL_RE.split(text))
    return Text(tuple(Span(piece, Style(superscript=n % 2 == 1)) for n, piece in pieces if piece))


def colophon(booklet: Booklet, fonts: str = "Source Serif et Source Sans") -> str:
    """Return the sentence that closes the book; ``fonts`` are those it is set in."""
    given = booklet.imprint
    by = f" d’imprimer par {given.printer}" if given.printer else ""
    name = booklet.source.name.replace("-", "\N{NON-BREAKING HYPHEN}")
    date = given.date.replace(" ", "\N{NO-BREAK SPACE}")
    when = f" en {date}" if _MONTH_RE.fullmatch(given.date) else f" : {date}"
    return typeset(f"Composé en {fonts} par annales, d’après « {name} ». Achevé{by}{when}.")
