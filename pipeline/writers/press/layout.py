"""All parts laid out, in a pool of processes; then every page number is known.

Chapters first: chapter 1 starts on page 1 whatever the contents need.  Front and back
matter hold page numbers as plain text, so they are laid out when the chapters are counted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from pipeline.kept import prune
from pipeline.writers.pagination import Pagination
from pipeline.writers.parts import Folios, Part
from pipeline.writers.press.cache import key_of, load, store
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.workshop import Workshop

if TYPE_CHECKING:
    from pipeline.work import Progress


@dataclass(frozen=True, slots=True)
class Placed:
    """A part, laid out, with its first page among all pages of its numbering."""

    part: Part
    laid: LaidOut
    first: int
    """Number of its first page, from 1."""

    @property
    def after(self) -> int:
        """Number of the page after its last one."""
        return self.first + self.laid.pages


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
    def blanks(self) -> tuple[bool, ...]:
        """Tell of each part whether a blank page is after it, so that the next is a recto."""
        placed = self.placed
        follow = [*(each.part.follows for each in placed[1:]), False]
        return tuple(
            each.after % 2 == 0 and not next_follows
            for each, next_follows in zip(placed, follow, strict=True)
        )

    @property
    def warnings(self) -> tuple[str, ...]:
        """What WeasyPrint warned of."""
        return tuple(each for placed in self.placed for each in placed.laid.warnings)


class Manuscript(Protocol):
    """The parts of a book, made as soon as the page numbers that they name are known."""

    def chapters(self) -> Iterable[Part]:
        """Make the chapters; they need no page number, and each is begun when it is there."""
        ...

    def notes(self) -> Iterable[Part]:
        """Make what stands between the front and the chapters, and needs no page number either."""
        ...

    def back(self, pagination: Pagination) -> Sequence[Part]:
        """Make the back matter when the chapters are counted."""
        ...

    def front(self, pagination: Pagination) -> Sequence[Part]:
        """Make the front matter when the pages of all others are known."""
        ...

    def letters(self, parts: Sequence[Part]) -> Part:
        """Make the sheet with the letters of folios and of the running heads of all parts."""
        ...


class Bench(Protocol):
    """Where parts go as they are laid out, and what is done while others are."""

    def set_to_work(self) -> None:
        """Do what needs no page: the chapters have been handed over."""
        ...

    def foresee(self, laid: LaidOut) -> None:
        """Look at a part that is known already, while one before it is being laid out."""
        ...

    def take(self, laid: LaidOut) -> None:
        """Take the parts one by one, always in the same order."""
        ...

    def read_back(self) -> None:
        """Fill the time of the processes: the last parts have been handed over."""
        ...


def lay_out_book(
    manuscript: Manuscript,
    bench: Bench,
    workshop: Workshop,
    cache: Path | None,
    progress: Progress,
) -> Layout:
    """Return the book laid out.

    Args:
        manuscript: Makes its parts.
        bench: Given the parts as they are laid out.
        workshop: The processes that lay out.
        cache: Folder of parts laid out before; ``None`` for none.
        progress: Told how many parts are done.

    Raises:
        OutputError: A part cannot be laid out.
    """
    desk = _Desk(workshop, cache, progress, bench)
    first = desk.hand_over(manuscript.chapters())
    bench.set_to_work()
    first.take(manuscript.notes(), in_time=False)  # short: no chapter waits for a processor
    body_laid, notes_laid = first.done()
    body = _placed(body_laid)
    back = list(manuscript.back(_pagination(body)))
    # The contents name the last part, mostly the index, by its first page alone: which is
    # known before it is laid out, so that the two are laid out side by side.
    late = [] if back[-1].bookmarks else [back.pop()]
    last = desk.hand_over(late)
    (back_laid,) = desk.hand_over(back).done()
    body += _placed(back_laid, body)
    here = {part.key: str(_first(part, body)) for part in late}
    front = manuscript.front(_pagination(body, here))
    sheet = manuscript.letters([*(each.part for each in body), *late, *front])
    others = desk.hand_over(front, [sheet])
    bench.read_back()
    (late_laid,) = last.done()
    front_laid, sheets = others.done()
    body += _placed(late_laid, body)
    prune(cache)
    placed_front = _placed([*front_laid, *notes_laid])
    (letters,) = _placed(sheets)
    return Layout(tuple(placed_front), tuple(body), _pagination(body), letters)


def _first(part: Part, before: Sequence[Placed]) -> int:
    """Return the number of the page on which a part opens after others."""
    page = before[-1].after if before else 1
    return page if part.follows else page + 1 - page % 2


def _placed(laid: Iterable[tuple[Part, LaidOut]], before: Sequence[Placed] = ()) -> list[Placed]:
    """Return parts with their pages, after those that stand before them."""
    placed: list[Placed] = []
    for part, pages in laid:
        placed.append(Placed(part, pages, _first(part, placed or before)))
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
    bench: Bench

    def hand_over(self, *groups: Iterable[Part]) -> _Round:
        """Have the parts of each group laid out; what is known already is handed on."""
        parts = _Round(self)
        for group in groups:
            parts.take(group)
        parts.begin()
        return parts


class _Round:
    """Parts in work at a time."""

    def __init__(self, desk: _Desk) -> None:
        self._desk = desk
        self._batch = desk.workshop.batch()
        self._parts: list[Part] = []
        self._keys: list[str] = []
        self._ends: list[int] = []
        self._done: dict[int, LaidOut] = {}
        self._given = 0

    def take(self, group: Iterable[Part], *, in_time: bool = True) -> None:
        """Take a group of parts; as each is made it may be begun, unless there is time."""
        for part in group:
            number, key = len(self._parts), key_of(part)
            self._parts.append(part)
            self._keys.append(key)
            found = load(self._desk.cache, key, part.key)
            if found is None:
                self._batch.add(number, part, now=in_time)
            else:
                self._done[number] = found
        self._ends.append(len(self._parts))

    def begin(self) -> None:
        """Begin all that is not known."""
        self._batch.begin()
        self._tell()

    def done(self) -> list[list[tuple[Part, LaidOut]]]:
        """Return the parts of each group with their pages, in order; hand them on in order, too.

        Raises:
            OutputError: A part cannot be laid out.
        """
        # While the others are being laid out.
        self._give()
        for number in range(self._given, len(self._parts)):
            if number in self._done:
                self._desk.bench.foresee(self._done[number])
        self.begin()  # what had time: there is nothing left to do but wait
        for number, laid in self._batch.results():
            self._done[number] = laid
            self._give()
            store(self._desk.cache, self._keys[number], laid)
            self._tell()
        laid_out = [(part, self._done[number]) for number, part in enumerate(self._parts)]
        return [laid_out[start:end] for start, end in pairwise([0, *self._ends])]

    def _tell(self) -> None:
        self._desk.progress("Mise en page", len(self._done), len(self._parts))

    def _give(self) -> None:
        while self._given in self._done:
            self._desk.bench.take(self._done[self._given])
            self._given += 1


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


def label(part: Part, number: int) -> str:
    """Return how a page of a part is numbered, whether that is printed or not."""
    return roman(number) if part.folios is Folios.ROMAN else str(number)


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
            yield label(part, number)
