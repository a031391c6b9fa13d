"""Nouns as ``pickle`` has them: they go from process to process, and are kept between runs."""

from __future__ import annotations

from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

T = TypeVar("T")


def packed_at_once(noun: type[T]) -> type[T]:
    """Have a data class pickled by its values, all in one call.

    ``dataclass`` asks each frozen object with slots for the names of its fields anew, which
    takes most of the time; unlike that, ``__post_init__`` is called again.
    """
    names = [each.name for each in fields(noun)]  # type: ignore[arg-type]
    several, values = len(names) > 1, attrgetter(*names)

    def reduce(self: T) -> tuple[type[T], tuple[Any, ...]]:
        """Return the class, and what it is called with."""
        found = values(self)
        return noun, found if several else (found,)

    noun.__reduce__ = reduce  # type: ignore[method-assign,assignment]
    return noun
