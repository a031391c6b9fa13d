"""All parts laid out, in a pool of processes; then every page number is known.

Chapters first: chapter 1 starts on page 1 whatever the contents need.  Front and back
matter hold page numbers as plain text, so they are laid out when the chapters are counted.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TypeAlias

from pipeline.kept import prune
from pipeline.writers.pagination import Pagination
from pipeline.writers.parts import Folios, Part
from pipeline.writers.press.cache import key_of, load, store
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.workshop import Workshop

Progress: TypeAlias = Callable[[str, int, int | None], None]
MakeParts: TypeAlias = Callable[[Pagination], Sequence[Part]]
Taken: TypeAlias = Callable[[LaidOut], None]


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
    letters: Placed
    """A sheet with the letters of folios, and each running head."""

    @property
    def placed(self) -> tuple[Placed, ...]:
        """All parts in order."""
        return (*self.front, *self.body)

    @property
    def warnings(self) -> tuple[str, ...]:
        """What WeasyPrint warned of."""
        return tuple(each for placed in self.placed for each in placed.laid.warnings)


def lay_out_book(
    chapters: Iterable[Part],
    make_front: MakeParts,
    make_back: MakeParts,
    notes: Iterable[Part],
    make_letters: Callable[[Sequence[Part]], Part],
    *,
    workshop: Workshop,
    cache: Path | None,
    progress: Progress,
    taken: Taken,
    meanwhile: Callable[[], None],
) -> Layout:
    """Return the book laid out.

    Args:
        chapters: Parts that need no page number; each is begun when it is there.
        make_front: Called when all pages of the body are known.
        make_back: Called when the chapters are counted.
        notes: Parts between the front and the chapters, that need no page number either.
        make_letters: Called with all parts: the sheet with the letters of folios and heads.
        workshop: The processes that lay out.
        cache: Folder of parts laid out before; ``None`` for none.
        progress: Told how many parts are done.
        taken: Given the parts one by one, always in the same order, as they are laid out.
        meanwhile: Done when the chapters are handed over.

    Raises:
        OutputError: A part cannot be laid out.
    """
    desk = _Desk(workshop, cache, progress, taken)
    body_laid, notes_laid = desk.all(chapters, notes, meanwhile=meanwhile)
    body = _placed(body_laid, 1)
    back = list(make_back(_pagination(body)))
    # The contents name the last part, mostly the index, by its first page alone: which is
    # known before it is laid out, so that the two are laid out side by side.
    late = [] if back[-1].bookmarks else [back.pop()]
    body += _placed(desk.all(back)[0], _after(body))
    here = {part.key: str(_after(body)) for part in late}
    front = make_front(_pagination(body, here))
    sheet = make_letters([*(each.part for each in body), *late, *front])
    late_laid, front_laid, sheets = desk.all(late, front, [sheet])
    body += _placed(late_laid, _after(body))
    prune(cache)
    placed_front = _placed([*front_laid, *notes_laid], 1)
    (letters,) = _placed(sheets, 1)
    return Layout(tuple(placed_front), tuple(body), _pagination(body), letters)


def _after(body: Sequence[Placed]) -> int:
    """Return the number of the page on which the next part opens."""
    return body[-1].first + _even(body[-1].laid.pages) if body else 1


def _even(pages: int) -> int:
    return pages + pages % 2


def _placed(laid: Iterable[tuple[Part, LaidOut]], first: int) -> list[Placed]:
    placed = []
    for part, pages in laid:
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


@dataclass(frozen=True, slots=True)
class _Desk:
    """Where parts come in: taken from the cache, else handed to the workshop."""

    workshop: Workshop
    cache: Path | None
    progress: Progress
    taken: Taken

    def all(
        self, *groups: Iterable[Part], meanwhile: Callable[[], None] | None = None
    ) -> list[list[tuple[Part, LaidOut]]]:
        """Return the parts of each group with their pages, in order."""
        parts: list[Part] = []
        keys: list[str] = []
        ends: list[int] = []
        done: dict[int, LaidOut] = {}
        batch = self.workshop.batch()
        for group in groups:
            for part in group:
                number = len(parts)
                parts.append(part)
                keys.append(key_of(part))
                found = load(self.cache, keys[number], part.key)
                if found is None:
                    batch.add(number, part)
                else:
                    done[number] = found
            ends.append(len(parts))
        self.progress("Mise en page", len(done), len(parts))
        given = self._give(done, 0)  # while the others are being laid out
        if meanwhile is not None:
            meanwhile()
        for number, laid in batch.results():
            done[number] = laid
            given = self._give(done, given)
            store(self.cache, keys[number], laid)
            self.progress("Mise en page", len(done), len(parts))
        laid_out = [(part, done[number]) for number, part in enumerate(parts)]
        return [laid_out[start:end] for start, end in pairwise([0, *ends])]

    def _give(self, done: Mapping[int, LaidOut], given: int) -> int:
        """Hand on what is done in the order of the parts; return how many that were by now."""
        while given in done:
            self.taken(done[given])
            given += 1
        return given


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
        (
            placed.laid.anchors[each.anchor][0]
            for each in part.bookmarks
            if each.anchor in placed.laid.anchors
        ),
        default=0,
    )
    for page in range(placed.laid.pages):
        number = placed.first + page
        roman_part = part.folios is Folios.ROMAN
        if page in silent or (roman_part and page < first_seen):
            yield ""
        else:
            yield roman(number) if roman_part else str(number)
