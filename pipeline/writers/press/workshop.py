"""The processes that lay out: opened before the workbook is read, so that they are warm in time.

WeasyPrint is imported in them alone.  A process that dies is replaced once; twice is an error.
"""

from __future__ import annotations

import multiprocessing
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from multiprocessing import resource_tracker
from multiprocessing.context import BaseContext
from pathlib import Path
from typing import Any, TypeVar

from pipeline.errors import OutputError
from pipeline.forked import deaf
from pipeline.writers.parts import Part
from pipeline.writers.press import lay_out as press
from pipeline.writers.press.declared import folder_told
from pipeline.writers.press.laid import LaidOut

T = TypeVar("T")

LARGE = 6
"""A part that takes more than a sixth of a process's time is begun before the others."""


_DEAD = (BrokenProcessPool, ConnectionError, EOFError)
"""What is met where a process dies, even while it is being started."""
_ALONE = threading.Lock()
"""Held while a process may start."""


@contextmanager
def _starting(folder: Path | None) -> Iterator[None]:
    """Keep new processes from importing the command line, of which they need nothing.

    Args:
        folder: That of what earlier runs made, which they are told.
    """
    main = sys.modules["__main__"]
    with _ALONE, deaf(), folder_told(folder):
        names = [name for name in ("__file__", "__spec__") if hasattr(main, name)]
        kept = {name: main.__dict__.pop(name) for name in names}
        main.__spec__ = None
        try:
            yield
        finally:
            main.__dict__.update(kept)


def _context() -> BaseContext:
    """Return the way to start processes: one server imports the engine, and is copied."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    context.set_forkserver_preload(["pipeline.warm"])
    return context


class Workshop:
    """A pool of processes; ``with Workshop(jobs) as workshop: workshop.start(); …``."""

    def __init__(self, jobs: int, kept: Path | None = None) -> None:
        """Start nothing yet.

        Args:
            jobs: How many processes, at least 1.
            kept: Folder of what earlier runs made; ``None`` for none.
        """
        self._kept = kept
        self._jobs = max(1, jobs)
        self._opening = ThreadPoolExecutor(1)
        self._first: Future[ProcessPoolExecutor] | None = None
        self._made: ProcessPoolExecutor | None = None

    def start(self) -> None:
        """Start the processes, inside ``with``: an interruption finds them, however far it is."""
        if self._first is None:
            self._first = self._opening.submit(self._warmed)

    @property
    def pool(self) -> ProcessPoolExecutor:
        """The processes of now; waits until they are there."""
        self.start()
        assert self._first is not None
        first = self._first.result()
        return self._made or first

    def _warmed(self) -> ProcessPoolExecutor:
        """Return processes that are on their way; their server answers when it is warm."""
        if hasattr(resource_tracker, "ensure_running"):
            # Ahead of the rest: when it starts, it makes the thread hear Ctrl-C again.
            resource_tracker.ensure_running()
        pool = self._made = self._opened()
        # One that dies at once is found dead by the first part, and replaced.
        with _starting(self._kept), suppress(*_DEAD):
            pool.submit(press.warm)
        return pool

    def _opened(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, mp_context=_context(), initializer=press.settle)

    def __enter__(self) -> Workshop:
        """Return itself."""
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Let the processes go; at once where the run has failed or was interrupted."""
        self._opening.shutdown(wait=True)
        if self._made is None:
            return  # they never came, and whoever asked has been told
        if kind is not None:
            _stop(self._made)
        # Waited for: a pool that is still closing when Python ends prints a traceback.
        self._made.shutdown(wait=True, cancel_futures=True)

    @property
    def jobs(self) -> int:
        """How many processes there are."""
        return self._jobs

    def batch(self) -> Batch:
        """Return an empty batch of parts to be laid out."""
        return Batch(self)

    def submit(self, work: Callable[..., T], *arguments: Any) -> Future[T]:
        """Give work to a process.

        Raises:
            BrokenProcessPool: One has died, and was not replaced yet.
        """
        try:
            return self._given(work, *arguments)
        except OSError:
            # A pool that finds one dead just then closes what the next one would have had, and
            # says so when it is asked again.  Any other trouble comes again as it is.
            return self._given(work, *arguments)

    def _given(self, work: Callable[..., T], *arguments: Any) -> Future[T]:
        pool = self.pool
        try:
            with _starting(self._kept):  # a process starts when there is work for it
                return pool.submit(work, *arguments)
        except _DEAD as error:
            raise BrokenProcessPool(*error.args) from error

    def begin(self, what: str, work: Callable[..., T], *arguments: Any) -> Callable[[], T]:
        """Start a function in a process; what comes back is called for its result.

        Raises:
            OutputError: By that call: it ended its process twice; ``what`` is named.
        """
        pool = self.pool
        try:
            future = self.submit(work, *arguments)
        except BrokenProcessPool:
            self.renew(pool)
            return lambda: self.once_more(what, work, *arguments)

        def result() -> T:
            try:
                return future.result()
            except BrokenProcessPool:
                self.renew(pool)
                return self.once_more(what, work, *arguments)

        return result

    def renew(self, broken: ProcessPoolExecutor | None) -> None:
        """Replace processes of which one has died by a single one: memory may be short.

        Args:
            broken: Where they are not those of now any more, they were replaced before.
        """
        if broken is not self.pool:
            return
        self.pool.shutdown(wait=True, cancel_futures=True)
        self._jobs = 1
        self._made = self._opened()

    def once_more(self, what: str, work: Callable[..., T], *arguments: Any) -> T:
        """Do what died with its process in the new one."""
        try:
            return self.submit(work, *arguments).result()
        except BrokenProcessPool:
            raise OutputError(
                f"La mise en page de « {what} » s’est arrêtée net, deux fois : la mémoire "
                "manque sans doute.\nFermez d’autres programmes, ou relancez avec --jobs 1."
            ) from None


class Batch:
    """Parts that are handed over as they are made: some begin at once, then the very long ones."""

    def __init__(self, workshop: Workshop) -> None:
        """Take nothing yet."""
        self._workshop = workshop
        self._pool: ProcessPoolExecutor | None = None
        self._left: dict[int, Part] = {}
        self._begun: dict[Future[LaidOut], int] = {}

    def add(self, number: int, part: Part, *, now: bool = True) -> None:
        """Take a part; where it is wanted now, as many as there are processes begin at once."""
        self._left[number] = part
        if now and len(self._begun) < self._workshop.jobs:
            self._begin(number)

    def _begin(self, number: int) -> None:
        # Where a process has died, the part stays among those that are left.
        with suppress(BrokenProcessPool):
            work = _work(self._left[number])
            self._pool = self._pool or self._workshop.pool
            self._begun[self._workshop.submit(press.lay_out, *work)] = number

    def begin(self) -> None:
        """Begin all the others: no more will come."""
        sizes = {number: len(part.html.made_from) for number, part in self._left.items()}
        large = max(1, sum(sizes.values()) // (LARGE * self._workshop.jobs))
        rest = set(self._left) - set(self._begun.values())
        for number in sorted(rest, key=lambda number: (-(sizes[number] // large), number)):
            self._begin(number)

    def results(self) -> Iterator[tuple[int, LaidOut]]:
        """Yield number and pages of the parts as they are done.

        Raises:
            OutputError: A part ended its process twice.
        """
        with suppress(BrokenProcessPool):
            for future in as_completed(self._begun):
                number = self._begun[future]
                laid = future.result()
                del self._left[number]
                yield number, laid
        if self._left:
            self._workshop.renew(self._pool)
        for number, part in sorted(self._left.items()):
            yield number, self._workshop.once_more(part.title, press.lay_out, *_work(part))


def _stop(pool: ProcessPoolExecutor) -> None:
    """End the processes in the middle of their work (Python 3.14: ``terminate_workers``)."""
    for process in list((pool._processes or {}).values()):
        process.terminate()


def _work(part: Part) -> tuple[str, str, str, tuple[str, ...], int]:
    return part.key, part.html.text, part.style, part.spare, part.tail
