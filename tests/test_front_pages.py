"""The pages before the first year: what is divided, what stands together."""

from __future__ import annotations

import re
from pathlib import Path

import pypdfium2
import pytest

from tests.conftest import built
from tests.workbooks import book

AUTHOR = "Théodore Hersart de La Villemarqué et la Fédération départementale des bibliothécaires"
TITLE = "Histoire de l’assainissement intercommunal et de la reconstruction départementale"
SUBTITLE = "Les conséquences administratives des bouleversements institutionnels du département"
THEMES = (3, 4, 2, 2, 3, 3, 2, 2, 4)
"""Of each year: a page of the contents would end inside the seventh."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """Return the lines of each page of the front matter, by its folio."""
    folder = tmp_path_factory.mktemp("front")
    rows: list[tuple[object, ...]] = [("Date", "Thème", "Récit")]
    for year, count in enumerate(THEMES, start=1980):
        rows.append((year, f"Titre de {year}", None))
        rows += [
            (f"{n + 1} mai {year}", f"Rencontre {n}", "Un récit. " * 150) for n in range(count)
        ]
    (folder / "annales.toml").write_text(
        f'[livre]\ntitre = "{TITLE}"\nauteur = "{AUTHOR}"\nsous-titre = "{SUBTITLE}"\n',
        encoding="utf-8",
    )
    path = book(folder / "a.xlsx", sheets={"Frise": rows})
    made = pypdfium2.PdfDocument(built(path, folder, "--only", "pdf") / "a.pdf")
    found = {}
    for number in range(12):
        page = made[number].get_textpage().get_text_bounded()
        found[made.get_page_label(number)] = page.replace("\r\n", "\n").split("\n")
    return found


@pytest.mark.parametrize("folio", ["i", "iii", "v"], ids=["cover", "half-title", "title"])
def test_no_word_of_cover_and_titles_is_divided(folio: str, pages: dict[str, list[str]]) -> None:
    said = " ".join(pages[folio])

    assert TITLE in said
    assert not re.search("[\u00ad\u2010\ufffe]", said)
    if folio != "iii":
        assert AUTHOR in said
        assert SUBTITLE in said


def test_no_line_of_the_contents_stands_alone(pages: dict[str, list[str]]) -> None:
    lines = pages["vii"][1:], pages["viii"]
    heads = [line for line in (*lines[0], *lines[1]) if line.startswith("19")]

    assert len(heads) == len(THEMES)
    assert lines[1][0].startswith("1986 Titre de 1986")
    assert any(line.startswith("Rencontre 2") for line in lines[0][-3:])


def test_a_last_page_of_the_contents_holds_more_than_a_line_or_two(tmp_path: Path) -> None:
    rows: list[tuple[object, ...]] = [("Date", "Thème", "Récit")]
    for year, count in enumerate((5, 5, 5, 5, 4), start=1990):
        rows += [
            (f"{n + 3}/{n + 2}/{year}", f"Conseil {'ABCDE'[n]} {year}", "Un récit. " * 150)
            for n in range(count)
        ]
    path = book(tmp_path / "a.xlsx", sheets={"Frise": rows})
    made = pypdfium2.PdfDocument(built(path, tmp_path, "--only", "pdf") / "a.pdf")

    last = made[7].get_textpage().get_text_bounded().replace("\r\n", "\n").split("\n")

    assert made.get_page_label(7) == "viii"
    entries = [line for line in last if re.fullmatch(r".* \d+", line)]
    assert len(entries) >= 5, last
