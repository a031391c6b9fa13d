"""Addresses typed in a text can be followed, in the booklet and in Word; no letter changes."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.config import Config
from pipeline.model import Span, Text
from pipeline.order import Order
from pipeline.print_room import PrintRoom
from pipeline.writers.addresses import linked
from tests.conftest import work_of
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
