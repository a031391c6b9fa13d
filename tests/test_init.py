"""``annales init``: the settings it writes load, mean what was recognised, and show samples."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from pipeline.build import suggest_settings
from pipeline.config import load_config
from tests.workbooks import book, roles, said, table

SHEETS: dict[str, dict[str, Sequence[Sequence[Any]]]] = {
    "plain": {
        "Frise": [
            ("Une \"petite\" frise, C:\\été",),
            (),
            ("Période", "Thème", "Le contexte :\nvie du bourg", "Récit", "Sources"),
            (1901, "Fondation", "Un fait.", "Un récit\nsur deux lignes.", "AD"),
            ("1902", "Suite", None, 'Un "mot".', "AD"),
        ]
    },
    "begin and end": {"Frise": [("Début", "Fin", "Titre"), (1901, 1902, "A"), (1903, None, "B")]},
    "in parts": {
        "Frise": [("Année", "Mois", "Jour", "Titre"), (1901, 3, 12, "A"), (None, None, 15, "B")]
    },
    "without headings": {"Frise": [("1901", "Un fait."), ("12 mai 1902", "Un autre.")]},
    "guessed": {"Frise": [("Ville", "En scène"), ("Auch", "mai 1902"), ("Albi", "1903")]},
    "same heading twice": {
        "Frise": [("Date", "Récit", "Récit", "Note"), (1901, "a", "b", "c"), (1902, "d", "e", "f")]
    },
    "rows numbered": {"Frise": [("N°", "Date", "Titre"), (1, 1901, "A"), (2, 1902, "B")]},
    "letters as headings": {"Frise": [("B", "Date", "A"), ("x", 1901, "y"), ("z", 1902, "t")]},
    "two rows of headings": {
        "Frise": [
            ("Quand", "Ce qui arrive", None, "Sources"),
            (None, "Commune", "Canton", None),
            ("1901", "A", "B", "C"),
        ]
    },
    "joined": {
        "Avant": [("Date", "Récit"), (1901, "A")],
        "Après l'été": [("Date", "Récit"), (1919, "B")],
    },
    "chosen": {
        "Notes": [("À lire",)],
        "Frise": [("Date", "Récit"), (1901, "A"), (1902, "B")],
    },
}  # fmt: skip


@pytest.mark.parametrize("kind", SHEETS)
def test_the_settings_written_give_the_same_table(kind: str, tmp_path: Path) -> None:
    path = book(tmp_path / "a.xlsx", sheets=SHEETS[kind])
    sheet, records = table(path)

    toml = suggest_settings(path)
    again_sheet, again = table(path, toml)

    assert [said(each) for each in again.rows] == [said(each) for each in records.rows]
    assert [each.role for each in again.columns] == [each.role for each in records.columns]
    assert [str(each.heading) for each in again.columns] == [
        str(each.heading) for each in records.columns
    ]
    assert again_sheet.name == sheet.name
    title = str(records.title or "")
    assert load_config(toml, "annales.toml").book.title == " ".join(title.split())


def test_samples_stand_beside_each_column_and_every_section_is_named(tmp_path: Path) -> None:
    toml = suggest_settings(book(tmp_path / "a.xlsx", sheets=SHEETS["plain"]))

    assert "# A : 1901 | 1902" in toml
    assert "# B : Fondation | Suite" in toml
    assert '# D : Un récit sur deux lignes. | Un "mot".' in toml
    chosen = tomllib.loads(toml)
    assert chosen["feuille"] == {"nom": "Frise"}
    assert chosen["colonnes"]["periode"] == "Période"
    assert chosen["colonnes"]["rubriques"] == ["Le contexte : vie du bourg", "Récit"]


def test_columns_of_one_heading_are_named_by_their_letters(tmp_path: Path) -> None:
    toml = suggest_settings(book(tmp_path / "a.xlsx", sheets=SHEETS["same heading twice"]))

    assert tomllib.loads(toml)["colonnes"]["rubriques"] == ["B", "C", "Note"]


def test_the_columns_that_say_a_period_together_are_named(tmp_path: Path) -> None:
    toml = suggest_settings(book(tmp_path / "a.xlsx", sheets=SHEETS["in parts"]))

    assert "# A « Année » (annee) : 1901" in toml
    assert "# B « Mois » (mois) : 3" in toml
    assert "# C « Jour » (jour) : 12 | 15" in toml


def test_a_column_that_numbers_the_rows_is_listed_as_left_out(tmp_path: Path) -> None:
    toml = suggest_settings(book(tmp_path / "a.xlsx", sheets=SHEETS["rows numbered"]))

    assert tomllib.loads(toml)["colonnes"]["ignorer"] == ["N°"]


def test_every_setting_of_the_program_is_in_the_template(tmp_path: Path) -> None:
    from pipeline.config import Config

    toml = suggest_settings(book(tmp_path / "a.xlsx", sheets=SHEETS["plain"]))

    for section in Config.model_fields.values():
        assert f"[{section.alias}]" in toml
        annotation: Any = section.annotation
        for field in annotation.model_fields.values():
            assert field.alias in toml, f"[{section.alias}] {field.alias}"


def test_the_settings_of_the_seed_and_the_samples_load(seed: Path, samples: Path) -> None:
    for path in (seed, *sorted(samples.glob("*.xls*"))):
        toml = suggest_settings(path)
        first, second = table(path)[1], table(path, toml)[1]
        assert roles(first) == roles(second)
        assert len(first.rows) == len(second.rows)
