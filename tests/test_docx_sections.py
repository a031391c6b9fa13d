"""The sections of the Word file, whatever the book has: each ends once, on the right paper."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product
from pathlib import Path

import pytest
from lxml import etree

from pipeline.config import Config, Layout
from pipeline.work import Work
from tests.booklet import Book
from tests.conftest import work_of
from tests.sparse import sparse
from tests.word import W, WordFile
from tests.word_made import audit, sdk_errors, word

_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_SHAPES = ("recto", "running", "both", "turned")
_LISTS = tuple(product((False, True), repeat=3))
"""With documents or not, with acronyms, with an index."""


@pytest.fixture(scope="module")
def works(example: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Work]:
    """Years that open a page, years that run on, and both in one book, either first."""
    both = work_of(sparse(tmp_path_factory.mktemp("both") / "bourg.xlsx"))
    first, *others = both.booklet.chapters
    return {
        "recto": work_of(example, Config(maquette=Layout(chapitres="recto"))),
        "running": work_of(example, Config(maquette=Layout(chapitres="suite"))),
        "both": both,
        "turned": replace(both, booklet=replace(both.booklet, chapters=(*others, first))),
    }


@pytest.fixture(scope="module", params=product(_SHAPES, _LISTS), ids=str)
def file(request: pytest.FixtureRequest, works: dict[str, Work]) -> WordFile:
    """A book with some of the lists at its end."""
    shape, lists = request.param
    return WordFile(_shaped(works, shape, *lists))


def _shaped(
    works: dict[str, Work], shape: str, documents: bool, acronyms: bool, indexed: bool
) -> bytes:
    booklet = works[shape].booklet
    terms = booklet.index if indexed else ()
    given = replace(
        booklet,
        references=booklet.references if documents else (),
        glossary=works["recto"].booklet.glossary if acronyms else (),
        find_index=lambda: terms,
    )
    return word(replace(works[shape], booklet=given))


def _sections(document: etree._Element) -> list[tuple[etree._Element, list[str]]]:
    """Return the properties of each section and the styles of its paragraphs."""
    found, styles = [], []
    for each in document.find(f"{W}body").iter(f"{W}p", f"{W}sectPr"):
        if each.tag == f"{W}p":
            styles.append(each.find(f"{W}pPr/{W}pStyle").get(f"{W}val"))
        else:
            found.append((each, styles))
            styles = []
    assert styles == []
    return found


def test_each_section_ends_once_on_paper_of_one_size(file: WordFile) -> None:
    document = file.document

    ends = [len(each.findall(f"{W}sectPr")) for each in document.iter(f"{W}pPr")]
    assert max(ends) == 1
    for section, styles in _sections(document):
        size = section.find(f"{W}pgSz")
        assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
        assert styles, "a section without a paragraph"
        assert styles != ["Colophon"] or section.find(f"{W}type").get(f"{W}val") == "continuous"


def test_folios_start_at_the_contents_and_at_the_first_year(file: WordFile) -> None:
    sections = _sections(file.document)

    starts = {
        place: (number.get(f"{W}fmt"), number.get(f"{W}start"), styles[0])
        for place, (section, styles) in enumerate(sections)
        if (number := section.find(f"{W}pgNumType")) is not None
    }
    assert starts == {1: ("lowerRoman", "1", "TOCHeading"), 2: ("decimal", "1", "Heading1")}


def test_the_head_names_a_year_only_where_years_run_on(file: WordFile) -> None:
    """Not over documents, acronyms and index, whichever comes first after the years."""
    names = {
        each.get("Id"): each.get("Target") for each in file.xml("word/_rels/document.xml.rels")
    }
    running = "word/header3.xml" in file.names()

    head = ""
    for section, styles in _sections(file.document)[2:]:
        for each in section.iter(f"{W}headerReference"):
            head = names[each.get(_ID)]
        assert (head == "header3.xml") == (running and "Heading2" in styles)


@pytest.mark.parametrize("indexed", [False, True], ids=["bare", "indexed"])
@pytest.mark.parametrize("shape", ["recto", "running"])
def test_validators_accept_a_book_without_lists(works, tmp_path, shape, indexed: bool) -> None:
    """The years, and an index at most."""
    path = tmp_path / "frise.docx"
    path.write_bytes(_shaped(works, shape, False, False, indexed))

    assert audit(path) == ""
    assert sdk_errors(path) == []


def test_libreoffice_starts_the_years_on_page_one(
    works, tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    """Where they run on and an index follows at once; all pages are A4."""
    path = tmp_path / "frise.docx"
    path.write_bytes(_shaped(works, "running", False, False, True))

    book = Book(soffice(path, "pdf"))

    sizes = {tuple(round(each) for each in page.mediabox) for page in book.pdf.pages}
    assert sizes == {(0, 0, 595, 842)}
    feet = [book.inside(number, (0, 0, 595, 62)).strip() for number in range(len(book))]
    roman = feet.index("1")
    assert feet[:roman] == ["", "i", "ii", "iii", "iv", "v"][:roman]
    assert feet[roman:] == [str(number + 1) for number in range(len(book) - roman)]
    assert "1987" in book.texts[roman]
