"""Writer: Booklet → the HTML of its parts, each a document of its own with its styles.

``body`` makes the chapters; here are front and back matter.  Templates hold loops and ifs; what
needs thought is a filter in ``templates``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any, TypeAlias

from pipeline.drawing import years_at_a_glance
from pipeline.model import Booklet, Text
from pipeline.theme import Theme
from pipeline.writers import index_lines, printed, titles
from pipeline.writers.contents import contents, ends
from pipeline.writers.faces import font_faces
from pipeline.writers.html.body import chapter_parts, running_heads
from pipeline.writers.html.templates import (
    environment,
    keep_templates,
    load_templates,
    measure,
    picture,
)
from pipeline.writers.pagination import Pagination
from pipeline.writers.parts import Bookmark, Folios, Html, Part
from pipeline.writers.stylesheets import (
    contents_longer_or_shorter,
    longer_or_shorter,
    stylesheet,
)

TOGETHER = 20
"""Lines of documents and acronyms that share a page."""
BALANCED = 500
"""Terms and page numbers of an index up to which the columns of its last page are as long as each
other: WeasyPrint sets them again and again, with thousands for many seconds."""
COLOPHON = "Colophon"
WHOLE = 56
"""Lines of an index, its letters with their white included, that stay on one page."""
_LINE_LETTERS = 58
_FOLIO_LETTERS = "0123456789ivxlcdm-–avprJC."
"""Of page numbers, and of years, before Christ too."""
_SHEET = "14400pt 14400pt"
"""The largest page that a PDF can have (ISO 32000-1, annex C)."""


_Index: TypeAlias = list[
    tuple[index_lines.IndexGroup, list[tuple[index_lines.IndexLine, list[printed.Pages]]]]
]
"""The letters of the index, each with its lines and their pages."""


def letter_sheet(parts: Iterable[Part], theme: Theme) -> Part:
    """Return the part that sets the letters of folios, then each running head, a line each."""
    said = {head: None for part in parts for head in part.heads if head}
    lines = (" ".join(_FOLIO_LETTERS), *said)
    size = theme["type"]["small_pt"]
    html = (
        f'<html lang="fr"><head><title>folios</title><style>{font_faces(theme)}'
        f"@page{{size:{_SHEET};margin:0}}p{{font:{size}pt/12pt '{theme['fonts']['sans']}';"
        "font-variant-numeric:lining-nums;margin:0;white-space:nowrap}</style></head><body>"
        f"{''.join(f'<p>{escape(line)}</p>' for line in lines)}</body></html>"
    )
    return Part("folios", Html(html), "folios", lines=lines)


def front_parts(booklet: Booklet, theme: Theme, pagination: Pagination) -> tuple[Part, ...]:
    """Return cover, titles, imprint and contents; in a thin book the note and the years too.

    There the note stands on the verso of the title, and the years face the first of them.

    Args:
        booklet: The document.
        theme: Its measures.
        pagination: Where chapters, entries and the back matter stand.
    """
    lines = contents(booklet)
    size = titles.title_size(booklet.imprint.title)
    html = (
        environment()
        .get_template("book/front.html.j2")
        .render(
            _said_in_note(booklet) | _drawn(booklet, theme) if booklet.thin else {},
            imprint=booklet.imprint,
            language=booklet.imprint.language,
            words=printed,
            span=titles.said_span(booklet),
            years=printed.first_and_last(booklet),
            size=size,
            room=titles.ROOM[size],
            mentions=titles.mentions(booklet),
            contents=[
                (line, pagination.get(line.key), last)
                for line, last in zip(lines, ends(lines), strict=True)
            ],
            folded=any(line.kind == "in-era" for line in lines),
            thin=booklet.thin,
        )
    )
    silent = ("couverture", "faux-titre", "titre", "mentions", "note", "annees")
    marks: tuple[Bookmark, ...] = (Bookmark("table", printed.CONTENTS),)
    if booklet.thin:
        years = Bookmark("annees", printed.glance(booklet))
        marks = (Bookmark("note", printed.NOTE), *marks, years)
    title = booklet.imprint.title
    style = stylesheet(theme)
    spare = () if booklet.thin else contents_longer_or_shorter(theme)
    front = Part(
        "liminaires", Html(html), title, Folios.ROMAN, marks, silent, spare=spare, style=style
    )
    return (replace(front, beside=True),)


def note_parts(booklet: Booklet, theme: Theme) -> Iterator[Part]:
    """Yield the note on the text, and the years at a glance where there are any.

    They need no page number.  A thin book has them in its front.
    """
    if booklet.thin:
        return
    given = _said_in_note(booklet)
    html = environment().get_template("book/note.html.j2").render(given)
    yield Part("note", Html(html), printed.NOTE, Folios.ROMAN, style=stylesheet(theme))
    yield from _glance(booklet, theme)


def _said_in_note(booklet: Booklet) -> dict[str, Any]:
    return {
        "words": printed,
        "note": booklet.note,
        "named": [column for column in booklet.columns if str(column.heading).strip()],
        "reading_key": printed.reading_key(booklet),
        "also": printed.documents_key(booklet),
        "rubrics": printed.rubrics(booklet),
        "language": booklet.imprint.language,
    }


def _glance(booklet: Booklet, theme: Theme) -> Iterator[Part]:
    """Yield the years at a glance: apart, so that a note that changes leaves them as they are."""
    given = _drawn(booklet, theme)
    if given["drawing"] is None:
        return
    html = environment().get_template("book/glance.html.j2").render(given)
    yield Part("annees", Html(html), given["title"], Folios.ROMAN, style=stylesheet(theme))


def _drawn(booklet: Booklet, theme: Theme) -> dict[str, Any]:
    """Return what is said and drawn of the years at a glance; ``drawing`` may be ``None``."""
    drawing = years_at_a_glance(booklet.chapters, theme, measure(theme))
    return {
        "title": printed.glance(booklet),
        "language": booklet.imprint.language,
        "drawing": picture(drawing),
        "caption": drawing.caption if drawing is not None else "",
    }


def back_parts(booklet: Booklet, theme: Theme, pagination: Pagination) -> tuple[Part, ...]:
    """Return documents and acronyms, and the index; the last one has the colophon.

    In a thin book all are one part, on the page after the last chapter.
    """
    named = dict(printed.annexes(booklet))
    if booklet.thin:
        named = named or {"colophon": COLOPHON}
        return (_annex(named, booklet, theme, pagination, last=True),)
    index = named.pop("index", None)
    parts = [named] if named else []
    parts += [{"index": index}] if index else []
    parts = parts or [{"colophon": COLOPHON}]
    return tuple(_annex(each, booklet, theme, pagination, last=each is parts[-1]) for each in parts)


def _annex(
    named: Mapping[str, str],
    booklet: Booklet,
    theme: Theme,
    pagination: Pagination,
    *,
    last: bool,
) -> Part:
    """Return one part; ``named`` has the anchors and titles of its sections."""
    title, thin = printed.joint(*named.values()), booklet.thin
    following = thin or _lines(booklet) <= TOGETHER
    index = _index(booklet, pagination) if "index" in named else []
    html = (
        environment()
        .get_template("book/back.html.j2")
        .render(
            keys=set(named),
            last=last,
            following=following,
            thin=thin and "colophon" not in named,
            verso=thin and pagination.last % 2,
            language=booklet.imprint.language,
            title=title,
            words=printed,
            references=_sources(booklet, pagination) if "documents" in named else [],
            glossary=booklet.glossary,
            index=index,
            short=_index_size(index) <= BALANCED,
            whole=sum(2 + len(lines) for _, lines in index) <= WHOLE,
            index_key=printed.index_key(booklet),
            colophon=titles.colophon(booklet),
        )
    )
    return Part(
        next(iter(named)),
        Html(html),
        title,
        bookmarks=_bookmarks(named),
        silent=() if thin else ("colophon",),
        heads=running_heads(booklet, title),
        openings=() if following else ("sigles",),
        follows=thin,
        style=stylesheet(theme),
        spare=() if thin else longer_or_shorter(theme),
        tail=int(last and "colophon" not in named),
    )


def _sources(booklet: Booklet, pagination: Pagination) -> list[tuple[Text, list[printed.Pages]]]:
    """Return the documents, each with the pages that name it."""
    return [(line.text, printed.pages_citing(line, pagination)) for line in booklet.references]


def _index(booklet: Booklet, pagination: Pagination) -> _Index:
    """Return the index with the pages of each line."""
    return [
        (
            group,
            [(line, printed.pages(line.entries, pagination, line.forms)) for line in group.lines],
        )
        for group in index_lines.index_groups(booklet)
    ]


def _index_size(index: _Index) -> int:
    """Return how many terms and page numbers an index has."""
    return sum(1 + len(pages) for _, lines in index for _, pages in lines)


def _bookmarks(named: Mapping[str, str]) -> tuple[Bookmark, ...]:
    """Return the sections of a part for the outline; none for the only one."""
    marks = tuple(Bookmark(key, title) for key, title in named.items())
    return marks if len(marks) > 1 else ()


def _lines(booklet: Booklet) -> int:
    """Return about how many lines the documents and the acronyms take."""
    rows = [str(line.text) for line in booklet.references]
    rows += [f"{term.acronym} {term.expansion}" for term in booklet.glossary]
    return sum(1 + len(row) // _LINE_LETTERS for row in rows)


@dataclass(frozen=True, slots=True)
class Manuscript:
    """The parts of one book in one theme, as the press asks for them."""

    booklet: Booklet
    theme: Theme

    def chapters(self) -> Iterator[Part]:
        """Yield the chapters."""
        return chapter_parts(self.booklet, self.theme)

    def notes(self) -> Iterator[Part]:
        """Yield the note on the text and the years at a glance."""
        return note_parts(self.booklet, self.theme)

    def back(self, pagination: Pagination) -> tuple[Part, ...]:
        """Return documents, acronyms, index."""
        return back_parts(self.booklet, self.theme, pagination)

    def front(self, pagination: Pagination) -> tuple[Part, ...]:
        """Return cover, titles, imprint, contents."""
        return front_parts(self.booklet, self.theme, pagination)

    def letters(self, parts: Sequence[Part]) -> Part:
        """Return the sheet with the letters of folios and running heads."""
        return letter_sheet(parts, self.theme)


__all__ = [
    "Manuscript",
    "back_parts",
    "chapter_parts",
    "front_parts",
    "keep_templates",
    "load_templates",
    "note_parts",
]
