"""No date is printed in other words than its cell has, but it is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.periods import read_period, read_periods
from pipeline.clean.periods.retold import retold
from pipeline.model import Cell, CellRef, Record, Role, Text
from pipeline.work import Work
from tests.conftest import work_of
from tests.periods import cases
from tests.workbooks import book

HEAD = ("Date", "Fait")


def _work(folder: Path, *dates: Any) -> Work:
    rows = [(date, f"Le fait numéro {n}") for n, date in enumerate(dates)]
    return work_of(book(folder / "a.xlsx", HEAD, *rows))


def _told(work: Work) -> list[tuple[str, str, str, str]]:
    """Return the findings about dates that were changed."""
    return [
        (str(each.at), each.code.slug, each.before, each.after)
        for each in work.findings
        if each.code.slug.startswith("period-") and each.severity.value == "fixed"
    ]


CHANGED = {
    "sept 46": ("period-century-added", "septembre 1946"),
    "12/3/12": ("period-century-added", "12 mars 1912"),
    "années 85-93": ("period-century-added", "1985-1993"),
    "c. 1944": ("period-reworded", "vers 1944"),
    "± 1936": ("period-reworded", "vers 1936"),
    "1928 env.": ("period-reworded", "vers 1928"),
    "2015-": ("period-reworded", "depuis 2015"),
    "dès 1993": ("period-reworded", "depuis 1993"),
    "1936 et suiv.": ("period-reworded", "depuis 1936"),
    "antérieur à 1789": ("period-reworded", "avant 1789"),
    "1914 [i. e. 1915]": ("period-reworded", "[1915]"),
    "probablement 1950": ("period-reworded", "1950 ?"),
    "apr. 1994": ("period-reworded", "après 1994"),
    "av. 1994": ("period-reworded", "avant 1994"),
    "Noël 1944": ("period-reworded", "25 décembre 1944 (Noël)"),
    "an II": ("period-reworded", "an II (1793-1794)"),
    "3/5 mars 1994": ("period-reworded", "les 3 et 5 mars 1994"),
    "mars/mai 1791": ("period-reworded", "mars et mai 1791"),
    "années 1950, 1952": ("period-reworded", "1950 et 1952"),
    "[?] mars 1936": ("period-reworded", "mars 1936"),
    "rentrée scolaire 1994": ("period-reworded", "rentrée 1994"),
    "3 mars [1980]": ("period-reworded", "[3 mars 1980]"),
    "3(?) mars 1980": ("period-reworded", "3 mars 1980 ?"),
    "1980?-1984?": ("period-reworded", "1980-1984 ?"),
    "1993 (fin)": ("period-reworded", "fin 1993"),
    "(1850)": ("period-reworded", "1850"),
    "-1000": ("period-reworded", "1000 av. J.-C."),
    "- 1000": ("period-reworded", "1000 av. J.-C."),
    "-1500/-1200": ("period-reworded", "1500 av. J.-C. – 1200 av. J.-C."),
}


def test_a_negative_number_is_told_as_its_text_is(tmp_path: Path) -> None:
    work = _work(tmp_path, -52, "-50", 1999)

    assert _told(work) == [
        ("Frise!A2", "period-reworded", "-52", "52 av. J.-C."),
        ("Frise!A3", "period-reworded", "-50", "50 av. J.-C."),
    ]


def test_a_year_with_a_minus_that_may_be_of_either_era_stands_under_none(tmp_path: Path) -> None:
    work = _work(tmp_path, 1901, "-1994", 1999)

    assert [each.period.first for each in work.booklet.entries if each.period.edtf is None] == [
        None
    ]


@pytest.mark.parametrize("text", ["1994-13", "1980,00"])
def test_two_digits_that_may_be_no_year_are_not_said_to_run_backwards(
    text: str, tmp_path: Path
) -> None:
    work = _work(tmp_path, text, 1999)

    found = [(each.code.slug, each.before) for each in work.findings if each.code.slug[:3] == "per"]
    assert found == [("period-ambiguous", text)]


@pytest.mark.parametrize("text", CHANGED)
def test_other_words_are_told_with_their_cell(text: str, tmp_path: Path) -> None:
    slug, after = CHANGED[text]

    assert _told(_work(tmp_path, 1901, text, 1999)) == [("Frise!A3", slug, text, after)]


@pytest.mark.parametrize(
    "text",
    [
        "3/3/1994", "03.03.1994", "1994-03-03", "Le 3 mars 1994", "JEUDI 3 MARS 1994",
        "3-mars-1994",
        "1er/04/1993", "12.XI.1918", "9 7bre 1789", "févr. 1994", "du 8 mai 1837 au 12 mai 1837",
        "12/11-14/11/1918", "23-24 et 25 septembre 1993", "1914-18", "1899-00", "1993/94",
        "XVIIIème s.", "19e siècle", "mi-XIXe siècle", "XVe s. (fin)", "année 1914",
        "2nd semestre 1944", "52 avant J.C.", "3924 BC", "18 juin 1940 à 20h30",
        "1850-1920 (lacunes)", "1990 (?)", "[3 mars 1980]", "[1850 ?]", "1936-03-12 ?",
        "[1850-1855]", "12/3/1936 (?)", "XVe s. ?", "1850 ? (lacunes)", "mar. 12 mai 1936",
        "mar. 1790",
        "1848 ou 1849", "1970-01-01 00:00:00",
    ],
)  # fmt: skip
def test_another_way_of_writing_is_no_finding(text: str) -> None:
    assert retold(text, str(read_period(text).label)) is None


@pytest.mark.parametrize(
    "text", ["192?", "19--", "195.", "[18..]", "S.D.", "Date inconnue", "sans date"]
)
def test_what_is_not_known_is_printed_as_it_stands(text: str, tmp_path: Path) -> None:
    work = _work(tmp_path, 1901, text)

    (label,) = {str(e.period.label) for e in work.booklet.entries if e.period.verbatim == text}
    assert label.replace("\N{NO-BREAK SPACE}", " ") in (text, "s. d.")
    assert _told(work) == []


def test_a_decade_with_a_question_mark_is_that_decade() -> None:
    assert read_period("192?").edtf == "192X"


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ([(1994, "x"), ("3 mars", "A")], [("Frise!A3", "3 mars", "3 mars 1994")]),
        ([("Mars 1994", "x"), (3, "A")], [("Frise!A3", "3", "3 mars 1994")]),
        ([(1994, "x"), ("15/8", "A")], [("Frise!A3", "15/8", "15 août 1994")]),
    ],
)
def test_a_year_or_month_taken_from_above_is_told(
    rows: Sequence[tuple[Any, str]], told: list[tuple[str, str, str]], tmp_path: Path
) -> None:
    work = work_of(book(tmp_path / "a.xlsx", HEAD, *rows))

    assert _told(work) == [(at, "period-lent", before, after) for at, before, after in told]
    assert work.booklet.entries[-1].period.verbatim == told[0][1]


def test_the_cell_of_a_month_is_named_where_its_year_stands_above(tmp_path: Path) -> None:
    rows = [("Année", "Mois", "Fait"), (1994, "mars", "A"), (None, "mai", "B")]

    told = _told(work_of(book(tmp_path / "a.xlsx", *rows)))

    assert told == [("Frise!B3", "period-lent", "mai", "mai 1994")]


def test_date_cells_are_dates_and_no_finding(tmp_path: Path) -> None:
    assert _told(_work(tmp_path, dt.datetime(1994, 3, 3), dt.datetime(2012, 6, 4))) == []


@given(st.sampled_from([case.text for case in cases() if not case.refused]))
def test_what_is_no_finding_has_every_number_and_long_word_of_its_cell(text: str) -> None:
    """A second look, that knows nothing of dates but their months."""
    label = str(read_period(text).label)
    said = set("".join(each if each.isalnum() else " " for each in text.lower()).split())
    told = "".join(each if each.isalnum() else " " for each in label.lower()).split()
    years = {each for each in said if each.isdecimal() and len(each) == 4}

    if retold(text, label) is None:
        assert years <= set(told)


def test_every_printed_date_remembers_its_cell() -> None:
    """Rejecting all changes gives the cells of dates back, read or not."""
    texts = [case.text for case in cases()]
    rows = [
        Record(row, {Role.PERIOD: Cell(Text.plain_text(text, CellRef("Frise", row, 1)), text)})
        for row, text in enumerate(texts, 2)
    ]

    periods = read_periods(rows, [].append)

    assert [" ".join(each.label.original.split()) for each in periods] == [
        " ".join(text.split()) for text in texts
    ]
