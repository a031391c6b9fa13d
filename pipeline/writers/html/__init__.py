"""Writer: Booklet → the HTML of its parts, each a document of its own with its styles.

What needs thought is a filter here; templates hold loops and ifs.
"""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline import resources
from pipeline.drawing import Drawing, glance_caption, year_timeline, years_at_a_glance
from pipeline.french import one_line
from pipeline.model import (
    Booklet,
    Chapter,
    Entry,
    ListBlock,
    Paragraph,
)
from pipeline.theme import Theme
from pipeline.writers import index_lines, printed
from pipeline.writers.contents import contents
from pipeline.writers.html.runs import hyphenated, plain, runs
from pipeline.writers.html.style import heads, longer_or_shorter, stylesheet
from pipeline.writers.pagination import Pagination
from pipeline.writers.parts import Folios, Part
from pipeline.writers.repertoire import stand_in

_PT = 72 / 25.4
LONG_TITLE = 60
SHORT_TITLE = 16
LONGEST_WORD = {"short": 10.0, "middle": 19.0}
"""Letters of a word of a title, a capital one and a quarter, so that it stays on the page."""
TOGETHER = 20
"""Lines of documents and acronyms that share a page."""
_LINE_LETTERS = 58
LINE = 120
"""Letters of an entry that its date opens: two lines of them at most."""
_FIGURE_SPACE = "\N{FIGURE SPACE}"


def chapter_parts(booklet: Booklet, theme: Theme) -> Iterator[Part]:
    """Yield one part a chapter; they need no page number."""
    template = _environment().get_template("book/chapter.html.j2")
    style = stylesheet(theme)
    for chapter in booklet.chapters:
        yield _chapter(chapter, booklet, theme, template, style)


def front_parts(booklet: Booklet, theme: Theme, pagination: Pagination) -> tuple[Part, ...]:
    """Return cover, titles, imprint and contents.

    Args:
        booklet: The document.
        theme: Its measures.
        pagination: Where chapters, entries and the back matter stand.
    """
    html = (
        _environment()
        .get_template("book/front.html.j2")
        .render(
            imprint=booklet.imprint,
            language=booklet.imprint.language,
            words=printed,
            span=printed.span(booklet),
            years=printed.first_and_last(booklet),
            size=_size(booklet.imprint.title),
            mentions=printed.mentions(booklet),
            contents=[(line, pagination.get(line.key)) for line in contents(booklet)],
            style=heads(theme, booklet.imprint.title, ""),
        )
    )
    silent = ("couverture", "faux-titre", "titre", "mentions")
    marks = (("table", printed.CONTENTS),)
    title = booklet.imprint.title
    return (Part("liminaires", html, title, Folios.ROMAN, marks, silent, style=stylesheet(theme)),)


def note_parts(booklet: Booklet, theme: Theme) -> tuple[Part, ...]:
    """Return the note on the text, and the years at a glance where there are any.

    They need no page number: they are laid out beside the chapters.
    """
    drawing = _uri(years_at_a_glance(booklet.chapters, theme, _width(theme)))
    named = {"note": printed.NOTE} | ({"annees": printed.glance(booklet)} if drawing else {})
    title = printed.both(*named.values())
    html = (
        _environment()
        .get_template("book/note.html.j2")
        .render(
            words=printed,
            note=booklet.note,
            named=[column for column in booklet.columns if str(column.heading).strip()],
            also=printed.documents_key(booklet),
            rubrics=printed.rubrics(booklet),
            language=booklet.imprint.language,
            title=title,
            glance=named.get("annees"),
            drawing=drawing,
            caption=glance_caption(booklet.chapters),
            style=heads(theme, booklet.imprint.title, ""),
        )
    )
    marks = tuple(named.items()) if len(named) > 1 else ()
    style = stylesheet(theme)
    return (Part("note", html, title, Folios.ROMAN, marks, ("annees",), style=style),)


def back_parts(booklet: Booklet, theme: Theme, pagination: Pagination) -> tuple[Part, ...]:
    """Return documents and acronyms, and the index; the last one has the colophon."""
    named = dict(printed.annexes(booklet))
    index = named.pop("index", None)
    parts = [named] if named else []
    parts += [{"index": index}] if index else []
    parts = parts or [{"colophon": "Colophon"}]
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
    title = printed.both(*named.values())
    html = (
        _environment()
        .get_template("book/back.html.j2")
        .render(
            keys=set(named),
            last=last,
            following=_lines(booklet) <= TOGETHER,
            language=booklet.imprint.language,
            title=title,
            words=printed,
            references=[
                (line.text, printed.pages(line.entries, pagination, [str(line.text)]))
                for line in booklet.references
            ],
            glossary=booklet.glossary,
            index=[
                (
                    group,
                    [
                        (line, printed.pages(line.entries, pagination, line.forms))
                        for line in group.lines
                    ],
                )
                for group in index_lines.index_groups(booklet)
            ],
            colophon=printed.colophon(booklet),
            style=heads(theme, booklet.imprint.title, title),
        )
    )
    marks = tuple(named.items()) if len(named) > 1 else ()
    key, style = next(iter(named)), stylesheet(theme)
    return Part(key, html, title, bookmarks=marks, silent=("colophon",), style=style)


def _lines(booklet: Booklet) -> int:
    """Return about how many lines the documents and the acronyms take."""
    rows = [str(line.text) for line in booklet.references]
    rows += [f"{term.acronym} {term.expansion}" for term in booklet.glossary]
    return sum(1 + len(row) // _LINE_LETTERS for row in rows)


# -- chapters -------------------------------------------------------------------------


def _chapter(chapter: Chapter, booklet: Booklet, theme: Theme, template: Any, style: str) -> Part:
    heading = printed.year_words(chapter)
    title = one_line(chapter.title)
    head = printed.shortened(f"{heading} · {title}" if title else heading)
    html = template.render(
        chapter=chapter,
        heading=heading,
        title=f"{heading} {title}",
        language=booklet.imprint.language,
        entries=list(printed.dated(chapter)),
        rubrics=printed.rubrics(booklet) if len(booklet.columns) > 1 else {},
        run_in=theme["page"]["periods"] == "above",
        drawing=_uri(year_timeline(chapter, theme, _width(theme))),
        style=heads(theme, booklet.imprint.title, head),
    )
    marks = tuple((entry.id, _bookmark(entry)) for entry in chapter.entries)
    name = f"{heading} – {title}" if title else heading
    spare = longer_or_shorter(theme)
    return Part(chapter.id, html, name, bookmarks=marks, spare=spare, style=style)


def _bookmark(entry: Entry) -> str:
    label = "" if entry.period.inherited else str(entry.period.short or entry.period.label)
    theme = one_line(entry.theme)
    if not theme and entry.sections:
        first = entry.sections[0].blocks[0]
        theme = str(first.items[0] if isinstance(first, ListBlock) else first.text)
    name = f"{label} · {theme}" if label and theme else label or theme or entry.origin.address
    return printed.shortened(one_line(name), 90)


# -- front and back ---------------------------------------------------------------------


def _size(title: str) -> str:
    """Return the class of a title's size: the largest that its length and its words allow."""
    widths = (sum(1.25 if each.isupper() else 1.0 for each in word) for word in title.split())
    longest = max(widths, default=0.0)
    if len(title) > LONG_TITLE or longest > LONGEST_WORD["middle"]:
        return "long"
    return "short" if len(title) <= SHORT_TITLE and longest <= LONGEST_WORD["short"] else "middle"


# -- filters ------------------------------------------------------------------------------


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(resources.folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        runs=runs,
        hyphenated=hyphenated,
        plain=plain,
        printed=printed.printed,
        one_line=_one_line,
        marks=_marks,
    )
    return environment


def _one_line(entry: Entry) -> str:
    """Tell what an entry is where a line or two hold all of it, its date included.

    Returns:
        ``theme``, ``text``, or nothing where it is more.
    """
    if entry.theme:
        alone = not entry.sections and len(str(entry.theme)) <= LINE
        return "theme" if alone else ""
    blocks = [block for section in entry.sections for block in section.blocks]
    if len(blocks) != 1 or not isinstance(blocks[0], Paragraph):
        return ""
    return "text" if len(str(blocks[0].text)) <= LINE else ""


@dataclass(frozen=True, slots=True)
class _Marks:
    """The numbers of a list's items, all of one width, and the class of that width."""

    each: list[str]
    width: str


def _marks(block: printed.Printed) -> _Marks:
    """Return the number that stands before each item of an ordered list."""
    numbers = range(block.start, block.start + len(block.items))
    digits = len(str(numbers[-1]))
    marks = [f"{str(each).rjust(digits, _FIGURE_SPACE)}.{_FIGURE_SPACE}" for each in numbers]
    return _Marks(marks, ("", "tens", "hundreds")[min(digits, 3) - 1])


@dataclass(frozen=True, slots=True)
class _Picture:
    uri: str
    words: str
    width_pt: float
    height_pt: float


def _uri(drawing: Drawing | None) -> _Picture | None:
    if drawing is None:
        return None
    data = b64encode(stand_in(drawing.svg).encode()).decode()
    uri = f"data:image/svg+xml;base64,{data}"
    return _Picture(uri, drawing.words, drawing.width_pt, drawing.height_pt)


def _width(theme: Theme) -> float:
    page = theme["page"]
    return float((page["width_mm"] - page["inner_mm"] - page["outer_mm"]) * _PT)
