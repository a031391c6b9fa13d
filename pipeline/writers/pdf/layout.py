"""All parts laid out, in a pool of processes; then every page number is known.

Chapters first: chapter 1 starts on page 1 whatever the contents need.  Front and back
matter hold page numbers as plain text, so they are laid out when the chapters are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from pipeline.kept import prune
from pipeline.writers.pagination import Pagination
from pipeline.writers.parts import Folios, Part
from pipeline.writers.pdf.cache import key_of, load, store
from pipeline.writers.pdf.laid import LaidOut
from pipeline.writers.pdf.workshop import Workshop

Progress: TypeAlias = Callable[[str, int, int | None], None]
MakeParts: TypeAlias = Callable[[Pagination], Sequence[Part]]


@dataclass(frozen=True, slots=True)
class Placed:
    """A part, laid out, with its first page among all pages of its numbering."""

    part: Part
    laid: LaidOut
    first: int
    """Number of its first page, from 1."""


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole book laid out."""

    front: tuple[Placed, ...]
    body: tuple[Placed, ...]
    """Chapters and back matter, numbered on."""
    pagination: Pagination
    """Where everything of the body stands."""
    letters: LaidOut
    """A sheet with the letters of page numbers."""

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All parts in order."""
        return (*self.front, *self.body)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What WeasyPrint warned of."""
        return tuple(each for placed in self.placed for each in placed.laid.warnings)


def lay_out_book(
    chapters: Sequence[Part],
    make_front: MakeParts,
    make_back: MakeParts,
    notes: Sequence[Part],
    letters: Part,
    *,
    workshop: Workshop,
    cache: Path | None,
    progress: Progress,
) -> Layout:
    """Return the book laid out.

    Args:
        chapters: Parts that need no page number.
        make_front: Called when all pages of the body are known.
        make_back: Called when the chapters are counted.
        notes: Parts between the front and the chapters, that need no page number either.
        letters: The sheet with the letters of page numbers.
        workshop: The processes that lay out.
        cache: Folder of parts laid out before; ``None`` for none.
        progress: Told how many parts are done.

    Raises:
        OutputError: A part cannot be laid out.
    """
    *done, sheet = _all((*chapters, *notes, letters), workshop, cache, progress)
    body = _placed(chapters, done[: len(chapters)], 1)
    back = list(make_back(_pagination(body)))
    # The contents name the last part, mostly the index, by its first page alone: which is
    # known before it is laid out, so that the two are laid out side by side.
    late = [] if back[-1].bookmarks else [back.pop()]
    body += _placed(back, _all(back, workshop, cache, progress), _after(body))
    here = {part.key: str(_after(body)) for part in late}
    front = list(make_front(_pagination(body, here)))
    found = _all([*late, *front], workshop, cache, progress)
    body += _placed(late, found[: len(late)], _after(body))
    laid_front = [*found[len(late) :], *done[len(chapters) :]]
    prune(cache)
    placed_front = _placed([*front, *notes], laid_front, 1)
    return Layout(tuple(placed_front), tuple(body), _pagination(body), sheet)


def _after(body: Sequence[Placed]) -> int:
    """Return the number of the page on which the next part opens."""
    return body[-1].first + _even(body[-1].laid.pages) if body else 1


def _even(pages: int) -> int:
    return pages + pages % 2


def _placed(parts: Sequence[Part], laid: Sequence[LaidOut], first: int) -> list[Placed]:
    placed = []
    for part, pages in zip(parts, laid, strict=True):
        placed.append(Placed(part, pages, first))
        first += _even(pages.pages)
    return placed


def _pagination(body: Sequence[Placed], others: Mapping[str, str] | None = None) -> Pagination:
    """Return where everything stands that is laid out, and ``others`` that open a known page."""
    folios: dict[str, str] = dict(others or {})
    ends: dict[str, int] = {}
    words: dict[int, str] = {}
    for placed in body:
        folios[placed.part.key] = str(placed.first)
        anchors = sorted(placed.laid.anchors.items(), key=lambda each: each[1][0])
        last = [page for _, (page, _, _) in anchors[1:]] + [placed.laid.pages - 1]
        for (name, (page, _, _)), end in zip(anchors, last, strict=True):
            folios[name] = str(placed.first + page)
            ends[name] = placed.first + end
        words |= dict(enumerate(placed.laid.words, placed.first))
    return Pagination(folios, ends, words)


def _all(
    parts: Sequence[Part],
    workshop: Workshop,
    cache: Path | None,
    progress: Progress,
) -> list[LaidOut]:
    """Return the parts laid out, in order: from the cache, else from the workshop."""
    keys = [key_of(part) for part in parts]
    done: dict[int, LaidOut] = {}
    for number, part in enumerate(parts):
        found = load(cache, keys[number], part.key)
        if found is not None:
            done[number] = found
    wanted = [number for number in range(len(parts)) if number not in done]
    progress("Mise en page", len(done), len(parts))
    for number, laid in workshop.lay_out(parts, wanted):
        done[number] = laid
        store(cache, keys[number], laid)
        progress("Mise en page", len(done), len(parts))
    return [done[number] for number in range(len(parts))]


def roman(number: int) -> str:
    """Return a page number in small Roman letters.

    >>> roman(9), roman(14)
    ('ix', 'xiv')
    """
    letters = ""
    for unit, mark in ((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")):
        letters += mark * (number // unit)
        number %= unit
    return letters


def numbering(placed: Placed) -> Iterator[str]:
    """Yield what is printed at the foot of each page; an empty string for nothing."""
    part = placed.part
    silent = {0} | {
        placed.laid.anchors[name][0] for name in part.silent if name in placed.laid.anchors
    }
    first_seen = min(
        (placed.laid.anchors[name][0] for name, _ in part.bookmarks if name in placed.laid.anchors),
        default=0,
    )
    for page in range(placed.laid.pages):
        number = placed.first + page
        roman_part = part.folios is Folios.ROMAN
        if page in silent or (roman_part and page < first_seen):
            yield ""
        else:
            yield roman(number) if roman_part else str(number)
