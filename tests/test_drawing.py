"""The timelines: names that never meet, words that say what is drawn, room that is kept."""

from __future__ import annotations

import datetime as dt
import re
from itertools import pairwise
from pathlib import Path

import pytest
import uharfbuzz
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import Workbook

from pipeline import resources
from pipeline.drawing import (
    Drawing,
    era_timeline,
    year_timeline,
    years_at_a_glance,
)
from pipeline.drawing.svg import _WIDTHS as letter_widths
from pipeline.drawing.svg import _long as line_length
from pipeline.drawing.svg import fitted, width_of
from pipeline.drawing.svg import text as line_of
from pipeline.model import Chapter, Era, Text
from tests.conftest import shipped_theme, work_of
from tests.workbooks import book

WIDTH = 311.8
HIGHEST = 364.5
THEME = shipped_theme()


def _chapters(folder: Path, *rows: tuple[object, object]) -> tuple[Chapter, ...]:
    book = Workbook()
    assert book.active is not None
    for row in (("Date", "Thème", "Récit"), *((*row, "Un récit.") for row in rows)):
        book.active.append(row)
    path = folder / "a.xlsx"
    book.save(path)
    return work_of(path).booklet.chapters


def _glance(chapters: tuple[Chapter, ...]) -> Drawing:
    drawing = years_at_a_glance(chapters, THEME, WIDTH)
    assert drawing is not None
    return drawing


def _names(drawing: Drawing) -> list[tuple[float, float, float, str]]:
    """Return left, right, baseline and letters of each line of text; the widest it can be."""
    found = []
    for each in etree.fromstring(drawing.svg.encode()).iter("{*}text"):
        x, y, size = (float(each.get(name, "0")) for name in ("x", "y", "font-size"))
        long = width_of(each.text or "", size)
        letters = " ".join((each.text or "").split())
        left = {"start": x, "middle": x - long / 2, "end": x - long}[each.get("text-anchor", "")]
        found.append((left, left + long, y, letters))
    return found


def _assert_legible(drawing: Drawing) -> None:
    names = _names(drawing)
    assert drawing.height_pt <= HIGHEST + 0.1
    assert drawing.height_pt % 13.5 == 0
    for left, right, y, letters in names:
        assert left >= -0.5, letters
        assert right <= WIDTH + 12, letters
        assert 0 < y <= drawing.height_pt + 1, letters
    for number, one in enumerate(names):
        for other in names[:number]:
            if abs(one[2] - other[2]) < 5:
                assert one[1] <= other[0] + 2 or other[1] <= one[0] + 2, (one, other)


def test_the_glance_of_a_real_long_history_keeps_its_room(samples: Path) -> None:
    _assert_legible(_glance(work_of(samples / "currier-chronology.xlsx").booklet.chapters))


@pytest.mark.parametrize(
    ("first", "last", "labels"),
    [
        (1890, 1899, [str(year) for year in range(1890, 1900)]),
        (1801, 1900, [str(year) for year in range(1810, 1901, 10)]),
        (-399, -300, ["−400", "−390", "−380", "−370", "−360", "−350", "−340", "−330", "−320"]),
        (-20, 30, ["−20", "−15", "−10", "−5", "5", "10", "15", "20", "25", "30"]),
    ],
    ids=["decade", "century", "before Christ", "across"],
)
def test_the_line_of_an_era_names_round_years(
    first: int, last: int, labels: list[str], tmp_path: Path
) -> None:
    years = [f"{1 - year} av. J.-C." if year <= 0 else str(year) for year in (first, last)]
    chapters = _chapters(tmp_path, *((year, "A") for year in years))
    drawing = era_timeline(Era(Text.plain_text("X"), first, last, chapters), THEME, WIDTH)

    _assert_legible(drawing)
    assert [name for *_, name in _names(drawing)][: len(labels)] == labels
    assert drawing.height_pt <= 4 * 13.5


@pytest.mark.parametrize("years", [*range(150, 180, 5), 200, 217])
def test_the_years_of_a_line_stand_apart_at_its_ends_too(years: int, tmp_path: Path) -> None:
    first, last = 1800, 1800 + years
    chapters = _chapters(tmp_path, (first, "A"), (last, "B"))
    drawing = era_timeline(Era(Text.plain_text("X"), first, last, chapters), THEME, WIDTH)

    labels = sorted(_names(drawing))
    assert len(labels) > 3
    assert all(other[0] - one[1] > 2 for one, other in pairwise(labels)), labels


def test_the_line_of_an_era_draws_each_entry_at_its_date(tmp_path: Path) -> None:
    rows: list[tuple[object, object]] = [("01/01/1890", "A"), ("31/12/1899", "B")]
    rows += [(1895, "C"), ("1892-1897", "D"), *((1896, f"E{n}") for n in range(9))]
    drawing = era_timeline(
        Era(Text.plain_text("Années 1890"), 1890, 1899, _chapters(tmp_path, *rows)), THEME, WIDTH
    )
    tree = etree.fromstring(drawing.svg.encode())
    (dots,) = (each for each in tree.iter("{*}path") if each.get("stroke-linecap"))
    (span,) = tree.iter("{*}rect")
    at = [float(x) for x in re.findall(r"M([\d.]+)", dots.get("d"))]

    assert min(at) < 1
    assert max(at) > WIDTH - 1
    assert float(span.get("x")) == pytest.approx(WIDTH * 0.2, abs=0.1)
    assert float(span.get("width")) == pytest.approx(WIDTH * 0.6, abs=0.1)
    assert "9" in [name for *_, name in _names(drawing)]  # too many to stack
    words = drawing.words.replace("\N{NO-BREAK SPACE}", " ")
    assert words.startswith("Années 1890 : 13 entrées. Nombre d’entrées par année : 1890 : 1")
    assert "De 1892 à 1897 : D." in words


def test_what_covers_years_is_named_over_each_of_them(tmp_path: Path) -> None:
    """Not drawn on the line of days, where it would hide them."""
    chapters = _chapters(tmp_path, (1993, "A"), ("1992-1994", "Un plan"), (1994, "B"))
    drawing = _glance(chapters)

    assert [name for _, _, _, name in _names(drawing)].count("1992-1994 · Un plan") == 2
    assert drawing.words.count("Un plan") == 2


def test_neighbouring_days_keep_their_numbers_apart(tmp_path: Path) -> None:
    days = ("3/5/1994", "5/5/1994", "9/5/1994", "du 20 au 23/5/1994", "du 1/7 au 15/9/1994")
    timeline = year_timeline(_chapters(tmp_path, *((day, "x") for day in days))[0], THEME, WIDTH)

    assert timeline is not None
    _assert_legible(timeline)
    assert {"9", "20–23"} <= {name for _, _, _, name in _names(timeline)}
    assert timeline.svg.count("<rect") == 1  # the summer


def test_no_point_stands_on_a_number(tmp_path: Path) -> None:
    days = [f"{day}/{month}/2019" for month in range(1, 13) for day in (8, 15, 22)]
    days += [f"du {month} au {month + 5}/{month}/2019" for month in range(1, 13)]
    days += [f"du {day} au {day + 5}/{month}/2019" for month, day in ((2, 16), (7, 12), (8, 14))]
    timeline = year_timeline(_chapters(tmp_path, *((day, "x") for day in days))[0], THEME, WIDTH)

    assert timeline is not None
    numbers = [each for each in _names(timeline) if each[3][0].isdigit()]
    marks = [
        (float(x), float(y), float(long))
        for d in re.findall(r'<path d="([^"]+)"[^>]*stroke-linecap="round"', timeline.svg)
        for x, y, long in re.findall(r"M([\d.]+) ([\d.]+)h([\d.]+)", d)
    ]
    assert len(numbers) > 12
    assert len(marks) > 40
    for left, right, low, number in numbers:
        for x, y, long in marks:
            apart = right <= x - 1.7 or x + long + 1.7 <= left
            assert apart or y - 1.7 > low - 0.5 or y + 1.7 < low - 4, (number, x, y)


DAYS = st.lists(
    st.tuples(
        st.dates(dt.date(1993, 1, 1), dt.date(1995, 12, 31)),
        st.sampled_from(
            ["Charte", "Congrès de Boulogne", "Un thème qui est vraiment très long", ""]
        ),
    ),
    min_size=1,
    max_size=40,
)


@given(days=DAYS)
@settings(max_examples=40)
def test_names_never_meet(days: list[tuple[dt.date, str]], tmp_path_factory: object) -> None:
    folder = tmp_path_factory.mktemp("days")  # type: ignore[attr-defined]
    rows = [(day.strftime("%d/%m/%Y"), theme) for day, theme in sorted(days)]

    _assert_legible(_glance(_chapters(folder, *rows)))


def test_what_is_dated_is_named_where_there_is_room(tmp_path: Path) -> None:
    rows = [("12/03/1993", "Congrès"), ("1er juin 1993", "Fête"), ("du 3 au 30/10/1993", "Mois")]
    drawing = _glance(_chapters(tmp_path, *rows, ("2/2/1994", "Loi")))

    letters = [name for _, _, _, name in _names(drawing)]
    assert {"12 mars · Congrès", "1ᵉʳ juin · Fête", "2 févr. · Loi"} <= set(letters)
    for said in ("12 mars", "Congrès", "Fête", "Mois", "1994", "Loi"):
        assert said in " ".join(drawing.words.split())
    assert drawing.svg.count("<rect") == 1  # what lasts has a bar


def test_three_hundred_events_on_one_day_stay_in_their_band(tmp_path: Path) -> None:
    chapters = _chapters(tmp_path, *[("1/5/1994", f"Brève {n}") for n in range(300)])

    _assert_legible(_glance(chapters))
    timeline = year_timeline(chapters[0], THEME, WIDTH)
    assert timeline is not None
    heights = [float(y) for y in re.findall(r"M[\d.]+ ([\d.]+)h", timeline.svg)]
    assert min(heights) > 0
    assert "300" in {name for _, _, _, name in _names(timeline)}  # not 300 points: their number
    assert "300 événements datés" in timeline.words


def test_what_is_alike_is_named_once_with_its_number(tmp_path: Path) -> None:
    """And the points of a day do not hide the name of its month."""
    rows = [("8/1/1978", "") for _ in range(10)]
    drawing = _glance(_chapters(tmp_path, *rows, (1979, "A")))
    tree = etree.fromstring(drawing.svg.encode())
    (dots,) = (each.get("d") for each in tree.iter("{*}path") if each.get("stroke-linecap"))
    top = min(float(y) for y in re.findall(r"M[\d.]+ ([\d.]+)", dots))
    names = [(letters, y) for _, _, y, letters in _names(drawing)]

    assert [name for name, _ in names if name.startswith("8 janv")] == ["8 janv. (10 entrées)"]
    assert min(y for name, y in names if name == "janv.") < top - 2


def test_a_name_stands_under_those_that_come_later(tmp_path: Path) -> None:
    """Where it would take their rows: all four find a place in the third of a page."""
    rows = [
        ("1er avril 1987", "Dépôt des statuts"),
        ("15 septembre 1987", "Premier contrat"),
        ("23 octobre 1987", "Journées portes ouvertes du quartier"),
        ("11 décembre 1987", "Visite du préfet"),
        *((f"{year - 1}-{year + 1}", "Groupe") for year in (1988,)),
    ]
    chapters = _chapters(tmp_path, *rows, ("3 mai 1988", "A"), ("3 mai 1989", "B"))
    names = {letters for *_, letters in _names(_glance(chapters))}

    assert {"1ᵉʳ avr. · Dépôt des statuts", "11 déc. · Visite du préfet"} <= names


def test_a_full_year_has_the_room_that_others_leave(tmp_path: Path) -> None:
    named = {
        "du 12 au 13 mars 1988": "Congrès de Villeneuve",
        "17 mai 1988": "Formation",
        "30 juin 1988": "Fête de l’été",
        "fin octobre 1988": "Déménagement",
        "25 et 26 novembre 1988": "Université d’automne",
    }
    rows = [("1987-1989", "Groupe"), ("3 mai 1987", "A"), *named.items(), ("3 mai 1989", "B")]
    names = [letters for *_, letters in _names(_glance(_chapters(tmp_path, *rows)))]

    assert {theme for name in names for theme in named.values() if name.endswith(theme)} == {
        *named.values()
    }


def test_a_few_years_without_dates_have_no_empty_months(tmp_path: Path) -> None:
    drawing = _glance(_chapters(tmp_path, (1901, "A"), (1924, "B"), (1950, "C")))

    assert "janv." not in drawing.svg


@pytest.mark.parametrize("years", [6, 300])
def test_years_without_titles_are_named_by_their_themes(years: int, tmp_path: Path) -> None:
    rows = [(f"{1 + n % 28}/3/{1700 + n}", f"Fait {n}") for n in range(years)]
    names = {letters for *_, letters in _names(_glance(_chapters(tmp_path, *rows)))}

    assert names & {"Fait 0", "1700 Fait 0"}
    assert len([name for name in names if "Fait" in name]) > min(years - 1, 30)


def test_an_entry_alone_has_a_short_bar(tmp_path: Path) -> None:
    drawing = _glance(_chapters(tmp_path, *((1700 + n, f"Fait {n}") for n in range(300))))
    bars = etree.fromstring(drawing.svg.encode()).iter("{*}rect")

    assert max(float(each.get("width")) for each in bars) <= 30


@pytest.mark.parametrize("years", [4, 27, 40, 110, 300])
def test_many_years_have_a_row_each_or_a_bar(years: int, tmp_path: Path) -> None:
    rows = [(1700 + n, f"Ce que fut l’année {1700 + n}") for n in range(years)]
    chapters = _chapters(tmp_path, *rows, ("1702-1705", "Une guerre"))
    drawing = _glance(chapters)

    _assert_legible(drawing)
    assert f"1700 à {1699 + years}" in drawing.words
    assert f"{years + 1} entrées" in drawing.words
    assert "De 1702 à 1705" in drawing.words
    labels = {name for _, _, _, name in _names(drawing)}
    assert "1700" in labels
    assert str(1699 + years) in labels
    assert "plusieurs années" in drawing.caption


@pytest.mark.parametrize("years", [6, 300])
def test_years_before_christ_are_drawn_as_the_book_counts_them(years: int, tmp_path: Path) -> None:
    rows = [(f"{years - n} av. J.-C.", f"Fait {n}") for n in range(years)]
    drawing = _glance(_chapters(tmp_path, *rows, ("12 apr. J.-C.", "Un autre")))

    labels = [name for _, _, _, name in sorted(_names(drawing), key=lambda each: each[2])]
    assert f"−{years}" in labels
    assert "0" not in labels
    said = drawing.words.replace("\N{NO-BREAK SPACE}", " ")
    assert said.startswith(f"Les années {years} av. J.-C. à 12 apr. J.-C. : {years + 1} entrées.")
    left = [int(each.replace("−", "-")) for each in labels if re.fullmatch(r"−\d+|12", each)]
    assert left == sorted(left)


def test_no_year_is_marked_where_the_axis_is_broken(tmp_path: Path) -> None:
    near = [*range(-3900, -2300, 95), *range(-2300, -900, 41), *range(-900, -300, 11)]
    drawing = _glance(_chapters(tmp_path, *((f"{-year} av. J.-C.", "Fait") for year in near)))

    names = sorted(_names(drawing), key=lambda each: each[2])
    years = [-int(letters[1:]) for left, _, _, letters in names if left == 0 and letters[1:]]
    assert len(years) > 5
    assert years == sorted(years)
    assert not any(-3900 < year < -2300 for year in years)


def test_the_title_row_of_a_year_is_no_entry(tmp_path: Path) -> None:
    """Where entries stand under it, and it says no more: it is counted and drawn nowhere."""
    book = Workbook()
    assert book.active is not None
    for row in (
        ("Date", "Thème", "Récit"),
        (1914, "La chanson", None),
        ("2 août 1914", "Un poème", "Ô mon pays."),
        (1915, "Seule", None),
        (1916, "Dit", "Un récit."),
        ("3 mai 1916", "Suite", "Un autre."),
    ):
        book.active.append(row)
    book.save(tmp_path / "a.xlsx")
    chapters = work_of(tmp_path / "a.xlsx").booklet.chapters
    era = era_timeline(Era(Text.plain_text("X"), 1914, 1916, chapters), THEME, WIDTH)
    said = "1914 : 1 ; 1915 : 1 ; 1916 : 2"
    (dots,) = re.findall(r'<path d="([^"]*)" [^>]*linecap', era.svg)

    assert [len(each.counted) for each in chapters] == [1, 1, 2]
    assert said in _plain(era)
    assert dots.count("M") == 4
    assert {"1 entrée", "2 entrées, dont 1 à sa date"} <= {
        name for *_, name in _names(_glance(chapters))
    }


def test_a_year_of_which_nothing_is_said_has_no_entry(tmp_path: Path) -> None:
    rows = [("Date", "Thème", "Récit"), *((year, None, None) for year in range(1900, 1906))]
    bare = work_of(book(tmp_path / "b.xlsx", *rows)).booklet.chapters
    rows += [(f"3 mai {year}", "Bal", "Un récit.") for year in range(1906, 1912)]
    some = work_of(book(tmp_path / "c.xlsx", *rows)).booklet.chapters

    assert _plain(_glance(bare)) == "Les années 1900 à 1905 : aucune entrée."
    assert "aucune" not in _plain(_glance(some))
    assert "6 entrées" in _plain(_glance(some))
    assert "1905" not in _glance(some).words.split("Nombre")[1]
    counts = [letters for *_, letters in _names(_glance(some)) if len(letters) == 1]
    assert counts.count("1") == 6


def _plain(drawing: Drawing) -> str:
    return re.sub(r"\s", " ", drawing.words)


def test_the_months_are_written_as_labels_have_them(tmp_path: Path) -> None:
    chapters = _chapters(tmp_path, ("3 avril 1994", "A"), ("14 juillet 1994", "B"))
    timeline = year_timeline(chapters[0], THEME, WIDTH)

    assert timeline is not None
    for drawing in (timeline, _glance(chapters)):
        assert {"avr.", "juill."} <= {name for *_, name in _names(drawing)}


def test_a_day_of_many_entries_says_how_many_are_left_out(tmp_path: Path) -> None:
    rows = [("13 mai 1968", f"Brève {n}") for n in range(60)]
    chapters = _chapters(tmp_path, *rows, ("14 mai 1968", "Reprise."), ("27 avril 1969", "Oui"))
    drawing = _glance(chapters)
    lines = [name for *_, name in sorted(_names(drawing), key=lambda each: each[2])]
    named = [name for name in lines if name.startswith("13 mai · ")]

    _assert_legible(drawing)
    assert named == [f"13 mai · Brève {n}" for n in range(len(named))]
    assert f"et {60 - len(named)} autres" in lines
    assert "61" in lines  # over its four points
    assert "au-delà de quatre, un chiffre dit leur nombre" in drawing.caption
    assert "13 mai : 60 entrées" in _plain(drawing)
    assert "Brève 7" not in drawing.words
    assert ".." not in drawing.words


def test_days_without_room_for_their_names_are_said_to_be(tmp_path: Path) -> None:
    rows = [(f"{1 + n % 28}/{1 + n % 12:02}/1994", f"Séance du conseil {n}") for n in range(40)]
    many, few = (_glance(_chapters(tmp_path, *rows[:count])) for count in (40, 3))
    named = sum("Séance" in name for *_, name in _names(many))

    assert 0 < named < 39
    assert f"faute de place, {40 - named} entrées n’ont que leur point." in many.caption
    assert "faute" not in few.caption


def test_what_a_day_leaves_out_is_said_once(tmp_path: Path) -> None:
    rows = [("13 mai 1968", f"Brève {n}") for n in range(60)]

    assert "faute" not in _glance(_chapters(tmp_path, *rows)).caption


def test_the_years_at_a_glance_stay_on_their_page(tmp_path: Path) -> None:
    """Ten centuries: nineteen rows, a sum of fractions that is a little more than the page."""
    rows = [(f"{n}e siècle", f"Fait {n}") for n in range(11, 21)]

    assert _glance(_chapters(tmp_path, *rows)).height_pt <= HIGHEST


def test_a_number_stays_between_the_ends_of_the_year(tmp_path: Path) -> None:
    rows = [(day, f"Brève {n}") for day in ("1/1/1968", "31/12/1968") for n in range(10)]
    numbers = [each for each in _names(_glance(_chapters(tmp_path, *rows))) if each[3] == "10"]

    assert len(numbers) == 2
    assert all(left > -0.2 and right < WIDTH + 0.2 for left, right, *_ in numbers), numbers


def test_a_date_is_said_once_with_its_number(tmp_path: Path) -> None:
    rows = [("13 mai 1968", f"Brève {n}") for n in range(60)]
    (chapter,) = _chapters(tmp_path, *rows, ("14 mai 1968", "Reprise"))
    timeline = year_timeline(chapter, THEME, WIDTH)

    assert timeline is not None
    assert _plain(timeline) == (
        "Frise de l’année 1968 : 61 événements datés : 13 mai 1968 (60 entrées) ; 14 mai 1968."
    )


def test_a_long_history_is_said_shortly(tmp_path: Path) -> None:
    rows = [(1700 + n, f"Fait {n}") for n in range(200)]
    rows += [("3 mai 1777", "Un autre"), *((f"{1710 + n}-{1720 + n}", "Long") for n in range(9))]
    chapters = _chapters(tmp_path, *rows)
    era = era_timeline(Era(Text.plain_text("X"), 1700, 1899, chapters), THEME, WIDTH)

    for drawing in (_glance(chapters), era):
        assert "210 entrées. 200 années en ont ; les plus remplies :" in _plain(drawing)
        assert "9 entrées durent plusieurs années, la plus longue de 1710" in _plain(drawing)
        assert len(drawing.words) < 260


def test_a_year_without_a_title_has_a_theme_beside_years_that_have_one(tmp_path: Path) -> None:
    rows = [(1532, "Union"), ("vers 1600", "Prieuré"), ("15 août 1675", "Révolte"), (1836, "Canal")]
    names = {name for *_, name in _names(_glance(_chapters(tmp_path, *rows)))}

    assert {"Union", "Prieuré", "Révolte", "Canal"} <= names


@pytest.mark.parametrize(
    ("rows", "caption"),
    [
        ([(f"{n % 28 + 1} mai {1900 + n}", "A") for n in range(9)], "Un point, une date ; "),
        ([(1900 + n // 3, f"A{n}") for n in range(30)], "Un point, une entrée ; "),
        ([(1900 + n // 99, f"A{n}") for n in range(499)], "Plus la barre est longue, "),
    ],
)
def test_the_key_says_what_is_drawn(
    rows: list[tuple[object, object]], caption: str, tmp_path: Path
) -> None:
    assert _glance(_chapters(tmp_path, *rows)).caption.replace("\u202f", " ").startswith(caption)


def test_the_sign_of_years_before_christ_is_explained(tmp_path: Path) -> None:
    rows = [(f"{9 - n} av. J.-C.", f"Fait {n}") for n in range(5)]

    caption = _glance(_chapters(tmp_path, *rows)).caption

    assert caption.replace("\N{NO-BREAK SPACE}", " ").endswith("−9, l’an 9 av. J.-C.")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        ([(1993, "a")], "1 entrée sans date propre"),
        ([("12 mai 1993", "a"), (None, "b")], "2 entrées, dont 1 à sa date"),
        (
            [("12 mai 1993", "a"), ("13 mai 1993", "b"), (None, "c")],
            "3 entrées, dont 2 à leur date",
        ),
        ([("12 mai 1993", "a")], "1 entrée"),
    ],
)
def test_a_band_says_how_many_entries_have_a_date(
    rows: list[tuple[object, object]], said: str, tmp_path: Path
) -> None:
    labels = {name for _, _, _, name in _names(_glance(_chapters(tmp_path, *rows)))}

    assert said in labels


def test_an_undated_history_has_no_drawing(tmp_path: Path) -> None:
    chapters = _chapters(tmp_path, ("s. d.", "Un fait"), ("s. d.", "Un autre"))

    assert years_at_a_glance(chapters, THEME, WIDTH) is None
    assert year_timeline(chapters[0], THEME, WIDTH) is None


@given(st.text(alphabet="abcWMié ’«»", max_size=80), st.floats(20, 200))
def test_a_line_that_is_cut_fits(line: str, width: float) -> None:
    assert width_of(fitted(line, width, 8), 8) <= width + 0.01 or fitted(line, width, 8) == "…"


def test_letters_are_as_wide_as_in_the_font() -> None:
    """Centred lines are written from their left end, which is reckoned from these widths."""
    path = resources.font_files("font_source_sans_pro") / "SourceSansPro-Regular.otf"
    font = uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob.from_file_path(str(path))))
    wide = {
        letter: font.get_glyph_h_advance(font.get_nominal_glyph(ord(letter)))
        for letter in [*letter_widths, *"éàêïçùÉÀÔŸ"]
    }

    assert {letter: round(1000 * line_length(letter)) for letter in wide} == wide


@pytest.mark.parametrize(
    "letters", ["1ᵉʳ sept. · Études", "25 et 26 nov. · L’œuvre (RATP)", "15 %"]
)
def test_a_line_is_written_from_its_left_end(letters: str) -> None:
    """Any other makes a transparent group of it."""
    centred, left = (line_of(100, 9, letters, THEME, anchor) for anchor in ("middle", "start"))
    x = float(re.findall(r'x="([\d.]+)"', centred)[0])

    assert centred.replace(f'x="{x:.2f}"', 'x="100.00"') == left
    assert x == pytest.approx(100 - width_of(letters, 6) / 1.04 / 2, abs=0.01)
