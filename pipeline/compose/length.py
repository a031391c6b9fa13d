"""How long a chapter is on the page, told from its letters: no page is laid out for it."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil

from pipeline.model import Block, Chapter, Entry, Era, ListBlock

PAGE_LINES = {"A5": 35, "A4": 47}
"""Lines of a page, by format."""
OPENING_LINES = 9
"""Lines that the opening of a chapter takes: its year, its title, its timeline."""
THIN, THIN_REPORT = 8, 32
"""Pages of chapters from which on a book is not thin; an annual report, which is handed out."""
_HEADING, _WHITE, _BARE = 2, 2, 0.4
"""Lines of the heading of a year that runs on, of the white above; of one that says nothing."""
_LINE, _THEME, _ITEM, _SOURCES = 58, 46, 55, 70
"""Letters of a line of text, of a theme, of a list, of documents."""


def lines(chapter: Chapter) -> int:
    """Return about how many lines the text of a chapter takes, its heading left out."""
    opening = _text(chapter.opening) if chapter.opening else 0
    return opening + sum(map(_entry, (*chapter.heads, *chapter.entries)))


def running_lines(chapter: Chapter) -> float:
    """Return about how many lines a chapter takes where it runs on, its heading included."""
    text = lines(chapter)
    return _HEADING + _WHITE + text if text or chapter.title else _BARE


def is_thin(openings: Sequence[Chapter | Era], page: int, *, annual: bool) -> bool:
    """Tell whether a book has few pages, so that front and back matter would outweigh it.

    Args:
        openings: What opens on a right-hand page.
        page: Lines of a page.
        annual: It is the report of one year.
    """
    pages = sum(ceil((OPENING_LINES + _below(each)) / page) for each in openings)
    return pages < (THIN_REPORT if annual else THIN)


def _below(each: Chapter | Era) -> float:
    """Return the lines under an opening."""
    return sum(map(running_lines, each.chapters)) if isinstance(each, Era) else lines(each)


def _entry(entry: Entry) -> int:
    """Return the lines of an entry: white, date, theme, what the columns say, documents."""
    dated = not entry.period.inherited
    return 1 + dated + ceil(len(str(entry.theme)) / _THEME) + _text(entry)


def _text(entry: Entry) -> int:
    sources = ceil(sum(len(str(source)) for source in entry.sources) / _SOURCES)
    return sources + sum(_block(block) for section in entry.sections for block in section.blocks)


def _block(block: Block) -> int:
    if isinstance(block, ListBlock):
        return sum(ceil(len(str(item)) / _ITEM) for item in block.items)
    return ceil(len(str(block.text)) / _LINE)
