"""The Word file of years that run on: eras, years and entries as headings of three levels."""

from __future__ import annotations

import json
import re
from itertools import pairwise
from pathlib import Path

import pytest

from pipeline.letters import letters
from pipeline.work import Work
from tests.booklet import Book
from tests.conftest import work_of
from tests.word import W, WordFile, check_rows
from tests.word_made import audit, sdk_errors

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@pytest.fixture(scope="module")
def file(sparse_files: Path) -> WordFile:
    return WordFile((sparse_files / "bourg.docx").read_bytes())


@pytest.fixture(scope="module")
def work(sparse_files: Path) -> Work:
    return work_of(sparse_files.parent / "bourg.xlsx")


def _styled(file: WordFile, *styles: str) -> list[tuple[str, str]]:
    """Return style and text of each paragraph in one of some styles."""
    found = []
    for each in file.document.iter(f"{W}p"):
        style = each.find(f"{W}pPr/{W}pStyle").get(f"{W}val")
        if style in styles:
            found.append((style, "".join(part.text for part in each.iter(f"{W}t"))))
    return found


def test_validators_accept_it(sparse_files: Path) -> None:
    assert audit(sparse_files / "bourg.docx") == ""
    assert sdk_errors(sparse_files / "bourg.docx") == []


def test_bookmarks_give_the_data_back(file: WordFile, sparse_files: Path) -> None:
    tree = json.loads((sparse_files / "bourg.json").read_text(encoding="utf-8"))

    assert check_rows(file, tree) > 60
    assert tree["eras"][0]["title"] == "Années 1870"


def test_eras_years_and_entries_are_headings_of_three_levels(file: WordFile, work: Work) -> None:
    found = _styled(file, "Heading1", "Heading2", "Heading3")
    booklet = work.booklet
    wanted = ["Heading1"]  # without a date: its entries are not among the headings of Word's own
    for era in booklet.eras:
        wanted.append("Heading1")
        for chapter in era.chapters:
            wanted += ["Heading2", *("Heading3" for _ in chapter.entries)]

    assert [style for style, _ in found][: len(wanted)] == wanted
    eras = [text for style, text in found if style == "Heading1"]
    assert eras[: len(booklet.eras) + 1] == ["Sans date", *(str(e.title) for e in booklet.eras)]
    assert _styled(file, "EntreeIsolee") == [("EntreeIsolee", "Avant toute date")]


def test_only_eras_open_a_page(file: WordFile) -> None:
    breaks = {
        key
        for key, style in file.styles().items()
        if style.find(f"{W}pPr/{W}pageBreakBefore") is not None
    }

    assert breaks == {"Heading1"}


def test_headings_leave_out_no_level(file: WordFile) -> None:
    outlines = {}
    for key, style in file.styles().items():
        level = style.find(f"{W}pPr/{W}outlineLvl")
        if level is not None and int(level.get(f"{W}val")) < 9:
            outlines[key] = int(level.get(f"{W}val"))
    levels = [outlines[style] for style, _ in _styled(file, *outlines)]

    assert max(levels) >= 2
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_the_contents_give_the_pages_of_the_booklet(file: WordFile, sparse_files: Path) -> None:
    book = Book(sparse_files / "bourg.pdf")
    """An entry under « Sans date » too, though it is no heading of Word's own."""
    lines = _styled(file, "TOC1", "TOC2", "TOC3")
    headings = _styled(file, "Heading1", "Heading2", "Heading3", "EntreeIsolee")

    assert 'TOC \\o "1-3" \\h \\z \\t "Entrée isolée;2"' in file.codes()
    levels = [style[-1] if style[-1].isdigit() else "2" for style, _ in headings]
    assert [style[-1] for style, _ in lines] == levels
    for (_, line), (_, heading) in zip(lines, headings, strict=True):
        folio = re.search(r"\d+$", line.removeprefix(heading))
        assert folio is not None
        for piece in heading.split(" — "):
            assert letters(piece) in letters(book.page(folio[0])), line


def test_the_head_of_a_page_names_its_year(file: WordFile) -> None:
    """Where years run on; elsewhere what opens the page."""
    relations = file.xml("word/_rels/document.xml.rels")
    names = {each.get("Id"): each.get("Target") for each in relations}
    heads = [names[each.get(_ID)] for each in file.document.iter(f"{W}headerReference")]

    assert heads == [f"header{n}.xml" for n in (1, 2, 3, 2)]
    year = file.xml("word/header3.xml").iter(f"{W}instrText")
    assert [each.text.strip() for each in year] == ["STYLEREF 2"]
    starts = [each.get(f"{W}start") for each in file.document.iter(f"{W}pgNumType")]
    assert starts == ["1", "1"]


def test_each_era_has_its_drawing(file: WordFile, work: Work) -> None:
    said = [each.get("descr") for each in file.document.iter("{*}docPr")]

    assert len(said) == 1 + len(work.booklet.eras)
    for era, words in zip(work.booklet.eras, said[1:], strict=True):
        assert words.startswith(f"{era.title}\N{NO-BREAK SPACE}: ")
