"""How long a chapter is on the page, told from its letters: no page is laid out for it."""

from __future__ import annotations

from math import ceil

from pipeline.model import Block, Chapter, Entry, ListBlock

PAGE_LINES = {"A5": 35, "A4": 47}
"""Lines of a page, by format."""
OPENING_LINES = 9
"""Lines that the opening of a chapter takes: its year, its title, its timeline."""
_LINE, _THEME, _ITEM, _SOURCES = 58, 46, 55, 70
"""Letters of a line of text, of a theme, of a list, of documents."""


def lines(chapter: Chapter) -> int:
    """Return about how many lines the text of a chapter takes, its heading left out."""
    opening = _text(chapter.opening) if chapter.opening else 0
    return opening + sum(map(_entry, (*chapter.heads, *chapter.entries)))


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
