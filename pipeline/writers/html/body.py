"""The body: one part a chapter, or one an era where chapters run on.  None needs page numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib.metadata import version
from itertools import groupby
from typing import Any, TypeAlias

from pipeline import resources
from pipeline.drawing import Drawing, era_timeline, year_timeline
from pipeline.drawing.svg import width_of
from pipeline.french import one_line
from pipeline.model import Booklet, Chapter, Entry, Era
from pipeline.theme import Theme
from pipeline.writers import printed
from pipeline.writers.html.templates import environment, measure, picture
from pipeline.writers.parts import Bookmark, Html, Part
from pipeline.writers.repertoire import stand_in
from pipeline.writers.stylesheets import longer_or_shorter, stylesheet

_Draw: TypeAlias = Callable[[Theme, float], Drawing | None]

ONE_LINE = 56
"""Letters of a line."""
_BOOKMARK = 90
"""And of a bookmark."""


def running_heads(booklet: Booklet, recto: str) -> tuple[str, str]:
    """Return what left-hand pages say at their head, the title of the book, and right-hand ones."""
    verso = printed.shortened(one_line(booklet.imprint.title))
    return stand_in(verso), stand_in(recto)


def chapter_parts(booklet: Booklet, theme: Theme) -> Iterator[Part]:
    """Yield one part for all that opens on a right-hand page; they need no page number."""
    body = _Body(booklet, theme)
    over: list[Chapter] = []
    for each in booklet.openings:
        if isinstance(each, Era):
            yield body.era(each)
        elif each.id in booklet.passed_over:
            over.append(each)
        else:
            yield body.chapter(each, over)
            over = []


class _Body:
    """What the parts of one book have in common."""

    def __init__(self, booklet: Booklet, theme: Theme) -> None:
        self._theme, self._booklet = theme, booklet
        self._program = resources.program(), version("jinja2")
        self._style, self._spare = stylesheet(theme), longer_or_shorter(theme)
        self._common = {
            "language": booklet.imprint.language,
            "rubrics": printed.rubrics(booklet) if len(booklet.columns) > 1 else {},
            "run_in": theme["page"]["periods"] == "above",
        }

    def chapter(self, chapter: Chapter, over: Sequence[Chapter] = ()) -> Part:
        """Return a year that opens on a right-hand page, under those that say nothing."""
        year, title = _Year.of(chapter), one_line(chapter.title)
        head = printed.shortened(f"{year.heading} · {title}" if title else year.heading)
        bare = [_Year.of(each) for each in over]
        given = {"year": year, "name": f"{year.heading} {title}", "over": bare}
        html = self._rendered("chapter", partial(year_timeline, chapter), given)
        if not bare:
            return self._part(chapter.id, html, year.name, year.bookmarks, head)
        first, *others = (Bookmark(each.chapter.id, each.name) for each in bare)
        marks = (*others, Bookmark(chapter.id, year.name, year.bookmarks))
        return replace(self._part(chapter.id, html, first.title, marks, head), beside=True)

    def era(self, era: Era) -> Part:
        """Return the years that run on in an era."""
        years, title = [_Year.of(chapter) for chapter in era.chapters], one_line(era.title)
        below = {year.chapter.id for year in years if not self._beside(year)}
        runs = [
            (bare, [*each]) for bare, each in groupby(years, key=lambda year: year.chapter.is_bare)
        ]
        given = {"era": era, "runs": runs, "below": sorted(below), "name": title}
        given["size"] = self._size(title)
        html = self._rendered("era", partial(era_timeline, era), given)
        marks = tuple(Bookmark(year.chapter.id, year.name, year.bookmarks) for year in years)
        named = tuple((each.id, each.year) for each in era.chapters if each.year is not None)
        return replace(self._part(era.id, html, title, marks), years=named)

    def _size(self, title: str) -> str:
        """Return the class of the largest size in which the title of an era is one line."""
        sizes = {"": "era", "middle": "middle_era"}
        return next((n for n, key in sizes.items() if self._fits(title, "display", key)), "long")

    def _fits(self, title: str, table: str, key: str, left: float = 0) -> bool:
        """Tell whether a title fits on one line after what stands at its left, in points."""
        wide = width_of(title, self._theme[table][f"{key}_pt"])
        return left + wide <= measure(self._theme)

    def _beside(self, year: _Year) -> bool:
        """Tell whether the title of a year that runs on fits beside it."""
        kind = self._theme["type"]
        left = width_of(year.heading, kind["running_pt"]) + kind["running_title_pt"]
        return self._fits(one_line(year.chapter.title), "type", "running_title", left)

    def _rendered(self, template: str, draw: _Draw, given: Mapping[str, Any]) -> Html:
        """Return a document that is written when it is laid out: most have not changed."""

        def write() -> str:
            drawing = picture(draw(self._theme, measure(self._theme)))
            page = environment().get_template(f"book/{template}.html.j2")
            return page.render(self._common, drawing=drawing, **given)

        # Templates and drawings see the theme and what is given here, nothing else.
        made_from = (self._program, template, self._theme.tables, self._common, given)
        return Html(repr(made_from), write)

    def _part(
        self, key: str, html: Html, title: str, bookmarks: tuple[Bookmark, ...], recto: str = ""
    ) -> Part:
        return Part(
            key,
            html,
            title,
            bookmarks=bookmarks,
            heads=running_heads(self._booklet, recto),
            spare=self._spare,
            style=self._style,
        )


@dataclass(frozen=True, slots=True)
class _Year:
    """A chapter as a template sets it."""

    chapter: Chapter
    heading: str
    entries: tuple[printed.Dated, ...]

    def __repr__(self) -> str:
        """Return all that it says, each text once."""
        return f"_Year({self.heading!r}, {self.chapter!r}, {[each.said for each in self.entries]})"

    @classmethod
    def of(cls, chapter: Chapter) -> _Year:
        return cls(chapter, printed.year_words(chapter), tuple(printed.dated(chapter)))

    @property
    def name(self) -> str:
        """Year and title, as a bookmark has them."""
        title = one_line(self.chapter.title)
        return f"{self.heading} – {title}" if title else self.heading

    @property
    def is_short(self) -> bool:
        """Tell whether one line is all that its opening row says, while others follow."""
        opening = self.chapter.opening
        if opening is None or opening.sources or not self.chapter.entries:
            return False
        said = sum(len(str(text)) for text in opening.texts()) - len(str(opening.theme))
        return said <= ONE_LINE

    @property
    def is_silent(self) -> bool:
        """Tell whether its opening row says no more than its title."""
        return self.chapter.is_silent

    @property
    def is_alone(self) -> bool:
        """Tell whether nothing stands under the heading."""
        opening = self.chapter.opening
        silent = opening is None or not (opening.sections or opening.sources)
        return silent and not self.chapter.entries

    @property
    def bookmarks(self) -> tuple[Bookmark, ...]:
        entries = (*self.chapter.heads, *self.chapter.entries)
        return tuple(Bookmark(entry.id, _bookmark(entry)) for entry in entries)


def _bookmark(entry: Entry) -> str:
    label = "" if entry.period.inherited else str(entry.period.short or entry.period.label)
    theme = one_line(entry.theme) or printed.first_words(entry, _BOOKMARK)
    name = f"{label} · {theme}" if label and theme else label or theme or entry.origin.address
    return printed.shortened(one_line(name), _BOOKMARK)
