"""Whether chapters run on, and in what: decided from their length, said by the settings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.compose.era_titles import title_of
from pipeline.config import load_config
from pipeline.model import Booklet, Chapter, Era
from tests.booklet import Book
from tests.conftest import built, work_of
from tests.workbooks import book

HEAD = ("Date", "Événement", "Récit")
SHORT = "Une fête sur la place."
FULL = "Le conseil se réunit et délibère de tout ce qui touche à la ville. " * 60


def _booklet(
    folder: Path, rows: Sequence[tuple[Any, ...]], layout: str = "", years: Any = None
) -> Booklet:
    config = load_config(f"[maquette]\n{layout}\n", "annales.toml")
    return work_of(book(folder / "a.xlsx", HEAD, *rows), config, years).booklet


def _titles(booklet: Booklet) -> list[str]:
    return [str(era.title).replace("\N{NO-BREAK SPACE}", " ") for era in booklet.eras]


def test_short_years_run_on_and_long_ones_open(tmp_path: Path) -> None:
    short = _booklet(tmp_path, [(year, "Fête", SHORT) for year in range(1901, 1921)])
    full = _booklet(tmp_path, [(year, "Conseil", FULL) for year in range(1901, 1921)])

    assert [len(era.chapters) for era in short.eras] == [9, 11]
    assert full.eras == ()
    assert full.openings == full.chapters


def test_the_middle_year_decides(tmp_path: Path) -> None:
    def rows(full: int) -> list[tuple[Any, ...]]:
        return [(1901 + n, "x", FULL if n < full else SHORT) for n in range(9)]

    assert _booklet(tmp_path, rows(4)).eras
    assert not _booklet(tmp_path, rows(5)).eras


@pytest.mark.parametrize(("sentences", "run_on"), [(23, True), (32, False)])
def test_years_that_fill_their_page_alone_run_on(
    sentences: int, run_on: bool, tmp_path: Path
) -> None:
    """Each by itself on a right-hand page, every other page would be blank."""
    text = FULL[: len(FULL) // 60 * sentences]
    rows = [(year, "x", text) for year in range(1901, 1913)]

    assert bool(_booklet(tmp_path, rows).eras) is run_on


@pytest.mark.parametrize(("choice", "run_on"), [("recto", False), ("suite", True)])
@pytest.mark.parametrize("text", [SHORT, FULL])
def test_the_setting_decides_first(choice: str, run_on: bool, text: str, tmp_path: Path) -> None:
    rows = [(year, "x", text) for year in range(1901, 1921)]

    assert bool(_booklet(tmp_path, rows, f'chapitres = "{choice}"').eras) is run_on


def test_three_years_beyond_a_page_or_one_open_each(tmp_path: Path) -> None:
    rows = [(year, "Fête", SHORT * 40) for year in range(1901, 1921)]

    assert not _booklet(tmp_path, [*rows[:2], (1903, "Conseil", FULL)]).eras
    assert not _booklet(tmp_path, rows, years=(1904, 1904)).eras
    assert not _booklet(tmp_path, rows, 'chapitres = "suite"', years=(1904, 1904)).eras


@pytest.mark.parametrize("text", [SHORT, SHORT * 40], ids=["together", "each"])
def test_three_years_that_a_page_holds_run_on(text: str, tmp_path: Path) -> None:
    """On a right-hand page each, half of the book would be blank."""
    rows = [(year, "Fête", text) for year in (1901, 1924, 1950)]

    assert _titles(_booklet(tmp_path, rows)) == ["1901-1950"]


@pytest.mark.parametrize(
    ("rows", "titles"),
    [
        ([(y, "Fête", SHORT * 9) for y in range(1893, 1925)],
         ["Années 1890", "Années 1900", "Années 1910", "Années 1920"]),
        ([(y, "Fête", SHORT) for y in range(1890, 1930, 2)],
         ["Années 1890 et 1900", "Années 1910 et 1920"]),
        ([(y, "Fête", SHORT) for y in range(1991, 1999)], ["1991-1998"]),
        ([(y, "Fête", SHORT) for y in range(1800, 1990, 6)], ["1800-1896", "XXe siècle"]),
        ([(y, "Fête", SHORT) for y in range(1702, 1990, 6)],
         ["XVIIIe siècle", "XIXe siècle", "XXe siècle"]),
        ([(f"{y} av. J.-C.", "Fête", SHORT) for y in range(2900, 330, -40)],
         ["IIIe millénaire av. J.-C.", "IIe millénaire av. J.-C.", "Ier millénaire av. J.-C."]),
    ],
    ids=["decades", "two decades", "few years", "round", "centuries", "millennia"],
)  # fmt: skip
def test_eras_are_as_large_as_their_years_are_few(
    rows: list[tuple[Any, ...]], titles: list[str], tmp_path: Path
) -> None:
    assert _titles(_booklet(tmp_path, rows)) == titles


def test_a_preposition_goes_to_the_next_line_with_its_century() -> None:
    for title in (title_of(-498, 1199, 100), title_of(-98, 99, 100), title_of(-1398, 20, 1000)):
        assert re.search(r"(au|et)\xa0[IVX]+e?r?", str(title)), title


def test_every_chapter_opens_or_runs_on_once_in_order(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [(None, "Avant tout", SHORT), (1512, "Un vœu", FULL)]
    rows += [(year, "Fête", SHORT) for year in range(1801, 1990, 3)]
    booklet = _booklet(tmp_path, rows)
    openings = booklet.openings
    printed = [
        chapter
        for each in openings
        for chapter in (each.chapters if isinstance(each, Era) else (each,))
    ]

    assert tuple(printed) == booklet.chapters
    alone = [each.year for each in openings if isinstance(each, Chapter)]
    assert alone == [None, 1512]
    assert all(len(era.chapters) > 1 for era in booklet.eras)


def test_a_dense_year_runs_on_and_a_very_long_era_is_cut(tmp_path: Path) -> None:
    rows = [(year, "Fête", SHORT) for year in range(1901, 1921)]
    dense = _booklet(tmp_path, [*rows, *((1907, "Conseil", FULL) for _ in range(3))])
    long = _booklet(tmp_path, [*rows, *((y, "x", FULL * 6) for y in (1903, 1906, 1908))])

    assert len(dense.eras) == 2
    assert 1907 in [chapter.year for era in dense.eras for chapter in era.chapters]
    assert len(long.eras) > 2


@pytest.mark.parametrize("lines", [29, 32])
def test_a_year_of_which_nothing_is_said_does_not_end_a_page(lines: int, tmp_path: Path) -> None:
    rows = [(f"3 mai {1900 + n}", f"Fait {n}.") for n in range(4)]
    rows.append(("4 mai 1903", "<br>".join(["Une ligne."] * lines)))
    rows += [(1904, None), ("3 mai 1905", "Un récit. " * 60), ("4 mai 1906", "Fin.")]
    path = book(tmp_path / "a.xlsx", ("Date", "Récit"), *rows)

    pages = Book(built(path, tmp_path, "--only", "pdf") / "a.pdf").texts

    told = [page for page in pages if "récit" in page.lower() and "Un récit. Un récit" in page]
    assert any("1904" in page and "1905" in page for page in told)


def test_the_samples_are_set_as_a_designer_would(samples: Path) -> None:
    eras = {
        path.name: len(work_of(path).booklet.eras)
        for path in sorted(samples.glob("*.xls*"))
        if "inha" not in path.name
    }

    assert eras == {
        "currier-chronology.xlsx": 4,
        "currier-kings-prophets.xlsx": 7,
        "currier-prophets-kings.xlsx": 9,
        "messy-survey-datacarpentry.xls": 0,
        "potomac-battles.xlsx": 0,
        "wolsten-timelines.xlsm": 4,
    }
