"""No cell breaks the Word file: markup, emoji, control characters, length, thousands of doubts."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.conftest import work_of
from tests.ugly import ugly
from tests.word import WordFile
from tests.word_made import audit, letters, sdk_errors, word, workbook

_HOSTILE = {
    "markup": '<w:p>&amp; <blink onload="x">{{ 7*7 }}</blink> $title ]]> <!-- x -->',
    "emoji": "Une fête 🎉👩‍👩‍👧 et un drapeau 🇫🇷.",
    "controls": "avant\x01\x02après\x0b\x0c\x1b[0m fin \ufffe\uffff",
    "right to left": "Un mot arabe : مرحبا بالعالم, puis du français.",
    "hundred thousand letters": "mot " * 25_000,
    "one letter": "x",
    "only marks": "… — « » !",
    "quotes in a theme": 'Le "grand" jour : première partie \\ seconde ; fin',
}


def _csv(folder: Path, theme: str, text: str) -> Path:
    """Write a table of one row: a CSV file holds what a workbook refuses."""
    path = folder / "frise.csv"
    with path.open("w", encoding="utf-8", newline="") as target:
        rows = [("Période", "Thème", "Récit"), ("12/03/1994", theme, text)]
        csv.writer(target, delimiter=";").writerows(rows)
    return path


@pytest.mark.parametrize("case", _HOSTILE)
def test_no_cell_breaks_the_file(case: str, tmp_path: Path) -> None:
    text = _HOSTILE[case]
    work = work_of(_csv(tmp_path, text[:200], text))
    path = tmp_path / "rude.docx"
    for revisions in (False, True):
        path.write_bytes(word(work, revisions=revisions))
        said = letters(text.replace("&amp;", "&"))  # the code of a web page is read
        assert said in letters(WordFile(path.read_bytes()).text("r2_C"))
    rejected = WordFile(path.read_bytes(), accepted=False)
    assert letters(rejected.text("r2_C")) == letters(text)
    assert audit(path) == ""
    assert sdk_errors(path) == []


@pytest.mark.parametrize("revisions", [False, True], ids=["clean", "revisions"])
def test_what_strains_a_page_makes_a_valid_file(tmp_path: Path, revisions: bool) -> None:
    path = tmp_path / "rude.docx"
    path.write_bytes(word(work_of(ugly(tmp_path / "rude.xlsx")), revisions=revisions))

    assert audit(path) == ""
    assert sdk_errors(path) == []


def test_five_thousand_comments_make_a_valid_file(tmp_path: Path) -> None:
    rows = [(f"{n % 28 + 1}/13/1994", f"Le fait numéro {n}.") for n in range(5000)]
    path = tmp_path / "comments.docx"
    path.write_bytes(word(work_of(workbook(tmp_path, rows))))

    file = WordFile(path.read_bytes())

    assert len(file.comments()) >= 5000
    assert set(file.commented()) == set(file.comments())
    assert sdk_errors(path) == []
