"""The index: a term once, however its cells write it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

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
