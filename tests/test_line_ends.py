"""Where lines, columns and blocks of the contents end: what a reader would stumble over."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html as reader

from pipeline.writers import html
from pipeline.writers.html.runs import ended, titled
from pipeline.writers.pagination import Pagination
from pipeline.writers.press.workshop import Workshop
from tests.conftest import shipped_theme, work_of
from tests.word import W, WordFile
from tests.word_made import word
from tests.workbooks import book


@pytest.fixture(scope="module")
def workshop() -> Iterator[Workshop]:
    with Workshop(1) as pool:
        yield pool


def _shown(text: str) -> str:
    """Return a text with what keeps a line from ending shown as a tilde."""
    return text.replace(" \N{WORD JOINER}", "~").replace("\N{WORD JOINER}", "")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("deux messes basses par an.", "deux messes basses par~an."),
        ("un ruban dans une chambre à air.", "un ruban dans une chambre~à~air."),
        ("sa réparation.", "sa réparation."),
        ("un mot de la fin.", "un mot de~la~fin."),
        ("Est-elle là\u00a0?", "Est-elle là\u00a0?"),
    ],
)
def test_no_paragraph_ends_on_a_line_of_a_few_letters(text: str, shown: str) -> None:
    assert _shown(ended(text)) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("La bataille des sigles continue", "La~bataille des~sigles~continue"),
        ("Faïenciers en Val de Loire", "Faïenciers en~Val de~Loire"),
        ("La Roche-sur-Yon", "La~Roche-sur-Yon"),
        ("Vote du règlement intercommunal", "Vote du~règlement intercommunal"),
        ("Assemblée", "Assemblée"),
    ],
)
def test_no_line_of_a_title_ends_on_a_small_word(text: str, shown: str) -> None:
    assert _shown(titled(text)) == shown


def test_the_last_line_of_a_title_has_two_words(workshop: Workshop, tmp_path: Path) -> None:
    title = "UNRFADEIAE, FNARS, CNLRQ et les autres : la bataille des sigles continue"
    rows = [("Date", "Thème", "Récit"), (1998, title, "Un récit. " * 200), (1999, "Loi", "Dite.")]
    work = work_of(book(tmp_path / "a.xlsx", sheets={"Frise": rows}))
    first, _ = html.chapter_parts(work.booklet, shipped_theme())
    batch = workshop.batch()
    batch.add(0, first)
    batch.begin()
    ((_, laid),) = batch.results()

    lines = [" ".join(line.split()) for line in laid.words[0].splitlines()]
    assert any(line.endswith("sigles continue") for line in lines), lines[:6]


def test_a_year_with_themes_stands_apart_from_one_without(tmp_path: Path) -> None:
    rows = [
        ("Date", "Thème", "Récit"),
        (1998, "Loi", "Dite."),
        ("3/4/1998", "Congrès", "Un discours. " * 200),
        (1999, "", ""),
        (2000, "Crise", "Un récit. " * 200),
        ("3/4/2000", "Accord", "Signé. " * 200),
    ]
    work = work_of(book(tmp_path / "a.xlsx", sheets={"Frise": rows}))
    (front,) = html.front_parts(work.booklet, shipped_theme(), Pagination({}))
    lines = reader.fromstring(front.html.text).xpath("//section[@id='table']//p/@class")

    assert ["opens" in line.split() for line in lines[:5]] == [True, False, False, True, False]


def test_a_title_binds_no_more_than_a_line_holds() -> None:
    title = "Chronique de la paroisse Saint-Médard de Saint-Pourçain et de ses églises"

    shown = _shown(titled(title))
    assert shown == "Chronique de~la~paroisse Saint-Médard de~Saint-Pourçain et~de~ses~églises"
    assert "Saint-\N{WORD JOINER}Médard" in titled(title)
    assert "Saint-\N{WORD JOINER}Médard" not in titled(title, 9)
    assert max(map(len, _shown(titled(title, 9)).split(" "))) <= 14


def test_the_title_page_says_no_year_twice(tmp_path: Path) -> None:
    work = work_of(book(tmp_path / "a.xlsx", sheets={"Frise": [("Date", "Récit"), (2019, "Dit.")]}))
    for title, said in (("Musée", True), ("Le musée en 2019", False)):
        imprint = replace(work.booklet.imprint, title=title)
        booklet = replace(work.booklet, imprint=imprint)
        (front,) = html.front_parts(booklet, shipped_theme(), Pagination({}))
        assert ("title-span" in front.html.text) is said


def test_the_imprint_raises_ordinals_and_keeps_a_town_with_its_code(tmp_path: Path) -> None:
    work = work_of(book(tmp_path / "a.xlsx", sheets={"Frise": [("Date", "Récit"), (2019, "Dit.")]}))
    given = {"legal_deposit": "2e trimestre 2026", "address": "93, rue de Paris, 03000 Moulins"}
    booklet = replace(work.booklet, imprint=replace(work.booklet.imprint, **given))
    (front,) = html.front_parts(booklet, shipped_theme(), Pagination({}))

    assert "2<sup>e</sup> trimestre" in front.html.text
    assert "03000\N{NO-BREAK SPACE}Moulins" in front.html.text
    file = WordFile(word(replace(work, booklet=booklet)))
    raised = [
        "".join(run.itertext())
        for run in file.document.iter(f"{W}r")
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None and "xpo" in style.get(f"{W}val")
    ]
    assert raised == ["e"]


def test_word_does_not_stretch_a_line_before_an_address(tmp_path: Path) -> None:
    address = "https://www.exemple.org/administration/deliberations"
    rows = [("Date", "Récit"), (1944, f"Une souscription, voir {address}.\nUn récit.")]
    file = WordFile(word(work_of(book(tmp_path / "a.xlsx", sheets={"Frise": rows}))))
    styles = [each.get(f"{W}val") for each in file.document.iter(f"{W}pStyle")]

    assert styles.count("CorpsDrapeau") == 1
    assert file.styles()["CorpsDrapeau"].find(f"{W}pPr/{W}jc").get(f"{W}val") == "left"
