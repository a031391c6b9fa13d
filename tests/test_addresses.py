"""Addresses typed in a text can be followed, in the booklet and in Word; no letter changes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdfium2 import PdfDocument

from pipeline.config import Config
from pipeline.model import Span, Text
from pipeline.order import Order
from pipeline.print_room import PrintRoom
from pipeline.writers.addresses import in_lines, linked
from tests.conftest import built, work_of
from tests.workbooks import book


@pytest.mark.parametrize(
    ("text", "links"),
    [
        ("Voir https://a.org/b_c?d=1#e.", {"https://a.org/b_c?d=1#e": "https://a.org/b_c?d=1#e"}),
        ("(http://a.org/x(1)), www.b.fr…", {
            "http://a.org/x(1)": "http://a.org/x(1)", "www.b.fr": "https://www.b.fr"}),
        ("« http://a.org », [www.c.org]", {
            "http://a.org": "http://a.org", "www.c.org": "https://www.c.org"}),
        ("à bureau.nord@a-b.org.", {"bureau.nord@a-b.org": "mailto:bureau.nord@a-b.org"}),
        ("www., a@b, http:// et le compte @a", {}),
    ],
)  # fmt: skip
def test_an_address_is_a_link_without_the_marks_around_it(text: str, links: dict[str, str]) -> None:
    spans = linked(Text.plain_text(text)).spans
    assert {each.text: each.style.link for each in spans if each.style.link} == links


_PIECES = st.sampled_from(
    ["www.a.org", "http://a.org/b", "b@c.fr", " ", ".", ")", "(", "mot", "é", "://", "@", "www."]
)
_SPANS = st.tuples(st.lists(_PIECES, max_size=4).map("".join), st.sampled_from([None, "avant"]))


@given(st.lists(_SPANS, max_size=5))
def test_no_letter_and_no_memory_is_lost(pieces: list[tuple[str, str | None]]) -> None:
    text = Text(tuple(Span(letters, before=before) for letters, before in pieces))
    made = linked(text)
    assert str(made) == str(text)
    assert made.original == text.original
    assert [each.before for each in made.spans if each.before] == [b for _, b in pieces if b]


@given(st.lists(_PIECES | st.sampled_from(["a-b", "?c=d_e&f", "/", "-", "."])).map("".join))
def test_where_lines_may_end_changes_no_letter(text: str) -> None:
    made = in_lines(text)

    assert made.translate({0x200B: None, 0x2060: None}) == text
    assert in_lines("avant et/ou après-midi, 1958/59") == "avant et/ou après-midi, 1958/59"


def test_no_line_ends_with_a_hyphen_of_an_address(tmp_path: Path) -> None:
    """A reader would take it for one that divides, and so do programs that copy text."""
    address = "https://www.archives-departementales.gironde.fr/fonds-anciens/saint-medard-en-jalles"
    rows = [
        (1990 + n, f"Notice {n}", f"{'Voir ' * n}{address}?cote=1-D&page_numero=4 de la ville.")
        for n in range(24)
    ]
    path = book(tmp_path / "a.xlsx", ("Date", "Thème", "Récit"), *rows)
    made = PdfDocument(built(path, tmp_path, "--only", "pdf") / "a.pdf")
    said = "\n".join(page.get_textpage().get_text_bounded() for page in made)
    pieces = said.replace("\r\n", "\n").replace("\ufffe", "-\n").split(address[:12])[1:]
    lines = [line for piece in pieces for line in piece.partition(" de ")[0].split("\n")[:-1]]
    ends = {line.strip()[-1] for line in lines if line.strip()}

    assert len(lines) >= len(rows)
    assert "/" in ends
    assert "-" not in ends
    assert "".join(said.split()).count(address) >= len(rows) - 1  # one goes over a page


def test_links_stand_in_the_booklet_and_in_word(tmp_path: Path) -> None:
    rows = ("1994", "Le site www.a.org", "Écrire à bureau@a.org, ou voir http://a.org/b.")
    work = work_of(book(tmp_path / "a.xlsx", ("Date", "Thème", "Récit"), rows))
    with PrintRoom(Order(only=frozenset(("pdf", "docx")), jobs=1)) as room:
        named = room.publish(work, Config(), lambda *_: None, lambda: None).named

    wanted = {"https://www.a.org", "mailto:bureau@a.org", "http://a.org/b"}
    with pikepdf.open(io.BytesIO(named["a.pdf"])) as pdf:
        notes = [note for page in pdf.pages for note in page.get("/Annots", [])]
        assert {str(note.A.URI) for note in notes if "/A" in note} == wanted
    with zipfile.ZipFile(io.BytesIO(named["a.docx"])) as word:
        relations = word.read("word/_rels/document.xml.rels").decode()
    assert all(f'Target="{each}"' in relations for each in wanted)
