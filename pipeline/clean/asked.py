"""Questions to the whole document, each remembered with its answer.

A cell is cleaned by its own letters, the settings, and what the document as a whole says of a
word.  So a row that is the same as in an earlier run is cleaned the same where the
document still gives the same answers.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import wraps
from typing import Any, ParamSpec, TypeAlias, TypeVar, cast

P = ParamSpec("P")
R = TypeVar("R")

Answers: TypeAlias = dict[tuple[object, ...], Any]
"""Answers by the name of the question and what it was about."""


class Asked:
    """Something that answers questions about a document."""

    def __init__(self) -> None:
        """Nothing has been asked."""
        self.answers: Answers = {}

    def agrees(self, before: Mapping[tuple[object, ...], Any]) -> bool:
        """Tell whether the document answers as it did; the questions count as asked again."""
        return all(
            getattr(self, str(question))(*about) == answer
            for (question, *about), answer in before.items()
        )


def asked(question: Callable[P, R]) -> Callable[P, R]:
    """Remember each answer of a method that looks at the document; arguments by place only."""

    @wraps(question)
    def answer(*given: P.args, **none: P.kwargs) -> R:
        document = cast(Asked, given[0])
        key = (question.__name__, *given[1:])
        try:
            found: R = document.answers[key]
        except KeyError:
            found = document.answers[key] = question(*given, **none)
        return found

    return answer
