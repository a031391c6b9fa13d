"""The promise: a finished file that lacks a word is never written."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from pipeline.build import build
from pipeline.config import Config
from pipeline.errors import OutputError
from pipeline.model import Text
from pipeline.verify import check_data, check_file, docx_words, sought
from pipeline.work import Work
from pipeline.writers.repertoire import printed_text
from tests.booklet import Book
from tests.conftest import work_of
from tests.workbooks import book


@pytest.fixture(scope="module")
def words(example_files: Path) -> str:
    return "\n".join(Book(example_files / "chronique-atelier.pdf").texts)


@pytest.mark.parametrize("lost", ["bicyclettes", "pompiers", "Cahier", "Inauguration"])
def test_a_word_that_the_booklet_lacks_stops_the_build(
    lost: str, words: str, example_work: Work
) -> None:
    check_file("livret.pdf", words, sought(example_work.booklet, printed_text))
    assert lost in words

    with pytest.raises(OutputError) as stopped:
        check_file(
            "livret.pdf", words.replace(lost, "•"), sought(example_work.booklet, printed_text)
        )

    assert stopped.value.exit_code == 5
    assert "livret.pdf" in str(stopped.value)
    assert lost.casefold() in str(stopped.value).casefold()
    assert "Chronique!" in str(stopped.value)


def test_a_text_is_lost_though_its_words_stand_elsewhere(words: str, example_work: Work) -> None:
    place = words.index("Le second, aux bénévoles")
    paragraph = words[place : words.index("ploi.", place)]
    shuffled = " ".join(reversed(paragraph.split()))

    with pytest.raises(OutputError, match="Chronique!"):
        check_file(
            "a", words.replace(paragraph, shuffled), sought(example_work.booklet, printed_text)
        )


def test_a_text_that_a_page_tears_is_whole(words: str, example_work: Work) -> None:
    torn = words.replace("quatorze", "quat\f12 Chronique\norze")
    assert torn != words

    check_file("a", torn, sought(example_work.booklet, printed_text))


def test_a_word_that_the_word_file_lacks_stops_the_build(
    example_files: Path, example_work: Work
) -> None:
    content = (example_files / "chronique-atelier.docx").read_bytes()
    check_file("a.docx", docx_words(content), sought(example_work.booklet))

    with pytest.raises(OutputError, match="bicyclettes"):
        check_file(
            "a.docx", docx_words(_without(content, "bicyclettes")), sought(example_work.booklet)
        )


def _without(docx: bytes, word: str) -> bytes:
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(docx)) as source,
        zipfile.ZipFile(target, "w") as made,
    ):
        for name in source.namelist():
            made.writestr(name, source.read(name).replace(word.encode(), b""))
    return target.getvalue()


def test_a_date_that_is_not_printed_stops_the_build(words: str, example_work: Work) -> None:
    doctored = re.sub(r"15(\s)septembre(\s)1987", r"16\1septembre\g<2>1987", words)
    assert doctored != words

    with pytest.raises(OutputError, match="15"):
        check_file("livret.pdf", doctored, sought(example_work.booklet, printed_text))


def test_a_date_is_found_though_the_contents_say_its_theme_first(tmp_path: Path) -> None:
    rows = (("Date", "Fait"), ("3 mars 1994", "Une fête"), ("15 août 1995", "Un bal"))
    work = build(
        book(tmp_path / "a.xlsx", *rows), Config(), dt.date(2026, 1, 1), None, lambda *_: None
    )
    words = "Une fête 1 Un bal 2\f3 mars 1994 Une fête\f15 août 1995 Un bal"

    check_file("a", words, sought(work.booklet))

    with pytest.raises(OutputError, match=r"15.août 1995"):
        check_file("a", words.replace("15 août 1995 ", ""), sought(work.booklet))


def test_a_date_is_found_though_its_number_stands_before_it(tmp_path: Path) -> None:
    rows = (("Date", "Heures"), ("3 mars 1994", 2), ("15 août 1995", 1))
    work = build(
        book(tmp_path / "a.xlsx", *rows), Config(), dt.date(2026, 1, 1), None, lambda *_: None
    )

    check_file("a", "1994 1 2\f3 mars 1994 Heures 2\f15 août 1995 Heures 1", sought(work.booklet))


def test_a_paragraph_changed_without_record_stops_the_build(example_work: Work) -> None:
    """The texts printed, put back to what they replaced, must be the cell letter by letter."""
    work = example_work
    check_data(work.sheet, work.records, work.booklet, work.findings)
    chapter = work.booklet.chapters[0]
    entry = chapter.entries[0]
    silent = replace(entry, theme=Text.plain_text("Autre chose", entry.theme.origin))
    changed = replace(chapter, entries=(silent, *chapter.entries[1:]))
    booklet = replace(work.booklet, chapters=(changed, *work.booklet.chapters[1:]))

    with pytest.raises(OutputError) as stopped:
        check_data(work.sheet, work.records, booklet, work.findings)

    assert str(entry.theme.origin) in str(stopped.value)


def test_a_row_that_is_forgotten_stops_the_build(example_work: Work) -> None:
    work = example_work
    chapter = work.booklet.chapters[0]
    shorter = replace(chapter, entries=chapter.entries[1:])
    booklet = replace(work.booklet, chapters=(shorter, *work.booklet.chapters[1:]))

    with pytest.raises(OutputError, match="les données nettoyées"):
        check_data(work.sheet, work.records, booklet, work.findings)


def test_signs_of_windows_are_no_loss(tmp_path: Path) -> None:
    rows = (("Date", "Titre", "Récit"), ("1990\x961995", "L\x92abbé", "Une \x9cuvre."))
    work = work_of(book(tmp_path / "a.xlsx", *rows))

    check_data(work.sheet, work.records, work.booklet, work.findings)
