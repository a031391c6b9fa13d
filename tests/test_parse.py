"""From a sheet to its table: headings, columns, rows; what a secretary expects to find."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic
from pipeline.errors import MisfitError, WorkbookError
from pipeline.model import Cell, CellRef, Records, Role, Row, Sheet, SourceFile, Text
from pipeline.parse import parse
from pipeline.read.number_format import shown
from pipeline.table.headings import role_of
from tests.workbooks import book, roles, said, table

Rows = Sequence[Sequence[Any]]


def _parsed(
    folder: Path, rows: Rows, toml: str = "", findings: list[Diagnostic] | None = None
) -> Records:
    found: list[Diagnostic] = [] if findings is None else findings
    sheet, records = table(book(folder / "a.xlsx", *rows), toml, found)
    assert _nowhere(sheet, records, found) == []
    return records


def _nowhere(sheet: Sheet, records: Records, findings: list[Diagnostic]) -> list[str]:
    """Return the cells that are neither in the table nor reported as left out."""
    placed = {each.at for each in findings if each.severity.value == "dropped"}
    placed |= {column.heading.origin for column in records.columns}
    placed |= {column.above for column in records.columns}
    placed.add(records.title.origin if records.title else None)
    for record in records.rows:
        cells = (*record.period.values(), *record.theme, *record.sections, *record.sources)
        placed |= {cell.at for cell in cells}
    return [str(c.at) for row in sheet.rows for c in row.cells if c.at not in placed]


def _said(folder: Path, *rows: Sequence[Any]) -> list[str]:
    return [said(each) for each in _parsed(folder, rows).rows]


# -- one heading ----------------------------------------------------------------------------

MEANINGS = {
    Role.PERIOD: "Période; PÉRIODES; Date; Dates; date de l’événement; Date(s) :; Quand ?; "
    "Datation; Dates extrêmes; Chronologie; Début; Date de début; Start Date; Du; De; "
    "Jour et mois; Époque",
    Role.YEAR: "Année; Année(s); ANNÉES; An; Year; Année de début; Start Year",
    Role.MONTH: "Mois; Month",
    Role.DAY: "Jour; Day; jours",
    Role.END: "Fin; Date de fin; End; End Date; Au; À; jusqu’à; Jusqu’au",
    Role.END_YEAR: "End Year; Année de fin; année fin",
    Role.END_MONTH: "End Month; Mois de fin",
    Role.END_DAY: "End Day; Jour de fin",
    Role.THEME: "Thème; Titre; Sujet; Événement; ÉVÈNEMENTS; Événements marquants; Intitulé; "
    "Objet; Faits; Les faits marquants; Headline; Event; Quoi ?; Nom de l’événement; "
    "Libellé; Thématique",
    Role.SOURCES: "Documentation; Document(s); Sources; Source :; Référence; Réf.; Références; "
    "Bibliographie; Cote; Cotes d’archives; Media; Media Credit; Pièces jointes; Liens; URL; "
    "Sources et documents; Documents d’archives",
    None: "Commentaires; Lieu; Catégorie; N°; Observations; Récit; Description; Texte; Acteurs; "
    "Le contexte : politique publique; COORACE : une vision; Text; Group; Importance matérielle",
}


@pytest.mark.parametrize(
    ("heading", "role"),
    [(each.strip(), role) for role, line in MEANINGS.items() for each in line.split(";")],
)
def test_a_heading_means_what_people_mean_by_it(heading: str, role: Role | None) -> None:
    known = role_of(heading)

    assert (known[0] if known else None) is role


# -- chronologies of many hands ---------------------------------------------------------------


def test_an_association_keeps_its_title_and_its_continued_year(tmp_path: Path) -> None:
    records = _parsed(
        tmp_path,
        [
            ("Chronologie de l’amicale laïque",),
            (),
            ("Année(s)", "Événements marquants", "Commentaires", "Réf."),
            (1901, "Fondation", "Par six familles", "AD 12 T 4"),
            (None, "Banquet", "À l’auberge", None),
            ("1902-1903", "Travaux", None, None),
        ],
    )

    assert str(records.title) == "Chronologie de l’amicale laïque"
    assert list(roles(records).values()) == ["periode", "theme", "rubrique", "sources"]
    assert [said(each) for each in records.rows] == [
        "1901 | Fondation | Par six familles | AD 12 T 4",
        " | Banquet | À l’auberge",
        "1902-1903 | Travaux",
    ]


def test_an_inventory_of_archives(tmp_path: Path) -> None:
    records = _parsed(
        tmp_path,
        [
            ("Cote", "Intitulé", "Dates extrêmes", "Présentation du contenu", "Producteur"),
            ("1 D 1", "Délibérations", "1790-1805", "Registre relié", "Conseil général"),
        ],
    )

    assert [said(each) for each in records.rows] == [
        "1790-1805 | Délibérations | Registre relié + Conseil général | 1 D 1"
    ]


def test_a_municipal_history_without_any_heading_row(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []

    records = _parsed(
        tmp_path,
        [
            ("Petite histoire du bourg",),
            (),
            ("1901", "Ouverture de l’école."),
            ("12 mai 1902", "Inondation."),
            ("juin 1903", "Le train arrive."),
        ],
        findings=findings,
    )

    assert str(records.title) == "Petite histoire du bourg"
    assert roles(records) == {"A": "periode", "B": "rubrique"}
    assert [said(each) for each in records.rows] == [
        "1901 |  | Ouverture de l’école.",
        "12 mai 1902 |  | Inondation.",
        "juin 1903 |  | Le train arrive.",
    ]
    assert [(each.code.slug, each.before) for each in findings] == [
        ("column-without-heading", "A"),
        ("column-without-heading", "B"),
    ]


@pytest.mark.parametrize("years", [(1901, 1902, 1903), (2003, 1990, 1980)])
def test_bare_years_without_headings_are_known_by_their_order(
    years: tuple[int, ...], tmp_path: Path
) -> None:
    rows = [(year, f"Fait {year}") for year in years]

    assert _said(tmp_path, *rows) == [f"{year} |  | Fait {year}" for year in years]


@pytest.mark.parametrize(
    "rows",
    [
        [("Article", "Prix"), ("Pommes", 1500), ("Poires", 1200), ("Prunes", 1800)],
        [("Nom", "Ville"), ("Anne", "Auch"), ("Paul", "Albi")],
        [("Ville", "Code"), ("Auch", 32000), ("Albi", 81000)],
        [("Un texte seul",)],
        [(1,), (2,), (3,)],
    ],
    ids=["prices", "people", "towns", "one cell", "numbers"],
)
def test_what_is_no_chronology_is_refused_with_the_headings_found(
    rows: Rows, tmp_path: Path
) -> None:
    with pytest.raises(WorkbookError) as refused:
        _parsed(tmp_path, rows)

    message = str(refused.value)
    assert message.startswith("a.xlsx, feuille")
    assert str(next(each for each in rows[0] if each)) in message
    assert "[colonnes] periode" in message


@pytest.mark.parametrize(
    "rows",
    [
        [("", 1901, 1902, 1903), ("Fait", "A", "B", "C")],
        [("Année", "1901", "1902", "1903"), ("Fait", "A", "B", "C"), ("Lieu", "D", "E", "F")],
        [("Le bourg",), (None, 1901, 1902, 1903), ("Fait", "A", "B", "C"), ("Lieu", "D", "E", "F")],
        [("Thème", "mars 1901", "mai 1902", "juin 1903"), ("Fait", "A", "B", "C")],
    ],
    ids=["years", "under a heading", "below a title", "months"],
)
def test_a_table_on_its_side_is_refused_with_how_to_turn_it(rows: Rows, tmp_path: Path) -> None:
    with pytest.raises(WorkbookError) as refused:
        _parsed(tmp_path, rows)

    message = str(refused.value)
    assert "une ligne par date" in message
    assert "1902" in message
    assert "Transposer" in message


def test_years_at_the_end_of_the_headings_do_not_lay_a_chronology_on_its_side(
    tmp_path: Path,
) -> None:
    rows = [("Date", "Fait", 2019, 2020, 2021), ("12 mars 1994", "Fusion", 3, 4, 5)]

    assert _said(tmp_path, *rows) == ["12 mars 1994 | Fusion | 3 + 4 + 5"]


def test_the_title_row_of_a_timelinejs_sheet_is_the_title_and_the_introduction(
    tmp_path: Path,
) -> None:
    findings: list[Diagnostic] = []
    rows = [
        ("Year", "Headline", "Text", "Media", "Type"),
        (None, "Ma frise", "Une introduction.", "https://example.org/a.jpg", "title"),
        (1990, "Ouverture", "Un texte.", None, None),
        (None, "Suite", "Un autre texte.", None, "era"),
    ]

    records = _parsed(tmp_path, rows, findings=findings)

    assert str(records.title) == "Ma frise"
    assert [said(each) for each in records.rows] == [
        " |  | Une introduction. | https://example.org/a.jpg",
        "1990 | Ouverture | Un texte.",
        " | Suite | Un autre texte. + era",
    ]
    assert [each.introduces for each in records.rows] == [True, False, False]
    assert [(each.code.slug, each.before) for each in findings] == [("title-row", "title")]


@pytest.mark.parametrize(
    "part", ["I. LES ORIGINES", "Première partie", "1 – Les débuts", "Chapitre premier"]
)
def test_the_title_of_a_part_above_the_table_is_not_the_title_of_the_book(
    part: str, tmp_path: Path
) -> None:
    findings: list[Diagnostic] = []

    records = _parsed(tmp_path, [(part,), ("Date", "Fait"), (1901, "A")], findings=findings)

    assert records.title is None
    assert [(each.code.slug, each.before) for each in findings] == [("outside-table", part)]


def test_a_column_of_dates_under_an_unknown_heading_is_taken_and_said(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []

    records = _parsed(
        tmp_path,
        [
            ("Ville", "En scène", "Troupe"),
            ("Auch", "12 mai 1902", "Les Amis"),
            ("Albi", "1903", "L’Union"),
        ],
        findings=findings,
    )

    assert roles(records) == {"Ville": "rubrique", "En scène": "periode", "Troupe": "rubrique"}
    assert [(each.code.slug, each.before) for each in findings] == [("column-guessed", "En scène")]


TIMELINE = (
    "Year", "Month", "Day", "Time", "End Year", "End Month", "End Day", "End Time",
    "Display Date", "Headline", "Text", "Media", "Media Credit", "Media Caption",
    "Media Thumbnail", "Type", "Group", "Background",
)  # fmt: skip


SYNDICS: dict[str, list[Sequence[Any]]] = {
    "one line": [("1ère Mention", "Prénom", "Nom"), ("Ancien régime (Syndics)",),
                 (1582, "Christophe", "Otto"), (1602, "Jean", "Doya"),
                 ("12 mars 1610", "Paul", "Auda")],
    "a line among the rows": [("Promotion", "Élève", "Carrière"), ("École de garçons",),
                              (1883, "Paul Rey", "Instituteur"), (1884, "Jean Vial", None),
                              ("École de filles",), (1891, "Marie Ott", "Institutrice")],
    "a row of an end alone": [("1ère Mention", "Dère Mention", "Nom"), ("Ancien régime",),
                              (1582, None, "Otto"), (None, "Avant 1602", "Doya"),
                              ("30 nivose an VII", "10 germinal an VII", "Seren"),
                              ("7 août 1807", "2 août 1810", "Daideri")],
}  # fmt: skip


@pytest.mark.parametrize("kind", SYNDICS)
def test_a_line_under_unknown_headings_and_a_row_with_a_date_head_nothing(
    kind: str, tmp_path: Path
) -> None:
    rows, found = SYNDICS[kind], list[Diagnostic]()

    records = _parsed(tmp_path, rows, "", found)

    assert roles(records) == {rows[0][0]: "periode", **dict.fromkeys(rows[0][1:], "rubrique")}
    assert [record.row for record in records.rows] == list(range(2, len(rows) + 1))
    assert records.title is None
    assert "column-guessed" in {each.code.slug for each in found}
    assert not [each for each in found if each.severity.value == "dropped"]


def test_a_first_row_with_a_date_under_a_title_is_an_event(tmp_path: Path) -> None:
    rows = [("Les maires",), (None, 1582, "Otto"), ("mai 1602", "1603", "Doya"),
            ("mai 1612", "1613", "Auda")]  # fmt: skip

    records = _parsed(tmp_path, rows)

    assert [record.row for record in records.rows] == [2, 3, 4]
    assert str(records.title) == "Les maires"


def test_a_timelinejs_sheet(tmp_path: Path) -> None:
    rows = [
        TIMELINE,
        (*[None] * 9, "Ma frise", "Une introduction", *[None] * 4, "title", None, None),
        (1990, 3, 12, None, 1990, 4, 1, None, None, "Ouverture", "Un texte.",
         "https://example.org/a.jpg", "Jeanne", "La porte", None, None, "Vie", None),
        (1991, None, None, None, None, None, None, None, "Été 1991", "Suite", "Un autre.",
         None, None, None, None, None, None, "#fff"),
    ]  # fmt: skip

    records = _parsed(tmp_path, rows)

    by_role = roles(records)
    assert [by_role[name] for name in TIMELINE[:7] if name != "Time"] == [
        "annee", "mois", "jour", "annee-fin", "mois-fin", "jour-fin",
    ]  # fmt: skip
    assert by_role["Headline"] == "theme"
    assert by_role["Text"] == by_role["Display Date"] == "rubrique"
    assert by_role["Media"] == by_role["Media Credit"] == by_role["Media Caption"] == "sources"
    assert said(records.rows[1]) == (
        "1990 3 12 1990 4 1 | Ouverture | Un texte. + Vie | "
        "https://example.org/a.jpg + Jeanne + La porte"
    )


def test_year_month_and_day_in_french_columns_written_once(tmp_path: Path) -> None:
    assert _said(
        tmp_path,
        ("Année", "Mois", "Jour", "Fait"),
        (1901, "mars", 12, "A"),
        (None, None, 15, "B"),
        (None, "avril", 2, "C"),
        (1902, None, None, "D"),
        (None, None, None, "E"),
    ) == [
        "1901 mars 12 | A",
        "1901 mars 15 | B",
        "1901 avril 2 | C",
        "1902 | D",
        " | E",
    ]


@pytest.mark.parametrize(
    "headings", [("Début", "Fin"), ("Date de début", "Date de fin"), ("Du", "Au"), ("De", "À")]
)
def test_begin_and_end_make_one_period(headings: tuple[str, str], tmp_path: Path) -> None:
    rows = [(*headings, "Titre"), ("1/2/1901", "3/2/1901", "A"), (1902, None, "B")]

    assert _said(tmp_path, *rows) == ["1/2/1901 3/2/1901 | A", "1902 | B"]


@pytest.mark.parametrize(
    "rows",
    [
        [("Date", "Fait"), (1990, None), ("12 mars", "A"), (1991, None), ("été", "B")],
        [("Année", "Date", "Fait"), (1990, "12 mars", "A"), (1991, "été", "B")],
        [("Année", "Jour et mois", "Fait"), (1990, "12 mars", "A"), (1991, "été", "B")],
        [("Année", "Date", "Fait"), (1990, None, None), (None, "12 mars", "A"),
         (1991, None, None), (None, "été", "B")],
    ],
    ids=["bands", "year and date", "year and day", "year written once"],
)  # fmt: skip
def test_a_day_without_its_year_takes_the_one_above_it(rows: Rows, tmp_path: Path) -> None:
    lines = [line for line in _said(tmp_path, *rows) if "|" in line]

    assert lines == ["12 mars 1990 | A", "été 1991 | B"]


@pytest.mark.parametrize(
    ("heading", "values"),
    [
        ("Siècle", ("XIXe siècle", "XXe siècle")),
        ("Saison", ("1990-1991", "1991-1992")),
        ("Mandature", ("1989-1995", "1995-2001")),
        ("Exercice", (2001, 2002, 2003)),
        ("Mois", ("janvier 1994", "février 1994")),
        ("Jour", (dt.date(1994, 1, 2), dt.date(1994, 1, 3))),
    ],
)
def test_other_words_for_a_time_are_known_by_what_stands_below(
    heading: str, values: Sequence[Any], tmp_path: Path
) -> None:
    rows = [(heading, "Faits marquants"), *((value, "Un fait.") for value in values)]

    records = _parsed(tmp_path, rows)

    assert roles(records) == {heading: "periode", "Faits marquants": "theme"}
    assert len(records.rows) == len(values)


_SAID = (
    "Le conseil vote l’achat du terrain de la gare.",
    "La commune accorde une subvention pour la réfection du toit de la salle des fêtes",
    "Fondation",
)


@pytest.mark.parametrize(
    ("headings", "role"),
    [
        (("Date", "Événement"), "rubrique"),
        (("Date", "Faits marquants"), "rubrique"),
        (("Date", "Titre"), "theme"),
        (("Date", "Événement", "Source"), "rubrique"),
        (("Date", "Événement", "Lieu"), "theme"),
    ],
)
def test_the_only_texts_of_a_table_tell_where_they_are_sentences(
    headings: tuple[str, ...], role: str, tmp_path: Path
) -> None:
    rows = [(1901 + n, text, "ici")[: len(headings)] for n, text in enumerate(_SAID)]

    assert roles(_parsed(tmp_path, [headings, *rows]))[headings[1]] == role


def test_short_names_of_events_head_their_entries(tmp_path: Path) -> None:
    rows = [(1901, "Fondation."), (1902, "Achat du terrain."), (1903, _SAID[0])]

    assert roles(_parsed(tmp_path, [("Date", "Événement"), *rows]))["Événement"] == "theme"


def test_the_date_of_entry_is_not_the_date_of_the_event(tmp_path: Path) -> None:
    records = _parsed(
        tmp_path,
        [
            ("Date de saisie", "Année", "Événement", "Mise à jour le"),
            (dt.date(2020, 1, 1), 1901, "Fondation", dt.date(2021, 1, 1)),
        ],
    )

    assert list(roles(records).values()) == ["rubrique", "periode", "theme", "rubrique"]


def test_a_column_of_long_texts_is_told_not_named(tmp_path: Path) -> None:
    long = "Ce jour-là, tout le bourg se retrouve sur la place pour la fête. " * 5
    both = [("Date", "Événement", "Titre"), (1901, long, "Un"), (1902, long, "Deux")]
    alone = [("Date", "Événement"), (1901, long), (1902, long)]

    assert roles(_parsed(tmp_path, both)) == {
        "Date": "periode", "Événement": "rubrique", "Titre": "theme",
    }  # fmt: skip
    assert roles(_parsed(tmp_path, alone)) == {"Date": "periode", "Événement": "rubrique"}


def test_empty_columns_between_vanish(tmp_path: Path) -> None:
    records = _parsed(
        tmp_path,
        [("Période", None, "Événement", None, "Sources"), (1901, None, "Fondation", None, "AD")],
    )

    assert [column.letters for column in records.columns] == ["A", "C", "E"]


def test_filled_columns_without_heading_join_the_sources_beside_them(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    rows = [("Date", None, "Récit", "Sources"), (1901, "x", "y", "z", "aussi"), (1902, "p")]

    records = _parsed(tmp_path, rows, findings=findings)

    assert [said(each) for each in records.rows] == ["1901 |  | x + y | z + aussi", "1902 |  | p"]
    assert [(each.code.slug, each.before) for each in findings] == [
        ("column-without-heading", "B"),
        ("column-without-heading", "E"),
    ]


# -- where the headings stand -----------------------------------------------------------------


@pytest.mark.parametrize("row", [1, 2, 5, 12, 20])
def test_the_heading_row_is_found_in_the_first_twenty(row: int, tmp_path: Path) -> None:
    above = [("Annales du bourg",), *[(f"Ligne {n}, à lire",) for n in range(row - 2)]][: row - 1]
    findings: list[Diagnostic] = []

    records = _parsed(tmp_path, [*above, ("Date", "Fait"), (1901, "A")], findings=findings)

    assert [said(each) for each in records.rows] == ["1901 | A"]
    assert [each.code.slug for each in findings] == ["outside-table"] * max(0, row - 2)
    assert records.title is None or str(records.title) == "Annales du bourg"


NO_HEADINGS: dict[str, list[Sequence[Any]]] = {
    "a lone line in a list": [("1901 : Fondation",), ("1902 – Match",), ("Les années noires",),
                              ("1945 : Reprise",)],
    "a lone line under one event": [("1901 : Fondation",), ("Période de crise",),
                                    ("1903 : Fin de la crise",)],
    "a line beside the dates": [(1901, "Fondation"), (1902, "Match"), (None, "Les années noires"),
                                (1945, "Reprise"), (1946, "Coupe")],
    "words of headings in a row": [(1901, "Fondation"), (1902, "Match"), ("Dates", "à compléter"),
                                   (1945, "Reprise"), (1946, "Coupe"), (1947, "Bal")],
    "many rows without a date": [(1901, "Fondation"), (1902, "Match"), ("Période sombre", "Crise"),
                                 (None, "Rien"), ("à voir", "Tout"), ("peut-être", "Bal")],
}  # fmt: skip


@pytest.mark.parametrize("kind", NO_HEADINGS)
def test_a_row_under_events_heads_nothing_and_no_event_is_left_out(
    kind: str, tmp_path: Path
) -> None:
    found: list[Diagnostic] = []

    records = _parsed(tmp_path, NO_HEADINGS[kind], "", found)

    assert [record.row for record in records.rows] == list(range(1, len(NO_HEADINGS[kind]) + 1))
    assert [str(each.at) for each in found if each.severity.value == "dropped"] == []


LATE: dict[str, list[Sequence[Any]]] = {
    "under two events": [(1901, "Fondation", "PV"), (1902, "Match", "PV"),
                         ("Date", "Événement", "Source"), (1945, "Reprise", "PV")],
    "under a day before each year": [("Mardi gras", 1901, "Bal"), ("Noël", 1902, "Match"),
                                     ("Source", "Année", "Fait"), ("Jeudi saint", 1903, "Coupe")],
}  # fmt: skip


@pytest.mark.parametrize("kind", LATE)
def test_headings_under_events_head_them_too(kind: str, tmp_path: Path) -> None:
    records = _parsed(tmp_path, LATE[kind])

    assert set(roles(records).values()) == {"periode", "theme", "sources"}
    assert [record.row for record in records.rows] == [1, 2, 4]


def test_events_above_the_headings_of_a_second_sheet_are_events(tmp_path: Path) -> None:
    sheets = {
        "A": [("Date", "Fait"), (1901, "Fondation"), (1902, "Match")],
        "B": [(1911, "Bal"), (1912, "Crise"), ("Date", "Fait"), (1914, "Guerre")],
    }

    _, records = table(book(tmp_path / "a.xlsx", sheets=sheets))

    assert [said(each) for each in records.rows] == [
        "1901 | Fondation", "1902 | Match", "1911 | Bal", "1912 | Crise", "1914 | Guerre",
    ]  # fmt: skip


def test_a_period_that_has_a_word_of_headings_heads_nothing(tmp_path: Path) -> None:
    years = [("Exercice 2008",), ("Exercice 2009",), ("Exercice 2009 (suite)",), ("Saison 2010",)]
    rows = [("Date", "Titre"), *((*year, "Bilan") for year in years)]

    records = _parsed(tmp_path, rows)

    assert roles(records) == {"Date": "periode", "Titre": "theme"}
    assert len(records.rows) == 4


ABOVE: dict[str, list[Sequence[Any]]] = {
    "a title and a line with a date": [("Histoire",), ("Mise à jour : 12/03/2020",)],
    "a date beside a place": [("12/03/2020", "Mairie")],
    "dates behind their names": [("Créé le", "12/03/2018"), ("Modifié le", "12/03/2020")],
    "a title that begins with years": [("1901-2001 : un siècle de club",)],
    "a year and an edition": [("2002",), ("Édition revue",)],
}


@pytest.mark.parametrize("kind", ABOVE)
def test_lines_with_dates_above_the_headings_leave_them_headings(kind: str, tmp_path: Path) -> None:
    rows = [*ABOVE[kind], ("N°", "Date", "Fait"), (1, 1901, "Fondation"), (2, 1902, "Match")]

    records = _parsed(tmp_path, rows)

    assert [str(column.heading) for column in records.columns] == ["N°", "Date", "Fait"]
    assert [str(record.theme[0].text) for record in records.rows if record.theme] == [
        "Fondation",
        "Match",
    ]


def test_the_settings_name_the_heading_row(tmp_path: Path) -> None:
    rows = [("Date", "Fait"), ("Date", "Récit"), (1901, "A")]

    records = _parsed(tmp_path, rows, "[feuille]\nentete = 2")

    assert roles(records) == {"Date": "periode", "Récit": "rubrique"}
    with pytest.raises(WorkbookError, match="ligne 9"):
        _parsed(tmp_path, rows, "[feuille]\nentete = 9")


def test_a_sentence_a_date_or_a_note_above_the_table_is_no_title(tmp_path: Path) -> None:
    above = ["Ce tableau reprend les souvenirs des anciens.", "mars 2001", "Mis à jour le 3/4",
             "Rédaction : service patrimoine", "Établi par P. Hardy", "Version 3"]  # fmt: skip
    findings: list[Diagnostic] = []

    records = _parsed(
        tmp_path,
        [*[(each,) for each in above], ("Titre :", "Annales"), ("Date", "Fait"), (1901, "A")],
        findings=findings,
    )

    assert str(records.title) == "Annales"
    assert [each.before for each in findings] == [*above, "Titre :"]


def test_two_heading_rows_make_one(tmp_path: Path) -> None:
    rows = [
        ("Période", None, "Ce qui se passe", None, "Sources"),
        ("Début", "Fin", "dans la commune", "dans le canton", None),
        ("1901", "1902", "A", "B", "C"),
    ]

    records = _parsed(tmp_path, rows)

    assert roles(records) == {
        "Début": "periode",
        "Fin": "fin",
        "Ce qui se passe – dans la commune": "rubrique",
        "Ce qui se passe – dans le canton": "rubrique",
        "Sources": "sources",
    }
    assert [said(each) for each in records.rows] == ["1901 1902 |  | A + B | C"]


def test_sub_headings_under_blank_cells_are_headings(tmp_path: Path) -> None:
    rows = [
        ("Quand", "Ce qui arrive", None, "Sources"),
        (None, "Commune", "Canton", None),
        ("1901", "A", "B", "C"),
    ]

    assert list(roles(_parsed(tmp_path, rows))) == [
        "Quand",
        "Ce qui arrive – Commune",
        "Ce qui arrive – Canton",
        "Sources",
    ]


# -- which rows are events ----------------------------------------------------------------------


def test_several_tables_one_under_another_are_one(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    rows = [
        ("Date", "Fait", "Lieu"),
        (1901, "Fondation", "Albi"),
        (),
        ("Deuxième époque",),
        ("DATES", "faits", "lieu"),
        (1950, "Renaissance", "Auch"),
    ]

    records = _parsed(tmp_path, rows, findings=findings)

    assert [said(each) for each in records.rows] == [
        "1901 | Fondation | Albi",
        " | Deuxième époque",
        "1950 | Renaissance | Auch",
    ]
    assert [each.code.slug for each in findings] == [*["heading-repeated"] * 3, "subtitle"]


SECOND: dict[str, Rows] = {
    "a list under its title": [(), ("Liste des curés",), ("Nom", "De", "À"),
                               ("Abbé Girard", 1850, 1862)],
    "a list under a blank row": [(), ("Prénom", "Nom", "Fonction"), ("Jean", "Rey", "Maire")],
    "a title right under the table": [("Les maires",), ("Nom", "Début", "Fin"),
                                      ("Rey", 1880, 1890), ("Ott", 1890, 1900)],
    "other columns for the same words": [(), ("Source", "Lieu", "Date"), ("AD", "Albi", 1870)],
}  # fmt: skip


@pytest.mark.parametrize("kind", SECOND)
def test_a_second_table_under_the_first_is_left_out_and_told(kind: str, tmp_path: Path) -> None:
    found: list[Diagnostic] = []
    first = [("Date", "Événement"), (1850, "Bénédiction"), (1861, "Cloche")]
    rows = [*first, *SECOND[kind], (), ("Notes : registre",)]

    records = _parsed(tmp_path, rows, "", found)

    assert [said(each) for each in records.rows] == ["1850 | Bénédiction", "1861 | Cloche"]
    assert roles(records) == {"Date": "periode", "Événement": "theme"}
    assert [(each.code.slug, each.before) for each in found] == [
        *(("second-table", str(value)) for row in SECOND[kind] for value in row),
        ("trailing-note", "Notes : registre"),
    ]


def test_other_headings_for_the_same_columns_go_on_with_the_table(tmp_path: Path) -> None:
    found: list[Diagnostic] = []
    rows = [("Date", "Événement", "Texte"), (1850, "Église", "x"), (),
            ("Année", "Fait", "Remarque"), (1861, "Cloche", "y"), (1862, "Bal", "z")]  # fmt: skip

    records = _parsed(tmp_path, rows, "", found)

    assert [record.row for record in records.rows] == [2, 5, 6]
    assert [(each.code.slug, each.before) for each in found] == [
        ("heading-other", str(value)) for value in rows[3]
    ]


def test_headings_under_a_blank_row_of_a_joined_sheet_begin_no_second_table(
    tmp_path: Path,
) -> None:
    head = ("Date", "Fait", "Source")
    sheets = {
        "A": [head, (1901, "a", "x"), (1902, "b", "x")],
        "B": [(1911, "c", "x"), (1912, "d", "x"), (), head, (1914, "e", "x")],
    }

    _, records = table(book(tmp_path / "a.xlsx", sheets=sheets))

    assert [str(each.theme[0].text) for each in records.rows] == list("abcde")


@pytest.mark.parametrize(
    "row",
    [
        ("sans date", "Exposition", "Décision"),
        (None, "Nom", "De la rue"),
        ("Nom", "de la rue changé", "par le maire"),
        (1862, "Maire", "Fonction"),
    ],
)
def test_an_event_that_has_a_word_of_headings_begins_no_table(
    row: Sequence[Any], tmp_path: Path
) -> None:
    rows = [("Date", "Événement", "Texte"), (1850, "A", "x"), (), row, (), (1870, "B", "y")]

    assert [record.row for record in _parsed(tmp_path, rows).rows] == [2, 4, 6]


def test_rules_between_rows_are_left_out_by_name(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    rows = [("Date", "Fait"), (1901, "A"), ("---", "---"), (1902, "B"), ("*****", None)]

    assert len(_parsed(tmp_path, rows, findings=findings).rows) == 2
    assert [(each.code.slug, each.before) for each in findings] == [
        ("separator-row", "---"),
        ("separator-row", "---"),
        ("separator-row", "*****"),
    ]


@pytest.mark.parametrize(
    "notes",
    [
        [("NB : liste incomplète",)],
        [("* dates incertaines",), ("Document de travail",)],
        [("1) offert par la Coop.",), ("[2] selon le curé",), ("³ prêté",)],
        [(), ("Relu par Jeanne",)],
        [(), ("Source : archives municipales",), ("Mise à jour : mars 2020",)],
    ],
    ids=lambda notes: str(notes[-1][0] or notes[0][0]),
)
def test_notes_and_sums_under_the_table_are_no_events(notes: Rows, tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    rows = [("Année", "Fait", "Adhérents"), (1901, "A", 12), (1902, "B", 30), *notes]

    records = _parsed(tmp_path, rows, findings=findings)

    assert [said(each) for each in records.rows] == ["1901 | A | 12", "1902 | B | 30"]
    assert {each.code.slug for each in findings} == {"trailing-note"}
    assert [each.before for each in findings] == [
        str(value) for row in notes for value in row if value is not None
    ]


@pytest.mark.parametrize("line", [(None, "2) élection du bureau"), ("12) 1903 : la crue",)])
def test_a_numbered_line_that_goes_on_with_the_table_is_no_note(
    line: Sequence[Any], tmp_path: Path
) -> None:
    findings: list[Diagnostic] = []
    rows = [("Année", "Fait", "Lieu"), (1901, "A", "Lyon"), (1902, "1) comptes", "Lyon"), line]

    records = _parsed(tmp_path, rows, findings=findings)

    assert len(records.rows) == 3
    assert "trailing-note" not in {each.code.slug for each in findings}


SUMS = [("TOTAL", None, 389), ("Moyenne", None, "77,8"), ("Sous-total", None, "16 F"),
        (None, "Total général :", 42), ("Totaux", "—", "1 200 €"),
        ("Total 1902", None, "14 événements"), ("Total", "Total général : 14", None)]  # fmt: skip


@pytest.mark.parametrize("sums", SUMS, ids=lambda row: str(row[0] or row[1]))
@pytest.mark.parametrize("last", [(), (1903, "C", 5)])
def test_a_row_of_sums_is_no_event_wherever_it_stands(
    sums: Sequence[Any], last: Sequence[Any], tmp_path: Path
) -> None:
    found: list[Diagnostic] = []
    rows = [
        ("Année", "Fait", "Adhérents"),
        (1901, "A", 12),
        (1902, "B", 30),
        sums,
        last,
        ("NB : …",),
    ]

    records = _parsed(tmp_path, rows, "", found)

    assert [record.row for record in records.rows] == [2, 3, 5][: 3 if last else 2]
    assert [(each.code.slug, each.before) for each in found] == [
        *(("total-row", str(value)) for value in sums if value is not None),
        ("trailing-note", "NB : …"),
    ]


@pytest.mark.parametrize(
    "row",
    [
        ("Total des ventes : un record", "Un fait", 12),
        ("Total rachète Elf", None, "12 milliards"),
        (1903, "Total", 12),
        (None, "Moyenne", "douze"),
        (None, "Moyen Âge", 12),
        ("Total",),
    ],
)
def test_a_row_that_says_more_than_sums_is_an_event(row: Sequence[Any], tmp_path: Path) -> None:
    rows = [("Année", "Fait", "Adhérents"), (1901, "A", 12), row, (1904, "D", 30)]

    assert [record.row for record in _parsed(tmp_path, rows).rows] == [2, 3, 4]


@pytest.mark.parametrize(
    "last",
    [
        ("sans date", "Un fait", None),
        (None, None, "suite du récit"),
        (None, "Note de service signée", "Un récit"),
        ("1903", None, None),
        ("Total des ventes : un record", "Un fait", "Un récit"),
    ],
)
def test_the_last_event_is_an_event(last: Sequence[Any], tmp_path: Path) -> None:
    rows = [("Date", "Fait", "Récit"), (1901, "A", "x"), (1902, "B", "y"), last]

    assert len(_parsed(tmp_path, rows).rows) == 3


def test_blank_rows_between_all_events_do_not_make_the_last_a_note(tmp_path: Path) -> None:
    rows = [("Date", "Récit"), (1901, "A"), (), (1902, "B"), (), (None, "suite du récit")]

    assert _said(tmp_path, *rows) == ["1901 |  | A", "1902 |  | B", " |  | suite du récit"]


def test_words_alone_in_the_column_of_periods_are_a_subtitle(tmp_path: Path) -> None:
    rows = [("Date", "Fait"), ("Moyen Âge", None), ("1348", "Peste"), ("Temps modernes",)]

    assert _said(tmp_path, *rows[:3]) == [" | Moyen Âge", "1348 | Peste"]


def test_cells_that_repeat_the_row_above_are_told_once_a_column(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    rows = [("Date", "Fait", "Lieu", "Source"), (1901, "A", "Lyon", "Le Petit Journal, p. 2"),
            (1902, "B", '"', "ibid."), (1903, "Idem est dit", "- \" -", "ibid., p. 3"),
            (1904, "C", "idem", None)]  # fmt: skip

    _parsed(tmp_path, rows, findings=findings)

    assert [(each.code.slug, str(each.at), each.before, each.after) for each in findings] == [
        ("ditto", "Frise!C3", '"', "C3, C4, C5"),
        ("ditto", "Frise!D3", "ibid.", "D3"),
    ]


def test_words_alone_among_the_dates_that_head_nothing_are_told(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    rows = [("Date", "Fait"), (1901, "A"), (1902, "B"), ("Président : M. Lebrun",),
            (None, "suite du récit")]  # fmt: skip

    _parsed(tmp_path, rows, findings=findings)

    assert [(each.code.slug, each.before) for each in findings] == [
        ("line-alone", "Président : M. Lebrun")
    ]


# -- the settings rule ----------------------------------------------------------------------------


def test_a_row_that_copies_another_is_kept_and_told(tmp_path: Path) -> None:
    rows = (
        ("Date", "Thème", "Récit"),
        ("12 mars 1901", "Bureau", "Réunion."),
        ("14 mars 1901", "Bureau", "Réunion."),
        ("12 mars 1901", "Bureau", "Réunion."),
        ("1902", None, None),
        (None, "Bureau", "Réunion."),
        (None, "Bureau", "Réunion."),
        ("1902", None, None),
        (None, "Fête", "Un bal."),
        (None, "Bureau", "Réunion."),
    )
    findings: list[Diagnostic] = []

    records = table(book(tmp_path / "a.xlsx", *rows), findings=findings)[1]

    assert len(records.rows) == len(rows) - 1
    copies = [each for each in findings if each.code is Code.ROW_REPEATED]
    assert [(str(each.at), each.before) for each in copies] == [
        ("Frise!B4", "2"),
        ("Frise!B7", "6"),
    ]


def test_the_settings_give_columns_their_roles_by_heading_or_letters(tmp_path: Path) -> None:
    findings: list[Diagnostic] = []
    rows = [("Date", "Nom", "Ville", "Vu", "Brouillon"), (2001, 1901, "Albi", "AD", "à jeter")]
    toml = (
        '[colonnes]\nperiode = "Nom"\ntheme = "C"\nrubriques = ["Date"]\nsources = ["vu"]\n'
        'ignorer = ["Brouillon"]'
    )

    records = _parsed(tmp_path, rows, toml, findings)

    assert [said(each) for each in records.rows] == ["1901 | Albi | 2001 | AD"]
    assert [(each.code.slug, each.before) for each in findings] == [("column-ignored", "à jeter")]


@pytest.mark.parametrize("name", ["Titre", "ZZ"])
def test_a_column_that_is_not_there_is_named_with_those_that_are(name: str, tmp_path: Path) -> None:
    with pytest.raises(WorkbookError) as refused:
        _parsed(tmp_path, [("Date", "Fait"), (1901, "A")], f'[colonnes]\ntheme = "{name}"')

    assert name in str(refused.value)
    assert "Fait" in str(refused.value)
    assert "[colonnes] theme" in str(refused.value)


def test_a_column_that_is_asked_for_twice_is_refused(tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", ("Date", "Fait"), (1901, "A"), (1902, "B"))
    with pytest.raises(MisfitError, match="est demandée deux fois") as refused:
        table(path, '[colonnes]\nperiode = "A"\ntheme = "A"\n')

    said = str(refused.value).replace("\N{NO-BREAK SPACE}", " ")
    assert "« A » est demandée" in said
    assert "[colonnes] theme et par [colonnes] periode" in said


# -- whatever the layout ----------------------------------------------------------------------

VALUES = (
    None, None, 1901, 1902.0, "1903", "12 mars", "mars", "12/03/1904", dt.datetime(1990, 1, 2),
    "1901-1905", "Année 1906", "XIXe siècle", "Moyen Âge", "Un fait.", "Total", "NB : x", "---",
    "Date", "Année", "Mois", "Jour", "Événement", "Récit", "Sources", "Début", "Fin", "Titre :",
    True, 7, "Long récit du jour. " * 12,
)  # fmt: skip
LINES = st.lists(st.lists(st.sampled_from(VALUES), max_size=5), min_size=1, max_size=9)


def _sheet(lines: Rows, merged: int) -> Sheet:
    """Return a sheet without a file; the cell ``merged`` is carried down one row, as a merge is."""
    rows = []
    above: dict[int, Cell] = {}
    for number, line in enumerate(lines, start=1):
        cells = {
            column: Cell(Text.plain_text(shown(value), CellRef("Frise", number, column)), value)
            for column, value in enumerate(line, start=1)
            if value is not None
        }
        if merged in above and merged not in cells:
            cells[merged] = above[merged]
        above = {column: cell for column, cell in cells.items() if cell.at.row == number}
        if cells:
            rows.append(Row(number, tuple(cells[column] for column in sorted(cells))))
    return Sheet(SourceFile("a.xlsx", "", "Frise"), tuple(rows))


@given(lines=LINES, merged=st.integers(0, 4))
@example(lines=[["Jour", 1902.0], [None, None, "1903"], [1901, None, 1901]], merged=0)
@settings(deadline=None, max_examples=300)
def test_every_cell_of_any_layout_has_its_place_or_its_finding(lines: Rows, merged: int) -> None:
    sheet = _sheet([("Date", "Récit"), *lines] if merged % 2 else lines, merged)
    assume(sheet.rows)
    findings: list[Diagnostic] = []
    try:
        records = parse(sheet, Config(), findings.append)
    except WorkbookError:
        return  # no column of periods in it

    assert _nowhere(sheet, records, findings) == []
    assert [each.row for each in records.rows] == sorted({each.row for each in records.rows})
