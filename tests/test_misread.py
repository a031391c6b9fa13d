"""Texts of UTF-8 read as Windows-1252 are read again, told, and can be given back."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from pipeline.diagnostics import Diagnostic
from pipeline.read.misread import misread
from tests.workbooks import book, table

_LETTERS = st.text("abc dé’œÉÀ–«»…€°→ \xa0ÂâÔ.,", max_size=40)


def _spoilt(text: str) -> str:
    """Return what a program makes of a text in UTF-8 that takes it for Windows-1252."""
    return "".join(
        bytes([byte]).decode("cp1252") if byte not in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else chr(byte)
        for byte in text.encode()
    )


def _read(text: str) -> str:
    for start, end, sign in reversed(list(misread(text))):
        text = text[:start] + sign + text[end:]
    return text


@given(_LETTERS)
def test_what_was_misread_is_read_again(text: str) -> None:
    assert _read(_spoilt(text)) == text


def test_a_right_text_is_left_alone() -> None:
    for text in ("Ângela, Ås, pâté, âge", "SÃ la", "ÂGE D’OR", "à « L’Âge » – 3 €", "Ã, Â, â"):
        assert _read(text) == text


def test_a_preposition_whose_blank_was_made_a_plain_one_is_read() -> None:
    assert _read("Ã  la une, Ã tous") == "à la une, à tous"


def test_an_arrow_whose_last_sign_was_made_straight_is_read() -> None:
    assert _read("Le bureau â†' le conseil, l'âge") == "Le bureau → le conseil, l'âge"


def test_headings_and_cells_are_read_and_each_sign_is_told_once_with_its_count(
    tmp_path: Path,
) -> None:
    typed = _spoilt("L’école d’été à Évry")
    found: list[Diagnostic] = []
    head = (_spoilt("Période"), _spoilt("Récit"))
    records = table(book(tmp_path / "a.xlsx", head, ("1994", typed)), findings=found)[1]

    (cell,) = records.rows[0].sections
    assert str(cell.text) == "L’école d’été à Évry"
    assert cell.text.original == typed
    assert [str(column.heading) for column in records.columns] == ["Période", "Récit"]
    told = [(each.before, each.after, each.count) for each in found if each.at == cell.at]
    assert told == [("â€™", "’", 2), ("Ã©", "é", 3), ("Ã\xa0", "à", 1), ("Ã‰", "É", 1)]
    assert {each.code.slug for each in found} == {"misread-sign"}
