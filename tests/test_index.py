"""The index: a term once, however its cells write it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from pipeline.build import build
from pipeline.config import load_config
from pipeline.writers.index_lines import index_groups
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
        ("Martin Sylvie est élue.", "Martin, Sylvie"),
        ("Mme Dupont Sylvie et M. Durand Pierre.", "Dupont, Sylvie | Durand, Pierre"),
        ("Mme Sylvie Œuvrard œuvre.", "Œuvrard, Sylvie"),
        ("Anne Łukasz, Seán Ó Briain.", "Łukasz, Anne | Ó Briain, Seán"),
        ("Loïc Le Gall et Karim Benali.", "Benali, Karim | Le Gall, Loïc"),
        ("Élodie N’Diaye, Maryvonne LE GOFF.", "Le Goff, Maryvonne | N’Diaye, Élodie"),
        ("MM. Le Bihan et Van den Berg.", "Le Bihan (M.) | Van den Berg (M.)"),
        ("Clement Richard Attlee, Sir Robert Peel.", "Attlee, Clément Richard | Peel, Robert"),
        ("Le ministre Kwame Robert Nkrumah, J Baptiste de Foucauld.", ""),
        ("Sylvie de la CFDT, Paul. Marie Christine. France Inter.", ""),
        ("Aurore Boréale ; Mme Aurore Duval.", "Duval, Aurore"),
        ("Anne d’Autriche et Léonard de Vinci.", "Anne d’Autriche | Léonard de Vinci"),
        ("Le château Claire Dubois, Clément de Ris, L.", ""),
        ("Copie de Raphaël La Commission approuve.", ""),
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


def test_a_surname_stands_in_front_where_another_row_knows_it(tmp_path: Path) -> None:
    rows = [
        ("Date", "Récit"),
        (1993, "Roux Loïc et Martin Hervé sont nommés ; Petit Loïc aussi."),
        (1994, "Mme Roux remplace M. Martin."),
        (1995, "M. Martin Ganymède ; Rose Roux."),
    ]

    index = _index(book(tmp_path / "a.xlsx", *rows))

    assert [term for term, _ in index] == [
        "Martin, Hervé",
        "Roux, Loïc",
        "Roux (Mme)",
        "Roux, Rose",
    ]


def test_one_person_has_one_line(tmp_path: Path) -> None:
    rows = [
        ("Date", "Thème", "Récit"),
        (1834, "Robert Peel (1788-1850)", "Sir Robert Peel gouverne."),
        (1945, "Clement Attlee", "Clement Richard Attlee gouverne."),
        (2010, "David Cameron, ministre", "Il gouverne."),
    ]

    index = _index(book(tmp_path / "a.xlsx", *rows))

    assert index == [("Attlee, Clement", 1), ("Cameron, David", 1), ("Peel, Robert", 1)]


@pytest.mark.parametrize(
    ("themes", "terms"),
    [
        ("Grève à Brest | Grève à Lorient. | Grève à Le Mans, sans incident", "Grève"),
        ("Grève à Brest | Grève à Lorient", "Grève à Brest | Grève à Lorient"),
        ("Manifestation à Quimper, sans incident", "Manifestation à Quimper"),
        ("Le bureau est renouvelé", ""),
        ("Accueil des premiers stagiaires de l’atelier par le maire", ""),
        ("Charte des adhérents du réseau", "Charte des adhérents du réseau"),
        ("Groupe « Le bureau est ouvert »", "Groupe « Le bureau est ouvert »"),
    ],
)
def test_events_leave_the_index_what_one_looks_for(tmp_path: Path, themes: str, terms: str) -> None:
    rows = [(1990 + at, theme, "Un.") for at, theme in enumerate(themes.split(" | "))]

    index = _index(book(tmp_path / "a.xlsx", ("Date", "Thème", "Récit"), *rows))

    assert " | ".join(term.replace("\xa0", " ") for term, _ in index) == terms


def test_a_joined_letter_is_filed_as_its_two(tmp_path: Path) -> None:
    rows = [("Date", "Récit"), (1993, "Paul Odet, Paul Œuvrard, Paul Olier, Paul Ładny.")]
    config = load_config("", "annales.toml")

    work = build(book(tmp_path / "a.xlsx", *rows), config, dt.date(2026, 1, 1), None, _quiet)

    groups = index_groups(work.booklet)
    assert [(group.letter, len(group.lines)) for group in groups] == [("L", 1), ("O", 3)]


def _quiet(*_: object) -> None:
    """Tell nobody what is being done."""
