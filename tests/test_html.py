"""The HTML of the parts: what it says of a book that is not like the others."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from lxml import html as reader
from openpyxl import load_workbook
from openpyxl.styles import Font

from pipeline import resources
from pipeline.theme import Theme, load_theme
from pipeline.work import Work
from pipeline.writers import html, printed, titles
from pipeline.writers.contents import Line, contents, ends
from pipeline.writers.html import templates
from pipeline.writers.pagination import Pagination
from tests.conftest import shipped_theme, work_of
from tests.workbooks import book

_THEMES = [
    ("3/4/1994", "Coupe, 8e de finale", "Perdue."),
    ("5/4/1995", "Coupe", "Gagnée."),
]


def _work(folder: Path, *rows: Sequence[Any]) -> Work:
    return work_of(book(folder / "a.xlsx", sheets={"Frise": rows}))


def _note(work: Work) -> str:
    part, *_ = html.note_parts(replace(work.booklet, thin=False), shipped_theme())
    (section,) = reader.fromstring(part.html.text).xpath("//*[@id='note']")
    return " ".join(section.text_content().split())


def test_long_years_are_set_small_and_keep_their_line(tmp_path: Path) -> None:
    work = _work(
        tmp_path, ("Date", "Récit"), ("52 av. J.-C.", "Un siège. " * 200), (1944, "Une libération.")
    )
    first, last = html.chapter_parts(work.booklet, shipped_theme())
    (front,) = html.front_parts(work.booklet, shipped_theme(), Pagination({}))

    assert 'class="year long">52\u00a0av.\u00a0J.-C.<' in first.html.text
    assert 'class="year one">1944<' in last.html.text
    assert 'class="contents era' in front.html.text


def test_a_theme_that_is_a_list_is_printed_as_one_in_a_book_of_several_columns(
    tmp_path: Path,
) -> None:
    bureau = "AG du 12,\nélection :\n- M. Roy\n- Mme Petit"
    work = _work(
        tmp_path,
        ("Année", "Activités", "Récit", "Remarques"),
        (1987, "Création", "Un récit.", "Une remarque."),
        (1988, bureau, None, None),
        (1989, bureau, "Un autre récit.", None),
    )

    said = [part.html.text for part in html.chapter_parts(work.booklet, shipped_theme())]

    alone, beside = work.booklet.entries[1:]
    assert (str(alone.theme), str(beside.theme)) == ("", "AG du 12, élection\N{NO-BREAK SPACE}:")
    assert [str(each.heading) for each in beside.sections] == ["Activités", "Récit"]
    items = [each.text for part in said for each in reader.fromstring(part).iter("li")]
    assert [" ".join(str(each).split()) for each in items] == ["M. Roy", "Mme Petit"] * 2


def test_sentences_behind_a_date_stand_in_no_named_column(tmp_path: Path) -> None:
    told = "Une assemblée se tient en mars, à la mairie. Le bureau est élu à l’unanimité."
    work = _work(
        tmp_path,
        ("Date", "Thème", "Récit", "Remarques"),
        (f"1987 : {told}", "Vie", "Un récit.", "Une remarque."),
        (f"1988 : {told}", "Vie", "Un autre.", None),
    )

    said = [part.html.text for part in html.chapter_parts(work.booklet, shipped_theme())]

    named = [each.text for part in said for each in reader.fromstring(part).iter("span")
             if each.get("class") == "rubric"]  # fmt: skip
    assert named == ["Récit", "Remarques", "Récit"]
    assert "".join(said).replace("\N{WORD JOINER}", "").count("l’unanimité.") == 2


def test_the_key_says_only_what_the_book_has(tmp_path: Path) -> None:
    plain = _note(_work(tmp_path, ("Date", "Récit"), ("1 mai 1901", "A."), ("2 mai 1902", "B.")))
    full = _note(
        _work(
            tmp_path,
            ("Date", "Récit", "Bilan", "Sources"),
            ("1 mai 1901", "A.", "C.", "Un registre"),
            (None, "B.", "D.", None),
        )
    )

    assert "sa date, puis ce qu’en dit la seule rubrique" in plain
    assert "Documents" not in plain
    assert "Dans l’année" not in plain
    assert "Documents annonce" in full
    assert "Dans l’année" in full


def test_a_text_in_another_language_is_divided_as_that_one(tmp_path: Path) -> None:
    english = "The battle of the bridge was won by the army in the month of May. " * 3
    german = "Die Schlacht von Ulm wurde in der Nacht von dem Heer mit der Reiterei gewonnen. " * 3
    work = _work(
        tmp_path,
        ("Date", "Récit"),
        ("1 mai 1901", english),
        ("2 mai 1901", german),
        ("3 mai 1901", "La bataille du pont fut gagnée par l’armée au mois de mai. " * 3),
    )
    (part,) = html.chapter_parts(work.booklet, shipped_theme())
    entries = reader.fromstring(part.html.text).xpath("//div[starts-with(@class, 'entry')]")

    assert [each.xpath(".//@lang") for each in entries] == [["en"], ["und"], []]


def test_a_column_without_a_name_is_not_in_the_key(tmp_path: Path) -> None:
    work = _work(
        tmp_path,
        ("Date", "Récit", "Bilan", None),
        (1901, "A.", "B.", "C."),
        (1902, "D.", "E.", "F."),
    )
    part, *_ = html.note_parts(replace(work.booklet, thin=False), shipped_theme())
    rows = reader.fromstring(part.html.text).xpath("//*[@id='note']//li")

    assert [" ".join(row.text_content().split()) for row in rows] == ["Récit", "Bilan"]


# -- what a chapter is made from ---------------------------------------------------------


def _told(work: Work, theme: Theme | None = None) -> list[tuple[str, str]]:
    """Return what each chapter says that it is made from, and its document."""
    parts = html.chapter_parts(work.booklet, theme or shipped_theme())
    return [(part.html.made_from, part.html.text) for part in parts]


_TABLE = (("Date", "Récit"), ("1 mai 1901", "Un essai."), ("2 mai 1902", "Un autre."))


def test_the_same_chapter_is_made_from_the_same(tmp_path: Path) -> None:
    one, other = _told(_work(tmp_path, *_TABLE)), _told(_work(tmp_path, *_TABLE))

    assert one == other
    assert not any(" at 0x" in made_from for made_from, _ in one)


@pytest.mark.parametrize(
    "change",
    [
        lambda: (("Date", "Récit"), *_TABLE[1:2], ("2 mai 1902", "Un dernier.")),
        lambda: (("Date", "Récit", "Bilan"), *((*row, "Long.") for row in _TABLE[1:])),
        lambda: (*_TABLE, ("3 mai 1902", "Encore.")),
        lambda: (("Date", "Récit", "Thème"), *((*row, "Arts") for row in _TABLE[1:])),
        lambda: (("Date", "Récit", "Sources"), *((*row, "Actes") for row in _TABLE[1:])),
    ],
)
def test_another_chapter_is_made_from_something_else(
    tmp_path: Path, change: Callable[[], Sequence[Sequence[Any]]]
) -> None:
    before = dict(_told(_work(tmp_path, *_TABLE)))
    after = dict(_told(_work(tmp_path, *change())))

    assert set(before.values()) != set(after.values())
    for made_from, document in after.items():
        assert before.get(made_from, document) == document


def test_another_theme_makes_other_chapters(tmp_path: Path) -> None:
    work = _work(tmp_path, *_TABLE)
    theme = load_theme(resources.text("styles/theme.toml"), ("[page]\nwidth_mm = 160", "mine"))
    one, other = ({made_from for made_from, _ in _told(work, each)} for each in (None, theme))

    assert not one & other


def test_another_title_makes_other_heads_only(tmp_path: Path) -> None:
    work = _work(tmp_path, *_TABLE)
    booklet = replace(work.booklet, imprint=replace(work.booklet.imprint, title="Autre titre"))
    one, other = (
        list(html.chapter_parts(each, shipped_theme())) for each in (work.booklet, booklet)
    )

    assert [each.html.text for each in one] == [each.html.text for each in other]
    assert {each.heads[0] for each in other} == {"Autre titre"}


def test_a_year_says_at_its_head_what_its_date_says(tmp_path: Path) -> None:
    work = _work(tmp_path, ("Date", "Récit"), ("-52", "A."), ("an 48", "B."), (177, "C."))

    for chapter in work.booklet.chapters:
        (entry,) = chapter.all_entries
        assert printed.year_words(chapter).split() == str(entry.period.label).split()


def test_struck_words_are_struck(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", sheets={"Frise": [("Date", "Récit"), (1944, "Annulé.")]})
    workbook = load_workbook(path)
    workbook["Frise"]["B2"].font = Font(strike=True)
    workbook.save(path)
    (chapter,) = html.chapter_parts(work_of(path).booklet, shipped_theme())

    assert "<s>Annulé.</s>" in chapter.html.text.replace("\N{WORD JOINER}", "")


def test_the_contents_raise_what_the_text_raises(tmp_path: Path) -> None:
    work = _work(tmp_path, ("Date", "Thème", "Récit"), *_THEMES)
    lines = [line.title for line in contents(work.booklet)]

    assert "Coupe, 8ᵉ de finale" in lines


def _lines(work: Work) -> list[tuple[str, str, str]]:
    lines = [each for each in contents(work.booklet) if each.kind != "annex"]
    return [(each.year, str(each.day), each.title) for each in lines]


def test_the_contents_of_a_year_without_themes_have_its_line(tmp_path: Path) -> None:
    work = _work(tmp_path, ("Date", "Récit"), ("12 mai 1936", "Un accord."), (None, "Un autre."))

    assert _lines(work) == [("1936", "", "")]


def test_the_contents_of_one_year_tell_entries_apart_by_their_dates(tmp_path: Path) -> None:
    long = "Le ministre reçoit les délégués de toutes les associations du pays."
    work = _work(
        tmp_path,
        ("Date", "Thème", "Récit"),
        ("1er septembre 1994", "Études", "A."),
        ("1er septembre 1994", "Études", "B."),
        ("17 septembre 1994", "Études", "C."),
        ("13-15 octobre 1994", None, long),
        (None, "Charte", "D."),
        (None, "Label", "E."),
        ("20 décembre 1994", None, "Une fête."),
        (None, "Label", "F."),
    )

    assert _lines(work) == [
        ("", "1er\xa0sept.\xa0", "Études"),
        ("", "17\xa0sept.\xa0", "Études"),
        ("", "13-15\xa0oct.\xa0", "Le ministre reçoit les délégués de toutes…"),
        ("", "dans l’année", "Charte"),
        ("", "", "Label"),
        ("", "20\xa0déc.\xa0", "Une fête"),
        ("", "dans l’année", "Label"),
    ]


def test_the_contents_of_eras_name_a_year_by_its_text_where_it_has_no_theme(
    tmp_path: Path,
) -> None:
    work = _work(
        tmp_path,
        ("Date", "Lieu", "Récit"),
        ("1946", None, None),
        ("12 mai 1947", "Rouen", "Le comité se réunit au café."),
        ("3 mai 1948", "Rouen", None),
        ("1949", None, None),
        ("2 mai 1950", None, "Un bal."),
    )

    assert work.booklet.eras
    assert [each for each in _lines(work) if each[0]] == [
        ("1947", "", "Le comité se réunit au café"),
        ("1948", "", "Rouen"),
        ("1950", "", "Un bal"),
    ]


def test_long_contents_of_one_year_have_its_themes_alone(tmp_path: Path) -> None:
    rows = [(f"{n % 28 + 1} mai 1994", None, f"Brève {n}.") for n in range(60)]
    work = _work(tmp_path, ("Date", "Thème", "Récit"), ("3 avril 1994", "Loi", "A."), *rows)

    assert [title for *_, title in _lines(work)] == ["Loi"]


def test_what_ends_a_part_of_the_contents_does_not_stand_alone() -> None:
    kinds = "chapter theme theme chapter theme chapter chapter annex".split()
    found = ends([Line(kind, "", "", "") for kind in kinds])

    assert [n for n, end in enumerate(found) if end] == [2, 6, 7]


def test_what_is_cut_ends_on_one_ellipsis() -> None:
    assert printed.shortened("Rachat des Établissements. Suite", 27) == "Rachat des Établissements…"


def test_a_folio_goes_to_the_next_line_with_a_word(tmp_path: Path) -> None:
    work = _work(tmp_path, ("Date", "Thème", "Récit"), *_THEMES)
    *_, back = html.back_parts(work.booklet, shipped_theme(), Pagination({}))

    joined = '<span class="gap">\N{NO-BREAK SPACE}</span><span class="pages">'
    assert joined in unescape(back.html.text)


def test_a_title_stands_as_near_to_its_entries_as_a_bare_year(tmp_path: Path) -> None:
    """Where the row of the year says nothing but its title."""
    rows = [
        (1901, "La fondation", None),
        (1901, "Fête", "Un bal."),
        (1902, None, "Un orage. " * 200),
    ]
    work = _work(tmp_path, ("Date", "Thème", "Récit"), *rows)
    first, last = html.chapter_parts(work.booklet, shipped_theme())

    assert '<div class="introduction silent' in first.html.text
    assert "silent" not in last.html.text


def test_no_paragraph_ends_on_half_a_word(tmp_path: Path) -> None:
    said = "Une souscription volontaire.\nUn passage difficile."
    work = _work(tmp_path, ("Date", "Récit"), (1944, said))
    (chapter,) = html.chapter_parts(work.booklet, shipped_theme())
    whole = "\N{WORD JOINER}".join("volontaire")

    assert f"<p>Une souscription {whole}.</p>" in chapter.html.text
    assert "ffi" in chapter.html.text  # one letter as it is drawn


def test_an_address_takes_no_hyphen_and_stretches_no_line(tmp_path: Path) -> None:
    address = "https://www.exemple.org/administration/deliberations"
    said = f"Une souscription, voir {address} et la suite de la page."
    work = _work(tmp_path, ("Date", "Récit"), (1944, said))
    (chapter,) = html.chapter_parts(work.booklet, shipped_theme())

    assert "\N{WORD JOINER}".join("administration") in chapter.html.text
    assert "Une souscription, voir" in chapter.html.text
    assert "ragged" in chapter.html.text


@pytest.mark.parametrize(
    ("date", "printer", "said"),
    [
        ("mars 2026", "", "Achevé en mars 2026."),
        ("2026", "Ganot", "Achevé d’imprimer par Ganot en 2026."),
        ("printemps 2026", "", "Achevé : printemps 2026."),
    ],
)
def test_the_colophon_is_french(date: str, printer: str, said: str, tmp_path: Path) -> None:
    booklet = _work(tmp_path, *_TABLE).booklet
    imprint = replace(booklet.imprint, date=date, printer=printer)
    colophon = titles.colophon(replace(booklet, imprint=imprint))

    assert re.sub(r"\s", " ", colophon).endswith(said)


def test_the_index_keeps_a_range_on_its_line(tmp_path: Path) -> None:
    rows = [(f"{day} mai 1944", "La fête", "Un bal.") for day in range(1, 5)]
    work = _work(tmp_path, ("Date", "Thème", "Récit"), *rows)
    folios = Pagination({each.id: str(n) for n, each in enumerate(work.booklet.entries, 1)})
    *_, back = html.back_parts(work.booklet, shipped_theme(), folios)

    assert "1–\N{WORD JOINER}4<" in back.html.text


def _first_note(work: Work, folder: Path) -> list[str]:
    """Return the note as a run writes it that has compiled no template yet."""
    templates.environment.cache_clear()
    html.keep_templates(folder)
    return [part.html.text for part in html.note_parts(work.booklet, shipped_theme())]


def test_templates_compiled_in_an_earlier_run_write_the_same(
    example_work: Work, tmp_path: Path
) -> None:
    first = _first_note(example_work, tmp_path)
    kept = {path: path.read_bytes() for path in tmp_path.iterdir()}
    assert {path.suffix for path in kept} == {".template"}
    assert _first_note(example_work, tmp_path) == first
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == kept
    for path in kept:
        path.write_bytes(kept[path][:-9])
    assert _first_note(example_work, tmp_path) == first
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == kept
