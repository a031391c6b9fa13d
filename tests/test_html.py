"""The HTML of the parts: what it says of a book that is not like the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import html as reader

from pipeline.work import Work
from pipeline.writers import html
from pipeline.writers.pagination import Pagination
from tests.conftest import shipped_theme, work_of
from tests.workbooks import book


def _work(folder: Path, *rows: Sequence[Any]) -> Work:
    return work_of(book(folder / "a.xlsx", sheets={"Frise": rows}))


def _note(work: Work) -> str:
    (part,) = html.note_parts(work.booklet, shipped_theme())
    (section,) = reader.fromstring(part.html).xpath("//*[@id='note']")
    return " ".join(section.text_content().split())


def test_long_years_are_set_small_and_keep_their_line(tmp_path: Path) -> None:
    work = _work(
        tmp_path, ("Date", "Récit"), ("52 av. J.-C.", "Un siège."), (1944, "Une libération.")
    )
    first, last = html.chapter_parts(work.booklet, shipped_theme())
    (front,) = html.front_parts(work.booklet, shipped_theme(), Pagination({}))

    assert 'class="year long">52\u00a0av.\u00a0J.-C.<' in first.html
    assert 'class="year">1944<' in last.html
    assert 'class="contents era' in front.html


def test_the_key_says_only_what_the_book_has(tmp_path: Path) -> None:
    plain = _note(_work(tmp_path, ("Date", "Récit"), ("1 mai 1901", "A."), ("2 mai 1902", "B.")))
    full = _note(
        _work(
            tmp_path,
            ("Date", "Récit", "Bilan", "Sources"),
            ("1 mai 1901", "A.", "C.", "Un registre"),
            (None, "B.", "D.", None),
        )
    )

    assert "Documents" not in plain
    assert "Dans l’année" not in plain
    assert "Documents annonce" in full
    assert "Dans l’année" in full


def test_a_column_without_a_name_is_not_in_the_key(tmp_path: Path) -> None:
    work = _work(
        tmp_path,
        ("Date", "Récit", "Bilan", None),
        (1901, "A.", "B.", "C."),
        (1902, "D.", "E.", "F."),
    )
    (part,) = html.note_parts(work.booklet, shipped_theme())
    rows = reader.fromstring(part.html).xpath("//*[@id='note']//li")

    assert [" ".join(row.text_content().split()) for row in rows] == ["Récit", "Bilan"]
