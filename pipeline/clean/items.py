"""Items that follow one another become lists; numbers must run on."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.model import ListBlock, Text


class Rows:
    """The items of one list, as they come."""

    def __init__(self) -> None:
        """Begin without an item."""
        self._items: list[Text] = []
        self._inner: list[int] = []
        self._start: int | None = None

    def takes(self, number: int | None, under: bool) -> bool:
        """Tell whether an item goes on with the list."""
        if not self._items or under:
            return True
        if self._start is None or number is None:
            return self._start is number
        return number == self._start + len(self._items) - len(self._inner)

    def add(self, text: Text, number: int | None, under: bool) -> None:
        """Take an item."""
        if not self._items:
            self._start = number
        elif under:
            self._inner.append(len(self._items))
        self._items.append(text)

    def closed(self) -> Iterator[ListBlock]:
        """Yield the list where there is one, and begin another."""
        if self._items:
            ordered, start = self._start is not None, self._start or 1
            yield ListBlock(tuple(self._items), ordered, start, tuple(self._inner))
        self._items, self._inner = [], []
