"""The print shop's edition: boxes, marks, inks, and what must not be in it."""

from __future__ import annotations

import re
import struct
from pathlib import Path

import pikepdf
import pytest

from pipeline.config import Config
from pipeline.errors import ConfigError
from pipeline.files import own_profile
from tests.conftest import built

MM = 72 / 25.4


@pytest.fixture(scope="module")
def edition(example_files: Path) -> pikepdf.Pdf:
    return pikepdf.open(example_files / "chronique-atelier-impression.pdf")


def test_it_says_pdf_x4_and_names_the_condition(edition: pikepdf.Pdf) -> None:
    with edition.open_metadata() as xmp:
        assert xmp["pdfxid:GTS_PDFXVersion"] == "PDF/X-4"
        assert xmp["pdf:Trapped"] in ("False", "false")
        assert xmp["xmpMM:DocumentID"].startswith("uuid:")
        assert (xmp["xmpMM:VersionID"], xmp["xmpMM:RenditionClass"]) == ("1", "default")
    (intent,) = edition.Root.OutputIntents
    assert intent.S == pikepdf.Name.GTS_PDFX
    assert str(intent.OutputConditionIdentifier) == "FOGRA39"


def test_trim_bleed_and_marks(edition: pikepdf.Pdf) -> None:
    for page in edition.pages:
        trim, bleed, media = (
            [float(each) for each in box]
            for box in (page.obj.TrimBox, page.obj.BleedBox, page.obj.MediaBox)
        )
        assert (trim[2] - trim[0]) / MM == pytest.approx(148, abs=0.1)
        assert (trim[3] - trim[1]) / MM == pytest.approx(210, abs=0.1)
        assert [(a - b) / MM for a, b in zip(trim, bleed, strict=True)] == pytest.approx(
            [3, 3, -3, -3], abs=0.01
        )
        assert media[0] < bleed[0]
        assert media[2] > bleed[2]
        marks = re.findall(rb"m [\d.-]+ [\d.-]+ l S", _content(page)[-900:])
        assert len(marks) == 8


def _content(page: pikepdf.Page) -> bytes:
    contents = page.obj.Contents
    streams = contents if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(each.read_bytes() for each in streams)


def test_pages_are_even_and_hold_no_link_tag_or_colour_of_screens(edition: pikepdf.Pdf) -> None:
    assert len(edition.pages) % 2 == 0
    assert "/StructTreeRoot" not in edition.Root
    for page in edition.pages:
        assert "/Annots" not in page
        streams = [_content(page)]
        forms = page.Resources.get("/XObject", {}) if "/Resources" in page else {}
        streams += [
            form.read_bytes()
            for _, form in forms.items()
            if form.get("/Subtype") == pikepdf.Name.Form
        ]
        for stream in streams:
            assert not re.search(rb"(?<![\d.])[\d.]+ [\d.]+ [\d.]+ (?:rg|RG)\b", stream)


def test_text_is_black_alone(edition: pikepdf.Pdf) -> None:
    """A letter of running text in four inks is blurred by the least shift on the press."""
    page = edition.pages[12]
    inks = set(re.findall(rb"(?<![\d.])([\d.]+ [\d.]+ [\d.]+ [\d.]+) k\b", _content(page)))

    assert b"0 0 0 1.0000" in inks


def test_the_cover_is_apart_and_the_profile_embedded_where_asked(
    example: Path, tmp_path: Path, edition: pikepdf.Pdf
) -> None:
    profile = _profile()
    (tmp_path / "presse.icc").write_bytes(profile)
    config = tmp_path / "annales.toml"
    config.write_text(
        '[maquette]\ncouverture-separee = true\nprofil = "presse.icc"\n', encoding="utf-8"
    )

    folder = built(example, tmp_path, "--only", "print", "--config", str(config))

    names = {each.name for each in folder.glob("*impression*")}
    assert names == {
        "chronique-atelier-impression.pdf",
        "chronique-atelier-impression-couverture.pdf",
    }
    cover = pikepdf.open(folder / "chronique-atelier-impression-couverture.pdf")
    inside = pikepdf.open(folder / "chronique-atelier-impression.pdf")
    assert len(cover.pages) == 2
    assert len(inside.pages) % 2 == 0
    for book in (cover, inside):
        assert book.Root.OutputIntents[0].DestOutputProfile.read_bytes() == profile
    assert len({_identity(book) for book in (cover, inside, edition)}) == 3


def _identity(book: pikepdf.Pdf) -> str:
    with book.open_metadata() as xmp:
        return str(xmp["xmpMM:DocumentID"])


def _profile() -> bytes:
    """Return a small ICC profile of four inks: one table of two steps a channel."""

    def tag(kind: bytes, content: bytes) -> bytes:
        data = kind + b"\0\0\0\0" + content
        return data + b"\0" * (-len(data) % 4)

    described = b"Essai"
    desc = tag(b"desc", struct.pack(">I", len(described) + 1) + described + b"\0" + b"\0" * 78)
    steps = struct.pack(">2H", 0, 65535)
    table = b"".join(
        struct.pack(">3H", 65280 if n == 0 else 30000, 32768, 32768) for n in range(16)
    )
    matrix = struct.pack(">9i", *(65536 if n % 4 == 0 else 0 for n in range(9)))
    lut = tag(
        b"mft2",
        struct.pack(">4B", 4, 3, 2, 0)
        + matrix
        + struct.pack(">2H", 2, 2)
        + steps * 4
        + table
        + steps * 3,
    )
    back = tag(
        b"mft2",
        struct.pack(">4B", 3, 4, 2, 0)
        + matrix
        + struct.pack(">2H", 2, 2)
        + steps * 3
        + b"\x80\x00" * (8 * 4)
        + steps * 4,
    )
    white = tag(b"XYZ ", struct.pack(">3i", 63190, 65536, 54061))
    rights = tag(b"text", b"essai\0")
    parts = [(b"desc", desc), (b"cprt", rights), (b"wtpt", white), (b"A2B0", lut), (b"B2A0", back)]
    start = 128 + 4 + 12 * len(parts)
    listed, body = struct.pack(">I", len(parts)), b""
    for name, data in parts:
        listed += name + struct.pack(">2I", start + len(body), len(data))
        body += data
    size = start + len(body)
    head = struct.pack(">I4sI4s4s4s", size, b"lcms", 0x02400000, b"prtr", b"CMYK", b"Lab ")
    head += struct.pack(">6H4s", 2026, 1, 1, 0, 0, 0, b"acsp") + b"\0" * 28
    head += struct.pack(">3i", 63190, 65536, 54061)
    return (head + b"\0" * (128 - len(head))) + listed + body


def test_a_profile_that_is_none_is_refused(example: Path, tmp_path: Path) -> None:
    (tmp_path / "faux.icc").write_bytes(b"rien")
    settings = Config.model_validate({"maquette": {"profil": "faux.icc"}})

    with pytest.raises(ConfigError, match=r"faux\.icc"):
        own_profile(settings, example, tmp_path / "annales.toml")
