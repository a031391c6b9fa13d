"""The index: a term once, however its cells write it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline.build import build
from pipeline.config import load_config
from tests.workbooks import book


def _index(path: Path, names: str = "") -> list[tuple[str, int]]:
    """Return each term and in how many entries it stands."""
    config = load_config(f"[nettoyage]\nnoms = [{names}]", "annales.toml")
    work = build(path, config, dt.date(2026, 1, 1), None, lambda *_: None)
    return [(term.term, len(term.entries)) for term in work.booklet.index]


def test_a_term_that_differs_by_case_blank_or_apostrophe_is_one(tmp_path: Path) -> None:
    rows = [
        ("Date", "Thème", "Récit"),
        (1993, "Proxim'Services", "Un."),
        (1994, "PROXIM' SERVICES", "Deux."),
        (1995, "Ἀθῆναι", "Trois."),
        (1996, "Θῆβαι", "Quatre."),
    ]

    index = _index(book(tmp_path / "a.xlsx", *rows))

    assert sorted(count for _, count in index) == [1, 1, 2]


def test_a_name_of_the_settings_that_is_also_a_theme_stands_once(tmp_path: Path) -> None:
    rows = [
        ("Date", "Thème", "Récit"),
        (1993, "Inter'S", "La société naît."),
        (1994, "Bilan", "La société INTER'S forme."),
    ]

    index = _index(book(tmp_path / "a.xlsx", *rows), '"Inter’S"')

    assert index == [("Bilan", 1), ("Inter’S", 2)]


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("Le poète Jean-Baptiste Clément lit.", "Clément, Jean-Baptiste"),
        ("M. Dupont et Mme Durand votent.", "Dupont (M.) | Durand (Mme)"),
        ("MM. Blanc, Noir et Petit votent.", "Blanc (M.) | Noir (M.) | Petit (M.)"),
        ("M. J.-B. Say parle.", "Say, J.-B."),
        ("Charles de Gaulle, puis Jean d’Ormesson.", "Gaulle, Charles de | Ormesson, Jean d’"),
        ("Jean de La Fontaine, Joachim du Bellay.", "Du Bellay, Joachim | La Fontaine, Jean de"),
        ("Otto von Bismarck, Vincent van Gogh.", "Bismarck, Otto von | Gogh, Vincent van"),
        ("Pierre Mendès France et Paul LÉVY.", "Lévy, Paul | Mendès France, Pierre"),
        ("Louis XIV, François Ier et Charles X.", "Charles X | François Ier | Louis XIV"),
        ("Le bourg de Charles City, puis Charles City Courthouse.", ""),
        ("La rue Victor Hugo, le lycée Jean Moulin, le prix Albert Londres.", ""),
        ("M. le maire, Mme la présidente, M. Président, Paul X.", ""),
        ("L’école maternelle publique Jules Ferry, l’association Marie Curie.", ""),
        ("À la salle des fêtes Jean Jaurès, au lycée professionnel Jean Moulin.", ""),
        ("L’école publique, puis Jules Ferry.", "Ferry, Jules"),
        ("Le peintre Adolphe Auguste Bernard Dupont Lajoie.", ""),
        ("Mantz, Paul-Le Salon de 1872 ; Gonse, Louis-La Gazette.", ""),
        ("Sa lettre à S. M. Louis XVIII, par M. Ch. Renard et P.M. Gault.", "Louis XVIII"),
        ("M. Roy. Puis M. Ney, 1815.", "Ney (M.) | Roy (M.)"),
        ("Paris : Armand Colin, 1940. Caen : M. Rousseau, 1921.", ""),
        ("Élu : Armand Colin, puis Paul Petit, 1940.", "Colin, Armand | Petit, Paul"),
    ],
)
def test_persons_stand_under_their_surname(tmp_path: Path, text: str, terms: str) -> None:
    path = book(tmp_path / "a.xlsx", ("Date", "Thème", "Récit"), (1993, "Bilan", text))

    assert " | ".join(term for term, _ in _index(path) if term != "Bilan") == terms


def test_a_title_leads_to_the_one_person_that_it_can_mean(tmp_path: Path) -> None:
    rows = [
        ("Date", "Thème", "Récit"),
        (1993, "Visite", "Simone Veil reçoit Jean Dupont."),
        (1994, "Visite", "Mme Veil revient sans Mme Dupont."),
    ]

    index = _index(book(tmp_path / "a.xlsx", *rows))

    assert index[:2] == [("Dupont, Jean", 1), ("Dupont (Mme)", 1)]
    assert ("Veil, Simone", 2) in index


@pytest.mark.parametrize(
    ("theme", "term"),
    [
        ("Assemblée générale.", "Assemblée générale"),
        ("Le bureau vote la charte de tout le réseau.", None),
        ("Le président. Les élèves", None),
        (
            "Commission nationale de la formation, réunie à Lyon avec tous les adhérents",
            "Commission nationale de la formation",
        ),
        ("Une rencontre de tous les adhérents venus de toutes les régions du pays entier", None),
    ],
)
def test_a_theme_that_is_a_sentence_is_no_term(
    tmp_path: Path, theme: str, term: str | None
) -> None:
    path = book(tmp_path / "a.xlsx", ("Date", "Thème", "Récit"), (1993, theme, "Un vote."))

    assert _index(path) == ([(term, 1)] if term else [])


def test_a_column_of_first_names_names_nobody(tmp_path: Path) -> None:
    rows = [
        ("Date", "Nom", "Prénom", "Élu par"),
        (1993, "Devambez", "André Édouard", "Jean Martin"),
    ]

    assert _index(book(tmp_path / "a.xlsx", *rows)) == [("Martin, Jean", 1)]


@pytest.mark.parametrize(
    "theme", ["Visite de M. Dupont", "H. H. Asquith", "École Ste. Anne", "Lettre à Mme. Veil"]
)
def test_a_theme_with_an_initial_or_a_title_is_one_sentence(tmp_path: Path, theme: str) -> None:
    path = book(tmp_path / "a.xlsx", ("Date", "Thème", "Récit"), (1993, theme, "Un."))

    assert theme in [term.replace("\xa0", " ") for term, _ in _index(path)]
