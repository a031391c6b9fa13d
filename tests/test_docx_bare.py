"""Entries that are their headings alone: none drags the whole chapter after it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import Workbook

from pipeline.work import Work
from tests.booklet import Book
from tests.conftest import work_of
from tests.word import W, WordFile
from tests.word_made import word

_THEMES = ("Ouverture du marché couvert", "Reconstruction du pont de pierre", "Foire aux bestiaux")
_YEARS = range(1950, 1990)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Work:
    """Years that run on, with dates and themes and not one text."""
    path = tmp_path_factory.mktemp("bare") / "frise.xlsx"
    book = Workbook()
    assert book.active is not None
    book.active.append(("Date", "Événement"))
    for year in _YEARS:
        for month, theme in zip(("janvier", "juin", "novembre"), _THEMES, strict=True):
            book.active.append((f"3 {month} {year}", f"{theme} {year % 100}"))
    book.save(path)
    return work_of(path)


def _keeps(work: Work, style: str) -> bool:
    """Tell whether paragraphs of a style stay with the next."""
    found = WordFile(word(work)).styles()[style].find(f"{W}pPr/{W}keepNext")
    return found.get(f"{W}val") != "0"


def test_a_heading_keeps_with_its_text_and_with_no_other_heading(
    bare: Work, example_work: Work
) -> None:
    assert [_keeps(bare, style) for style in ("Heading1", "Heading2", "Heading3")] == [
        True,
        True,
        False,
    ]
    assert _keeps(example_work, "Heading2")


def test_no_year_stands_at_the_foot_of_a_page(
    bare: Work, tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    path = tmp_path / "frise.docx"
    path.write_bytes(word(bare))

    book = Book(soffice(path, "pdf"))

    lines = [text.split("\n") for text in book.texts]
    assert sum(str(year) in page for year in _YEARS for page in lines) >= len(_YEARS)
    assert not [page[-1] for page in lines if re.fullmatch(r"\d{4}", page[-1].strip())]
