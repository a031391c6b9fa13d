"""The title page: what it says, and its title in a size and at a height that keep it one page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from math import ceil

from pipeline.model import Booklet
from pipeline.theme import Theme
from pipeline.writers import printed, titles
from pipeline.writers.docx.looks import Look, scale

RAISED = ("Editeur", "Mentions")
"""Styles of paragraphs whose ordinals are raised, as on the pages of the booklet."""
_LETTER = 0.58
"""Width of a letter, in its size: that of a wide font, with what the end of a line leaves."""
_LINE = 1.3
"""Height of a line, in the size of its letters."""
_LEAST = 24.0
"""White over the title of a page that is full, in points of the booklet."""
_PT = 72 / 25.4


def paragraphs(booklet: Booklet) -> Iterator[tuple[str, str]]:
    """Yield style and words of each paragraph."""
    given = booklet.imprint
    if given.author:
        yield "Auteur", given.author
    yield "Title", given.title
    if given.subtitle:
        yield "Subtitle", given.subtitle
    if years := printed.span(booklet):
        yield "Annees", years
    if given.publisher:
        yield "Editeur", given.publisher
    date = f"{given.place}, {given.date}" if given.place else given.date
    yield "Editeur", _capital(date)
    others = replace(given, publisher="", address=_capital(given.address))
    for label, value in titles.mentions(replace(booklet, imprint=others)):
        yield "Mentions", f"{label} {value}" if label else value


def _capital(line: str) -> str:
    return line[:1].upper() + line[1:]


def fitted(base: Sequence[Look], said: Iterable[tuple[str, str]], theme: Theme) -> tuple[Look, ...]:
    """Return all styles, the title smaller where it is long and higher where the page is full."""
    looks = {look.id: look for look in base}
    lines = [*said]
    if titles.title_size(dict(lines)["Title"]) == "long":
        looks["Title"] = replace(looks["Title"], size=theme["display"]["long_title_pt"])
    white = looks["Title"].before or 0
    left = (
        _height(theme) + white - sum(_taken(looks[style], words, theme) for style, words in lines)
    )
    looks["Title"] = replace(looks["Title"], before=min(white, max(_LEAST, left)))
    return tuple(looks.values())


def _height(theme: Theme) -> float:
    """Return the height of the text of a page, in points of the booklet."""
    sheet = theme["manuscript"]
    height = sheet["height_mm"] - sheet["head_mm"] - sheet["foot_mm"]
    return float(height * _PT / scale(theme))


def _taken(look: Look, words: str, theme: Theme) -> float:
    """Return about how much of that height a paragraph takes."""
    sheet = theme["manuscript"]
    width = (sheet["width_mm"] - sheet["left_mm"] - sheet["right_mm"]) * _PT / scale(theme)
    lines = ceil(len(words) * look.size * _LETTER / width)
    line = max(look.size * _LINE, theme["type"]["leading_pt"])
    return float(lines * line) + (look.before or 0) + (look.after or 0)
