"""The note on the text says how the book was made, in right French."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path
from typing import Any

import pytest

from pipeline.build import build
from pipeline.config import Config
from tests.workbooks import book

HEAD = ("Date", "Thème", "Récit")


def _note(path: Path) -> str:
    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)
    note = " ".join(str(each.text) for each in work.booklet.note)
    return note.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("texts", "said"),
    [
        (["Un fait."], "rien n’a dû être corrigé."),
        (["L'an neuf."], "Une correction de typographie a été faite et notée."),
        (
            ["L'an neuf.", "L'été."],
            "2 corrections ont été faites et notées une à une : 2 de typographie.",
        ),
    ],
)
def test_corrections_are_counted_in_right_french(
    texts: list[str], said: str, tmp_path: Path
) -> None:
    rows: list[Any] = [(1990 + n, "Fait", text) for n, text in enumerate(texts)]

    assert said in _note(book(tmp_path / "a.xlsx", HEAD, *rows))


def test_dates_in_another_form_are_said(tmp_path: Path) -> None:
    said = "Les dates sont imprimées sous une même forme"
    plain, numeric = (
        _note(book(tmp_path / "a.xlsx", HEAD, (date, "Fait", "Un mot.")))
        for date in ("3 mars 1994", "3/3/1994")
    )

    assert (said in plain, said in numeric) == (False, True)


def test_dates_that_were_completed_are_counted(tmp_path: Path) -> None:
    rows = [HEAD, (1994, "Fait", "Un mot."), ("3 mars", "Fait", "Un mot."), ("c. 1996", "Fait", "")]

    assert "notées une à une : 2 de dates." in _note(book(tmp_path / "a.xlsx", *rows))


def test_every_sheet_is_named(tmp_path: Path) -> None:
    sheets = {"Une": [HEAD, (1990, "a", "x")], "Deux": [HEAD, (1991, "b", "y")]}

    assert "feuilles « Une » et « Deux » :" in _note(book(tmp_path / "a.xlsx", sheets=sheets))


def test_it_says_whether_years_run_on(tmp_path: Path) -> None:
    rows: list[Any] = [(year, "Fait", "Un mot.") for year in range(1901, 1960)]

    few, one, many = (_note(book(tmp_path / "a.xlsx", HEAD, *rows[:n])) for n in (1, 6, 59))
    assert "celui des années ; une ligne" in few
    assert "celui des années, qui se suivent sur les mêmes pages ; une ligne" in one
    assert re.search(r"qui se suivent sur les mêmes pages en \d parties ; une ligne", many)


def test_no_line_parts_a_number_from_its_noun(tmp_path: Path) -> None:
    rows: list[Any] = [(year, "Fait", "L'an neuf.") for year in range(1901, 1960)]
    work = build(
        book(tmp_path / "a.xlsx", HEAD, *rows), Config(), dt.date(2026, 1, 1), None, lambda *_: None
    )

    note = " ".join(str(each.text) for each in work.booklet.note)

    assert re.findall(r"(?<!-)\b\d+ \w+", note) == []
