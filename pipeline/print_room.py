"""The writers, opened while the workbook is being read: they take as long to load."""

from __future__ import annotations

from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

from pipeline.order import Order

if TYPE_CHECKING:
    from pipeline.build import Files, Progress, Work
    from pipeline.config import Config


class PrintRoom:
    """``with PrintRoom(order) as press``: then ``press.open`` beside the reading."""

    def __init__(self, order: Order) -> None:
        """Load nothing yet."""
        self._order = order
        self._open = ExitStack()
        self._workshop: Any = None

    def __enter__(self) -> PrintRoom:
        """Return itself."""
        return self

    def __exit__(self, *why: Any) -> None:
        """Let the processes go."""
        self._open.__exit__(*why)

    def open(self) -> None:
        """Load the writers and start the processes that the order needs."""
        from pipeline.publish import opened

        self._workshop = self._open.enter_context(opened(self._order))

    def publish(self, work: Work, settings: Config, progress: Progress) -> Files:
        """Return every file asked for.

        Raises:
            OutputError: A file does not hold what it must, or cannot be made.
        """
        from pipeline.publish import publish

        return publish(work, settings, self._order, self._workshop, progress)
