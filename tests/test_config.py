"""Wrong settings are named: file, key, value, what is allowed."""

from __future__ import annotations

import pytest

from pipeline import resources
from pipeline.config import Config, load_config
from pipeline.errors import ConfigError, ExitCode
from pipeline.theme import load_theme
from pipeline.writers.stylesheets import stylesheet

WRONG = {
    "unknown key": ('[livre]\ntitrre = "X"', ["[livre] titrre", "« titre »"]),
    "unknown section": ('[livres]\ntitre = "X"', ["livres", "« livre »"]),
    "wrong type": ("[livre]\ntitre = 3", ["[livre] titre", "3", "texte"]),
    "wrong choice": ('[maquette]\nformat = "A3"', ["[maquette] format", '"A3"', "A5 ou A4"]),
    "wrong opening": (
        '[maquette]\nchapitres = "page"',
        ["[maquette] chapitres", '"page"', "auto, recto ou suite"],
    ),
    "wrong boolean": ('[nettoyage]\ncorrections = "oui"', ["corrections", "true ou false"]),
    "row 0": ("[feuille]\nentete = 0", ["[feuille] entete", "au moins 1"]),
    "not TOML": ("[livre", ["ligne 1", "« [livre »", "TOML"]),
    "not TOML further down": ('[livre]\ntitre = "X', ["ligne 2", '« titre = "X »']),
    "text or list": ("[feuille]\nnom = 3", ["[feuille] nom", "un texte", "une liste"]),
    "not a year": ('[chapitres.titres]\nvers = "x"', ["titres.vers", "une année"]),
    "a year that no chapter has": ('[chapitres.titres]\n0993 = "x"', ["titres.0993", "une année"]),
    "a date": ("[livre]\ndate = 2026-01-02", ['"2026-01-02"', "entre guillemets"]),
    "a date without quotes": (
        "[livre]\ndate = 1995-03-01",
        ["valeur 1995-03-01", "entre guillemets"],
    ),
    "no section": ('titre = "X"', ["titre", "sous la ligne [livre]"]),
    "another section": (
        '[maquette]\nnoms = ["X"]',
        ["[maquette] noms", "sous la ligne [nettoyage]"],
    ),
    "a key named as a type": ("str = 1", ["inconnue : str."]),
    "a key of a section named as a type": ("[livre]\nstr = 1", ["[livre] str", "« titre »"]),
    "an empty name": ('[nettoyage]\nnoms = [""]', ["[nettoyage] noms.0", "pas vide"]),
    "an empty acronym": ('[nettoyage]\nsigles = {A = " "}', ["sigles.A", "pas vide"]),
    "odd signature": ("[maquette]\ncahier = 10", ["[maquette] cahier", "multiple de 4"]),
}


@pytest.mark.parametrize(("toml", "named"), WRONG.values(), ids=WRONG)
def test_a_wrong_setting_is_named(toml: str, named: list[str]) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(toml, "annales.toml")

    message = str(caught.value).replace("\N{NO-BREAK SPACE}", " ")
    assert caught.value.exit_code is ExitCode.CONFIG
    assert [each for each in ["annales.toml", *named] if each not in message] == []


def test_no_settings_are_good_settings() -> None:
    assert load_config("", "annales.toml") == Config()


def test_all_faults_are_named_at_once() -> None:
    with pytest.raises(ConfigError) as caught:
        load_config("[livre]\ntitre = 1\nauteur = 2\n", "annales.toml")

    assert "titre" in str(caught.value)
    assert "auteur" in str(caught.value)


@pytest.mark.parametrize(
    ("setting", "wanted"),
    [
        ('isbn = "978-2-07-036822-9"', "un ISBN de 13"),
        ('isbn = "2-07-036822-4"', "un ISBN de 13"),
        ('isbn = "en cours"', "un ISBN de 13"),
        ('langue = "français"', "fr-FR"),
    ],
)
def test_what_could_not_be_printed_as_it_stands_is_refused(setting: str, wanted: str) -> None:
    with pytest.raises(ConfigError, match=wanted):
        load_config(f"[livre]\n{setting}\n", "annales.toml")


@pytest.mark.parametrize("isbn", ["978-2-07-036822-8", "207036822X", "979 10 90636 07 1"])
def test_an_isbn_whose_check_digit_is_right_is_taken(isbn: str) -> None:
    assert load_config(f'[livre]\nisbn = "{isbn}"', "annales.toml").book.isbn == isbn


SHIPPED = '[page]\nwidth_mm = 148\n[colour]\naccent = "#8a1c2b"\n'


def test_a_theme_of_ones_own_repeats_only_what_it_changes() -> None:
    theme = load_theme(SHIPPED, ("[page]\nwidth_mm = 160.5", "theme.toml"))

    assert (theme["page"]["width_mm"], theme["colour"]["accent"]) == (160.5, "#8a1c2b")


def test_a_theme_with_another_line_moves_everything_by_it() -> None:
    shipped = resources.text("styles/theme.toml")
    plain = stylesheet(load_theme(shipped))
    wide = stylesheet(load_theme(shipped, ("[type]\nleading_pt = 15.0", "theme.toml")))

    assert "margin-bottom: 13.5pt" in plain
    assert "13.5pt" not in wide
    assert "margin-bottom: 15pt" in wide
    assert "padding-top: 45pt" in wide  # three lines


@pytest.mark.parametrize(
    ("own", "named"),
    [
        ("[pages]\n", "tables admises : page"),
        ("[page]\nheight = 1", "clés admises : width_mm"),
        ('[page]\nwidth_mm = "x"', "de 1 à 2000 mm"),
        ("[page]\nwidth_mm = true", "de 1 à 2000 mm"),
        ("[page]\nwidth_mm = nan", "de 1 à 2000 mm"),
        ("[page]\nheight_mm = -5", "de 1 à 2000 mm"),
        ("[type]\nsize_pt = 0", "de 1 à 2000 pt"),
        ("[manuscript]\nsize_pt = inf", "de 1 à 2000 pt"),
        ("[page]\nwidth_mm = 70", "ne laissent pas 40 mm"),
        ("[page]\nhead_mm = 180", "avec head_mm et foot_mm"),
        ('[page]\nperiods = "nowhere"', '"above" ou "margin"'),
        ('[colour]\ntext = "red;}"', '"#8a1c2b"'),
        ('[fonts]\nserif = "Garamond"', '"Source Serif Pro"'),
        ("[fonts]\nserif_word = []", "une liste de noms"),
        ("[page\n", "ligne 1, colonne 6"),
    ],
)
def test_a_wrong_theme_is_named(own: str, named: str) -> None:
    shipped = resources.text("styles/theme.toml")
    with pytest.raises(ConfigError, match=r"^mon-theme\.toml") as refused:
        load_theme(shipped, (own, "mon-theme.toml"))

    assert named in str(refused.value).replace("\u00a0", " ")


def test_a_theme_that_is_no_toml_is_told_where_a_whole_one_is() -> None:
    with pytest.raises(ConfigError) as told:
        load_theme(SHIPPED, ("[page\nwidth_mm = 160", "mon-theme.toml"))

    assert "mon-theme.toml, ligne 1" in str(told.value)
    assert "styles/theme.toml" in str(told.value)
    assert "annales init" not in str(told.value)  # it writes settings


def test_a_theme_may_take_bleed_and_rules_away() -> None:
    shipped = resources.text("styles/theme.toml")
    theme = load_theme(shipped, ("[page]\nbleed_mm = 0\nrule_pt = 0", "theme.toml"))

    assert (theme["page"]["bleed_mm"], theme["page"]["rule_pt"]) == (0, 0)
