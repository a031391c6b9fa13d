"""Styles are the contract: nothing is formatted by hand, and those who listen are served."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree

from pipeline.work import Work
from pipeline.writers import printed
from tests.conftest import shipped_theme
from tests.word import W, WordFile
from tests.word_made import word

_BY_REFERENCE = {f"{W}pStyle", f"{W}numPr", f"{W}sectPr"}
_TEXTS = ("word/document.xml", "word/comments.xml", "word/header", "word/footer")


@pytest.fixture(scope="module", params=[False, True], ids=["clean", "revisions"])
def file(request: pytest.FixtureRequest, example_work: Work) -> WordFile:
    return WordFile(word(example_work, revisions=request.param))


def test_nothing_is_formatted_by_hand(file: WordFile) -> None:
    styles = file.styles()
    for name in (each for each in file.names() if each.startswith(_TEXTS)):
        part = file.xml(name)
        for properties in part.iter(f"{W}pPr"):
            assert {child.tag for child in properties} <= _BY_REFERENCE, name
        for properties in part.iter(f"{W}rPr"):
            assert [child.tag for child in properties] == [f"{W}rStyle"], name
        for look in part.iter(f"{W}pStyle", f"{W}rStyle"):
            assert look.get(f"{W}val") in styles
        for each in part.iter(f"{W}p"):
            assert each.find(f"{W}pPr/{W}pStyle") is not None


_HEADINGS = {"Title": "Title", "Heading1": "heading 1", "Heading2": "heading 2"}
_HEADINGS |= {"Heading3": "heading 3", "Heading4": "heading 4"}


def test_headings_are_words_own_and_the_rest_has_french_names(file: WordFile) -> None:
    styles = file.styles()
    used = {each.get(f"{W}val") for each in file.document.iter(f"{W}pStyle", f"{W}rStyle")}

    for key, name in _HEADINGS.items():
        assert styles[key].find(f"{W}name").get(f"{W}val") == name
        assert styles[key].get(f"{W}customStyle") is None
    named = {
        styles[key].find(f"{W}name").get(f"{W}val")
        for key in used
        if styles[key].get(f"{W}customStyle")
    }
    assert {"Année", "Période", "Documents", "Référence", "Sigle", "Lettres du sigle"} <= named
    assert {"Exposant", "Amorce", "Frise", "Colophon", "Titre liminaire"} <= named


def _says(styles: dict[str, etree._Element], key: str, tag: str) -> bool:
    """Tell whether a style, or one that it is based on, switches something on."""
    while key:
        found = styles[key].find(f".//{W}{tag}")
        if found is not None:
            return found.get(f"{W}val") not in ("0", "false")
        based = styles[key].find(f"{W}basedOn")
        key = based.get(f"{W}val") if based is not None else ""
    return False


def test_pages_break_and_hold_together_by_style(file: WordFile) -> None:
    styles = file.styles()

    assert _says(styles, "Heading1", "pageBreakBefore")
    for heading in ("Heading1", "Heading2", "Heading3", "Heading4", "Chapeau"):
        assert _says(styles, heading, "keepNext"), heading
    for text in ("BodyText", "ListBullet", "ListNumber", "Documents", "Heading2"):
        assert _says(styles, text, "widowControl"), text
    breaks = [each for each in file.document.iter(f"{W}br") if each.get(f"{W}type")]
    assert breaks == []


def test_a_second_line_of_the_contents_is_indented(file: WordFile) -> None:
    for level in ("TOC1", "TOC2"):
        indent = file.styles()[level].find(f"{W}pPr/{W}ind")
        assert int(indent.get(f"{W}left")) >= int(indent.get(f"{W}hanging")) > 0


def test_superscripts_are_a_character_style(file: WordFile) -> None:
    raised = [
        "".join(run.itertext())
        for run in file.document.iter(f"{W}r")
        if (style := run.find(f"{W}rPr/{W}rStyle")) is not None
        and style.get(f"{W}val").endswith("Exposant")
    ]

    assert "er" in raised
    vertical = file.styles()["Exposant"].find(f"{W}rPr/{W}vertAlign")
    assert vertical.get(f"{W}val") == "superscript"


def test_the_paper_is_a_manuscripts(file: WordFile) -> None:
    for section in file.document.iter(f"{W}sectPr"):
        size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
        assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
        assert all(int(margins.get(f"{W}{side}")) >= 1400 for side in ("top", "left", "right"))


def test_the_document_is_protected_from_nothing(file: WordFile) -> None:
    assert file.xml("word/settings.xml").find(f"{W}documentProtection") is None
    assert file.xml("word/settings.xml").find(f"{W}writeProtection") is None


# -- for those who listen ------------------------------------------------------------------


def test_the_language_is_said_once_for_all(file: WordFile) -> None:
    languages = file.xml("word/styles.xml").iter(f"{W}lang")

    assert [each.get(f"{W}val") for each in languages] == ["fr-FR"]
    assert list(file.document.iter(f"{W}lang")) == []


def test_the_headings_have_no_gaps(file: WordFile) -> None:
    outlines = {}
    for key, style in file.styles().items():
        level = style.find(f"{W}pPr/{W}outlineLvl")
        if level is not None and int(level.get(f"{W}val")) < 9:
            outlines[key] = int(level.get(f"{W}val"))
    levels = [
        outlines[look.get(f"{W}val")]
        for look in file.document.iter(f"{W}pStyle")
        if look.get(f"{W}val") in outlines
    ]
    assert levels[0] == 0
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_drawing_is_said_in_words_and_has_both_forms(file: WordFile) -> None:
    targets = {
        each.get("Id"): each.get("Target") for each in file.xml("word/_rels/document.xml.rels")
    }
    drawings = list(file.document.iter(f"{W}drawing"))

    assert len(drawings) == 4
    for drawing in drawings:
        assert len(next(drawing.iter("{*}docPr")).get("descr")) > 20
        for tag, ending in (("{*}blip", ".png"), ("{*}svgBlip", ".svg")):
            keys = [value for key, value in next(drawing.iter(tag)).items() if "embed" in key]
            assert targets[keys[0]].endswith(ending)
            assert f"word/{targets[keys[0]]}" in file.names()


def test_no_paragraph_is_empty_and_no_table_lacks_its_header(file: WordFile) -> None:
    for name in (each for each in file.names() if each.startswith(_TEXTS)):
        for paragraph in file.xml(name).iter(f"{W}p"):
            shown = "".join(paragraph.itertext()).strip() or list(paragraph.iter("{*}drawing"))
            assert shown, name
    for table in file.document.iter(f"{W}tbl"):
        assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None


def test_what_the_file_says_of_itself(example_work: Work) -> None:
    imprint = replace(
        example_work.booklet.imprint,
        title="Chronique & <suite>",
        author="Les amis de l’Atelier",
        subtitle="Trois années",
        isbn="978-2-07-036822-8",
    )
    booklet = replace(example_work.booklet, imprint=imprint)
    core = WordFile(word(replace(example_work, booklet=booklet))).xml("docProps/core.xml")
    said = {etree.QName(each).localname: each.text for each in core}

    assert said["title"] == "Chronique & <suite>"
    assert said["creator"] == "Les amis de l’Atelier"
    assert said["subject"] == "Trois années"
    assert said["identifier"] == "ISBN 978-2-07-036822-8"
    years, *named = str(said["keywords"]).split(" ; ")
    assert years == printed.span(booklet)
    assert {term.term for term in booklet.index} >= set(named) > set()
    assert said["language"] == "fr-FR"
    assert said["created"] == said["modified"] == "2026-05-04T00:00:00Z"


def test_contrast_of_every_colour_is_that_of_wcag_aa() -> None:
    for name, colour in shipped_theme()["colour"].items():
        channels = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
        light = 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        assert 1.05 / (light + 0.05) >= 4.5, name


def test_all_colours_of_the_styles_are_the_themes(file: WordFile) -> None:
    known = {each.lstrip("#").upper() for each in shipped_theme()["colour"].values()}

    for each in file.xml("word/styles.xml").iter(f"{W}color"):
        assert each.get(f"{W}val") in known
        assert each.get(f"{W}themeColor")
