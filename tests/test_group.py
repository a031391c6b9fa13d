"""Chapters and their order: what the printed history does with the sheet's order."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Config, load_config
from pipeline.diagnostics import Code, Diagnostic
from pipeline.group import group
from pipeline.model import CellRef, Chapter, Day, Entry, Period, Text

_NONE = Period(None, None, None, None)


def _day(year: int, month: int = 1, day: int = 1) -> Period:
    first = Day(year, month, day)
    return Period(str(first), str(first), first, first, Text.plain_text(str(first)))


def _years(first: int, last: int) -> Period:
    edtf = f"{first:04}" if first == last else f"{first:04}/{last:04}"
    return Period(edtf, edtf, Day(first, 1, 1), Day(last, 12, 31), Text.plain_text(edtf))


def _inherited(year: int) -> Period:
    return Period(str(year), None, Day(year, 1, 1), Day(year, 12, 31), inherited=True)


def _unread(verbatim: str) -> Period:
    return Period(None, verbatim, None, None)


def _entries(*periods: Period) -> tuple[Entry, ...]:
    return tuple(
        Entry(
            f"r{row}",
            CellRef("Frise", row, 1),
            period,
            Text.plain_text(f"Thème {row}", CellRef("Frise", row, 2)),
        )
        for row, period in enumerate(periods, start=2)
    )


def _printed(chapters: tuple[Chapter, ...]) -> dict[int | None, list[str]]:
    return {each.year: [entry.id for entry in each.all_entries] for each in chapters}


def _group(
    *periods: Period, config: Config | None = None
) -> tuple[dict[int | None, list[str]], list[str]]:
    found: list[Diagnostic] = []
    chapters = group(_entries(*periods), config or Config(), found.append)
    return _printed(chapters), [f"{each.code.slug} {each.at}" for each in found]


def test_a_bare_year_opens_and_names_its_chapter() -> None:
    (chapter,) = group(_entries(_years(1993, 1993), _day(1993, 4)), Config(), [].append)

    assert (str(chapter.title), chapter.opening.id, [e.id for e in chapter.entries]) == (
        "Thème 2",
        "r2",
        ["r3"],
    )


def test_a_second_bare_year_is_an_entry_of_the_year() -> None:
    printed, found = _group(_years(1993, 1993), _years(1993, 1993), _day(1993, 4))

    assert printed == {1993: ["r2", "r3", "r4"]}
    assert found == []


def test_without_a_bare_year_the_chapter_is_the_year_alone() -> None:
    (chapter,) = group(_entries(_day(1993, 4)), Config(), [].append)

    assert (chapter.year, str(chapter.title), chapter.opening) == (1993, "", None)


def test_a_span_stays_in_the_chapter_in_which_its_row_stands() -> None:
    printed, found = _group(_day(1993, 9), _years(1992, 1994), _day(1993, 10))

    assert printed == {1993: ["r2", "r3", "r4"]}
    assert found == []


def test_a_row_whose_period_has_the_day_above_it_keeps_its_place() -> None:
    august = Period("1914-08", "août 1914", Day(1914, 8, 1), Day(1914, 8, 31))

    printed, found = _group(_day(1914, 8, 3), august, _years(1914, 1918), _day(1914, 3))

    assert printed == {1914: ["r5", "r2", "r3", "r4"]}
    assert found == ["row-moved Frise!A5"]


def test_a_span_that_does_not_cover_the_year_above_goes_to_its_first_year() -> None:
    printed, _ = _group(_day(1995), _years(1990, 1992))

    assert printed == {1990: ["r3"], 1995: ["r2"]}


def test_the_fewest_rows_are_moved_and_reported_and_followers_travel() -> None:
    printed, found = _group(
        _day(1993, 12, 20), _inherited(1993), _day(1993, 9), _unread("un jour"), _day(1993, 10)
    )

    assert printed == {1993: ["r4", "r5", "r6", "r2", "r3"]}
    assert found == ["row-moved Frise!A2"]


def test_the_order_of_the_sheet_is_kept_when_asked_for() -> None:
    config = load_config('[chapitres]\nordre = "feuille"', "annales.toml")

    printed, found = _group(_day(1993, 12), _day(1993, 9), config=config)

    assert printed == {1993: ["r2", "r3"]}
    assert found == []


def test_a_sheet_that_runs_backwards_is_said_once() -> None:
    printed, found = _group(_day(1995), _day(1994), _day(1993), _day(1992))

    assert printed == {1992: ["r5"], 1993: ["r4"], 1994: ["r3"], 1995: ["r2"]}
    assert found == ["sheet-reversed None"]


def test_spans_of_years_do_not_hide_that_a_sheet_runs_backwards() -> None:
    printed, found = _group(_day(1995), _years(1993, 1995), _day(1994), _day(1993))

    assert printed == {1993: ["r5"], 1994: ["r4"], 1995: ["r2", "r3"]}
    assert found == ["sheet-reversed None"]


def test_one_row_out_of_place_does_not_hide_that_a_sheet_runs_backwards() -> None:
    _, found = _group(_day(1995), _day(1994), _day(1996), _day(1993), _day(1992))

    assert found == ["sheet-reversed None", "row-moved Frise!A4"]


def test_years_that_run_backwards_over_their_rows_are_said_once() -> None:
    periods = [each for y in (1995, 1994, 1993) for each in (_years(y, y), _day(y, 3), _day(y, 9))]

    printed, found = _group(*periods)

    assert printed[1994] == ["r5", "r6", "r7"]
    assert found == ["sheet-reversed None"]


def test_a_few_rows_that_run_backwards_are_moved_rows() -> None:
    _, found = _group(_day(1991), _day(1992), _day(1993), _day(1996), _day(1995), _day(1994))

    assert found == ["row-moved Frise!A5", "row-moved Frise!A6"]


def test_rows_without_any_year_above_them_come_first_and_keep_no_year() -> None:
    printed, found = _group(_unread("jadis"), _NONE, _day(1993))

    assert printed == {None: ["r2", "r3"], 1993: ["r4"]}
    assert found == []


def test_a_configured_title_replaces_the_theme_and_says_so() -> None:
    config = load_config('[chapitres]\ntitres = {1993 = "L’année des régions"}', "annales.toml")
    found: list[Diagnostic] = []

    (chapter,) = group(_entries(_years(1993, 1993)), config, found.append)

    assert str(chapter.title) == "L’année des régions"
    assert [(each.code, str(each.at)) for each in found] == [(Code.TITLE_REPLACED, "Frise!B2")]


def test_a_configured_title_without_a_chapter_is_said() -> None:
    config = load_config('[chapitres]\ntitres = {1949 = "La charte"}', "annales.toml")
    found: list[Diagnostic] = []

    group(_entries(_years(1994, 1994)), config, found.append)

    assert [each.code for each in found] == [Code.TITLE_UNUSED]
    assert "La charte" in found[0].message
    assert "1949" in found[0].message


@given(
    st.lists(
        st.one_of(
            st.builds(_day, st.integers(1990, 1994), st.integers(1, 12), st.integers(1, 28)),
            st.builds(lambda a, b: _years(min(a, b), max(a, b)), *[st.integers(1990, 1994)] * 2),
            st.builds(_inherited, st.integers(1990, 1994)),
            st.just(_unread("?")),
        ),
        max_size=30,
    )
)
def test_every_entry_is_printed_once_and_days_never_fall(periods: list[Period]) -> None:
    entries = _entries(*periods)

    chapters = group(entries, Config(), [].append)

    assert sorted(e.id for c in chapters for e in c.all_entries) == sorted(e.id for e in entries)
    for chapter in chapters:
        own = [e.period for e in chapter.entries if e.period.first and not e.period.inherited]
        days = [each.first for each in own if each.first == each.last]
        assert days == sorted(days)
        assert all(above.first <= below.last for above, below in combinations(own, 2))


def test_a_year_that_nobody_wrote_is_told() -> None:
    century = Period("18xx", "XIXe siècle", Day(1801, 1, 1), Day(1900, 12, 31))
    decade = Period("187x", "années 70", Day(1870, 1, 1), Day(1879, 12, 31))

    assert _group(century) == ({1801: ["r2"]}, ["year-of-span Frise!A2"])
    assert _group(decade) == ({1870: ["r2"]}, [])
    assert _group(_years(1801, 1900)) == ({1801: ["r2"]}, [])
    # where it stands in the chapter of the row above, nobody chose a year for it
    assert _group(_day(1850), century) == ({1850: ["r2", "r3"]}, [])
