"""The writers, made ready while the workbook is being read: they take as long to load."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from typing import TYPE_CHECKING

from pipeline.order import Order

if TYPE_CHECKING:
    from pipeline.config import Config
    from pipeline.work import Files, Progress, Work
    from pipeline.writers.press.workshop import Workshop


class PrintRoom:
    """``with PrintRoom(order) as press: press.start(); …``; then ``press.open()`` beside."""

    def __init__(self, order: Order) -> None:
        """Start nothing yet."""
        self._order = order
        self._open = ExitStack()
        self._workshop: Workshop | None = None

    def __enter__(self) -> PrintRoom:
        """Start nothing yet: where it is interrupted, ``with`` does not let go what it began."""
        if self._order.paged:
            from pipeline.writers.press.workshop import Workshop

            workshop = Workshop(self._order.jobs, self._order.kept)
            self._workshop = self._open.enter_context(workshop)
        return self

    def start(self) -> None:
        """Start the processes that the order needs: they take longest to be ready."""
        if self._workshop is not None:
            self._workshop.start()

    def __exit__(self, *why: object) -> None:
        """Let the processes go."""
        self._open.__exit__(*why)  # type: ignore[arg-type]

    def open(self) -> None:
        """Load the writers."""
        from pipeline import publish  # noqa: F401

    def publish(
        self, work: Work, settings: Config, progress: Progress, meanwhile: Callable[[], None]
    ) -> Files:
        """Return every file asked for; ``meanwhile`` is done while pages are being laid out.

        Raises:
            OutputError: A file does not hold what it must, or cannot be made.
        """
        from pipeline.publish import publish

        return publish(work, settings, self._order, self._workshop, progress, meanwhile)
