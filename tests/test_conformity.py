"""The look that each build takes at its own file: it sees what veraPDF would refuse."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from pipeline.errors import OutputError
from pipeline.verify import check_conformity
from pipeline.writers.proof.conformity import faults


@pytest.fixture(scope="module")
def booklet(example_files: Path) -> bytes:
    return (example_files / "chronique-atelier.pdf").read_bytes()


def test_a_booklet_has_no_fault(booklet: bytes) -> None:
    assert faults(booklet) == []


def _first_link(book: pikepdf.Pdf) -> pikepdf.Object:
    return next(page.obj.Annots[0] for page in book.pages if "/Annots" in page.obj)


def _first_font(book: pikepdf.Pdf) -> pikepdf.Object:
    return next(iter(book.pages[0].obj.Resources.Font.items()))[1]


def _no_language(book: pikepdf.Pdf) -> None:
    del book.Root.Lang


def _no_profile(book: pikepdf.Pdf) -> None:
    del book.Root.OutputIntents


def _script(book: pikepdf.Pdf) -> None:
    book.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _launched(book: pikepdf.Pdf) -> None:
    _first_link(book).A = Dictionary(S=Name.Launch, F=String("a.exe"))


def _hidden_link(book: pikepdf.Pdf) -> None:
    _first_link(book).F = 2


def _nameless_link(book: pikepdf.Pdf) -> None:
    del _first_link(book).Contents


def _font_left_out(book: pikepdf.Pdf) -> None:
    descriptor = _first_font(book).DescendantFonts[0].FontDescriptor
    for key in ("/FontFile2", "/FontFile3"):
        if key in descriptor:
            del descriptor[key]


def _letters_without_meaning(book: pikepdf.Pdf) -> None:
    del _first_font(book).ToUnicode


def _page_without_tags(book: pikepdf.Pdf) -> None:
    del book.pages[2].obj.StructParents


def _tags_of_another_page(book: pikepdf.Pdf) -> None:
    tagged = [page.obj for page in book.pages if "/StructParents" in page.obj]
    tagged[1].StructParents = tagged[0].StructParents


def _tags_lost(book: pikepdf.Pdf) -> None:
    book.Root.StructTreeRoot.ParentTree.Nums = Array([])


def _other_title(book: pikepdf.Pdf) -> None:
    book.docinfo["/Title"] = "Autre"


def _other_standard(book: pikepdf.Pdf) -> None:
    xmp = book.Root.Metadata.read_bytes().replace(b"conformance>A<", b"conformance>B<")
    book.Root.Metadata = book.make_stream(xmp, Type=Name.Metadata, Subtype=Name.XML)


def _stray_attachment(book: pikepdf.Pdf) -> None:
    del book.Root.AF


FAULTS: dict[Callable[[pikepdf.Pdf], None], str] = {
    _no_language: "langue",
    _no_profile: "couleurs",
    _script: "OpenAction",
    _launched: "action",
    _hidden_link: "caché",
    _nameless_link: "nommé",
    _font_left_out: "incorporée",
    _letters_without_meaning: "sens",
    _page_without_tags: "page 3 : elle n’est pas balisée",
    _tags_of_another_page: "balises",
    _tags_lost: "balises",
    _other_title: "titre",
    _other_standard: "PDF/A-3a",
    _stray_attachment: "associé",
}


@pytest.mark.parametrize("break_it", FAULTS, ids=lambda each: each.__name__.strip("_"))
def test_a_fault_is_seen_and_named(break_it: Callable[[pikepdf.Pdf], None], booklet: bytes) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(booklet)) as book:
        break_it(book)
        book.save(target, fix_metadata_version=False)

    found = faults(target.getvalue())

    assert any(FAULTS[break_it] in each for each in found), found


def test_a_locked_file_is_a_fault(booklet: bytes) -> None:
    target = io.BytesIO()
    with pikepdf.open(io.BytesIO(booklet)) as book:
        book.save(target, encryption=pikepdf.Encryption(owner="a"))

    assert "le fichier est chiffré" in faults(target.getvalue())


def test_a_file_with_faults_is_not_written() -> None:
    with pytest.raises(OutputError, match=r"frise\.pdf ne serait conforme.*\n.*la langue manque"):
        check_conformity("frise.pdf", ["la langue manque"])
