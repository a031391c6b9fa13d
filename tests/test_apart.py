"""Dates and words in one cell: a list of lines is a chronology too."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.build import build
from pipeline.config import Config
from pipeline.errors import WorkbookError
from pipeline.table.dated import beginnings
from pipeline.work import Work
from tests.workbooks import book, roles

Rows = Sequence[Sequence[Any]]


def _built(folder: Path, rows: Rows) -> Work:
    path = book(folder / "a.xlsx", *rows)
    return build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)


def _lines(work: Work) -> list[str]:
    return [
        f"{entry.period.edtf} {entry.theme}".replace("\N{NO-BREAK SPACE}", " ")
        for entry in work.booklet.entries
    ]


WRITTEN = {
    "colons": ("1901 : Fondation", "mai 1905 : Le stade", "12 mars 1994 : Fusion"),
    "dashes": ("1901 - Fondation", "mai 1905 – Le stade", "12 mars 1994 — Fusion"),
    "points": ("1901. Fondation", "Mai 1905. Le stade", "Le 12 mars 1994. Fusion"),
    "commas": ("En 1901, Fondation", "en mai 1905, Le stade", "Le 12 mars 1994, Fusion"),
    "blanks": ("1901 Fondation", "mai 1905 Le stade", "12/03/1994 Fusion"),
    "line ends": ("1901\nFondation", "mai 1905\nLe stade", "12 mars 1994\nFusion"),
}
READ = ["1901 Fondation", "1905-05 Le stade", "1994-03-12 Fusion"]


def test_a_count_after_a_dash_is_no_year() -> None:
    assert beginnings("1904 - 12 membres") == (4,)
    assert beginnings("1914 - 18 : la guerre") == (9, 4)


@pytest.mark.parametrize("kind", WRITTEN)
def test_a_list_of_lines_is_read_date_by_date(kind: str, tmp_path: Path) -> None:
    work = _built(tmp_path, [("Histoire du club",), *((line,) for line in WRITTEN[kind])])

    assert str(work.records.title) == "Histoire du club"
    assert _lines(work) == READ
    split = [f.code.slug for f in work.findings if f.code.slug.startswith("period")]
    assert split == ["period-split"] * 3


@pytest.mark.parametrize("heading", ["Chronologie", "Événements", "Date", "Ce qui s’est passé"])
def test_the_column_of_lines_is_known_among_others(heading: str, tmp_path: Path) -> None:
    rows = [(heading, "Source"), *((line, "AD 12") for line in WRITTEN["colons"])]

    work = _built(tmp_path, rows)

    assert _lines(work) == READ
    assert roles(work.records) == {heading: "periode", "Source": "sources"}


def test_long_words_behind_dates_tell_and_carry_no_heading(tmp_path: Path) -> None:
    long = "Les familles du bourg se réunissent et fondent le club. " * 5
    rows = [("Chronologie",), (f"1901 : {long}",), ("1905 : Le stade ouvre.",), ("Il pleut.",)]

    work = _built(tmp_path, rows)

    sections = [section for entry in work.booklet.entries for section in entry.sections]
    assert [entry.period.edtf for entry in work.booklet.entries] == ["1901", "1905", "1905"]
    assert [str(section.heading) for section in sections] == ["", "", ""]
    assert not any(entry.theme for entry in work.booklet.entries)


def test_years_alone_open_the_days_of_a_list(tmp_path: Path) -> None:
    lines = ("Chronologie", "1994", "3 mars : Assemblée", "Il neige.", "1995", "2 mai : Bal")

    work = _built(tmp_path, [(line,) for line in lines])

    assert _lines(work) == [
        "1994 ", "1994-03-03 Assemblée", "1994 Il neige.", "1995 ", "1995-05-02 Bal",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "lines",
    [
        ("Liste", "Pommes : 3", "Poires : 4", "Prunes : 5"),
        ("1500 euros de dons", "1200 euros de prêt", "1900 euros de vente"),
        ("Lot", "1900 W", "1200 W", "1700 W"),
    ],
)
def test_a_list_without_dates_is_refused(lines: Sequence[str], tmp_path: Path) -> None:
    with pytest.raises(WorkbookError):
        _built(tmp_path, [(line,) for line in lines])


def test_one_date_with_words_among_dates_stays_whole(tmp_path: Path) -> None:
    rows = [("Date", "Fait"), ("1901", "A"), ("1902 : année sèche", "B"), ("1903", "C")]

    work = _built(tmp_path, rows)

    assert [str(entry.period.label) for entry in work.booklet.entries] == [
        "1901", "1902 : année sèche", "1903",
    ]  # fmt: skip
    assert [f.code.slug for f in work.findings] == ["period-partly-read"]
