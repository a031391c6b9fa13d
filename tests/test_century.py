"""Two digits take their century from the order of the rows, or are printed as they stand."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont

from pipeline.clean.periods.century import Said, Span, centuries
from tests.conftest import work_of
from tests.workbooks import book


def _dated(folder: Path, *dates: Any, heading: str = "Date") -> tuple[list[str], list[str]]:
    """Return the EDTF of each row in the order of the sheet, and what is told of the dates."""
    rows = [(date, f"Le fait numéro {n}") for n, date in enumerate(dates)]
    work = work_of(book(folder / "a.xlsx", (heading, "Fait"), *rows))
    chapters = work.booklet.chapters
    entries = [each for c in chapters for each in (c.opening, *c.entries) if each]
    entries.sort(key=lambda entry: entry.origin)
    told = [each.code.slug for each in work.findings if each.code.slug.startswith("period-")]
    return [entry.period.edtf or "–" for entry in entries], told


ADDED, DOUBTED = "period-century-added", "period-century"
RISING: dict[str, tuple[list[Any], list[str]]] = {
    "after the last year of the century before": (
        [1901, 1936, 1968, 1998, "12/06/02", "03/10/05", "15/03/07", "22/11/11"],
        ["1901", "1936", "1968", "1998", "2002-06-12", "2005-10-03", "2007-03-15", "2011-11-22"],
    ),
    "around the turn, the first of them sure": (
        [1925, 1945, "12 mars 68", "9/9/83", "11/98", "12 juin 03", "janv-08"],
        ["1925", "1945", "1968-03-12", "1983-09-09", "1998-11", "2003-06-12", "2008-01"],
    ),
    "more than a century, between two rows": (
        [1889, "12/05/92", "mars-94", "15/8/14", 1936, "mai 68", 1974, "12/7/98", 2005, "3/3/10"],
        [
            "1889", "1892-05-12", "1894-03", "1914-08-15", "1936", "1968-05", "1974",
            "1998-07-12", "2005", "2010-03-03",
        ],
    ),
    "two centuries in which the rows between rise in one way only": (
        [1890, "3/3/92", "3/3/14", "3/3/44", "3/3/05", 2010],
        ["1890", "1892-03-03", "1914-03-03", "1944-03-03", "2005-03-03", "2010"],
    ),
    "before the first year": (["3/3/95", "3/3/98", 1901, 1950, 1998], [
        "1895-03-03", "1898-03-03", "1901", "1950", "1998",
    ]),
    "a span and a season over the turn": ([1901, 1998, "juin 99 à janvier 03", "saison 08-09"], [
        "1901", "1998", "1999-06/2003-01", "2008/2009",
    ]),
    "one year that all others follow": ([1901, "3/3/25", "3/3/50", "3/3/85", "3/3/05"], [
        "1901", "1925-03-03", "1950-03-03", "1985-03-03", "2005-03-03",
    ]),
}  # fmt: skip


@pytest.mark.parametrize("kind", RISING)
@pytest.mark.parametrize("newest_first", [False, True])
def test_the_century_is_the_one_that_keeps_the_order(
    kind: str, newest_first: bool, tmp_path: Path
) -> None:
    dates, edtf = RISING[kind]
    way = -1 if newest_first else 1

    assert _dated(tmp_path, *dates[::way])[0] == edtf[::way]


def test_the_century_that_is_added_is_told(tmp_path: Path) -> None:
    assert _dated(tmp_path, 1901, 1998, "12/06/02")[1] == [ADDED]


IN_DOUBT: dict[str, tuple[list[Any], list[str]]] = {
    "both centuries keep the order": (
        [1890, "3/3/92", 1995],
        ["1890", "–", "1995"],
    ),
    "neither keeps it": (
        [1901, 1936, 1945, "12/06/02", 1968, 1998],
        ["1901", "1936", "1945", "–", "1968", "1998"],
    ),
    "it would be far from the rows around": (
        [1950, 1960, "3/3/05", 1970, 2010],
        ["1950", "1960", "–", "1970", "2010"],
    ),
    "the rows have no order": (
        [1998, 1901, 1968, "12/06/02", 1936, 1981, 1919],
        ["1998", "1901", "1968", "–", "1936", "1981", "1919"],
    ),
    "the row above is out of order": (
        [1901, 1919, 1936, 1945, 1998, "12/06/02", 1950],
        ["1901", "1919", "1936", "1945", "1998", "–", "1950"],
    ),
    "the next year that keeps the order is far": (
        [1901, 1919, 1936, "3/3/10"],
        ["1901", "1919", "1936", "–"],
    ),
    "no other row has a year": (["juin 94"], ["–"]),
}


@pytest.mark.parametrize("kind", IN_DOUBT)
def test_a_century_in_doubt_is_not_added_and_is_told(kind: str, tmp_path: Path) -> None:
    dates, edtf = IN_DOUBT[kind]

    assert _dated(tmp_path, *dates) == (edtf, [DOUBTED])


@pytest.mark.parametrize(
    ("years", "short", "edtf"),
    [
        ([1998, 1975, 1989, 1981], "12/06/94", "1994-06-12"),
        ([1995, 1975, 2003, 1981], "12/06/02", "2002-06-12"),
        ([1998, 1975, 1989, 1981], "12/06/02", "2002-06-12"),
        ([1690, 1650, 1720, 1701], "12/06/85", "1685-06-12"),
        ([1998, 1960, 1989, 1971], "3/3/25", "–"),
        ([1955, 1998, 2010], "années 60", "196X"),
        ([1905, 1998, 2015], "années 20", "–"),
        ([1955, 1998, 2010], "les années soixante", "196X"),
    ],
)
def test_without_an_order_the_years_of_the_document_tell_one_century_or_none(
    years: list[int], short: str, edtf: str, tmp_path: Path
) -> None:
    assert _dated(tmp_path, *years[:-1], short, years[-1])[0][-2] == edtf


def test_each_sheet_has_its_own_order() -> None:
    rows = [Said("A", 1990), Said("A", 1998), Said("A", None, 1902), Said("B", None, 1998)]

    assert centuries([*rows, Said("B", 1899), Said("B", 1903)], Span(1899, 1998)) == {
        2: 2002,
        3: 1898,
    }


@given(st.lists(st.integers(1850, 2035), min_size=2, max_size=30), st.data())
def test_no_row_of_a_rising_sheet_gets_a_wrong_century(
    years: list[int], data: st.DataObject
) -> None:
    """Whatever rows are written in short: each has its own century, or none."""
    years = sorted(years)
    short = [data.draw(st.booleans()) for _ in years]
    said = [
        Said("", None, 1900 + year % 100) if hides else Said("", year)
        for year, hides in zip(years, short, strict=True)
    ]
    sure = [row.sure for row in said if row.sure is not None]
    steps = [right - left for left, right in pairwise(years)]

    found = centuries(said, Span.of(sure))

    if all(step <= 50 for step in steps) and len(sure) > 1:
        assert found.items() <= dict(enumerate(years)).items()


SEASONS = ["1998-99", "1999-00", "2000-01", "2001-02", "2009-10", "2011-12", "2012-13"]


@pytest.mark.parametrize("heading", ["Saison", "Exercice", "Année scolaire", "Date"])
def test_two_years_that_follow_in_short_are_a_season_in_a_column_of_them(
    heading: str, tmp_path: Path
) -> None:
    """Also where no heading says so: all the rows are seasons."""
    edtf, told = _dated(tmp_path, *SEASONS, heading=heading)

    assert edtf == [f"{each[:4]}/{int(each[:4]) + 1}" for each in SEASONS]
    assert told == []


def test_a_heading_makes_a_season_of_two_years_that_follow_alone(tmp_path: Path) -> None:
    edtf, told = _dated(tmp_path, "1936/37", "1958-9", "2000-05", "2009-10", heading="Saison")

    assert edtf == ["1936/1937", "1958/1959", "2000", "2009/2010"]
    assert told == ["period-reworded", "period-ambiguous"]


@pytest.mark.parametrize(
    "dates",
    [
        ["2000-01", "2000-05", "2001-02", "2002-03"],
        ["2009-10", 2010],
        ["2009-10", "2009-10"],
    ],
)
def test_a_year_and_two_digits_among_others_stay_in_doubt(dates: list[Any], tmp_path: Path) -> None:
    edtf, told = _dated(tmp_path, *dates)

    assert not any("/" in each for each in edtf)
    assert set(told) == {"period-ambiguous"}


@pytest.mark.parametrize(
    "said",
    [
        "vendanges 1953",
        "Carême 1953",
        "semaine 45 de 1953",
        "Michaelmas 1953",
        "Expo 1953",
        "31 décembre 1953 à minuit",
        "après-midi du 7 oct. 1953",
        "1 953",
        "19530312",
    ],
)
def test_an_unread_date_stands_under_the_one_year_that_it_names(said: str, tmp_path: Path) -> None:
    work = work_of(
        book(tmp_path / "a.xlsx", ("Date", "Fait"), (1951, "A"), (said, "B"), (1960, "C"))
    )

    chapters = work.booklet.chapters
    assert [chapter.year for chapter in chapters] == [1951, 1953, 1960]
    (entry,) = chapters[1].entries
    assert (str(entry.period.label), str(entry.theme)) == (said, "B")
    assert [(f.code.slug, f.after) for f in work.findings] == [("period-unread", "sous 1953")]


def test_two_numbers_that_follow_may_be_days_or_a_season(tmp_path: Path) -> None:
    dates = ("1921-22", "22-23", "1925")

    assert _dated(tmp_path, *dates) == (["1921/1922", "–", "1925"], ["period-ambiguous"])


@pytest.mark.parametrize(
    "said",
    [
        "copie de 1953", "loi 1953", "12 ans après 1953", "n° 1953",
        "centenaire de 1953", "avant la crise de 1953", "rue 1953", "vendanges 1853",
        "vendanges 1953 ou 1954", "page 1953", "dossier 1953-812",
        "19531312", "lot 1 953", "12 1 953",
    ],
)  # fmt: skip
def test_a_number_that_may_be_no_year_of_the_row_places_nothing(said: str, tmp_path: Path) -> None:
    assert _dated(tmp_path, 1951, said, 1960) == (["1951", "–", "1960"], ["period-unread"])


def test_the_raised_figure_of_a_note_is_none_of_a_year(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    raised = TextBlock(InlineFont(vertAlign="superscript"), "1")
    for date in ("Date", 1970, CellRichText("1977", raised), CellRichText("12 mars 78", raised)):
        sheet.append((date, "Le fait"))
    workbook.save(path)

    work = work_of(path)

    entries = [entry for entry in work.booklet.entries if entry.origin.row > 2]
    assert [(str(each.period.label), each.period.edtf) for each in entries] == [
        ("1977¹", "1977"),
        ("12\N{NO-BREAK SPACE}mars 1978¹", "1978-03-12"),
    ]
