"""A book of a few pages: what stands before and after the years does not outweigh them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from pipeline.config import load_config
from pipeline.writers import html
from pipeline.writers.pagination import Pagination
from pipeline.writers.press.workshop import Workshop
from tests.booklet import Book, validated
from tests.conftest import built, shipped_theme, work_of
from tests.workbooks import book

HEAD = ("Date", "Événement", "Récit", "Sources")
TEXT = "La garde passe la nuit sur les remparts et le tocsin sonne jusqu’au matin. "
SETTINGS = '[livre]\ntitre = "Chronique du bourg"\nisbn = "978-2-07-036822-8"\n'
_EVENTS = ("Bal", "Concert", "Foire", "Course", "Visite", "Réunion")
_PLACES = ("de la place haute", "de la mairie")
DOCUMENTS, ACRONYMS, INDEX = "Liste des documents", "Sigles", "Index"


def _rows(years: int) -> list[tuple[Any, ...]]:
    """Return twelve rows of as many years; each is about a quarter of a page."""
    return [
        (
            f"12/{1 + n % (12 // years):02}/{1990 + n * years // 12}",
            f"{_EVENTS[n % 6]} {_PLACES[n // 6]}",
            f"Louise Girard parle à la Société d’histoire (SH). {TEXT * 4}",
            f"Registre {n}",
        )
        for n in range(12)
    ]


def _made(folder: Path, rows: Sequence[tuple[Any, ...]], *options: str) -> Path:
    (folder / "annales.toml").write_text(SETTINGS, encoding="utf-8")
    return built(book(folder / "bourg.xlsx", HEAD, *rows), folder, *options)


@pytest.fixture(scope="module")
def files(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The editions of a book whose last year ends on a right-hand page."""
    return _made(tmp_path_factory.mktemp("thin"), _rows(12), "--only", "pdf,print")


@pytest.fixture(scope="module")
def thin(files: Path) -> Book:
    return Book(files / "bourg.pdf")


@pytest.fixture(scope="module")
def opening(tmp_path_factory: pytest.TempPathFactory) -> Book:
    """A book whose years open each; the last one ends on a left-hand page."""
    return Book(_made(tmp_path_factory.mktemp("open"), _rows(3), "--only", "pdf") / "bourg.pdf")


def _first_lines(thin: Book) -> list[str]:
    return [text.strip().partition("\n")[0] for text in thin.texts]


def test_no_page_is_blank_but_the_last(thin: Book, opening: Book) -> None:
    for each in (thin, opening):
        assert all(text.strip() for text in each.texts[:-1]), _first_lines(each)
        assert len(each) <= 14


def test_the_front_is_three_leaves(thin: Book) -> None:
    """Cover, what must be said on its verso, title, note, contents, and the years at a glance."""
    assert thin.labels[:7] == ["i", "ii", "iii", "iv", "v", "vi", "1"]
    cover, mentions, title, note, contents, glance = thin.texts[:6]

    assert "Chronique du bourg" in cover
    assert mentions.strip() == "ISBN 978-2-07-036822-8"
    assert "1990-2001" in title
    assert note.startswith("Note sur le texte")
    assert "Clé de lecture" in note
    assert contents.startswith("Table des matières")
    assert glance.startswith("Les années d’un coup d’œil")


def test_what_stands_at_the_end_follows_the_last_year(thin: Book) -> None:
    """On a left-hand page here, whose margins are those of one; the next is a right-hand one."""
    last = next(n for n, text in enumerate(thin.texts) if DOCUMENTS in text and n > 6)
    before, after = thin.labels[last - 1], thin.labels[last]

    assert "2001" in thin.texts[last - 1]
    assert int(after) == int(before) + 1
    assert int(after) % 2 == 0
    assert _left(thin, last) == _left(thin, last - 2) > _left(thin, last - 1)
    assert "Achevé" in "".join(thin.texts[last:])


def _left(thin: Book, page: int) -> int:
    """Return where the text of a page begins, in points."""
    heights = range(120, 560, 5)
    width = float(thin.pdf.pages[page].mediabox[2])
    for x in range(20, 200):
        if any(thin.inside(page, (0, y, x, y + 12)).strip() for y in heights):
            return x
    return int(width)


def test_contents_index_and_links_say_true_pages(thin: Book, opening: Book) -> None:
    for each in (thin, opening):
        contents = each.page("v")
        told = dict(re.findall(r"^(.+) (\d+)$", contents, re.MULTILINE))
        for title in (DOCUMENTS, ACRONYMS, INDEX):
            assert re.search(rf"^{title}$", each.page(told[title]), re.MULTILINE)
        for words, address, label in each.links(each.labels.index("v")):
            line = next(line for line in told if re.match(rf"(\d{{4}} )?{words}", line))
            assert (address, label) == ("", told[line])
        index = re.sub(r"\s+", " ", each.page(told[INDEX]))
        (pages,) = re.findall(r"Girard, Louise ([\d–, ]+)", index)
        assert re.findall(r"\d+", pages) == [each.labels[6], _last(each)]


def _last(each: Book) -> str:
    """Return the last page that names the person of the index."""
    named = (n for n, text in enumerate(each.texts) if "Louise Girard" in text)
    return each.labels[max(named)]


def test_an_index_alone_on_its_page_begins_where_other_titles_do(thin: Book) -> None:
    index = next(n for n, text in enumerate(thin.texts) if text.startswith(INDEX))
    contents = thin.labels.index("v")
    first, other = (thin.baselines(page, 19)[0] for page in (index, contents))

    assert first == other


def test_the_colophon_never_stands_alone(tmp_path: Path) -> None:
    """Whatever room documents and index leave to it on their page."""
    booklet = work_of(book(tmp_path / "a.xlsx", HEAD, *_rows(12))).booklet
    with Workshop(1) as workshop:
        batch = workshop.batch()
        for count in range(13):
            few = replace(booklet, references=booklet.references[:count], glossary=())
            (back,) = html.back_parts(few, shipped_theme(), Pagination())
            batch.add(count, back)
        batch.begin()
        laid = [each for _, each in batch.results()]

    assert {each.pages for each in laid} == {1, 2}
    assert not [each.words for each in laid if each.words[-1].startswith("Composé")]


def test_folios_and_heads_lie_at_the_outer_edge(thin: Book) -> None:
    for number, label in enumerate(thin.labels[6:], start=6):
        width, height = (float(each) for each in thin.pdf.pages[number].mediabox[2:])
        halves = [(0.0, width / 2), (width / 2, width)]
        outer, inner = halves[:: -1 if int(label) % 2 else 1]
        for low, high in ((0.0, 62.0), (height - 50, height)):
            assert thin.inside(number, (inner[0], low, inner[1], high)).strip() == ""
        said = thin.inside(number, (outer[0], 0, outer[1], 62)).strip()
        assert said in ("", label)
    assert thin.inside(6 + 6, (0, 0, 420, 62)).strip() == "7"
    assert DOCUMENTS in thin.inside(6 + 6, (0, 545, 420, 595))


def test_bookmarks_are_those_of_other_books(thin: Book) -> None:
    first = [(title, page) for level, title, page in thin.outline() if level == 1]

    assert first[:4] == [
        ("Chronique du bourg", "i"),
        ("Note sur le texte", "iv"),
        ("Table des matières", "v"),
        ("Les années d’un coup d’œil", "vi"),
    ]
    assert first[-1][0] == "Liste des documents, sigles et index"


def test_the_number_of_the_book_is_in_its_metadata(thin: Book) -> None:
    with thin.pdf.open_metadata() as xmp:
        assert xmp["dc:identifier"] == "ISBN 978-2-07-036822-8"


def test_verapdf_accepts_a_thin_book(thin: Book, opening: Book, tmp_path: Path) -> None:
    other = tmp_path / "opening.pdf"
    other.write_bytes(opening.path.read_bytes())

    assert set(validated([thin.path, other]).values()) == {""}


def test_the_other_editions_have_its_pages(files: Path, thin: Book) -> None:
    with pikepdf.open(files / "bourg-impression.pdf") as shop:
        assert len(shop.pages) == len(thin) % 2 + len(thin)
    with pikepdf.open(files / "bourg-cahier.pdf") as sheets:
        assert len(sheets.pages) == 2 * -(-len(thin) // 4)


def test_the_word_file_has_all_of_it_too(tmp_path: Path) -> None:
    """The build itself looks for each word in it."""
    assert (_made(tmp_path, _rows(12), "--only", "docx") / "bourg.docx").is_file()


@pytest.mark.parametrize("layout", ["A5", "A4"])
@pytest.mark.parametrize(("years", "is_thin"), [(1, True), (9, False)])
def test_a_book_is_thin_below_eight_pages(
    years: int, is_thin: bool, layout: str, tmp_path: Path
) -> None:
    config = load_config(f'[maquette]\nformat = "{layout}"\n', "annales.toml")
    rows = [(1990 + n, "Conseil", TEXT * 80, None) for n in range(years)]
    path = book(tmp_path / "a.xlsx", HEAD, *rows)

    assert work_of(path, config).booklet.thin is is_thin


def test_an_annual_report_is_thin_where_a_book_is_not(tmp_path: Path) -> None:
    rows = [
        (f"12/{1 + n:02}/{year}", "Conseil", TEXT * 130) for year in (1990, 1991) for n in (0, 1)
    ]
    path = book(tmp_path / "a.xlsx", HEAD[:3], *rows)

    whole, report = work_of(path).booklet, work_of(path, None, (1990, 1990)).booklet
    volume = work_of(path, None, (1990, 1991)).booklet

    assert (whole.thin, report.thin, volume.thin) == (False, True, False)


def test_a_cover_printed_apart_has_nothing_on_its_back(tmp_path: Path) -> None:
    config = load_config("[maquette]\ncouverture-separee = true\n", "annales.toml")
    path = book(tmp_path / "a.xlsx", HEAD, *_rows(3))

    assert work_of(path).booklet.thin
    assert not work_of(path, config).booklet.thin


def test_a_long_annual_report_is_a_book(tmp_path: Path) -> None:
    rows = [(f"12/{1 + n:02}/1990", "Conseil", TEXT * 110) for n in range(8)]
    path = book(tmp_path / "a.xlsx", HEAD[:3], *rows)

    assert not work_of(path, None, (1990, 1990)).booklet.thin


def test_an_empty_verso_of_the_cover_stays_blank(tmp_path: Path) -> None:
    made = Book(
        built(book(tmp_path / "a.xlsx", HEAD, *_rows(3)), tmp_path, "--only", "pdf") / "a.pdf"
    )

    assert made.texts[1].strip() == ""
    assert made.texts[2].strip() != ""
    assert made.texts[3].startswith("Note sur le texte")


def test_a_note_of_two_pages_leaves_no_blank_behind(tmp_path: Path) -> None:
    said = "ce que le conseil en a dit et ce que les habitants de la ville en ont pensé"
    head = ("Date", "Événement", *(f"Rubrique {n} : {said}" for n in range(14)))
    rows = [(1990 + n, "Bal", *["Le conseil se réunit."] * 14) for n in range(4)]
    path = book(tmp_path / "a.xlsx", head, *rows)
    made = Book(built(path, tmp_path, "--only", "pdf") / "a.pdf")

    assert made.texts[3].startswith("Note sur le texte")
    assert "Rubrique 13" in made.texts[4]
    assert made.texts[5].startswith("Table des matières")
    assert made.texts[6].startswith("Les années d’un coup d’œil")
