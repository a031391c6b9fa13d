"""Years of which the workbook says nothing, among long ones: they stand over the next."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.config import load_config
from tests.booklet import Book, validated
from tests.conftest import built, work_of
from tests.word_made import word
from tests.workbooks import book

HEAD = ("Date", "Événement", "Récit")
LONG = "La garde passe la nuit sur les remparts et le tocsin sonne jusqu’au matin. " * 40
SILENT = (1991, 1993, 1994, 1998, 1999)
ROWS: list[tuple[Any, ...]] = [
    (year, None, None) if year in SILENT else (f"3 mars {year}", f"Fête {year}", LONG)
    for year in range(1988, 2000)
]


def _over(folder: Path, layout: str = "", *rows: tuple[Any, ...]) -> list[str]:
    config = load_config(f"[maquette]\n{layout}\n", "annales.toml")
    return sorted(
        work_of(book(folder / "a.xlsx", HEAD, *(rows or ROWS)), config).booklet.passed_over
    )


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("over")
    return Book(built(book(folder / "a.xlsx", HEAD, *ROWS), folder, "--only", "pdf,docx") / "a.pdf")


def test_a_year_that_says_nothing_is_passed_over_but_the_last(tmp_path: Path) -> None:
    assert _over(tmp_path) == ["a1991", "a1993", "a1994", "a1998"]


def test_the_settings_give_each_year_its_page(tmp_path: Path) -> None:
    assert _over(tmp_path, 'chapitres = "recto"') == []
    assert _over(tmp_path, 'chapitres = "suite"') == []


def test_a_year_with_a_title_or_before_undated_rows_opens(tmp_path: Path) -> None:
    rows = [*ROWS[:3], (1991, "Grève", None), *ROWS[4:]]

    assert _over(tmp_path, "", *rows) == ["a1993", "a1994", "a1998"]


def test_silent_years_take_no_leaf(made: Book) -> None:
    for silent, after in (("1991", "1992"), ("1993", "1995"), ("1994", "1995")):
        over, _, under = made.page(_page(made, f"Fête {after}")).partition(after)
        assert silent in over
        assert silent not in under
    assert made.page(_page(made, "", "1999")).split() == ["1998", "1999"]


def _page(made: Book, theme: str, year: str = "") -> str:
    """Return the page that the contents give a theme, or a year."""
    lines = made.page("vii").split("\n") + made.page("viii").split("\n")
    return next(line.rpartition(" ")[2] for line in lines if line.startswith(theme or f"{year} "))


def test_contents_and_bookmarks_lead_there(made: Book) -> None:
    assert _page(made, "", "1993") == _page(made, "", "1994") == _page(made, "", "1995")
    years = [title[:4] for level, title, _ in made.outline() if level == 1 and title[:2] == "19"]
    pages = {title[:4]: page for level, title, page in made.outline() if level == 1}

    assert years == [str(year) for year in range(1988, 2000)]
    assert pages["1993"] == pages["1994"] == pages["1995"] == _page(made, "", "1995")
    assert [title for level, title, _ in made.outline() if level == 2 and "1995" in title]


def test_openings_stand_where_they_do_elsewhere(made: Book) -> None:
    """The year, and all under it, on the same lines, whether others stand over it or not."""
    pages = [made.labels.index(_page(made, f"Fête {year}")) for year in (1988, 1992, 1995)]
    first, *others = (made.baselines(page, 10)[:20] for page in pages)

    assert len(first) == 20
    assert others == [first, first]


def test_verapdf_accepts_it(made: Book) -> None:
    assert set(validated([made.path]).values()) == {""}


def test_in_word_they_share_the_page_of_the_next(
    tmp_path: Path, soffice: Callable[[Path, str], Path]
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word(work_of(book(tmp_path / "a.xlsx", HEAD, *ROWS))))

    pages = [text.split() for text in Book(soffice(path, "pdf")).texts]

    for over, after in (("1991", "1992"), ("1993", "1995"), ("1994", "1995")):
        assert [over in page for page in pages if after in page and "garde" in page] == [True]
    assert not any("1988" in page and "1989" in page for page in pages if "garde" in page)
