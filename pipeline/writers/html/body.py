"""The body: one part a chapter.  Its parts need no page number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from pipeline.drawing import year_timeline
from pipeline.french import one_line
from pipeline.model import Booklet, Chapter, Entry, ListBlock
from pipeline.theme import Theme
from pipeline.writers import printed
from pipeline.writers.html.style import heads, longer_or_shorter, stylesheet
from pipeline.writers.html.templates import environment, measure, picture
from pipeline.writers.parts import Part


def chapter_parts(booklet: Booklet, theme: Theme) -> Iterator[Part]:
    """Yield one part a chapter; they need no page number."""
    template = environment().get_template("book/chapter.html.j2")
    style = stylesheet(theme)
    for chapter in booklet.chapters:
        yield _chapter(chapter, booklet, theme, template, style)


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
        drawing=picture(year_timeline(chapter, theme, measure(theme))),
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
