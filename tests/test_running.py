"""The pages of years that run on: heads, outline, tags, what stands together."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import html as reader

from pipeline.letters import letters
from pipeline.model import Era
from pipeline.work import Work
from pipeline.writers import html
from pipeline.writers.parts import Part
from pipeline.writers.pdf.heads import running_years
from pipeline.writers.press.laid import LaidOut
from tests.booklet import Book
from tests.conftest import shipped_theme, work_of
from tests.sparse import DENSE
from tests.workbooks import book as workbook

_YEAR_RE = re.compile(r"1[89]\d\d")
_HEADING_RE = re.compile(r"1[89]\d\d( \D.*)?")
_HEAD = (0, 545, 420, 595)
_FOOT = (0, 30, 420, 55)


@pytest.fixture(scope="module")
def book(sparse_files: Path) -> Book:
    return Book(sparse_files / "bourg.pdf")


@pytest.fixture(scope="module")
def work(sparse_files: Path) -> Work:
    return work_of(sparse_files.parent / "bourg.xlsx")


def _years_of_pages(book: Book) -> Iterator[tuple[int, list[int], int]]:
    """Yield each page of the eras, the years that begin on it, and the last one before."""
    last = 0
    begun: dict[str, list[int]] = {}
    for level, title, label in book.outline():
        if level == 2 and (found := _YEAR_RE.match(title)):
            begun.setdefault(label, []).append(int(found[0]))
    first = min(map(int, begun))
    end = next(int(label) for _, title, label in book.outline() if title.startswith("Liste"))
    for number in range(first, end):
        years = begun.get(str(number), [])
        yield book.labels.index(str(number)), years, last
        last = years[-1] if years else last


def test_an_era_opens_on_a_recto_without_head_or_folio(book: Book, work: Work) -> None:
    titles = [str(era.title) for era in work.booklet.eras]
    found = [(title, label) for level, title, label in book.outline() if level == 1]

    assert [title for title, _ in found if title in titles] == titles
    assert len(titles) > 3
    for title, label in found:
        if title in titles:
            number = book.labels.index(label)
            assert number % 2 == 0
            assert book.inside(number, _FOOT).strip() == book.inside(number, _HEAD).strip() == ""
            assert letters(title) in letters(book.texts[number])


def test_a_recto_names_the_years_that_it_holds(book: Book) -> None:
    checked = set()
    for number, begun, before in _years_of_pages(book):
        head = " ".join(book.inside(number, _HEAD).split())
        if number % 2 or not book.inside(number, _FOOT).strip():
            continue
        at_top = bool(begun) and book.texts[number].lstrip().startswith(str(begun[0]))
        first = begun[0] if at_top else before
        last = begun[-1] if begun else before
        assert head == (str(first) if first == last else f"{first}-{last}")
        checked.add((at_top, first == last))
    assert len(checked) > 1


def test_a_verso_has_the_title_of_the_book(book: Book) -> None:
    versos = [
        number
        for number, _, _ in _years_of_pages(book)
        if number % 2 and book.texts[number].strip()
    ]

    assert len(versos) > 5
    for number in versos:
        assert book.inside(number, _HEAD).strip() == str(book.pdf.docinfo["/Title"])


def test_heads_of_recto_and_verso_are_level(book: Book) -> None:
    heights = {
        y
        for number, _, _ in _years_of_pages(book)
        for y in book.baselines(number, size=7.5)
        if y > _HEAD[1]
    }

    assert len(heights) == 1 or max(heights) - min(heights) < 0.35


def test_a_year_never_stands_at_a_foot_without_its_text(book: Book) -> None:
    """Two lines of it stand under its heading, or all that it has."""
    pages = [book.texts[number].split("\n") for number, _, _ in _years_of_pages(book)]
    pages = [[line for line in page if line.strip()] for page in pages]
    parted = 0
    for page, following in pairwise(each for each in pages if each):
        assert not _HEADING_RE.fullmatch(page[-1]), page
        if _HEADING_RE.fullmatch(page[-2]):
            assert re.match(r"1[89]\d\d( |$)|Année|19|Liste", following[0]), page
        parted += not _HEADING_RE.fullmatch(following[0])
    assert parted > 3


def test_the_outline_has_eras_years_and_entries(book: Book, work: Work) -> None:
    outline = [(level, title) for level, title, _ in book.outline()]
    for era in work.booklet.eras:
        place = outline.index((1, str(era.title)))
        below = []
        for level, title in outline[place + 1 :]:
            if level == 1:
                break
            below.append((level, title))
        years = [title for level, title in below if level == 2]
        assert [int(title[:4]) for title in years] == [each.year for each in era.chapters]
        entries = sum(level == 3 for level, _ in below)
        assert entries == sum(len(each.entries) for each in era.chapters)


def test_headings_leave_out_no_level(book: Book) -> None:
    levels = [int(role[1]) for role, _ in book.roles() if re.fullmatch(r"H\d", role)]

    assert {1, 2, 3} <= set(levels)
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_a_dense_year_runs_on(book: Book, work: Work) -> None:
    (era,) = [each for each in work.booklet.eras if DENSE in [c.year for c in each.chapters]]

    assert len(era.chapters) > 1
    assert sum(begun == [] for _, begun, before in _years_of_pages(book) if before == DENSE) > 1


def test_the_drawing_of_an_era_is_said_in_words(book: Book, work: Work) -> None:
    import pikepdf

    said = [
        str(each.Alt).replace("\N{NO-BREAK SPACE}", " ")
        for each in book.pdf.objects
        if isinstance(each, pikepdf.Dictionary) and each.get("/S", None) == pikepdf.Name.Figure
    ]
    for era in work.booklet.eras:
        assert isinstance(era, Era)
        total = sum(len(chapter.all_entries) for chapter in era.chapters)
        assert any(each.startswith(f"{era.title} : {total} entrées") for each in said)
    assert (
        sum("De 1880 à 1886 : Construction de l’église." in each for each in said) == 2
    )  # of the years, of an era


def _heads(*places: tuple[int, float, int], pages: int = 5) -> list[str]:
    """Return the heads of a part whose years stand at page (from 0) and px from the top."""
    part = Part("e", "", "", years=tuple((f"a{year}", year) for _, _, year in places))
    anchors = {f"a{year}": (page, 0.0, y) for page, y, year in places}
    laid = LaidOut("e", pages, anchors, b"")
    said = running_years(part, laid, shipped_theme())
    return [each.replace("\N{NO-BREAK SPACE}", " ") for each in said]


TOP, DOWN = 72.0, 300.0


@pytest.mark.parametrize(
    ("places", "head"),
    [
        ([(0, DOWN, 1893)], "1893"),
        ([(0, DOWN, 1893), (2, TOP, 1894)], "1894"),
        ([(0, DOWN, 1893), (2, DOWN, 1894)], "1893-1894"),
        ([(0, DOWN, 1893), (1, TOP, 1894), (2, TOP, 1895), (2, DOWN, 1897)], "1895-1897"),
        ([(0, DOWN, 1893), (2, TOP, 1894), (2, TOP, 1895)], "1894-1895"),
        ([(0, DOWN, -51), (2, DOWN, -9)], "52-10 av. J.-C."),
        ([(0, DOWN, -1), (2, DOWN, 3)], "2 av. J.-C. – 3 apr. J.-C."),
    ],
    ids=["goes on", "at the top", "further down", "between", "side by side", "before", "across"],
)
def test_a_head_is_what_the_page_holds(places: list[tuple[int, float, int]], head: str) -> None:
    assert _heads(*places)[:3] == ["", "", head]


def test_years_of_which_nothing_is_said_stand_side_by_side(tmp_path: Path) -> None:
    rows = [("Date", "Récit"), *((year, None) for year in range(1901, 1940)), (1940, "Un fait.")]
    work = work_of(workbook(tmp_path / "a.xlsx", sheets={"Frise": rows}))
    (part,) = html.chapter_parts(work.booklet, shipped_theme())
    (bare,) = reader.fromstring(part.html.text).xpath("//div[@class='bare']")

    assert [each.text_content() for each in bare] == [str(year) for year in range(1901, 1940)]
    ids = bare.xpath(".//@id")
    assert {each.opening.id for each in work.booklet.chapters[:-1] if each.opening} <= set(ids)
