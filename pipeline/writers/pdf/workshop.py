"""The processes that lay out: opened before the workbook is read, so that they are warm in time.

WeasyPrint is imported in them alone.  A process that dies is replaced once; twice is an error.
"""

from __future__ import annotations

import multiprocessing
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, ThreadPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing.context import BaseContext
from typing import Any, TypeVar

from pipeline.errors import OutputError
from pipeline.writers.parts import Part
from pipeline.writers.pdf import press
from pipeline.writers.pdf.laid import LaidOut

T = TypeVar("T")


@contextmanager
def _nameless_main() -> Iterator[None]:
    """Keep new processes from importing the command line, of which they need nothing."""
    main = sys.modules["__main__"]
    kept = {
        name: main.__dict__.pop(name) for name in ("__file__", "__spec__") if hasattr(main, name)
    }
    main.__spec__ = None
    try:
        yield
    finally:
        main.__dict__.update(kept)


def _context() -> BaseContext:
    """Return the way to start processes: one server imports the engine, and is copied."""
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    context.set_forkserver_preload(["pipeline.writers.pdf.warm"])
    return context


class Workshop:
    """A pool of processes; ``with Workshop(jobs) as workshop: …``."""

    def __init__(self, jobs: int) -> None:
        """Start the processes at once.

        Args:
            jobs: How many, at least 1.
        """
        self._jobs = max(1, jobs)
        self._opening = ThreadPoolExecutor(1)
        self._first = self._opening.submit(self._warmed)
        self._later: ProcessPoolExecutor | None = None

    @property
    def _pool(self) -> ProcessPoolExecutor:
        """The processes of now; waits until they are there."""
        return self._later or self._first.result()

    def _warmed(self) -> ProcessPoolExecutor:
        """Return processes that are on their way; their server answers when it is warm."""
        with _nameless_main():
            pool = self._opened()
            for _ in range(self._jobs):
                pool.submit(press.warm)
        return pool

    def _opened(self) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(self._jobs, mp_context=_context(), initializer=press.settle)

    def __enter__(self) -> Workshop:
        """Return itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Let the processes go."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._opening.shutdown(wait=False)

    @property
    def jobs(self) -> int:
        """How many processes there are."""
        return self._jobs

    def lay_out(
        self, parts: Sequence[Part], wanted: Sequence[int]
    ) -> Iterator[tuple[int, LaidOut]]:
        """Yield number and pages of the wanted parts as they are done, the longest begun first.

        Raises:
            OutputError: A part ended its process twice.
        """
        order = sorted(wanted, key=lambda number: -len(parts[number].html))
        left = set(order)
        try:
            futures: dict[Future[LaidOut], int] = {
                self._pool.submit(press.lay_out, *_work(parts[number])): number for number in order
            }
            for future in as_completed(futures):
                yield futures[future], future.result()
                left.discard(futures[future])
        except BrokenProcessPool:
            for number in sorted(left):
                part = parts[number]
                yield number, self._again(part.title, press.lay_out, *_work(part))

    def do(self, what: str, work: Callable[..., T], *arguments: Any) -> T:
        """Return what a function gives, done in a process.

        Raises:
            OutputError: It ended its process twice; ``what`` is named.
        """
        try:
            return self._pool.submit(work, *arguments).result()
        except BrokenProcessPool:
            return self._again(what, work, *arguments)

    def all(self, what: str, work: Callable[..., T], rows: Sequence[tuple[Any, ...]]) -> list[T]:
        """Return what a function gives for each row of arguments, in order, done side by side.

        Raises:
            OutputError: It ended its process twice; ``what`` is named.
        """
        try:
            futures = [self._pool.submit(work, *row) for row in rows]
            return [future.result() for future in futures]
        except BrokenProcessPool:
            return [self._again(what, work, *row) for row in rows]

    def _again(self, what: str, work: Callable[..., T], *arguments: Any) -> T:
        """Do it once more, in new processes."""
        self._pool.shutdown(wait=False, cancel_futures=True)
        self._jobs = 1
        self._later = self._opened()
        try:
            with _nameless_main():
                future = self._later.submit(work, *arguments)
            return future.result()
        except BrokenProcessPool:
            raise OutputError(
                f"La mise en page de « {what} » s’est arrêtée net, deux fois : la mémoire "
                "manque sans doute.\nFermez d’autres programmes, ou relancez avec --jobs 1."
            ) from None


def _work(part: Part) -> tuple[str, str, tuple[str, ...]]:
    return part.key, part.html, part.spare
