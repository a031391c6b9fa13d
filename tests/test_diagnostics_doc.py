"""The catalogue's page is true: made from the catalogue, and nothing is left out."""

from __future__ import annotations

from pathlib import Path

from pipeline.diagnostics import Code, Diagnostic
from pipeline.diagnostics_doc import document, missing
from pipeline.diagnostics_words import WORDS
from pipeline.families import Family, family

PAGE = Path(__file__).parents[1] / "docs" / "diagnostics.md"


def test_the_page_is_what_the_catalogue_says() -> None:
    assert PAGE.read_text(encoding="utf-8") == document(), "run make docs"


def test_every_code_is_explained() -> None:
    assert missing() == [], "say what they mean in pipeline/diagnostics_words.py"


def test_every_code_has_its_section_and_a_link_to_it() -> None:
    lines = document().splitlines()

    assert [line[3:] for line in lines if line.startswith("## ")] == [c.slug for c in Code]
    index = "".join(line for line in lines if line.startswith("| "))
    assert all(f"[`{code.slug}`](#{code.slug})" in index for code in Code)


def test_an_example_fills_what_its_sentence_asks_for() -> None:
    for code, words in WORDS.items():
        assert ("{before}" in code.template) <= bool(words.before), code
        assert ("{after}" in code.template) <= bool(words.after), code
        assert "« »" not in Diagnostic(code, None, words.before, words.after).message


def test_families_follow_the_catalogue() -> None:
    order = list(Family)
    places = [order.index(family(code)) for code in Code]

    assert places == sorted(places)
    assert set(map(family, Code)) == set(Family)
