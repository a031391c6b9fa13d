"""What a document as a whole wants to know of the words of one row, counted once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pipeline.clean.entities import without_entities
from pipeline.clean.lexicon import WORD_RE
from pipeline.clean.names import names_in
from pipeline.clean.running_names import acronyms_of, surnames_of
from pipeline.clean.tags import without_tags
from pipeline.model import Cell
from pipeline.model.packing import packed_at_once


@packed_at_once
@dataclass(frozen=True, slots=True)
class Tally:
    """The words of one row."""

    words: str
    """All of them, a blank between two."""
    acronyms: tuple[str, ...]
    """Words in capitals of running text."""
    names: tuple[tuple[str, str], ...]
    """Names of running text: plain letters, and how they are written first."""
    surnames: tuple[str, ...]
    """Words behind a first name or a title in running text."""
    spelled: tuple[tuple[str, ...], ...]
    """By cell: names as they are spelled, of which there may be variants."""


def tally(cells: Sequence[Cell]) -> Tally:
    """Count the words of the cells of one row."""
    texts = [bare(cell) for cell in cells]
    acronyms, names = acronyms_of(texts)
    words = " ".join([word for text in texts for word in WORD_RE.findall(text)])
    spelled = tuple(tuple(names_in(str(cell.text))) for cell in cells)
    return Tally(words, tuple(sorted(acronyms)), tuple(names.items()), surnames_of(texts), spelled)


def beginning(cells: Sequence[Cell], letters: int) -> str:
    """Return how the text of a document begins: at least so many letters, where it has them."""
    texts: list[str] = []
    for cell in cells:
        if letters <= 0:
            break
        texts.append(bare(cell))
        letters -= len(texts[-1]) + 1
    return "\n".join(texts)


def bare(cell: Cell) -> str:
    """Return the letters of a cell, without tags and codes of web pages and soft hyphens."""
    return without_entities(without_tags(str(cell.text))).replace("\N{SOFT HYPHEN}", "")
