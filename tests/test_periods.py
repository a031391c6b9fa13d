"""Periods: the table of cases, the properties, and the cells of real workbooks."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace
from pathlib import Path

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.clean.periods import Doubt, read_period, read_periods
from pipeline.clean.periods.calendar import Years
from pipeline.clean.periods.grammar import by_grammar
from pipeline.clean.periods.plain import plain
from pipeline.config import Config
from pipeline.diagnostics import Diagnostic
from pipeline.model import Cell, CellRef, Day, Period, Qualifier, Record, Role, Text
from pipeline.parse import parse
from pipeline.read import read
from tests.periods import Case, cases, shown

CENTURY = 19
"""The table stands for a document of the years 1900 to 1999."""

# -- the table -------------------------------------------------------------------------


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.text)
def test_a_line_of_the_table_is_read_and_printed_so(case: Case) -> None:
    """Text, EDTF, label and short label; or the finding of a text that is refused."""
    if case.refused:
        with pytest.raises(Doubt) as doubt:
            read_period(case.text, CENTURY)
        assert doubt.value.code.slug == case.refused
        return

    period = read_period(case.text, CENTURY)

    actual = Case(case.text, period.edtf or "–", shown(period.label), shown(period.short))
    assert actual == case
    assert period.verbatim == case.text


def test_the_table_is_long_and_says_no_text_twice() -> None:
    texts = [case.text for case in cases()]

    assert len(texts) >= 150
    assert len(texts) == len(set(texts))


def test_every_edtf_string_of_the_table_is_valid() -> None:
    strings = {case.edtf for case in cases() if not case.refused and case.edtf != "–"}

    for string in sorted(strings):
        parse_edtf(string)


@pytest.mark.parametrize(
    ("text", "first", "last", "qualifier"),
    [
        ("début 95", Day(1995, 1, 1), Day(1995, 4, 30), Qualifier.BEGINNING),
        ("mi-95", Day(1995, 5, 1), Day(1995, 8, 31), Qualifier.MIDDLE),
        ("fin 94", Day(1994, 9, 1), Day(1994, 12, 31), Qualifier.END),
        ("courant 94", Day(1994, 1, 1), Day(1994, 12, 31), Qualifier.CURRENT),
        ("fin octobre 94", Day(1994, 10, 21), Day(1994, 10, 31), Qualifier.END),
        ("XXe siècle", Day(1901, 1, 1), Day(2000, 12, 31), None),
        ("fin du XVe siècle", Day(1468, 1, 1), Day(1500, 12, 31), Qualifier.END),
        ("19..", Day(1900, 1, 1), Day(1999, 12, 31), None),
        ("avant 1993", Day(1993, 1, 1), Day(1993, 12, 31), None),
        ("1er vendémiaire an V", Day(1796, 9, 22), Day(1796, 9, 22), None),
        ("hiver 1944-1945", Day(1944, 12, 1), Day(1945, 2, 28), None),
        ("52 av. J.-C.", Day(-51, 1, 1), Day(-51, 12, 31), None),
    ],
)
def test_a_period_sorts_from_its_first_day_to_its_last(
    text: str, first: Day, last: Day, qualifier: Qualifier | None
) -> None:
    period = read_period(text, CENTURY)

    assert (period.first, period.last, period.qualifier) == (first, last, qualifier)


# -- properties ------------------------------------------------------------------------

_PIECES = (
    "1 2 3 12 28 30 31 44 94 185 1790 1848 1944 1945 1994 1er 2e 3e XVe XIXe XX 19e 18.. 195. "
    "janvier fév. mars août 9bre déc. été hiver lundi jeudi floréal brumaire an ans II XII "
    "vers environ ca début mi- fin milieu courant avant après depuis jusqu’au entre du au à de "
    "le et ou , ; - – / [ ] ( ) ? . … siècle s. siècles moitié quart tiers trimestre semestre "
    "années année scolaire décennie av. J.-C. apr. s. d. nos jours suivants jour complémentaire "
    "01/04/1993 25/11/94 03/1790 1994-10 1994-10-12 1993/94 12/11 n. st. exercice nuit semaine "
    "week-end session scolaire quinzaine Noël Pâques à 20h30 trente deux probablement mois "
    "millénaire rentrée limite -52 (lacunes) copie MDCC cop. (Paris) ="
).split()
_TEXTS = st.lists(st.sampled_from(_PIECES), max_size=9).map(" ".join)
_GLUED = st.lists(st.sampled_from(_PIECES), max_size=7).map("".join)


@st.composite
def _likely(draw: st.DrawFn) -> str:
    """Draw a text of the shape of a period, so that many are read."""
    atoms = st.sampled_from(
        (
            "1790", "[1790]", "vers 1848", "1848 ?", "12 mars 1790", "12 mars", "mars", "3",
            "1er avril 1848", "jeudi 1er avril 1993", "avril 1848", "août 1790", "fin mai 1848",
            "XVe siècle", "XIXe", "2e moitié du XVIe siècle", "fin du XVIIIe siècle", "195.",
            "années 1950", "années 60", "an III", "9 thermidor an II", "floréal an VII", "19..",
            "1er trimestre 1985", "2e", "été 1944", "hiver 1944-45", "automne", "52 av. J.-C.",
            "IIe siècle av. J.-C.", "44", "1790 (mars-mai)", "1790, 3 mars", "20 apr. J.-C.",
            "vers le 12 mars 1790", "22 mars 1845 et jours suivants", "12/11/1918", "11/1918",
            "2e quinzaine de mai 1940", "Noël 1944", "nuit du 4", "exercice 1993",
            "an II, brumaire", "3 mars 1790 à 20 h", "rentrée 1994", "IIe millénaire av. J.-C.",
            "début du IIe millénaire", "-52", "cop. 1998", "XVIe s. (1530)", "mars",
            "2e moitié des années 1950", "peu avant 1850", "Fronde (1650)",
        )
    )  # fmt: skip
    joints = st.sampled_from((", ", " et ", " ou ", "-", " - ", "/", " au ", " ; ", " à "))
    opening = draw(st.sampled_from(("", "", "", "avant ", "après ", "depuis ", "jusqu’au ", "du ")))
    opening += draw(st.sampled_from(("", "", "entre ", "vers ", "s. d. ", "[")))
    endings = ("", "", "", " ?", "]", "-", " à nos jours", " et s. d.", " (?)", " (lacunes)")
    closing = draw(st.sampled_from((*endings, ", copie de 1850", " [papier]", " (vers 1848)")))
    parts = draw(st.lists(atoms, min_size=1, max_size=4))
    between = [draw(joints) for _ in parts[1:]]
    body = "".join(itertools.chain(*itertools.zip_longest(parts, between, fillvalue="")))
    return opening + body + closing


def _read(text: str) -> Period | None:
    try:
        return read_period(text, CENTURY)
    except Doubt:
        return None


@st.composite
def _plain(draw: st.DrawFn) -> str:
    """Draw a text of one of the commonest shapes, possible or not."""
    years = st.integers(0, 2300).map(lambda year: f"{year:04}")
    days, months = st.integers(0, 32), st.integers(0, 13)
    words = st.sampled_from(("janvier", "fevr", "mars", "mar", "mai", "juin", "aout", "dec", "an"))
    return draw(
        st.one_of(
            years,
            st.builds("{}-{}".format, years, years),
            st.builds("{} {}".format, words, years),
            st.builds("{} {} {}".format, st.one_of(days, st.just("1er")), words, years),
            st.builds("{}/{}/{}".format, days, months, years),
        )
    )


@settings(max_examples=1000)
@given(_plain())
def test_what_is_read_at_a_glance_is_what_the_grammar_reads(text: str) -> None:
    moment = plain(text)

    if moment is not None:
        assert moment == by_grammar(text, Years.of(CENTURY))


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=60), _TEXTS, _GLUED, _likely()))
def test_no_text_is_an_error(text: str) -> None:
    """It is read or doubted; what is read keeps its letters, and its days in order."""
    period = _read(text)

    if period is not None:
        assert period.verbatim == text
        assert (period.first is None) == (period.last is None) == (period.edtf is None)
        if period.first is not None and period.last is not None:
            assert period.first <= period.last


@settings(max_examples=600, derandomize=True)
@given(st.one_of(_TEXTS, _likely()))
def test_what_is_printed_is_read_as_the_same_period(text: str) -> None:
    period = _read(text)

    if period is not None:
        for label in (period.label, period.short):
            again = _read(str(label))
            assert again is not None, str(label)
            assert again.edtf == period.edtf, str(label)


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.one_of(_TEXTS, _likely()))
def test_what_is_read_is_valid_edtf(text: str) -> None:
    period = _read(text)

    if period is not None and period.edtf is not None:
        parse_edtf(period.edtf)


@given(st.dates(min_value=dt.date(1000, 1, 1), max_value=dt.date(2199, 12, 31)))
def test_every_day_is_read_in_every_way_of_writing_it(day: dt.date) -> None:
    numbers = (f"{day:%d/%m/%Y}", f"{day:%d.%m.%Y}", f"{day.day}/{day.month}/{day.year}")
    label = str(read_period(day.isoformat()).label)

    assert {read_period(text).edtf for text in (*numbers, label)} == {day.isoformat()}


# -- cells -----------------------------------------------------------------------------


def _record(row: int, *sections: str, **period: object) -> Record:
    """Return a row: ``year=1993`` is a cell of the column of years."""
    cells = {
        Role[name.upper()]: _cell(row, column, value)
        for column, (name, value) in enumerate(period.items(), 1)
    }
    texts = tuple(_cell(row, column, text) for column, text in enumerate(sections, 10))
    return Record(row, cells, sections=texts)


def _cell(row: int, column: int, value: object) -> Cell:
    text = Text.plain_text(str(value), CellRef("Frise", row, column))
    return Cell(text, value)  # type: ignore[arg-type]


def _periods(*records: Record) -> tuple[list[str | None], list[str]]:
    found: list[Diagnostic] = []
    periods = read_periods(records, found.append)
    return [each.edtf for each in periods], [f"{each.at} {each.code.slug}" for each in found]


def test_dates_numbers_and_texts_may_stand_in_one_column() -> None:
    edtf, found = _periods(
        _record(2, period=1993),
        _record(3, period=1993.0),
        _record(4, period=dt.date(1993, 4, 1)),
        _record(5, period=dt.datetime(1993, 4, 2, 10, 30)),
        _record(6, period="13-15 octobre 1994"),
        _record(7, period="fin 94"),
        _record(8, period=-52),
    )

    assert edtf == [
        "1993", "1993", "1993-04-01", "1993-04-02", "1994-10-13/1994-10-15", "1994", "-0051",
    ]  # fmt: skip
    assert found == ["Frise!A7 period-century-added", "Frise!A8 period-reworded"]


def test_the_time_of_a_date_cell_is_printed() -> None:
    """Alone it follows its day; of begin and end, both stand in brackets."""
    start, end = dt.datetime(1993, 4, 2, 10, 30), dt.datetime(1993, 4, 2, 12, 0)
    rows = (
        _record(2, period=start),
        _record(3, period=dt.datetime(1993, 4, 2)),
        _record(4, period=start, end=end),
        _record(5, period=start, end=dt.datetime(1993, 4, 3)),
    )
    found: list[Diagnostic] = []

    periods = read_periods(rows, found.append)

    assert found == []
    assert [(p.edtf, shown(p.label), shown(p.short)) for p in periods] == [
        ("1993-04-02", "2␣avril 1993 à␣10␣h␣30", "2␣avr.␣1993 à␣10␣h␣30"),
        ("1993-04-02", "2␣avril 1993", "2␣avr.␣1993"),
        ("1993-04-02", "2␣avril 1993 (de 10␣h␣30 à 12␣h)", "2␣avr.␣1993 (de 10␣h␣30 à 12␣h)"),
        (
            "1993-04-02/1993-04-03",
            "du 2 au 3␣avril 1993 (à 10␣h␣30)",
            "2-3␣avr.␣1993 (à 10␣h␣30)",
        ),
    ]


def test_day_month_and_year_may_have_their_own_columns() -> None:
    edtf, found = _periods(
        _record(2, day=3, month=4, year=1993),
        _record(3, day=3, month="avril", year=1993),
        _record(4, month=4, year=1993),
        _record(5, year=1993, end_year=1995),
        _record(6, period="3 avril 1993", end="5 avril 1993"),
        _record(7, period="3 avril", year=1993),
        _record(8, end="5 avril 1993"),
    )

    assert edtf == [
        "1993-04-03", "1993-04-03", "1993-04", "1993/1995", "1993-04-03/1993-04-05",
        "1993-04-03", "../1993-04-05",
    ]  # fmt: skip
    assert found == []


def test_columns_of_their_own_hold_spans_lists_and_doubts_too() -> None:
    edtf, found = _periods(
        _record(2, year="1900/1904"),
        _record(3, day="3-5", month="mars", year=1993),
        _record(4, day="3-5", month=3, year=1993),
        _record(5, day="3 et 5", month="mars", year=1993),
        _record(6, day="1er", month="mars", year="1993 ?"),
        _record(7, month="mars-avril", year=1993),
        _record(8, year="vers 1993"),
        _record(9, day=3, month=4, year=1993, end_day=5, end_month=4, end_year=1993),
        _record(10, day=0, month=0, year=1993),
        _record(11, day=12, year=1993),
    )

    assert edtf == [
        "1900/1904", "1993-03-03/1993-03-05", "1993-03-03/1993-03-05", "{1993-03-03,1993-03-05}",
        "1993-03-01?", "1993-03/1993-04", "1993~", "1993-04-03/1993-04-05", "1993", "1993",
    ]  # fmt: skip
    assert found == ["Frise!C10 period-day", "Frise!B11 period-partly-read"]


def test_a_blank_period_inherits_the_year_and_only_the_year() -> None:
    found: list[Diagnostic] = []
    rows = (_record(2), _record(3, period="01/04/1993"), _record(4), _record(5, period="tôt"))

    first, dated, blank, unread = read_periods((*rows, _record(6)), found.append)[:4]

    assert (first.edtf, first.inherited) == (None, True)
    assert (dated.edtf, dated.inherited) == ("1993-04-01", False)
    assert (blank.edtf, blank.inherited, blank.verbatim) == ("1993", True, None)
    assert (unread.edtf, unread.inherited, str(unread.label)) == (None, False, "tôt")
    assert [f"{each.at} {each.code.slug}" for each in found] == ["Frise!A5 period-unread"]


def test_a_finding_has_its_cell_and_the_text_stays_as_it_stood() -> None:
    found: list[Diagnostic] = []
    texts = ("31 avril 1994", "lundi 3 mai 1994", "04/13/1994", "1995-1994", "an II (1801)")

    periods = read_periods([_record(n, period=t) for n, t in enumerate(texts, 2)], found.append)

    assert [(p.verbatim, str(p.label)) for p in periods] == [(t, t) for t in texts]
    assert [p.edtf for p in periods] == ["1994-04", "1994-05", "1994", None, None]
    assert [f"{each.at} {each.code.slug}" for each in found] == [
        "Frise!A2 period-day",
        "Frise!A3 period-weekday",
        "Frise!A4 period-month",
        "Frise!A5 period-backwards",
        "Frise!A6 period-calendars",
    ]
    assert [each.after for each in found] == [
        "sous 1994", "mardi", "sous 1994", "à la place de sa ligne", "à la place de sa ligne",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("31 juin 1999", "1999-06"),
        ("31/06/1999", "1999-06"),
        ("31 juin 99", "1999-06"),
        ("du 28 au 31 juin 1999", "1999"),
        ("lundi 3 mars 1999", "1999-03"),
        ("35 brumaire an III", "1794-10-22/1794-11-20"),
        ("12 mars 1523/1524", None),
        ("3e mars 1999", "1999"),
        ("1999 et après", "1999"),
        ("1789 1795", None),
        ("copie de 1820", None),
        ("-0044-03-15", None),
        ("1990 et 85", None),
        ("1995-1994", None),
        ("an XV", None),
    ],
)
def test_what_must_not_be_believed_lies_in_the_year_that_it_says(
    text: str, edtf: str | None
) -> None:
    found: list[Diagnostic] = []
    rows = (_record(2, period=1990), _record(3, period=text), _record(4))

    _, doubted, blank = read_periods(rows, found.append)

    assert (doubted.edtf, str(doubted.label), doubted.bare_year) == (edtf, text, None)
    assert [each.severity.value for each in found] == ["check"]
    assert blank.inherited


def test_dates_beside_american_ones_are_doubted_where_month_and_day_may_be_swapped() -> None:
    american = (_record(2, period="3/14/1994"), _record(3, period="5/6/94"))
    both = (*american, _record(4, period="25/12/1994"))
    mixed = (*both, _record(5, period="26/12/1994"))
    same = (_record(2, period="3/14/1994"), _record(3, period="5/5/1994"))

    assert _periods(*american) == (
        ["1994", "1994"],
        ["Frise!A2 period-month", "Frise!A3 period-ambiguous"],
    )
    assert _periods(*both)[0] == ["1994", "1994", "1994-12-25"]
    assert _periods(*mixed)[0] == ["1994", "1994-06-05", "1994-12-25", "1994-12-26"]
    assert _periods(*same)[0] == ["1994", "1994-05-05"]


def test_a_column_of_years_that_says_another_year_is_told() -> None:
    edtf, found = _periods(
        _record(2, period="3 mars 1991", year=1990),
        _record(3, period="5 mai 1992", year=1992),
        _record(4, period="1993-1995", year=1994),
        _record(5, period=dt.date(1997, 5, 3), year="1996"),
    )

    assert edtf == ["1991-03-03", "1992-05-05", "1993/1995", "1997-05-03"]
    assert found == ["Frise!A2 period-years", "Frise!A5 period-years"]


def test_a_word_of_doubt_in_one_cell_is_not_said_of_the_other() -> None:
    edtf, found = _periods(
        _record(2, period="vers 1450", end="1510"),
        _record(3, period=1450, end="1510 ?"),
        _record(4, period="1450 ?", end="vers 1510"),
        _record(5, period="vers 1450", end="vers 1510"),
        _record(6, period="mars ?", end="mai 1510"),
    )

    assert edtf == ["1450~/1510", "1450/1510?", "1450?/1510~", "1450~/1510~", "1510-03?/1510-05"]
    assert found == ["Frise!A2 period-reworded", "Frise!A6 period-reworded"]


def test_a_row_without_a_date_is_told_under_a_dated_one_and_dates_no_blank() -> None:
    edtf, found = _periods(
        _record(2, period="s.d."),
        _record(3, period=1990),
        _record(4, period="Date inconnue"),
        _record(5),
    )

    assert edtf == [None, "1990", None, None]
    assert found == ["Frise!A4 period-undated"]


def test_two_digits_are_read_against_the_years_of_the_document() -> None:
    """1960 to 2003 hold 02 and 94 once each; 1890 to 1995 hold 92 twice: that is doubted."""
    modern = (_record(2, period=1960), _record(3, period=2003))
    long = (_record(2, period=1890), _record(3, period=1995))

    assert _periods(*modern, _record(4, period="juin 02"), _record(5, period="juin 94")) == (
        ["1960", "2003", "2002-06", "1994-06"],
        ["Frise!A4 period-century-added", "Frise!A5 period-century-added"],
    )
    assert _periods(*long, _record(4, period="juin 92")) == (
        ["1890", "1995", None],
        ["Frise!A4 period-century"],
    )
    assert _periods(_record(2, period="juin 94")) == ([None], ["Frise!A2 period-century"])


def test_a_text_that_opens_with_a_date_proposes_it_and_dates_nothing() -> None:
    edtf, found = _periods(
        _record(2, period=1994),
        _record(3, "12 mars 1994\nLe bureau se réunit."),
        _record(4, "Le bureau se réunit.\n12 mars 1994"),
        _record(5, "12 mars 1994\nLe bureau se réunit.", period="14 mars 1994"),
        _record(6, "vers 1450 (?)"),
        _record(7, "1450"),
        _record(8, "II"),
    )

    assert edtf == ["1994", "1994", "1994", "1994-03-14", "1994", "1994", "1994"]
    assert found == ["Frise!J3 period-proposed", "Frise!J6 period-proposed"]


def test_a_title_that_says_today_is_no_matter_of_the_year_above() -> None:
    said = ("Aujourd’hui : 2 000 habitants", "De nos jours", "Aujourd’huit", "Le maire d’alors")
    rows = [replace(_record(n), theme=(_cell(n, 2, each),)) for n, each in enumerate(said, 3)]

    edtf, found = _periods(_record(2, period=2000), *rows)

    assert edtf == ["2000"] * 5
    assert found == ["Frise!B3 period-proposed", "Frise!B4 period-proposed"]


# -- real workbooks --------------------------------------------------------------------


def _workbook(path: Path) -> tuple[tuple[Period, ...], list[str]]:
    found: list[Diagnostic] = []
    records = parse(read(path, Config(), found.append), Config(), found.append)
    found.clear()
    periods = read_periods(records.rows, found.append)
    return periods, [f"{each.at} {each.code.slug}" for each in found]


def test_the_seed_is_read_to_the_last_period(seed: Path) -> None:
    """31 rows: 18 periods of their own, 13 that inherit a year, one date proposed."""
    periods, found = _workbook(seed)

    assert len(periods) == 31
    assert all(period.edtf for period in periods)
    assert sum(period.inherited for period in periods) == 13
    assert found == ["Frise!C25 period-proposed"]


def test_all_603_periods_of_the_reports_are_read(samples: Path) -> None:
    """Read, doubted, refused: 603, 0, 0; years and spans of years, none out of the century."""
    periods, found = _workbook(samples / "inha-envois-rapports.xls")

    assert len(periods) == 603
    assert found == []
    assert all(p.first and p.last and p.edtf and not p.inherited for p in periods)
    assert {p.edtf: str(p.label) for p in periods} == {
        p.edtf: str(p.verbatim).strip() for p in periods
    }
