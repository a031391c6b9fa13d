"""Days and months take their year from above only where there is no doubt which."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook

from pipeline.build import build
from pipeline.config import Config
from pipeline.errors import WorkbookError
from tests.conftest import work_of
from tests.workbooks import book

Rows = Sequence[Sequence[Any]]
HEAD = ("Date", "Fait", "Récit")
MARCH = ("3 mars", "A")
AUGUST = ("15 août", "B")


def _dated(folder: Path, rows: Rows) -> tuple[list[str], set[str]]:
    """Return ``EDTF theme`` of each entry in the order of the sheet, and the findings' slugs."""
    return _read(book(folder / "a.xlsx", *rows))


def _read(path: Path) -> tuple[list[str], set[str]]:
    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)
    entries = sorted(work.booklet.entries, key=lambda entry: entry.origin.row)
    lines = [f"{entry.period.edtf or '–'} {entry.theme}".strip() for entry in entries]
    return lines, {finding.code.slug for finding in work.findings}


OPENING = {
    "words in brackets": ("1995 (année jubilaire)", "1995 année jubilaire"),
    "words after a colon": ("1995 : année jubilaire", "1995 année jubilaire"),
    "words after a dash": ("ANNÉE 1995 – Le jubilé", "1995 Le jubilé"),
    "words after a point": ("1995. Le jubilé", "1995 Le jubilé"),
    "words after a blank": ("1995 année jubilaire", "1995 année jubilaire"),
    "words on the next line": ("1995\nLe jubilé", "1995 Le jubilé"),
    "the year of grace": ("L’an 1995, jubilé", "1995 jubilé"),
    "a heading that ends with its year": ("Événements de 1995", "1995 Événements de 1995"),
    "a numbered chapter": ("Chapitre 2 : 1995", "1995 Chapitre 2 : 1995"),
    "a year between rules": ("— 1995 —", "1995"),
    "a year with a star": ("1995*", "1995"),
}


@pytest.mark.parametrize("kind", OPENING)
def test_a_year_and_words_alone_in_a_row_open_that_year(kind: str, tmp_path: Path) -> None:
    line, opening = OPENING[kind]

    lines, _ = _dated(tmp_path, [HEAD, (1994,), MARCH, (line,), AUGUST, (None, "C")])

    lines = [each.replace("\N{NO-BREAK SPACE}", " ") for each in lines]
    assert lines == ["1994", "1994-03-03 A", opening, "1995-08-15 B", "1995 C"]


def test_words_behind_an_iso_date_alone_in_its_row_are_that_day(tmp_path: Path) -> None:
    rows = [("1994-02-01 gel", "A"), ("1995-08-12 jubilé",), ("1996-03-05 crue", "B")]

    lines, found = _dated(tmp_path, [HEAD, *rows])

    assert lines == ["1994-02-01 A", "1995-08-12 jubilé", "1996-03-05 B"]
    assert "line-with-year" not in found


def test_the_words_of_a_year_are_kept_and_said(tmp_path: Path) -> None:
    rows = [HEAD, (1994,), MARCH, ("1995 (année jubilaire)",), AUGUST]
    path = book(tmp_path / "a.xlsx", *rows)

    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)

    found = [(str(f.at), f.before, f.after) for f in work.findings]
    assert found == [
        ("Frise!A4", "1995 (année jubilaire)", "1995"),
        ("Frise!A3", "3 mars", "3 mars 1994"),
        ("Frise!A5", "15 août", "15 août 1995"),
    ]
    record = work.records.rows[2]
    cell = next(iter(record.period.values())).text.original + record.theme[0].text.original
    assert cell == "1995 (année jubilaire)"


DOUBTFUL: dict[str, tuple[list[Any], str]] = {
    "a date of another year below the year": ([(1994,), ("12 mai 1995", "x")], "1995-05-12 x"),
    "a date cell of another year": ([(1994,), (dt.date(1995, 3, 1), "x")], "1995-03-01 x"),
    "a short date of another year": ([(1994,), ("12/05/95", "x")], "1995-05-12 x"),
    "two years": ([(1994,), ("1995-1996",)], "1995/1996"),
    "a season of two years": ([(1994,), ("Saison 1995-1996",)], "1995/1996"),
    "about a year": ([(1994,), ("vers 1995",)], "1995~"),
    "ten years": ([(1994,), ("Années 1990",)], "199X"),
    "a century": ([(1994,), ("XXe siècle",)], "19XX"),
    "a full date and no year alone": ([("12 mars 1994", "x")], "1994-03-12 x"),
    "a month and its year": ([("Mars 1994", "x")], "1994-03 x"),
    "a short year": ([(1994,), ("’95",)], "1995"),
    "nothing": ([], ""),
}


@pytest.mark.parametrize("kind", DOUBTFUL)
def test_where_the_year_is_in_doubt_a_day_takes_none_and_it_is_said(
    kind: str, tmp_path: Path
) -> None:
    above, dated = DOUBTFUL[kind]

    lines, slugs = _dated(tmp_path, [HEAD, *above, AUGUST, (1996, "z"), ("12 juin 1996", "y")])

    assert [line for line in lines if line[-1] in "Bzy"] == ["– B", "1996 z", "1996-06-12 y"]
    assert dated == "" or dated in lines
    assert "period-incomplete" in slugs


@pytest.mark.parametrize(
    "line",
    [
        ("L’année du jubilé (1995)",),
        (None, "1995 : année du jubilé"),
        (None, None, 1995),
        ("***", "1995"),
    ],
)
def test_a_line_that_names_another_year_is_said_and_stops_the_first(
    line: Sequence[Any], tmp_path: Path
) -> None:
    lines, slugs = _dated(tmp_path, [HEAD, (1994,), MARCH, line, AUGUST])

    assert lines[-1] == "– B"
    assert {"line-with-year", "period-incomplete"} <= slugs


def test_numbers_alone_in_their_rows_are_no_years(tmp_path: Path) -> None:
    rows = [("Date", "Fait", "Adhérents"), (1994, "x", 5), (None, None, 250), (*AUGUST, 3)]

    assert _dated(tmp_path, rows) == (["1994 x", "1994", "1994-08-15 B"], {"period-lent"})


def test_a_date_that_repeats_the_year_leaves_no_doubt(tmp_path: Path) -> None:
    rows = [HEAD, (1994,), ("12 mai 1994", "x"), ("13/05/94", "y"), ("sans date", "z"), AUGUST]

    assert _dated(tmp_path, rows)[0][-1] == "1994-08-15 B"


def test_a_year_in_doubt_lends_its_doubt(tmp_path: Path) -> None:
    rows = [HEAD, ("1994 ?",), MARCH, ("[1995]",), AUGUST]

    lines, slugs = _dated(tmp_path, rows)

    assert lines == ["1994?", "1994-03-03? A", "1995", "1995-08-15 B"]
    assert slugs == {"period-lent"}


def test_a_year_with_a_remark_in_a_row_of_its_own_lends_its_year(tmp_path: Path) -> None:
    rows = [HEAD, (1994,), MARCH, ("1995 (année jubilaire)", "x"), AUGUST]
    path = book(tmp_path / "a.xlsx", *rows)

    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)

    last = work.booklet.chapters[-1]
    assert last.year == 1995
    assert [str(each.period.label) for each in last.entries] == [
        "1995 (année jubilaire)",
        "15\N{NO-BREAK SPACE}août 1995",
    ]
    found = [(str(f.at), f.code.slug) for f in work.findings]
    assert found == [
        ("Frise!A3", "period-lent"),
        ("Frise!A4", "period-partly-read"),
        ("Frise!A5", "period-lent"),
    ]


WITH_THEMES = {
    "brackets": ["1936 (Front populaire)", "1944 (Libération)"],
    "a remark of archives": ["2012 - suite", "2013, suite"],
    "words after a colon": ["2010 : AG", "2011 : congrès"],
}


@pytest.mark.parametrize("kind", WITH_THEMES)
@pytest.mark.parametrize("first", ["Année", "Date"])
def test_a_remark_stays_with_its_date_in_every_row_that_has_a_theme(
    kind: str, first: str, tmp_path: Path
) -> None:
    rows = [(first, "Fait", "Source"), *((date, "Bal", "PV") for date in WITH_THEMES[kind])]
    path = book(tmp_path / "a.xlsx", *rows)

    entries = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None).booklet.entries

    assert [str(entry.theme) for entry in entries] == ["Bal", "Bal"]
    for entry, date in zip(entries, WITH_THEMES[kind], strict=True):
        said = str(entry.period.label).replace("\N{NO-BREAK SPACE}", " ")
        assert said.replace("\N{EN DASH}", "-") == date
        assert entry.period.edtf == date[:4]


@pytest.mark.parametrize(
    "words",
    [
        "Victoire du Front populaire aux élections",
        "AG du 12 mai",
        "accords de 1936",
        "Deux\nlignes",
    ],
)
def test_other_words_behind_a_date_are_a_text_where_the_row_has_a_theme(
    words: str, tmp_path: Path
) -> None:
    path = book(
        tmp_path / "a.xlsx",
        ("Date", "Fait"),
        (f"1936 : {words}", "Bal"),
        (f"1937 : {words}", "Jeu"),
    )

    entries = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None).booklet.entries

    assert [(entry.period.edtf, str(entry.theme)) for entry in entries] == [
        ("1936", "Bal"),
        ("1937", "Jeu"),
    ]
    printed = " ".join(str(text) for text in list(entries[0].texts())[1:])
    assert printed.replace("\N{NO-BREAK SPACE}", " ") == words.replace("\n", " ")


def test_what_makes_a_date_less_precise_is_no_text_behind_it(tmp_path: Path) -> None:
    rows = [("Date", "Récit"), ("1902 (fin)", "A"), ("1903 env.", "B"), ("1904 : Fin", "C")]

    lines, _ = _dated(tmp_path, [*rows, ("1905 : Bal", "D"), ("1906 : Fête", "E")])

    assert lines == ["1902", "1903~", "1904 Fin", "1905 Bal", "1906 Fête"]


@pytest.mark.parametrize(
    "date", ["2008 (suite)", "2008, suite", "[2008]", "exercice 2008", "Jubilé (2008)"]
)
def test_a_year_that_says_more_lies_in_its_year_with_all_that_it_says(
    date: str, tmp_path: Path
) -> None:
    path = book(tmp_path / "a.xlsx", ("Date", "Fait"), (2007, "A"), (date, "B"), (2009, "C"))

    chapters = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None).booklet.chapters

    assert [chapter.year for chapter in chapters] == [2007, 2008, 2009]
    (entry,) = chapters[1].entries
    assert (str(entry.period.label), str(entry.theme)) == (date, "B")
    assert chapters[1].opening is None


@pytest.mark.parametrize("date", ["2008 (suite)", "2008 (suite et fin)", "2008, suite"])
def test_a_year_that_goes_on_alone_in_its_row_is_no_title(date: str, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ("Date", "Fait"), (2007, "A"), (date, None), ("3 mai", "B"))

    chapters = work_of(path).booklet.chapters

    assert [chapter.year for chapter in chapters] == [2007, 2008]
    assert chapters[1].opening is None
    printed = [str(entry.period.label) for entry in chapters[1].entries]
    assert [each.replace("\N{NO-BREAK SPACE}", " ") for each in printed] == [date, "3 mai 2008"]
    assert [str(entry.theme or "") for entry in chapters[1].entries] == ["", "B"]


def test_a_remark_with_another_date_leaves_the_period_unread(tmp_path: Path) -> None:
    rows = [HEAD, (1994, "x"), ("1995 (ou plutôt mars 1996)", "A"), (None, "B")]

    lines, slugs = _dated(tmp_path, rows)

    assert lines == ["1994 x", "– A", "– B"]
    assert "period-unread" in slugs


def test_a_month_written_once_is_lent_to_the_days_below_it(tmp_path: Path) -> None:
    rows = [
        HEAD,
        ("1994",),
        ("MARS",),
        (3, "A"),
        ("lundi 14", "B"),
        ("15-17", "C"),
        ("Avril : semis",),
        ("1er", "D"),
        ("Mai", "E"),
        (5, "F"),
    ]

    assert _dated(tmp_path, rows)[0] == [
        "1994", "1994-03", "1994-03-03 A", "1994-03-14 B", "1994-03-15/1994-03-17 C",
        "1994-04 semis", "1994-04-01 D", "1994-05 E", "1994-05-05 F",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line", ["l’année suivante", "an III", "la Libération", "deux ans plus tard"]
)
def test_a_time_of_its_own_lends_no_year_to_what_follows(line: str, tmp_path: Path) -> None:
    lines, slugs = _dated(tmp_path, [HEAD, (1793, "x"), (line, "y"), (None, "A"), ("3 mars", "B")])

    assert lines[2:] == ["– A", "– B"]
    assert "period-incomplete" in slugs


def test_a_year_of_two_digits_below_the_year_lends_no_other_one(tmp_path: Path) -> None:
    lines, slugs = _dated(tmp_path, [HEAD, (1998, "x"), ("99", "y"), ("02/03", "A")])

    assert lines == ["1998 x", "– y", "– A"]
    assert slugs == {"period-unread", "period-incomplete"}


@pytest.mark.parametrize("above", [("3 mars 1994",), (1994, "3 mars")])
def test_a_number_alone_under_a_day_is_a_day_without_its_month(
    above: tuple[Any, ...], tmp_path: Path
) -> None:
    rows = [*((each, "x") for each in above), (5, "A")]
    work = build(
        book(tmp_path / "a.xlsx", HEAD[:2], *rows),
        Config(),
        dt.date(2026, 1, 1),
        None,
        lambda *_: 0,
    )

    last = work.findings[-1]
    assert (last.code.slug, last.before, last.after) == ("period-incomplete", "5", "son mois")


def test_a_month_with_its_year_is_lent_with_it(tmp_path: Path) -> None:
    assert _dated(tmp_path, [HEAD, ("Mars 1994",), (3, "A"), ("15/4", "x"), (20, "B")]) == (
        ["1994-03", "1994-03-03 A", "– x", "– B"],
        {"period-incomplete", "period-lent"},
    )


def test_a_year_with_words_is_lent_through_columns_of_year_month_and_day(tmp_path: Path) -> None:
    rows = [("Année", "Mois", "Jour", "Fait"), (1994, "mars", 3, "A"), ("1995 – jubilé",),
            (None, "août", 15, "B"), (None, None, 16, "C")]  # fmt: skip

    assert _dated(tmp_path, rows)[0] == [
        "1994-03-03 A", "1995 jubilé", "1995-08-15 B", "1995-08-16 C",
    ]  # fmt: skip


def test_day_month_and_year_are_known_by_their_letters(tmp_path: Path) -> None:
    rows = [("JJ", "MM", "AAAA", "Fait"), (1, 2, 1994, "A"), ("3-4", "juin", 1995, "B")]

    assert _dated(tmp_path, rows) == (["1994-02-01 A", "1995-06-03/1995-06-04 B"], set())


@pytest.mark.parametrize(
    ("heads", "date", "printed"),
    [
        (("Jour", "Mois", "Année"), (30, "février", 1816), "30 février 1816"),
        (("Année", "Mois", "Jour"), (1816, "février", 30), "30 février 1816"),
        (("Jour", "Mois", "Année"), (31, 6, 1816), "31/6/1816"),
    ],
)
def test_a_day_that_is_none_is_printed_as_it_is_spoken(
    heads: Sequence[str], date: Sequence[Any], printed: str, tmp_path: Path
) -> None:
    rows = [(*heads, "Fait"), (*date, "A"), (*_first_of_may(heads), "B")]

    work = work_of(book(tmp_path / "a.xlsx", *rows))

    period = next(each for each in work.booklet.entries if each.origin.row == 2).period
    assert (str(period.label), str(period.short)) == (printed, printed)
    assert period.label.original == " – ".join(map(str, date))
    assert "period-day" in {each.code.slug for each in work.findings}


def _first_of_may(heads: Sequence[str]) -> list[Any]:
    return [{"Jour": 1, "Mois": "mai", "Année": 1817}[head] for head in heads]


def test_a_republican_date_has_its_year_though_another_stands_beside_it(tmp_path: Path) -> None:
    rows = [("Année", "Jour", "Fait"), (1793, "4 nivôse an II", "A"), (1794, "3 mars", "B")]

    assert _dated(tmp_path, rows) == (["1793-12-24 A", "1794-03-03 B"], {"period-reworded"})

    wrong = [*rows[:1], (1801, "4 nivôse an II", "A"), (1802, "3 mars", "B")]
    assert "period-years" in _dated(tmp_path, wrong)[1]


def test_a_year_written_as_a_decimal_is_a_year(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("annee,titre,texte\n1990.0,A,x\n,B,y\n1991.0,C,z\n", "utf-8")

    assert _read(path) == (["1990 A", "1990 B", "1991 C"], set())

    path.write_text("annee,titre,texte\n1990.0,A,x\n1991.5,B,z\n", "utf-8")

    assert _read(path)[1] == {"period-unread"}


def test_a_few_dates_at_the_end_leave_no_rows_out(tmp_path: Path) -> None:
    rows = [("X", "Y"), *((n, f"fait {n}") for n in range(1, 8)), ("juin 1994", "B"), (1995, "C")]

    with pytest.raises(WorkbookError):
        _dated(tmp_path, rows)


def test_a_short_year_is_that_of_the_column_beside_it(tmp_path: Path) -> None:
    rows = [("Date", "Année", "Fait"), ("8/8/98", 1998, "A"), ("oct-98", 1998, "B"),
            ("12/08", 1999, "C"), ("9/9/99", 2000, "D")]  # fmt: skip

    lines, slugs = _dated(tmp_path, rows)

    assert lines == ["1998-08-08 A", "1998-10 B", "1999-08-12 C", "1999-09-09 D"]
    assert "period-years" in slugs


def test_days_with_their_months_stand_beside_their_years(tmp_path: Path) -> None:
    rows = [("Année", "Jour", "Fait"), (1993, "3 mars", "A"), (1993, "15 avril", "B")]

    assert _dated(tmp_path, rows) == (["1993-03-03 A", "1993-04-15 B"], set())


@pytest.mark.parametrize(
    ("rows", "last"),
    [
        ([(1990,), ("3 décembre", "A"), ("4 janvier", "B"), ("5 mai", "C"), (None, "D")], "– D"),
        ([(1990,), ("3 décembre", "A"), ("4 janvier", "B"), (1991,), (None, "D")], "1991 D"),
        ([(1991,), ("3 décembre", "A"), ("4 janvier", "B"), (1990, "C")], "1990 C"),
    ],
)
def test_january_under_december_takes_no_year_but_in_a_sheet_that_goes_back(
    rows: Rows, last: str, tmp_path: Path
) -> None:
    lines, slugs = _dated(tmp_path, [HEAD, *rows])

    falls = last == "1990 C"
    assert lines[2] == ("1991-01-04 B" if falls else "– B")
    assert lines[-1] == last
    assert ("period-incomplete" in slugs) is not falls


def test_day_and_month_in_numbers_take_the_year_above(tmp_path: Path) -> None:
    assert _dated(tmp_path, [HEAD, (1994,), ("15/8", "A")])[0] == ["1994", "1994-08-15 A"]


def test_blanks_below_an_unread_period_of_another_year_take_no_year(tmp_path: Path) -> None:
    rows = [HEAD, (1994, "x"), ("copie de 1820", "A"), (None, "B")]

    assert _dated(tmp_path, rows)[0] == ["1994 x", "– A", "– B"]


@pytest.mark.parametrize("formula", ["=1994+1", "=A2+1", '=TEXT(A2,"0")'])
def test_a_formula_without_a_result_stops_the_year_above_and_is_said(
    formula: str, tmp_path: Path
) -> None:
    rows = [HEAD, (1994, "x"), (formula,), AUGUST, (None, "C"), (formula, "D"), (1996, "y")]

    lines, slugs = _dated(tmp_path, rows)

    assert lines == ["1994 x", "–", "– B", "– C", "– D", "1996 y"]
    assert slugs == {"formula-without-value", "period-unread", "period-incomplete"}


def test_an_error_among_the_periods_stops_the_year_above_and_is_said(tmp_path: Path) -> None:
    rows = [HEAD, (1994, "x"), ("#REF!",), AUGUST, ("#VALUE!", "C"), (None, "D")]

    lines, slugs = _dated(tmp_path, rows)

    assert lines == ["1994 x", "–", "– B", "– C", "– D"]
    assert slugs == {"error-value", "period-unread", "period-incomplete"}


REPEATING = {
    "American dates": ("6/21/1861", "5/5/1862"),
    "French dates": ("21/06/1861", "05/05/1862"),
    "words": ("21 juin 1861", "5 mai 1862"),
}


@pytest.mark.parametrize("kind", REPEATING)
def test_a_column_that_repeats_the_day_is_left_out_and_said(kind: str, tmp_path: Path) -> None:
    first, second = REPEATING[kind]
    rows = [
        ("Quand cela commence", "Fait", "Mois", "Jour", "Année"),
        (first, "Bataille", "juin", 21, 1861),
        (second, "Siège", "mai", 5, 1862),
    ]
    path = book(tmp_path / "a.xlsx", *rows)

    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)

    assert [entry.period.edtf for entry in work.booklet.entries] == ["1861-06-21", "1862-05-05"]
    assert not any(entry.sections for entry in work.booklet.entries)
    assert [(f.code.slug, f.before) for f in work.findings] == [
        ("period-repeated", first), ("period-repeated", second),
    ]  # fmt: skip


def test_a_column_of_dates_that_says_another_day_once_is_printed(tmp_path: Path) -> None:
    rows = [
        ("Date", "Fait", "Inscrit le"),
        ("21 juin 1861", "Bataille", "21 juin 1861"),
        ("5 mai 1862", "Siège", "7 mai 1862"),
    ]

    work = build(book(tmp_path / "a.xlsx", *rows), Config(), dt.date(2026, 1, 1), None, print)

    assert all(entry.sections for entry in work.booklet.entries)


@pytest.mark.parametrize(
    "rows",
    [
        [("Jour", "Fait"), ("Mars 1994",), (3, "A"), ("15-17", "B"), ("Avril 1995",), (2, "C")],
        [("Mois", "Fait"), ("1994",), ("mars", "A"), ("mars", "B"), ("1995 (jubilé)",),
         ("avril", "C")],
    ],
    ids=["days under months", "months under years"],
)  # fmt: skip
def test_a_column_of_days_or_months_under_its_years_is_the_period(
    rows: Rows, tmp_path: Path
) -> None:
    lines, slugs = _dated(tmp_path, rows)

    found = {line[-1]: line[:7] for line in lines if line[-1] in "ABC"}
    assert found == {"A": "1994-03", "B": "1994-03", "C": "1995-04"}
    assert "period-incomplete" not in slugs


def test_durations_in_days_are_no_chronology(tmp_path: Path) -> None:
    rows = [("Jours", "Prix"), (3, 120), (5, 180), (12, 300)]

    with pytest.raises(WorkbookError):
        _dated(tmp_path, rows)


def test_begin_and_end_without_a_year_take_the_one_above(tmp_path: Path) -> None:
    rows = [
        ("Début", "Fin", "Fait"),
        (1994, None, None),
        ("3 mars", "5 mars", "A"),
        ("28 décembre", "3 janvier 1995", "B"),
        ("17 août", None, "C"),
    ]

    lines, slugs = _dated(tmp_path, rows)

    assert lines == ["1994", "1994-03-03/1994-03-05 A", "1994-12-28/1995-01-03 B", "– C"]
    assert slugs == {"period-incomplete", "period-lent"}


@pytest.mark.parametrize("end", ["mai", "?!", "2e trim."])
def test_a_begin_is_read_alone_where_its_end_is_not(end: str, tmp_path: Path) -> None:
    rows = [("Début", "Fin", "Fait"), (1990, 1991, "A"), ("mars 1995", end, "B"), (None, None, "C")]

    lines, slugs = _dated(tmp_path, rows)

    assert lines == ["1990/1991 A", "1995-03 B", "1995 C"]
    assert slugs == {"period-partly-read"}


@pytest.mark.parametrize("dash", ["-", "–", "—", "--"])
@pytest.mark.parametrize(("start", "edtf"), [("mars 1995", "1995-03"), ("2.8mya", "–")])
def test_a_dash_for_an_end_says_nothing_and_is_told(
    start: str, edtf: str, dash: str, tmp_path: Path
) -> None:
    rows = [("Début", "Fin", "Fait"), (1990, 1991, "A"), (start, dash, "B")]

    work = work_of(book(tmp_path / "a.xlsx", *rows))

    entry = next(each for each in work.booklet.entries if each.origin.row == 3)
    printed = str(entry.period.label).replace("\N{NO-BREAK SPACE}", " ")
    assert (printed, entry.period.edtf or "–") == (start, edtf)
    assert entry.period.verbatim == entry.period.label.original == f"{start} – {dash}"
    told = [(str(f.at), f.before, f.after) for f in work.findings if f.code.slug[-8:] == "reworded"]
    assert told == [("Frise!B3", f"{start} – {dash}", start)]


@pytest.mark.parametrize(
    ("heads", "date", "printed"),
    [
        (("Année", "Mois / jour"), (2020, "-"), "2020"),
        (("Année", "Mois", "Jour"), (2020, "mai", "–"), "mai 2020"),
        (("Année", "Mois", "Jour"), (2020, "-", "-"), "2020"),
    ],
)
def test_a_dash_beside_a_year_says_nothing_and_is_told(
    heads: Sequence[str], date: Sequence[Any], printed: str, tmp_path: Path
) -> None:
    first = (2019, "mars", 3) if len(heads) > 2 else (2019, "3 mars")
    rows = [(*heads, "Fait"), (*first, "A"), (*date, "B")]

    work = work_of(book(tmp_path / "a.xlsx", *rows))

    period = next(each for each in work.booklet.entries if each.origin.row == 3).period
    verbatim = " – ".join(map(str, date))
    assert str(period.label).replace("\N{NO-BREAK SPACE}", " ") == printed
    assert period.verbatim == period.label.original == verbatim
    told = [(f.before, f.after) for f in work.findings if f.code.slug == "period-reworded"]
    assert told == [(verbatim, printed)]


@pytest.mark.parametrize("date", ["?", "toute l’année"])
def test_a_year_is_read_alone_where_the_date_beside_it_is_not(date: str, tmp_path: Path) -> None:
    rows = [("Année", "Date", "Fait"), (1991, "3 mars", "A"), (1990, date, "B")]

    lines, slugs = _dated(tmp_path, rows)

    assert lines == ["1991-03-03 A", "1990 B"]
    assert slugs == {"period-partly-read", "row-moved"}


def test_a_month_beside_two_years_is_in_neither(tmp_path: Path) -> None:
    rows = [("Année", "Mois", "Fait"), ("1992-1993", "juin", "A"), (None, "juillet", "B")]

    lines, slugs = _dated(tmp_path, rows)

    assert lines == ["1992/1993 A", "– B"]
    assert "period-partly-read" in slugs
    assert "period-lent" not in slugs


@pytest.mark.parametrize(
    ("words", "edtf"),
    [("Année scolaire", "1992/1993"), ("saison", "1992/1993"), ("hiver", "1992-12/1993-02")],
)
def test_what_lasts_from_one_year_to_the_next_is_read_beside_two(
    words: str, edtf: str, tmp_path: Path
) -> None:
    rows = [("Année", "Date", "Fait"), (1991, "3 mars", "A"), ("1992-1993", words, "B")]

    assert _dated(tmp_path, rows) == (["1991-03-03 A", f"{edtf} B"], set())


@pytest.mark.parametrize("above", ["vers 1994", "1994 ?", "avant 1994", "1994-", "jusqu’en 1994"])
def test_a_blank_under_a_year_in_doubt_says_no_year(above: str, tmp_path: Path) -> None:
    rows = [HEAD, (1989, "x"), (above, "A"), (None, "B")]

    assert _dated(tmp_path, rows)[0][-1] == "– B"


@pytest.mark.parametrize("above", ["1994-1996", "Années 1990", "vers 1990 ou 1992"])
def test_a_blank_under_several_years_says_none_of_them(above: str, tmp_path: Path) -> None:
    rows = [HEAD, (1989, "x"), (above, "A"), (None, "B")]

    lines, _ = _dated(tmp_path, rows)

    assert lines[-1] == "– B"


@pytest.mark.parametrize(
    ("number_format", "dated", "slugs"),
    [
        ("mmm-yy", ["1991-05 a", "2012-06 b"], set()),
        ("[$-40C]mmm-yy;@", ["1991-05 a", "2012-06 b"], set()),
        ("yyyy", ["1991 a", "2012 b"], set()),
        ("dd-mmm", ["1991-05-03 a", "2012-06-04 b"], {"period-year-hidden"}),
        ("mmmm", ["1991-05 a", "2012-06 b"], {"period-year-hidden"}),
        ("dddd", ["1991-05-03 a", "2012-06-04 b"], {"period-half-shown"}),
        ("d", ["1991-05-03 a", "2012-06-04 b"], {"period-half-shown"}),
        ("h:mm", ["1991-05-03 a", "2012-06-04 b"], {"period-half-shown"}),
        ("dddd d mmmm yyyy", ["1991-05-03 a", "2012-06-04 b"], set()),
        ("dddd d mmmm", ["1991-05-03 a", "2012-06-04 b"], {"period-year-hidden"}),
    ],
)
def test_the_value_of_a_date_cell_dates_its_row_whatever_is_shown(
    number_format: str, dated: list[str], slugs: set[str], tmp_path: Path
) -> None:
    days = (dt.datetime(1991, 5, 3), dt.datetime(2012, 6, 4))

    assert _formatted(tmp_path, number_format, [(days[0], "a"), (days[1], "b")]) == (dated, slugs)


def test_a_year_in_the_sheet_is_believed_before_one_that_a_date_cell_hides(tmp_path: Path) -> None:
    rows = [(1993,), (dt.datetime(2024, 5, 3), "a")]

    assert _formatted(tmp_path, "dd-mmm", rows) == (["1993", "1993-05-03 a"], {"period-lent"})


def test_the_year_of_a_date_cell_that_stands_above_too_is_not_said_to_come_from_there(
    tmp_path: Path,
) -> None:
    rows = [(1993,), (dt.datetime(1993, 5, 3), "a")]

    assert _formatted(tmp_path, "dddd d mmmm", rows) == (
        ["1993", "1993-05-03 a"],
        {"period-reworded"},
    )


@pytest.mark.parametrize(
    ("number_format", "label", "told"),
    [
        ("dd/mm/yyyy", "14 mars 1994", []),
        ("mm-dd-yy", "14 mars 1994", []),
        ("dd/mm/yyyy hh:mm", "14 mars 1994 à 15 h 30", []),
        ("dddd d mmmm yyyy", "lundi 14 mars 1994", []),
        ("dddd", "lundi 14 mars 1994", [("lundi", "lundi 14 mars 1994")]),
        ("h:mm", "14 mars 1994 à 15 h 30", [("15:30", "14 mars 1994 à 15 h 30")]),
    ],
)
def test_what_a_date_cell_shows_is_printed_and_what_it_hides_is_told(
    number_format: str, label: str, told: list[tuple[str, str]], tmp_path: Path
) -> None:
    path = tmp_path / "a.xlsx"
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(("Date", "Fait"))
    sheet.append((dt.datetime(1994, 3, 14, 15, 30), "Le fait"))
    sheet["A2"].number_format = number_format
    sheet.append((1995, "Un autre fait"))
    workbook.save(path)

    work = work_of(path)

    printed = str(work.booklet.entries[0].period.label).replace("\N{NO-BREAK SPACE}", " ")
    assert printed == label
    assert told == [
        (each.before, each.after) for each in work.findings if each.code.slug == "period-half-shown"
    ]


def test_the_cells_of_a_day_a_month_and_a_year_that_are_dates_are_one_date(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    workbook = Workbook()
    sheet = workbook.worksheets[0]
    sheet.append(("Année", "Mois", "Jour", "Fait"))
    for number in (2, 3):
        sheet.append((*[dt.datetime(1994, 3, 12 + number)] * 3, f"Le fait {number}"))
        for letter, number_format in zip("ABC", ("yyyy", "mmmm", "d"), strict=True):
            sheet[f"{letter}{number}"].number_format = number_format
    workbook.save(path)

    work = work_of(path)

    assert [each.period.edtf for each in work.booklet.entries] == ["1994-03-14", "1994-03-15"]
    assert not [each for each in work.findings if each.code.slug.startswith("period-")]


@pytest.mark.parametrize(
    ("others", "told"), [([1931, 1945], True), ([1975, 2001], False), ([1975, 1999], False)]
)
def test_a_century_that_a_spreadsheet_may_have_put_is_told(
    others: list[int], told: bool, tmp_path: Path
) -> None:
    rows: list[Any] = [*((dt.datetime(year, 3, 3), "x") for year in others)]

    _, slugs = _formatted(tmp_path, "dd/mm/yy", [*rows, (dt.datetime(2025, 5, 3), "a")])

    assert ("period-pivot" in slugs) is told


@pytest.mark.parametrize(
    ("number_format", "edtf", "slugs"),
    [
        ('"env. "0', "1914~", {"period-reworded"}),
        ('0" ?"', "1914?", set()),
        ('"avant "0', "../1914", set()),
        ("# ##0", "1914", set()),
        ("0.00", "1914", set()),
    ],
)
def test_what_a_number_format_adds_to_a_year_is_read(
    number_format: str, edtf: str, slugs: set[str], tmp_path: Path
) -> None:
    lines, found = _formatted_years(tmp_path, number_format, [(1914, "a")])

    assert (lines, found) == ([f"{edtf} a"], slugs)


@pytest.mark.parametrize(
    ("others", "told"), [([1990, "12 mars 1996"], True), ([1904, 1906], False), ([], False)]
)
def test_a_year_typed_into_a_cell_of_dates_is_told(
    others: list[Any], told: bool, tmp_path: Path
) -> None:
    rows = [HEAD, *((each, "x") for each in others), (dt.datetime(1905, 6, 16), "A")]

    lines, slugs = _dated(tmp_path, rows)

    assert lines[-1] == "1905-06-16 A"
    assert ("period-serial" in slugs) is told


def _formatted(folder: Path, number_format: str, rows: Rows) -> tuple[list[str], set[str]]:
    """Return what ``_dated`` does, with the date cells in that format."""
    path = book(folder / "b.xlsx", HEAD[:2], *rows)
    made = load_workbook(path)
    for (cell,) in made.worksheets[0].iter_rows(min_row=2, max_col=1):
        cell.number_format = number_format if isinstance(cell.value, dt.date) else "General"
    made.save(folder / "a.xlsx")
    return _read(folder / "a.xlsx")


def test_the_era_that_a_number_format_adds_is_read(tmp_path: Path) -> None:
    lines, _ = _formatted_years(tmp_path, '0" AD";0" BC"', [(-3924, "a"), (40, "b"), (1592, "c")])
    others, _ = _formatted_years(tmp_path, '0" av. J.-C."', [(52, "d"), (12, "e")])

    assert lines == ["-3923 a", "0040 b", "1592 c"]
    assert others == ["-0051 d", "-0011 e"]


def _formatted_years(folder: Path, number_format: str, rows: Rows) -> tuple[list[str], set[str]]:
    made = load_workbook(book(folder / "b.xlsx", HEAD[:2], *rows))
    for (cell,) in made.worksheets[0].iter_rows(min_row=2, max_col=1):
        cell.number_format = number_format
    made.save(folder / "a.xlsx")
    return _read(folder / "a.xlsx")
