"""Work done in a copy of this process, while this one goes on."""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

T = TypeVar("T")

_STOPS = (signal.SIGINT, signal.SIGTERM)
"""Signals that interrupt a run."""
ENDING_S = 0.2
"""Seconds that a process gets to end by itself when its answer is there."""


def can_fork() -> bool:
    """Tell whether this system copies processes well (macOS does it badly)."""
    return "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"


@contextlib.contextmanager
def deaf() -> Iterator[None]:
    """Keep Ctrl-C from the processes started here: it is for the one that asked.

    That one hears it when they are started: half started, they would be nobody's.
    """
    with _later():
        if not hasattr(signal, "pthread_sigmask"):
            yield
            return
        before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
        try:
            yield
        finally:
            signal.pthread_sigmask(signal.SIG_SETMASK, before)


@contextlib.contextmanager
def _later() -> Iterator[None]:
    """Keep an interruption until the end."""
    came: list[int] = []
    try:
        with stops_heard_by(lambda number, _: came.append(number)):
            yield
    finally:
        if came:
            signal.raise_signal(came[0])


@contextlib.contextmanager
def stops_heard_by(handler: Callable[[int, Any], Any] | signal.Handlers) -> Iterator[None]:
    """Have something else hear Ctrl-C and SIGTERM; another thread than the main one hears none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, handler) for number in _STOPS}
    try:
        yield
    finally:
        for number, each in before.items():
            signal.signal(number, each)


class Forked(Generic[T]):
    """A process that does one piece of work: ``with Forked(work) as other: other.answer()``.

    What it finds comes back through a pipe; where it dies, no answer comes.
    """

    def __init__(self, work: Callable[[], T]) -> None:
        """Start it.

        Args:
            work: Done in the copy; its result must be fit for ``pickle``.
        """
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(
            target=_do, args=(work, sender, self._receiver), daemon=True
        )
        with deaf():
            self._process.start()
        sender.close()

    def answer(self, seconds: float | None = None) -> T:
        """Wait for the result.

        Raises:
            EOFError: The process died.
            TimeoutError: It did not answer in time.
        """
        if not self._receiver.poll(seconds):
            raise TimeoutError
        found: T = self._receiver.recv()
        return found

    def __enter__(self) -> Forked[T]:
        """Return itself."""
        return self

    def __exit__(self, *_: Any) -> None:
        """End the process."""
        self._receiver.close()
        if self._process.is_alive():
            self._process.join(ENDING_S)
            self._process.kill()
        self._process.join()


def _do(work: Callable[[], T], sender: Connection, receiver: Connection) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)  # it has nobody to tell
    # Its own end for reading would keep a process waiting for ever whose parent was killed.
    receiver.close()
    with contextlib.suppress(BrokenPipeError):
        sender.send(work())
    sender.close()
