"""A long table is cleaned in two processes, and nobody can tell."""

from __future__ import annotations

import os
from collections.abc import Sequence

import pytest

from pipeline.clean import halves
from pipeline.clean.halves import in_two
from pipeline.forked import Forked, can_fork

pytestmark = pytest.mark.skipif(not can_fork(), reason="this system does not copy processes")


@pytest.fixture(autouse=True)
def _every_table_is_long(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(halves, "MANY_LETTERS", 0)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def _doubled(rows: Sequence[int]) -> list[int]:
    return [2 * row for row in rows]


def _all(letters: Sequence[int], rows: Sequence[int]) -> list[int]:
    return [each for half in in_two(_doubled, rows, letters) for each in half]


@pytest.mark.parametrize("letters", [[1] * 7, [0] * 7, [1000, *[1] * 6], [*[1] * 6, 1000]])
def test_results_keep_the_order_of_the_rows(letters: list[int]) -> None:
    assert _all(letters, range(7)) == [0, 2, 4, 6, 8, 10, 12]


def test_both_processes_work() -> None:
    assert len(set(in_two(lambda _: os.getpid(), [1, 2], [1, 1]))) == 2


def test_a_half_whose_process_is_killed_is_done_again() -> None:
    here = os.getpid()

    def deadly(rows: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            os._exit(9)
        return _doubled(rows)

    assert in_two(deadly, [1, 2, 3], [1, 1, 1]) == [[2], [4, 6]]


def test_no_table_is_no_work() -> None:
    assert _all([], []) == []


def test_a_process_that_does_not_answer_in_time_is_ended() -> None:
    with Forked(lambda: os.read(os.pipe()[0], 1)) as other, pytest.raises(TimeoutError):
        other.answer(0.05)
    assert other._process.exitcode is not None
