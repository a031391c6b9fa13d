"""The lines of the contents: years, their themes where there is room, what stands at the end."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.french import one_line
from pipeline.model import Booklet, Chapter, Entry, Text
from pipeline.writers.printed import annexes, year_words

LONGEST_CONTENTS = 48
"""Lines of contents with themes: two pages."""
_EMPTY = Text()


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents."""

    kind: str
    """``chapter``, ``theme`` or ``annex``."""
    key: str
    year: str
    title: str
    day: Text = _EMPTY
    """Of a theme, in a book of one year: its date without the year."""


def _title(of: Chapter | Entry) -> str:
    """Return the title of a chapter, or the theme of an entry, on one line."""
    return one_line(of.title if isinstance(of, Chapter) else of.theme)


def _day(entry: Entry, chapter: Chapter) -> Text:
    """Return the short date of an entry; the year of its chapter goes without saying."""
    if entry.period.inherited:
        return _EMPTY
    label, year = entry.period.short or entry.period.label, year_words(chapter)
    whole = str(label)
    return label.split(len(whole) - len(year))[0] if whole.endswith(year) else label


def contents(booklet: Booklet) -> list[Line]:
    """Return the lines of the contents: the years, with their themes where two pages hold them."""
    lines = []
    entries = [entry for chapter in booklet.chapters for entry in chapter.entries]
    themed = len(booklet.chapters) + len({*map(_title, entries)}) <= LONGEST_CONTENTS
    for chapter in booklet.chapters:
        if len(booklet.chapters) > 1:
            lines.append(Line("chapter", chapter.id, year_words(chapter), _title(chapter)))
        before = ""
        for entry in chapter.entries:
            title = _title(entry)
            if title and title != before and (themed or len(booklet.chapters) == 1):
                day = _day(entry, chapter) if len(booklet.chapters) == 1 else _EMPTY
                lines.append(Line("theme", entry.id, "", title, day))
            before = title
    return lines + [Line("annex", key, "", name) for key, name in annexes(booklet)]
