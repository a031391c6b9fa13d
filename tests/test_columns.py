"""What a column is for: the cells bear out, or belie, what its heading says."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from pipeline.diagnostics import Diagnostic
from pipeline.errors import WorkbookError
from tests.workbooks import book, roles, said, table

Rows = Sequence[Sequence[Any]]

NAMED = {
    "texts under « Dates clés » beside a column of years": (
        [
            ("Année(s)", "Dates clés"),
            ("1921", "Fondation"),
            ("1936-1939", "Arrêt"),
            (1950, "Stade"),
        ],
        {"Année(s)": "periode", "Dates clés": "rubrique"},
    ),
    "« Moments forts » are no moments": (
        [
            ("Saison", "Rang", "Moments forts"),
            ("1998-1999", 3, "Coupe"),
            ("1999-2000", 1, "Montée"),
        ],
        {"Saison": "periode", "Rang": "rubrique", "Moments forts": "theme"},
    ),
    "the year as a help to sorting stands beside the date": (
        [("An", "Date", "Fait"), (1998, "12/03/1998", "Bal"), (1999, "mai 1999", "Fête")],
        {"An": "annee", "Date": "periode", "Fait": "theme"},
    ),
    "begin and end of something named": (
        [("Maire", "Début de mandat", "Fin de mandat"), ("Petit", 1945, 1953), ("Roy", 1953, 1965)],
        {"Maire": "rubrique", "Début de mandat": "periode", "Fin de mandat": "fin"},
    ),
    "an end without a begin is a section": (
        [("Date", "Fait", "Fin des travaux"), ("1950", "Pont", "1953"), ("1955", "Gué", "1956")],
        {"Date": "periode", "Fait": "theme", "Fin des travaux": "rubrique"},
    ),
    "a heading over several columns is the theme of none": (
        [
            ("Période", "Événements", None, "Sources"),
            (None, "Ici", "Ailleurs", None),
            ("1789", "Cahier", "Bastille", "AD 1B3"),
            ("1790", "Maire", "Fédération", None),
        ],
        {
            "Période": "periode",
            "Événements – Ici": "rubrique",
            "Événements – Ailleurs": "rubrique",
            "Sources": "sources",
        },
    ),
}


@pytest.mark.parametrize("kind", NAMED)
def test_the_cells_decide_between_headings(kind: str, tmp_path: Path) -> None:
    rows, wanted = NAMED[kind]

    assert roles(table(book(tmp_path / "a.xlsx", *rows))[1]) == wanted


NUMBERED: list[Sequence[Any]] = [
    ("N°", "Date", "Fait"),
    (1, 1901, "A"),
    (2, 1905, "B"),
    (3, 1910, "C"),
]


@pytest.mark.parametrize("heading", ["N°", "No", "Numéro", "N° d’ordre", "#", "Id"])
def test_a_column_that_only_numbers_the_rows_is_left_out_and_said(
    heading: str, tmp_path: Path
) -> None:
    findings: list[Diagnostic] = []
    rows = [(heading, *NUMBERED[0][1:]), *NUMBERED[1:]]

    records = table(book(tmp_path / "a.xlsx", *rows), findings=findings)[1]

    assert [said(each) for each in records.rows] == ["1901 | A", "1905 | B", "1910 | C"]
    assert [(f.code.slug, f.before, f.after) for f in findings] == [
        ("row-number", n, heading) for n in "123"
    ]


@pytest.mark.parametrize(
    ("rows", "toml"),
    [
        ([*NUMBERED, (4, 1911, "Voir n° 2")], ""),
        ([("N°", "Date", "Fait"), (12, 1901, "A"), (7, 1905, "B"), (30, 1910, "C")], ""),
        ([("Cas", *NUMBERED[0][1:]), *NUMBERED[1:]], ""),
        (NUMBERED, '[colonnes]\nrubriques = ["N°"]'),
    ],
    ids=["meant by a text", "no row numbers", "another heading", "asked for"],
)
def test_numbers_that_say_something_are_printed(rows: Rows, toml: str, tmp_path: Path) -> None:
    findings: list[Diagnostic] = []

    records = table(book(tmp_path / "a.xlsx", *rows), toml, findings)[1]

    assert [str(each.sections[0].text) for each in records.rows] == [str(r[0]) for r in rows[1:]]
    assert findings == []


def test_a_list_beside_the_table_is_said(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    rows = [
        ("Date", "Fait", None, "Catégories"),
        (1901, "A", None, "Fête"),
        (1905, "B", None, "Travaux"),
        (1910, "C"),
        (1911, "D"),
    ]

    table(book(tmp_path / "a.xlsx", *rows), findings=findings)

    assert [(f.code.slug, f.before) for f in findings] == [("column-beside", "Catégories")]


def test_years_of_three_digits_are_years(tmp_path: Path) -> None:
    rows = [("Année", "Fait"), (476, "Chute"), (496, "Baptême"), (800, "Couronnement")]

    records = table(book(tmp_path / "a.xlsx", *rows))[1]

    assert [said(each) for each in records.rows] == [
        "476 | Chute", "496 | Baptême", "800 | Couronnement",
    ]  # fmt: skip


def test_a_date_beside_its_name_above_the_table_is_no_heading(tmp_path: Path) -> None:
    path = book(
        tmp_path / "a.xlsx",
        ("Titre :", "Les Coteaux", "Date de l’événement", "Document :"),
        ("Auteur :", "Le comité", None, None),
        ("Quand", "Récit", "Lieu", "Cote"),
        ("1998", "Une fête", "Place", "A 1"),
        ("2001", "Un bal", "Salle", "A 2"),
    )

    assert list(roles(table(path)[1])) == ["Quand", "Récit", "Lieu", "Cote"]


REFUSED = {
    "the heading names dates that are not there": (
        [("First-Year Students", "Share"), ("Enrolled", "100 %"), ("Women", "34 %")],
        "aucune colonne ne contient de périodes",
    ),
    "ranks under a word for a time": (
        [("Début", "Nom", "Points"), (22, "Anne", 5), (25, "Paul", 7), (28, "Luc", 9)],
        "aucune colonne ne contient de périodes",
    ),
    "codes under a word for a time": (
        [("Saison", "Nom"), (9000, "Anne"), (9001, "Paul"), (9002, "Luc")],
        "aucune colonne ne contient de périodes",
    ),
    "three dates a row in no order": (
        [
            ("Dossier", "Ouvert", "Revu", "Clos"),
            *(("A", *(dt.date(1950 + n, m, 3) for m in (3, 7, 9))) for n in (9, 3, 30, 1, 20, 5)),
        ],
        "aucune colonne de périodes",
    ),
    "nothing stands under the headings": (
        [("Date", "Titre", "Récit")],
        "aucune ligne n’est remplie sous les en-têtes",
    ),
    "dates in no order under a heading that names none": (
        [
            ("Nom", "Anniversaire"),
            *(("Un membre", dt.date(1950 + n, 3, 12)) for n in (9, 3, 30, 1, 20, 5)),
        ],
        "aucune colonne de périodes",
    ),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_a_table_without_dates_is_refused_with_its_headings(kind: str, tmp_path: Path) -> None:
    rows, sentence = REFUSED[kind]

    with pytest.raises(WorkbookError) as caught:
        table(book(tmp_path / "a.xlsx", *rows))

    message = str(caught.value).replace("\N{NO-BREAK SPACE}", " ")
    assert sentence in message
    assert f"« {rows[0][0]} »" in message


def test_sheets_of_one_table_are_joined_though_one_has_a_column_more(tmp_path: Path) -> None:
    years = {
        "1990": [("Date", "Fait", "Lieu"), ("1993", "Un congrès", "Lyon")],
        "2000": [("Date", "Fait", "Lieu", "Remarques"), ("2001", "Un siège", "Paris", "Loué")],
        "Listes": [("Date", "Autre", "Nom", "Code"), ("x", "y", "z", "t")],
    }
    records = table(book(tmp_path / "a.xlsx", sheets=years))[1]

    assert [said(each) for each in records.rows] == [
        "1993 | Un congrès | Lyon",
        "2001 | Un siège | Paris + Loué",
    ]
    assert roles(records)["Remarques"] == "rubrique"


def test_sheets_named_by_their_years_are_joined_by_their_headings(tmp_path: Path) -> None:
    years = {
        "1944": [("Jour", "Événement"), ("6 juin", "Débarquement"), ("25 août", "Libération")],
        "1945": [("Jour", "Événement"), ("29 avril", "Élections"), ("8 mai", "Victoire")],
    }
    records = table(book(tmp_path / "a.xlsx", sheets=years))[1]

    assert [said(each) for each in records.rows] == [
        "6 juin 1944 | Débarquement",
        "25 août 1944 | Libération",
        "29 avril 1945 | Élections",
        "8 mai 1945 | Victoire",
    ]


def test_a_merged_heading_counts_for_the_columns_it_covers_only(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(("Fait", "Début", None, "Fin", None, None, None))
    sheet.append((None, "Type", "Date", "Date", "Type", "Code", "Notes"))
    for n in range(3):
        sheet.append((f"Fait {n}", "vers", 1990 + n, 1991 + n, "vers", "x", "une note"))
    for cells in ("B1:C1", "D1:E1", "A1:A2"):
        sheet.merge_cells(cells)
    made.save(tmp_path / "a.xlsx")

    headings = roles(table(tmp_path / "a.xlsx")[1])

    assert list(headings)[-2:] == ["Code", "Notes"]
    assert "Fin – Type" in headings


def test_a_second_column_of_dates_under_the_same_heading_is_told(tmp_path: Path) -> None:
    head = ("Date", "Événement", "Date", "Événement")
    rows = [(1990 + n, f"Ici {n}", 1950 + n, f"Là {n}") for n in range(5)]
    once = [(1990 + n, f"Ici {n}", f"Lieu {n}") for n in range(5)]
    found: list[Diagnostic] = []
    others: list[Diagnostic] = []

    table(book(tmp_path / "a.xlsx", head, *rows), findings=found)
    table(book(tmp_path / "b.xlsx", ("Date", "Événement", "Lieu"), *once), findings=others)

    assert [
        each.at.address for each in found if each.at and each.code.slug == "column-dates-twice"
    ] == ["C1"]
    assert "column-dates-twice" not in {each.code.slug for each in others}


def test_a_second_column_of_dates_under_a_group_of_its_own_is_told(tmp_path: Path) -> None:
    groups = ("Histoire du bourg", None, "Histoire de France", None)
    head = ("Date", "Événement", "Date", "Événement")
    rows = [(1990 + n, f"Ici {n}", f"{1950 + n}-51", f"Là {n}") for n in range(5)]
    found: list[Diagnostic] = []

    table(book(tmp_path / "a.xlsx", groups, head, *rows), findings=found)

    twice = [each for each in found if each.code.slug == "column-dates-twice"]
    assert [(each.at and each.at.address, each.before) for each in twice] == [("C2", "Date")]


def test_a_heading_over_headings_that_names_no_column_is_told(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.worksheets[0]
    sheet.append(("Calculateur", "Début", None, "Durée", "Fin", None, "Notes"))
    sheet.append(("Événement", "Type", "Date", "Jours", "Date", "Type", "Remarques"))
    sheet.append(("Fondation", "x1", "1920", 40, "1921", "y1", "n1"))
    sheet.append(("Fête", "x2", "1922", 41, "1923", "y2", "n2"))
    sheet.merge_cells("B1:C1")
    sheet.merge_cells("E1:F1")
    made.save(tmp_path / "a.xlsx")
    findings: list[Diagnostic] = []

    _, records = table(tmp_path / "a.xlsx", findings=findings)

    headings = " ".join(str(column.heading) for column in records.columns)
    told = [each.before for each in findings if each.code.slug == "outside-table"]
    for words in ("Calculateur", "Début", "Durée", "Fin", "Notes"):
        assert (words in headings) != (words in told), words
    assert "Calculateur" in told
