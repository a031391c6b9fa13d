"""The lines of the contents: years, their themes where there is room, what stands at the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, groupby

from pipeline.french import one_line
from pipeline.model import Booklet, Chapter, Entry, Text
from pipeline.writers.printed import UNDATED, annexes, first_words, shortened, year_words

LONGEST_CONTENTS = 48
"""Lines of contents with themes: two pages."""
LONGEST_OF_ERAS = 96
"""Lines of contents with the years that run on: three pages, in small letters."""
SAID = 50
"""Letters of the themes of a year that runs on: a line."""
BEGINNING = 44
"""Letters of the text of an entry without a theme: a line."""
_EMPTY, _UNDATED = Text(), Text.plain_text(UNDATED[0].lower() + UNDATED[1:])


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the contents."""

    kind: str
    """``chapter``, ``theme``, ``annex``, ``part``; where years run on ``era``, ``in-era``."""
    key: str
    year: str
    title: str
    day: Text = _EMPTY
    """Of a theme, in a book of one year: its date without the year."""


def _title(of: Chapter | Entry) -> str:
    """Return the title of a chapter, or the theme of an entry, on one line."""
    title = of.title if isinstance(of, Chapter) else of.theme
    return one_line(title.in_signs)


def _day(entry: Entry, chapter: Chapter) -> Text:
    """Return the short date of an entry; the year of its chapter goes without saying."""
    if entry.period.inherited:
        known = chapter.year is not None and entry.period.first is not None
        return _UNDATED if known else _EMPTY
    label, year = entry.period.short or entry.period.label, year_words(chapter)
    whole = str(label)
    return label.split(len(whole) - len(year))[0] if whole.endswith(year) else label


def contents(booklet: Booklet) -> list[Line]:
    """Return the lines of the contents: the years, with their themes where two pages hold them.

    Where years run on: what they run on in, with the years that say something under it.  Lines of
    the workbook that head years stand over theirs.
    """
    lines = _of_eras(booklet) if booklet.eras else _of_years(booklet)
    return lines + [Line("annex", key, "", name) for key, name in annexes(booklet)]


def ends(lines: Sequence[Line]) -> list[bool]:
    """Tell of each line whether it ends others of its kind, or all: it never stands alone."""
    kinds = ["", *(line.kind for line in lines), ""]
    around = zip(kinds, kinds[1:], kinds[2:], strict=False)
    return [not after or before == kind != after for before, kind, after in around]


def _of_years(booklet: Booklet) -> list[Line]:
    if len(booklet.chapters) == 1:
        return _of_days(booklet.chapters[0])
    lines = []
    themed = _has_room(booklet.chapters)
    for chapter in booklet.chapters:
        lines += [Line("part", each.id, "", _title(each)) for each in chapter.heads]
        lines.append(_bare(chapter))
        if themed:
            lines += [Line("theme", entry.id, "", title) for entry, title in _themes(chapter)]
    return lines


def _has_room(chapters: Sequence[Chapter]) -> bool:
    """Tell whether the years and their themes stand on two pages."""
    lines = len(chapters)
    titles: set[str] = set()
    for entry in chain.from_iterable(chapter.entries for chapter in chapters):
        titles.add(_title(entry))
        if lines + len(titles) > LONGEST_CONTENTS:
            return False
    return True


def _bare(chapter: Chapter) -> Line:
    return Line("chapter", chapter.id, year_words(chapter), _title(chapter))


def _of_days(chapter: Chapter) -> list[Line]:
    """Return the entries of the only year with their dates; the year where none has a theme.

    One without a theme has the first words of its text, where two pages hold them too; « dans
    l’année » is said once a run.
    """
    named = [
        (entry, _day(entry, chapter), _title(entry) or first_words(entry, BEGINNING))
        for entry in chapter.entries
    ]
    if len(named) > LONGEST_CONTENTS or not any(map(_title, chapter.entries)):
        named = [each for each in named if _title(each[0])]
    lines: list[Line] = []
    above = _EMPTY
    alike = groupby(named, key=lambda each: (str(each[1]), each[2]))
    for entry, day, title in (next(same) for _, same in alike):
        said = _EMPTY if day is above is _UNDATED else day
        lines.append(Line("theme", entry.id, "", title, said))
        above = day
    return lines or [_bare(chapter)]


def _themes(chapter: Chapter) -> Iterator[tuple[Entry, str]]:
    """Yield the entries with their themes; one that goes on from entry to entry once."""
    for title, same in groupby(chapter.entries, key=_title):
        if title:
            yield next(same), title


def _of_eras(booklet: Booklet) -> list[Line]:
    """Return the eras, with as much of their years as a few pages hold; never a bare year.

    Then, where there is room, the themes of chapters that stand in no era.
    """
    chapters = [chapter for era in booklet.eras for chapter in era.chapters]
    told: dict[str, str] = {}
    for say in (_told, _said, _title):
        found = {each.id: said for each in chapters if (said := say(each))}
        if len(found) + len(booklet.openings) <= LONGEST_OF_ERAS:
            told = found
            break
    alone = {each.id: [*_themes(each)] for each in booklet.openings if isinstance(each, Chapter)}
    if sum(map(len, (told, booklet.openings, *alone.values()))) > LONGEST_OF_ERAS:
        alone = {}
    lines = []
    for each in booklet.openings:
        if isinstance(each, Chapter):
            name = one_line(f"{year_words(each)} {_title(each)}")
            lines.append(Line("era", each.id, "", name))
            themes = alone.get(each.id, ())
            lines += [Line("in-era", entry.id, "", title) for entry, title in themes]
            continue
        lines.append(Line("era", each.id, "", one_line(each.title.in_signs)))
        for year in each.chapters:
            lines += [Line("part", head.id, "", _title(head)) for head in year.heads]
            if year.id in told:
                lines.append(Line("in-era", year.id, year_words(year), told[year.id]))
    return lines


def _told(chapter: Chapter) -> str:
    """Return the title of a year, its themes, or else how its first text begins."""
    texts = (first_words(entry, BEGINNING) for entry in chapter.entries if not entry.leads)
    return _said(chapter) or next(filter(None, texts), "")


def _said(chapter: Chapter) -> str:
    """Return the title of a year, or the themes of its entries."""
    entries = (entry for entry in chapter.entries if not entry.leads)
    themes = dict.fromkeys(filter(None, map(_title, entries)))
    return _title(chapter) or shortened("\N{NARROW NO-BREAK SPACE}; ".join(themes), SAID)
