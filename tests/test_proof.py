"""Pages read back: parts by themselves, and the finished file where it draws something else."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pikepdf
import pytest

from pipeline.work import Work
from pipeline.writers import html, pdf, proof
from pipeline.writers.press.laid import LaidOut
from pipeline.writers.press.layout import Layout, lay_out_book
from pipeline.writers.press.workshop import Workshop
from pipeline.writers.proof.drawn import mark_of, marks
from pipeline.writers.proof.words import read
from tests.conftest import shipped_theme


@dataclass(frozen=True)
class _Bound:
    layout: Layout
    file: bytes
    workshop: Workshop

    def texts(self, file: bytes, cache: Path | None = None) -> tuple[str, ...]:
        reader = proof.Reader(self.workshop, cache)
        return proof.file_read(file, self.layout, shipped_theme(), reader).texts


class _Idle:
    """A bench on which nothing is done."""

    def set_to_work(self) -> None:
        pass

    def foresee(self, laid: LaidOut) -> None:
        pass

    take = foresee
    read_back = set_to_work


@pytest.fixture(scope="module")
def bound(example_work: Work) -> Iterator[_Bound]:
    booklet, theme = example_work.booklet, shipped_theme()
    with Workshop(2) as workshop:
        layout = lay_out_book(
            html.Manuscript(booklet, theme), _Idle(), workshop, None, lambda *_: None
        )
        yield _Bound(layout, pdf.reading(layout, booklet, theme, []), workshop)


def test_the_finished_file_draws_what_its_parts_draw(bound: _Bound) -> None:
    drawn, first = marks(bound.file), 0
    for placed in bound.layout.placed:
        count = placed.laid.pages
        assert mark_of(drawn[first : first + count]) == read(placed.laid.pdf).mark, placed.part.key
        first += count + count % 2
    assert first == len(drawn)


def test_a_text_has_no_folio_and_no_running_head(bound: _Bound) -> None:
    texts = bound.texts(bound.file)
    last = bound.layout.body[0]
    page = sum(each.laid.pages + each.laid.pages % 2 for each in bound.layout.front) + 1
    assert last.laid.pages > 1
    assert str(last.first + 1) not in texts[page].split("\n")
    assert not texts[page].startswith(last.part.heads[0])


def _emptied(file: bytes, page: int) -> bytes:
    """Return a file one page of which draws nothing."""
    with pikepdf.open(io.BytesIO(file)) as book:
        book.pages[page].obj.Contents = book.make_stream(b"")
        changed = io.BytesIO()
        book.save(changed)
    return changed.getvalue()


def test_a_page_that_was_damaged_when_bound_is_read_as_it_is(bound: _Bound, tmp_path: Path) -> None:
    texts = bound.texts(bound.file, tmp_path)
    page = max(range(len(texts)), key=lambda number: len(texts[number]))
    for cache in (None, tmp_path):  # what is known of the part does not count either
        again = bound.texts(_emptied(bound.file, page), cache)
        assert again[page] == ""
        assert [text for number, text in enumerate(again) if number != page] == [
            text for number, text in enumerate(texts) if number != page
        ]
