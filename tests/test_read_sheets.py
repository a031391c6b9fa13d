"""Which sheet is the chronology, what is hidden, merged, filtered or drawn on it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.comments import Comment
from openpyxl.drawing.image import Image

from pipeline.build import build
from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic, Severity
from pipeline.errors import WorkbookError
from tests.workbooks import HEAD, book, package, said, sheet_xml, table

HEADINGS = ("Date", "Événement", "Récit")
EVENTS = [HEADINGS, (1901, "Fondation", "Onze habitants."), (1902, "Concours", "Un prix.")]


def _slugs(findings: list[Diagnostic]) -> dict[str, list[str]]:
    said: dict[str, list[str]] = {}
    for each in findings:
        said.setdefault(each.code.slug, []).append(each.before)
    return said


def _changed(path: Path, change: Any) -> Path:
    made = load_workbook(path)
    change(made.worksheets[0])
    made.save(path)
    return path


# -- which sheet ------------------------------------------------------------------------


ACCOUNTS = [("Date", "Libellé", "Débit", "Solde"), *((1900 + n, "Loyer", 12, n) for n in range(40))]
MEMBERS = [("Nom", "Prénom", "Date d’adhésion"), *(("A", "B", 1900 + n) for n in range(40))]
NOTES = [("Ce classeur a été commencé en 1999.",), ("Voir avec Jeanne.",)]


@pytest.mark.parametrize(
    "sheets",
    [
        {"Lisez-moi": NOTES, "Feuil2": EVENTS},
        {"Comptes": ACCOUNTS, "Feuil2": EVENTS},
        {"Membres": MEMBERS, "Feuil2": EVENTS},
        {"Feuil1": [], "Feuil2": EVENTS, "Feuil3": []},
        {"Lieux": [("Ville", "Code"), ("Auch", 32000), ("Albi", 81000)], "Feuil2": EVENTS},
    ],
    ids=lambda sheets: next(iter(sheets)),
)
def test_the_chronology_is_found_among_other_sheets(
    sheets: dict[str, list[Any]], tmp_path: Path
) -> None:
    findings: list[Diagnostic] = []

    sheet, records = table(book(tmp_path / "a.xlsx", sheets=sheets), findings=findings)

    assert sheet.name == "Feuil2"
    assert [said(each) for each in records.rows] == [
        "1901 | Fondation | Onze habitants.",
        "1902 | Concours | Un prix.",
    ]
    others = [name for name, rows in sheets.items() if rows and name != "Feuil2"]
    assert _slugs(findings).get("sheet-left-out", []) == others


def test_a_hidden_sheet_gives_way_to_one_that_is_shown(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", sheets={"Brouillon": [*EVENTS, *EVENTS[1:]], "Bon": EVENTS})
    made = load_workbook(path)
    made["Brouillon"].sheet_state = "hidden"
    made.save(path)

    findings: list[Diagnostic] = []
    assert table(path, findings=findings)[0].name == "Bon"
    assert _slugs(findings) == {"sheet-hidden": ["Brouillon"]}


def test_sheets_with_the_same_headings_are_joined_in_order_and_named(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    sheets = {
        "Avant 1914": [("Chronique du bourg",), (), *EVENTS],
        "Notes": NOTES,
        "Après 1914": [HEADINGS, (1919, "Monument", "Inauguré.")],
    }

    sheet, records = table(book(tmp_path / "a.xlsx", sheets=sheets), findings=findings)

    assert [said(each) for each in records.rows] == [
        "1901 | Fondation | Onze habitants.",
        "1902 | Concours | Un prix.",
        "1919 | Monument | Inauguré.",
    ]
    assert [each.sheet for each in records.rows] == ["Avant 1914", "Avant 1914", "Après 1914"]
    assert str(records.title) == "Chronique du bourg"
    assert sheet.name == "Avant 1914"
    assert _slugs(findings)["sheets-joined"] == ["« Avant 1914 », « Après 1914 »"]
    (at,) = (str(f.at) for f in findings if f.code is Code.SHEETS_JOINED)
    assert at == "'Après 1914'!A1"
    assert _slugs(findings)["sheet-left-out"] == ["Notes"]


DECADES: dict[str, list[Sequence[Any]]] = {
    "1950-1969": [("Date", "Événement", "Source"), (1951, "Création", "PV")],
    "1970-1989": [("Dates", "Evènements", "Sources", "Photos"), (1971, "Loto", "PV 2", "n° 3")],
    "1990-2009": [("date", "événement", "Qui ?", "source"), (1992, "Minitel", "M. Rey", "mag"),
                  ("3 mai 1993", None, "M. Ott", None)],
    "2010-2019": [("Source", "Date", "Événement", "Lieu"), ("web", 2011, "Site", "Albi")],
}  # fmt: skip


def test_sheets_are_joined_by_their_headings_in_whatever_columns(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", sheets=DECADES)

    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)

    assert [said(each) for each in work.records.rows] == [
        "1951 | Création |  | PV",
        "1971 | Loto | n° 3 | PV 2",
        "1992 | Minitel | M. Rey | mag",
        "3 mai 1993 |  | M. Ott",
        "2011 | Site | Albi | web",
    ]
    sections = [each for entry in work.booklet.entries for each in entry.sections]
    assert [(str(each.heading), each.column, str(each.origin)) for each in sections] == [
        ("Photos", "D", "'1970-1989'!D2"),
        ("Qui\N{NARROW NO-BREAK SPACE}?", "E", "'1990-2009'!C2"),
        ("Qui\N{NARROW NO-BREAK SPACE}?", "E", "'1990-2009'!C3"),
        ("Lieu", "F", "'2010-2019'!D2"),
    ]
    slugs = _slugs(list(work.findings))
    assert slugs["sheets-joined"] == [", ".join(f"« {name} »" for name in DECADES)]
    assert not slugs.keys() & {"sheet-left-out", "sheet-dated", "column-without-heading"}
    assert [chapter.year for chapter in work.booklet.chapters] == [1951, 1971, 1992, 1993, 2011]


def test_sheets_that_are_asked_for_are_joined_by_their_headings_too(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", sheets=DECADES)

    records = table(path, '[feuille]\nnom = ["1950-1969", "2010-2019"]')[1]

    assert [said(each) for each in records.rows] == [
        "1951 | Création |  | PV", "2011 | Site | Albi | web",
    ]  # fmt: skip


def test_sheets_that_are_like_another_but_not_the_first_are_left_aside(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    sheets = {
        "Un": [("Date", "Fait", "Source"), (1951, "a", "x")],
        "Deux": [
            ("Date", "Fait", "Source", "Lieu"),
            *((1960 + n, "b", "x", "y") for n in range(9)),
        ],
        "Trois": [("Lieu", "Date", "Fait", "Acteurs"), ("y", 1980, "c", "z")],
    }

    _, records = table(book(tmp_path / "a.xlsx", sheets=sheets), findings=findings)

    assert [len(records.rows), *records.sheets] == [10, "Un", "Deux"]
    assert _slugs(findings)["sheet-dated"] == ["Trois"]


def test_sheets_under_two_rows_of_headings_are_joined_by_their_columns_alone(
    tmp_path: Path,
) -> None:
    top, below = ("Date", "Fait", "Effectif"), (None, None, "Hommes", "Femmes")
    sheets = {
        "Un": [top, below, *((1951 + n, "a", 1, 2) for n in range(9))],
        "Deux": [("Fait", "Date", "Effectif"), ("c", 1980, "z")],
    }

    _, records = table(book(tmp_path / "a.xlsx", sheets=sheets))

    assert records.sheets == ("Un",)


@pytest.mark.parametrize(
    ("name", "rows", "told"),
    [
        ("1970-1989", [("Date", "Fait", "Lieu"), (1971, "Loto", "Albi")], True),
        ("Anciens", [("Période", "Fait", "Lieu"), (1971, "Loto", "Albi")], True),
        ("Années 1970", [("Quelque chose", "Ailleurs"), (1971, "Loto"), (1972, "Bal")], True),
        ("Comptes 1990", ACCOUNTS, False),
        ("Membres", MEMBERS, False),
        ("1990", [("Ville", "Habitants"), ("Auch", "peu"), ("Albi", "plus")], False),
    ],
)
def test_a_sheet_left_aside_that_looks_like_a_chronology_is_told(
    name: str, rows: list[Any], told: bool, tmp_path: Path
) -> None:
    findings: list[Diagnostic] = []
    main = [("Chronologie",), *EVENTS, *((1910 + n, "Bal", "x") for n in range(50))]

    table(book(tmp_path / "a.xlsx", sheets={"Chronologie": main, name: rows}), findings=findings)

    slugs = _slugs(findings)
    assert slugs["sheet-left-out"] == [name]
    assert slugs.get("sheet-dated", []) == [name] * told


def test_the_first_rows_of_a_sheet_take_no_year_from_the_sheet_before(tmp_path: Path) -> None:
    sheets = {
        "Une": [HEADINGS, (1901, "a", "x"), (None, "b", "x")],
        "Deux": [HEADINGS, (None, "c", "x"), ("jadis", "d", "x"), (1902, "e", "x")],
        "Trois": [HEADINGS, ("1901-1903", "f", "x")],
    }
    path = book(tmp_path / "a.xlsx", sheets=sheets)

    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)

    printed = {c.year: [str(e.theme) for e in c.all_entries] for c in work.booklet.chapters}
    assert printed == {None: ["c", "d"], 1901: ["a", "b", "f"], 1902: ["e"]}
    said_so = [each for each in work.findings if each.code.slug == "sheet-starts-undated"]
    assert [(str(each.at), each.before, each.after) for each in said_so] == [
        ("Deux!A2", "Deux", "2 lignes")
    ]


def test_a_year_above_the_headings_of_each_sheet_opens_its_rows(tmp_path: Path) -> None:
    sheets = {
        str(year): [(f"Année {year}",), ("Date", "Récit"), ("12 mars", f"Un fait de {year}.")]
        for year in (1990, 1991)
    }

    _, records = table(book(tmp_path / "a.xlsx", sheets=sheets))

    assert [said(each) for each in records.rows] == [
        "Année 1990",
        "12 mars Année 1990 |  | Un fait de 1990.",
        "Année 1991",
        "12 mars Année 1991 |  | Un fait de 1991.",
    ]


def test_days_on_a_sheet_named_by_its_year_are_of_that_year(tmp_path: Path) -> None:
    sheets = {
        str(year): [("Date", "Récit"), ("12 mars", "Un fait."), ("1er mai 1989", "Un autre.")]
        for year in (1990, 1991)
    }

    path = book(tmp_path / "a.xlsx", sheets=sheets)
    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)

    assert [said(each) for each in work.records.rows] == [
        "12 mars 1990 |  | Un fait.",
        "1er mai 1989 |  | Un autre.",
        "12 mars 1991 |  | Un fait.",
        "1er mai 1989 |  | Un autre.",
    ]
    assert [chapter.year for chapter in work.booklet.chapters] == [1989, 1990, 1991]


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("FC Saint-Laurent - Saison {}", "FC Saint-Laurent"),
        ("Chronique de l’année {} du bourg", "Chronique"),
        ("Les 24 Heures ({})", "Les 24 Heures"),
        ("Saison {}", "Club"),
        ("Annales", "Annales"),
    ],
)
def test_the_seasons_above_the_tables_of_a_book_are_not_its_title(
    line: str, title: str, tmp_path: Path
) -> None:
    sheets = {
        str(year): [(line.format(year),), (), ("Date", "Récit"), ("12 mars", "Un fait.")]
        for year in (1998, 1999)
    }

    path = book(tmp_path / "club.xlsx", sheets=sheets)
    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)

    assert work.booklet.imprint.title == title
    told = _slugs(list(work.findings))["outside-table"]
    assert told == ([line] if title == line else [line.format(1998), line.format(1999)])


def test_the_title_above_the_table_is_set_as_a_text_is_and_told(tmp_path: Path) -> None:
    rows = [("Chronique de l'école  - 1901: la suite ",), (), *EVENTS]

    path = book(tmp_path / "a.xlsx", sheets={"Feuil1": rows})
    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)

    title = work.booklet.imprint.title.replace("\N{NO-BREAK SPACE}", "~")
    assert title == "Chronique de l’école~– 1901~: la suite"
    slugs = {each.code.slug for each in work.findings if each.at and str(each.at) == "Feuil1!A1"}
    assert slugs >= {"typo-apostrophe", "typo-dash", "typo-space"}


def test_the_settings_choose_one_sheet_or_several(tmp_path: Path) -> None:
    other = [("Date", "Autre"), (1950, "Ailleurs")]
    more = [(1960, "Encore", "Sans en-têtes.")]
    path = book(tmp_path / "a.xlsx", sheets={"Une": EVENTS, "Deux": other, "Trois": more})

    assert [said(r) for r in table(path, '[feuille]\nnom = "deux"')[1].rows] == [
        "1950 |  | Ailleurs"
    ]
    both = table(path, '[feuille]\nnom = ["Une", "Trois"]')[1]
    assert [each.sheet for each in both.rows] == ["Une", "Une", "Trois"]


def test_sheets_with_other_headings_are_not_joined_by_force(tmp_path: Path) -> None:
    other = [("Date", "Ville"), (1950, "Ailleurs")]
    path = book(tmp_path / "a.xlsx", sheets={"Une": EVENTS, "Deux": other})

    with pytest.raises(WorkbookError) as refused:
        table(path, '[feuille]\nnom = ["Une", "Deux"]')

    assert "mêmes en-têtes" in str(refused.value)
    assert "Ville" in str(refused.value)


@pytest.mark.parametrize(("name", "why"), [("Absente", "n’existe pas"), ("Vide", "est vide")])
def test_a_sheet_that_is_not_there_is_refused_with_those_that_are(
    name: str, why: str, tmp_path: Path
) -> None:
    path = book(tmp_path / "a.xlsx", sheets={"Frise": EVENTS, "Vide": []})

    with pytest.raises(WorkbookError) as refused:
        table(path, f'[feuille]\nnom = "{name}"')

    assert f"« {name} »".replace(" ", "\N{NO-BREAK SPACE}") in str(refused.value)
    assert why in str(refused.value)
    assert "Frise" in str(refused.value)


# -- what is on it ----------------------------------------------------------------------


def test_hidden_rows_are_printed_and_counted_or_left_out_by_the_settings(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.row_dimensions[3].hidden = True

    path = _changed(book(tmp_path / "a.xlsx", *EVENTS), hide)
    printed: list[Diagnostic] = []
    left: list[Diagnostic] = []

    assert len(table(path, findings=printed)[1].rows) == 2
    assert _slugs(printed) == {"hidden-rows": ["3"]}
    assert len(table(path, '[feuille]\nlignes-masquees = "omettre"', left)[1].rows) == 1
    assert _slugs(left) == {"hidden-rows-left-out": ["1902", "Concours", "Un prix."]}


def test_hidden_columns_filters_comments_and_pictures_are_said_aloud(
    tmp_path: Path, samples: Path
) -> None:
    picture = tmp_path / "a.png"
    picture.write_bytes(_png())

    def furnish(sheet: Any) -> None:
        sheet.column_dimensions["C"].hidden = True
        sheet.auto_filter.ref = "A1:C3"
        sheet.auto_filter.add_filter_column(0, ["1901"])
        sheet["B2"].comment = Comment("Vérifier auprès de Paul", "Jeanne")
        sheet.add_image(Image(str(picture)), "E5")
        chart = BarChart()
        chart.add_data(Reference(sheet, min_col=1, min_row=2, max_row=3))
        sheet.add_chart(chart, "F9")

    made = Workbook()
    sheet = made.worksheets[0]
    for row in EVENTS:
        sheet.append(row)
    furnish(sheet)
    made.save(tmp_path / "a.xlsx")
    findings: list[Diagnostic] = []

    _, records = table(tmp_path / "a.xlsx", findings=findings)

    assert [said(each) for each in records.rows] == [
        "1901 | Fondation | Onze habitants.",
        "1902 | Concours | Un prix.",
    ]
    assert _slugs(findings) == {
        "cell-comment": ["Vérifier auprès de Paul"],
        "hidden-columns": ["C"],
        "filter-on": ["A1:C3"],
        "picture": ["Graphique posé sur F9", "Image posée sur E5"],
    }
    assert {each.at.address for each in findings if each.at} >= {"B2", "E5", "F9"}


def test_each_hidden_column_of_a_range_is_named(tmp_path: Path) -> None:
    def hide(sheet: Any) -> None:
        sheet.column_dimensions.group("B", "C", hidden=True)

    findings: list[Diagnostic] = []

    table(_changed(book(tmp_path / "a.xlsx", *EVENTS), hide), findings=findings)

    assert _slugs(findings) == {"hidden-columns": ["B, C"]}


def test_words_in_a_text_box_are_said_not_lost(tmp_path: Path) -> None:
    drawing = (
        '<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><xdr:twoCellAnchor>'
        "<xdr:from><xdr:col>2</xdr:col><xdr:row>6</xdr:row></xdr:from><xdr:sp><xdr:txBody>"
        "<a:p><a:r><a:t>À relire </a:t></a:r><a:r><a:t>avec Paul</a:t></a:r></a:p>"
        "</xdr:txBody></xdr:sp></xdr:twoCellAnchor></xdr:wsDr>"
    )
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
        'relationships/drawing" Target="../drawings/drawing1.xml"/></Relationships>'
    )
    parts: dict[str, str | bytes | None] = {
        "xl/worksheets/_rels/sheet1.xml.rels": relations,
        "xl/drawings/drawing1.xml": drawing,
    }
    path = tmp_path / "a.xlsx"
    rows = HEAD + '<row r="2"><c r="A2"><v>1993</v></c></row>'
    path.write_bytes(package(sheet_xml(rows), parts))
    findings: list[Diagnostic] = []

    table(path, findings=findings)

    assert [(str(each.at), each.before) for each in findings] == [
        ("Frise!C7", "Forme posée sur C7 : « À relire avec Paul »")
    ]


def _png() -> bytes:
    import struct
    import zlib

    def chunk(kind: bytes, payload: bytes) -> bytes:
        crc = struct.pack(">I", zlib.crc32(kind + payload))
        return struct.pack(">I", len(payload)) + kind + payload + crc

    header = struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)
    pixels = zlib.compress(b"\0\0")
    chunks = chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + chunks


def test_a_merged_year_opens_its_rows_and_a_merged_theme_is_that_of_each(tmp_path: Path) -> None:
    def merge(sheet: Any) -> None:
        sheet.merge_cells("A2:A4")
        sheet.merge_cells("B3:B4")

    path = _changed(
        book(
            tmp_path / "a.xlsx",
            HEADINGS,
            (1901, "Fondation", "Un."),
            (None, "Fêtes", "Deux."),
            (None, None, "Trois."),
            (1902, "Suite", "Quatre."),
        ),
        merge,
    )

    _, records = table(path)

    assert [said(each) for each in records.rows] == [
        "1901 | Fondation | Un.",
        " | Fêtes | Deux.",
        " | Fêtes | Trois.",
        "1902 | Suite | Quatre.",
    ]
    assert [str(each.theme[0].at) for each in records.rows] == [
        "Frise!B2", "Frise!B3", "Frise!B3", "Frise!B5",
    ]  # fmt: skip


def test_a_booklet_holds_merged_cells_and_both_rows_of_headings(tmp_path: Path) -> None:
    def merge(sheet: Any) -> None:
        for cells in ("A1:A2", "B1:C1", "D1:D2", "A3:A5", "B4:B5", "D3:D5"):
            sheet.merge_cells(cells)

    path = _changed(
        book(
            tmp_path / "a.xlsx",
            ("Date", "Ce qui arrive", None, "Sources"),
            (None, "dans la commune", "dans le canton", None),
            (1901, "Une fête.", "Un marché.", "Archives du bourg"),
            (None, "Un incendie.", "Une foire.", None),
            (None, None, "Un concours.", None),
        ),
        merge,
    )

    work = build(path, Config(), dt.date(2026, 1, 1), None, lambda *_: None)

    (chapter,) = work.booklet.chapters
    assert chapter.opening is not None
    entries = (chapter.opening, *chapter.entries)
    assert [[str(each.heading) for each in entry.sections] for entry in entries] == [
        ["Ce qui arrive\N{NO-BREAK SPACE}– dans la commune",
         "Ce qui arrive\N{NO-BREAK SPACE}– dans le canton"]
    ] * 3  # fmt: skip
    assert [[str(each) for each in entry.sources] for entry in entries] == [
        ["Archives du bourg"]
    ] * 3
    assert [each for each in work.findings if each.severity is Severity.DROPPED] == []


def test_a_merged_year_dates_the_months_beside_it(tmp_path: Path) -> None:
    path = _changed(
        book(
            tmp_path / "a.xlsx",
            ("Année", "Mois", "Récit"),
            (1901, "mars", "Un."),
            (None, "avril", "Deux."),
            (1902, "mai", "Trois."),
            (None, "juin", "Quatre."),
        ),
        lambda sheet: sheet.merge_cells("A2:A3"),
    )

    assert [said(each) for each in table(path)[1].rows] == [
        "1901 mars |  | Un.",
        "1901 avril |  | Deux.",
        "1902 mai |  | Trois.",
        "1902 juin |  | Quatre.",
    ]


def test_a_long_merged_text_is_printed_once(tmp_path: Path) -> None:
    text = "Un récit qui vaut pour trois lignes. " * 10
    path = _changed(
        book(tmp_path / "a.xlsx", ("Date", "Récit"), (1901, text), (1902, None), (1903, None)),
        lambda sheet: sheet.merge_cells("B2:B4"),
    )

    assert [len(each.sections) for each in table(path)[1].rows] == [1, 0, 0]


def test_a_merged_sentence_is_printed_in_each_row_and_told(tmp_path: Path) -> None:
    text = "Un récit qui vaut pour trois lignes."

    def merge(sheet: Any) -> None:
        sheet.merge_cells("B2:B4")
        sheet.merge_cells("C2:C4")

    rows = (("Date", "Récit", "Lieu"), (1901, text, "Auch"), (1902, None, None), (1903, None, None))
    findings: list[Diagnostic] = []

    records = table(_changed(book(tmp_path / "a.xlsx", *rows), merge), findings=findings)[1]

    assert [said(each) for each in records.rows] == [
        f"{year} |  | {text} + Auch" for year in (1901, 1902, 1903)
    ]
    spread = [each for each in findings if each.code is Code.TEXT_SPREAD]
    assert [(str(each.at), each.before, each.after) for each in spread] == [("Frise!B2", text, "3")]


def test_a_merge_of_whole_columns_is_said_and_does_not_stop_the_run(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    merges = "<mergeCells count='2'><mergeCell ref='B2:B3'/><mergeCell  ref = 'D1:XFD1048576'/>"
    rows = HEAD + '<row r="2"><c r="A2"><v>1993</v></c><c r="B2"><v>7</v></c></row>'
    rows += '<row r="3"><c r="A3"><v>1994</v></c></row>'
    path.write_bytes(package(sheet_xml(rows, after=f"{merges}</mergeCells>")))
    findings: list[Diagnostic] = []

    _, records = table(path, findings=findings)

    assert [said(each) for each in records.rows] == ["1993 |  | 7", "1994 |  | 7"]
    assert _slugs(findings) == {"merge-ignored": ["D1:XFD1048576"]}


def test_empty_cells_by_the_hundred_thousand_do_not_count(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    rows = HEAD + '<row r="2"><c r="A2"><v>1993</v></c></row>'
    rows += "".join(
        f'<row r="{n}" ht="15"><c r="A{n}" s="0"/><c r="B{n}" s="0"/></row>'
        for n in range(3, 200_000)
    )
    path.write_bytes(package(sheet_xml(rows, before='<dimension ref="A1:XFD1048576"/>')))

    assert [said(each) for each in table(path)[1].rows] == ["1993"]


ROWS = [("Date", "Fait"), (1901, "Fondation"), (1902, "Banquet"), (1903, "Travaux")]


@pytest.mark.parametrize("copied", [ROWS, ROWS[:3]], ids=["whole", "older"])
def test_a_copied_sheet_is_left_aside_and_said(copied: list[Any], tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    path = book(tmp_path / "a.xlsx", sheets={"Frise": ROWS, "Frise (2)": copied})

    _, records = table(path, findings=findings)

    assert [each.row for each in records.rows] == [2, 3, 4]
    assert [(f.code.slug, f.before, f.after) for f in findings] == [
        ("sheet-copy", "Frise (2)", "Frise")
    ]


def test_a_copied_sheet_with_rows_of_its_own_is_printed_and_said(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    path = book(tmp_path / "a.xlsx", sheets={"Frise": ROWS, "Suite": [*ROWS, (1904, "Bal")]})

    _, records = table(path, findings=findings)

    assert len(records.rows) == 7
    assert {f.code.slug for f in findings} == {"sheets-alike", "sheets-joined", "heading-repeated"}


def test_sheets_of_two_years_are_no_copies_though_they_say_the_same(tmp_path: Path) -> None:
    rows = [("Jour", "Fait"), ("1er mai", "Fête"), ("14 juillet", "Bal")]

    _, records = table(book(tmp_path / "a.xlsx", sheets={"1944": rows, "1945": rows}))

    assert len(records.rows) == 4


def test_a_copy_that_is_asked_for_is_printed(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", sheets={"Frise": ROWS, "Frise (2)": ROWS})

    _, records = table(path, '[feuille]\nnom = ["Frise", "Frise (2)"]')

    assert len(records.rows) == 6
