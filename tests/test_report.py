"""The cleaning report: one page that tells everything, holds anything, fetches nothing."""

from __future__ import annotations

import base64
import datetime as dt
import hashlib
import re
from pathlib import Path

import pytest
from cssselect2 import ElementWrapper
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html
from tinyhtml5.parser import HTMLParser

from pipeline import build as road
from pipeline.config import Config
from pipeline.diagnostics import Code, Diagnostic, Severity
from pipeline.model import (
    Booklet,
    CellRef,
    Chapter,
    Column,
    Entry,
    Imprint,
    Period,
    Record,
    Records,
    Role,
    SourceFile,
    Text,
)
from pipeline.writers import report
from tests.conftest import work_of
from tests.workbooks import book

SOURCE = SourceFile("frise.xlsx", "5" * 64, "Frise")


def _at(row: int, column: int = 3, sheet: str = "Frise") -> CellRef:
    return CellRef(sheet, row, column)


def _records(*rows: int, heading: str = "Récit") -> Records:
    columns = (
        Column(1, Text.plain_text("Période", _at(1, 1)), Role.PERIOD),
        Column(3, Text.plain_text(heading, _at(1, 3)), Role.SECTION),
    )
    return Records(SOURCE, columns, tuple(Record(row, sheet="Frise") for row in rows))


def _booklet(*rows: int, title: str = "Une chronique") -> Booklet:
    period = Period(None, None, None, None)
    entries = tuple(Entry(f"r{row}", _at(row, 1), period, Text()) for row in rows)
    imprint = Imprint(title=title)
    return Booklet(SOURCE, imprint, dt.date(1995, 1, 1), (Chapter(None, Text(), None, entries),))


def _page(findings: list[Diagnostic], *rows: int) -> html.HtmlElement:
    written = report.write(_booklet(*rows), _records(*rows), findings)
    return html.document_fromstring(written.decode())


def _find(root: html.HtmlElement, selector: str) -> list[html.HtmlElement]:
    matches = ElementWrapper.from_html_root(root).query_all(selector)
    return [match.etree_element for match in matches]


def _shown(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def _figures(page: html.HtmlElement) -> dict[str, str]:
    found = _find(page, "dl.figures > div")
    return {_shown(_find(each, "dt")[0]): _shown(_find(each, "dd")[0]) for each in found}


EVERY = [
    Diagnostic(code, _at(2 + place % 3), f"avant{place}", f"apres{place}", "gauche ", " droite")
    for place, code in enumerate(Code)
]


def test_every_finding_of_every_kind_is_there_once() -> None:
    page = _page(EVERY, 2, 3, 4)

    items = _find(page, "details.row li")
    assert sorted(each.get("data-kind") for each in items) == sorted(code.slug for code in Code)
    for place, finding in enumerate(EVERY):
        (item,) = [each for each in items if each.get("data-kind") == finding.code.slug]
        assert item.get("class") == finding.severity.value
        wanted = "before" if "{before}" in finding.code.template else None
        if wanted or finding.severity is Severity.FIXED:
            assert f"avant{place}" in _shown(item)


def test_a_change_is_marked_inside_its_sentence_with_words_for_the_ear() -> None:
    finding = Diagnostic(Code.OCR_LETTER, _at(2), "matson", "maison", "la vieille ", " du port")

    (item,) = _find(_page([finding], 2), "li[data-kind=ocr-letter] p.sentence")

    (gone,) = _find(item, "del")
    (new,) = _find(item, "ins")
    assert [_find(gone, ".v")[0].tail, _find(new, ".v")[0].tail] == ["matson", "maison"]
    assert _shown(item) == "la vieille ôté : matsonmis : maison du port"


def test_a_doubt_changes_nothing_and_shows_what_is_proposed() -> None:
    finding = Diagnostic(Code.OCR_DOUBT, _at(2), "rnaison", "maison", "la vieille ", " du port")

    (item,) = _find(_page([finding], 2), "li.check")

    assert not _find(item, "del, ins")
    assert _find(item, "mark .v")[0].tail == "rnaison"
    assert _find(item, ".proposal .v")[0].tail == "maison"
    assert finding.message in item.text_content()


def test_a_long_context_is_cut_at_a_word() -> None:
    left, right = (
        "x" * 9 + " dans la salle commune de la mairie, ",
        " puis chacun rentra chez soi en silenc",
    )
    finding = Diagnostic(
        Code.ACCENT, _at(2), "a", "à", left[-40:].rjust(40, "x"), right.ljust(40, "e")
    )

    (item,) = _find(_page([finding], 2), "p.sentence")

    assert _shown(item).startswith("…dans la salle")
    assert _shown(item).endswith("chez soi en…")


def test_rows_are_in_the_order_of_the_sheet_under_the_whole_workbook() -> None:
    findings = [
        Diagnostic(Code.ACCENT, _at(12), "Etat", "État"),
        Diagnostic(Code.SHEET_LEFT_OUT, _at(1, 1, "Brouillon"), "Brouillon", "Frise"),
        Diagnostic(Code.ACCENT, _at(3), "Etat", "État"),
        Diagnostic(Code.LAYOUT_WARNING, None, "…"),
    ]

    page = _page(findings, 3, 12)

    keys = [each.get("id") for each in _find(page, "details.row")]
    assert keys == ["classeur", "ligne-3", "ligne-12", "feuille-2-ligne-1"]
    assert "Laissée de côté : « Brouillon »." in _shown(page)


def test_rows_with_something_to_look_at_are_open_and_linked_from_the_top() -> None:
    findings = [
        Diagnostic(Code.ACCENT, _at(2), "Etat", "État"),
        Diagnostic(Code.PERIOD_DAY, _at(3, 1), "31/04/1993"),
    ]

    page = _page(findings, 2, 3)

    assert [each.get("id") for each in _find(page, "details.row[open]")] == ["ligne-3"]
    assert [each.get("href") for each in _find(page, ".urgent a")] == ["#ligne-3"]


def test_the_figures_are_true() -> None:
    findings = [
        Diagnostic(Code.ACCENT, _at(2), "Etat", "État"),
        Diagnostic(Code.TYPO_SPACE, _at(2), " ", "\u202f", count=1200),
        Diagnostic(Code.TYPO_SPACE, _at(3), " ", "\u202f"),
        Diagnostic(Code.CONTROL_CHARACTER, _at(1), "U+000B"),
        Diagnostic(Code.PERIOD_DAY, _at(4, 1), "31/04/1993"),
        Diagnostic(Code.HEADING_MERGED, _at(4), "1993"),
        Diagnostic(Code.TITLE_REPLACED, _at(4), "a", "b"),
    ]
    booklet, records = _booklet(2, 3, 4), _records(2, 3, 4, 5)

    page = html.document_fromstring(report.write(booklet, records, findings).decode())

    assert _figures(page) == {
        "lignes lues": "4",
        "imprimées": "3",
        "lignes changées": "2",
        "corrections du texte": "2",
        "signes et espaces": "1 201",
        "à vérifier": "1",
        "écartés": "2",
    }
    kinds = _find(page, "details.fold tbody tr")
    assert [_shown(row) for row in kinds][-1] == "Accentcorrigé1"
    assert [_shown(each) for each in _find(page, "table.columns tbody tr")] == [
        "APériodepériode",
        "CRécitrubrique",
    ]


def test_marks_are_folded_under_their_numbers() -> None:
    findings = [
        Diagnostic(Code.TYPO_APOSTROPHE, _at(2), "'", "’", "l", "eau", 9),
        Diagnostic(Code.TYPO_SPACE, _at(2), " ", "\u202f", "vive", "?", 2),
        Diagnostic(Code.TYPO_SPACE, _at(2), "  ", " ", "a", "b"),
    ]

    (fold,) = _find(_page(findings, 2), "details.marks")

    assert fold.get("open") is None
    assert _shown(_find(fold, "summary")[0]) == "Signes et espaces : Apostrophe × 9 · Espaces × 3"
    assert [each.text_content() for each in _find(fold, "ins .v")] == ["mis\u00a0: "] * 3
    assert [_find(each, ".v")[0].tail for each in _find(fold, "ins")] == ["’", "⍽", "·"]


def test_a_clean_workbook_has_a_report_that_says_so() -> None:
    page = _page([], 2, 3)

    assert "Aucun constat. Le texte du classeur est imprimé tel quel." in _shown(page)
    assert not _find(page, "form, details.row")


def test_dates_in_another_form_stand_in_one_table(tmp_path: Path) -> None:
    dates = ("1/4/1993", "1/4/1993", "2 mai 1993", "12 févr. 1994", "3/5/1995")
    rows = [(date, f"Le fait numéro {n}") for n, date in enumerate(dates)]
    work = work_of(book(tmp_path / "a.xlsx", ("Date", "Fait"), *rows))

    written = report.write(work.booklet, work.records, work.findings).decode()

    page = html.document_fromstring(written)
    lines = [[_shown(cell) for cell in row] for row in _find(page, "#dates tbody tr")]
    assert lines == [
        ["1/4/1993", "1er avril 1993", "A2, A3"],
        ["3/5/1995", "3 mai 1995", "A6"],
        ["12 févr. 1994", "12 février 1994", "A5"],
    ]
    assert [_shown(each) for each in _find(page, "#dates tbody sup")] == ["er"]
    assert _errors(written) == []
    assert "imprimé tel quel ; seules des dates ont une autre forme." in _shown(page)


def test_a_very_long_text_is_cut_and_the_page_says_so() -> None:
    (item,) = _find(_page([Diagnostic(Code.OUTSIDE_TABLE, _at(1), "é" * 100_000)], 2), "li")

    assert item.text_content().count("é") < 1000
    assert "signes de plus dans la cellule]" in item.text_content()


HOSTILE = (
    "</style><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "{{ 7 * 7 }}{% raw %}",
    "<!-- --><![CDATA[",
    "&lt;b&gt; &amp;",
    "</script></title>",
)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_markup_of_a_cell_is_text(hostile: str) -> None:
    findings = [
        Diagnostic(code, CellRef(hostile, 2, 3), hostile, hostile, hostile, hostile)
        for code in Code
    ]
    findings += [Diagnostic(Code.ACCENT, _at(2), hostile, hostile, hostile, hostile)]
    written = report.write(
        _booklet(2, title=hostile), _records(2, heading=hostile), findings
    ).decode()
    page = html.document_fromstring(written)

    assert len(_find(page, "script")) == len(_find(page, "style")) == 1
    assert not _find(page, "img, iframe, b, link")
    assert not [name for each in page.iter() for name in each.attrib if name.startswith("on")]
    assert hostile in _find(page, "h1")[0].text_content()
    assert hostile in _find(page, ".columns")[0].text_content()
    (item,) = _find(page, "#ligne-2 li[data-kind=accent]")
    assert _find(item, "del .v")[0].tail == hostile


@settings(max_examples=60, deadline=None)
@given(st.text(), st.text())
def test_any_letters_make_a_valid_page(before: str, left: str) -> None:
    findings = [Diagnostic(code, _at(2), before, left, left, before) for code in Code]
    written = report.write(_booklet(2, title=before or "x"), _records(2, heading=left), findings)

    assert _errors(written.decode()) == []


def _errors(page: str) -> list[str]:
    parser = HTMLParser()
    parser.parse(page)
    return [str(error) for error in parser.errors]


def test_the_page_is_valid_and_its_parts_are_named() -> None:
    written = report.write(_booklet(2, 3, 4), _records(2, 3, 4), EVERY).decode()
    page = html.document_fromstring(written)

    assert _errors(written) == []
    assert page.get("lang") == "fr"
    keys = [each.get("id") for each in _find(page, "[id]")]
    assert len(keys) == len(set(keys))
    assert all(each.get("href", "")[1:] in keys for each in _find(page, "a"))
    named = _find(page, "[aria-labelledby]")
    assert named
    assert all(each.get("aria-labelledby") in keys for each in named)
    assert [int(each.tag[1]) for each in _find(page, "h1, h2")] == [1, 2, 2, 2, 2]
    assert all(each.get("scope") for each in _find(page, "th"))


def test_the_page_fetches_nothing_and_allows_only_its_own_script() -> None:
    written = report.write(_booklet(2, 3, 4), _records(2, 3, 4), EVERY).decode()
    page = html.document_fromstring(written)

    assert not re.search(r"https?:|//[a-z]|url\(|@import|\bsrc=", written.replace("// The", ""))
    assert not _find(page, "[style], link, base")
    (policy,) = _find(page, "meta[http-equiv=Content-Security-Policy]")
    assert policy.get("content", "").startswith("default-src 'none'; ")
    assert "unsafe" not in policy.get("content", "")
    for tag in ("style", "script"):
        text = _find(page, tag)[0].text or ""
        digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy.get("content", "")


def test_without_its_script_nothing_is_hidden_but_the_filters() -> None:
    page = _page(EVERY, 2, 3, 4)

    assert [each.tag for each in _find(page, "[hidden]")] == ["form"]
    kinds = {each.get("value") for each in _find(page, "option")}
    assert kinds == {"", *(code.slug for code in Code)}
    assert {each.get("value") for each in _find(page, "input")} == {s.value for s in Severity}
    for row in _find(page, "details.row"):
        kinds = {each.get("data-kind") for each in _find(row, "li")}
        assert set(row.get("data-kinds", "").split()) == kinds


def _luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``; source: WCAG 2.2."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_letters_stand_out_from_their_ground() -> None:
    css = html.document_fromstring(report.write(_booklet(), _records(), []).decode())
    style = _find(css, "style")[0].text or ""
    named = dict(re.findall(r"--([a-z]+): (#[0-9a-f]{6})", style))
    rules = {
        name: dict(re.findall(r"(background|color): (#[0-9a-f]{6})", body))
        for name, body in re.findall(r"^(del|ins|mark) \{([^}]*)\}", style, re.MULTILINE)
    }
    text = re.search(r"[; ]color: (#[0-9a-f]{6})", style.split("}")[0])
    assert text is not None

    for ground in ("paper", "wash") if "paper" in named else ("wash",):
        for letters in (text[1], *(named[each] for each in ("accent", "grey", "green", "brown"))):
            assert _contrast(letters, named[ground]) >= 6, (letters, ground)
    assert set(rules) == {"del", "ins", "mark"}
    for rule in rules.values():
        assert _contrast(rule.get("color", text[1]), rule["background"]) >= 7


def test_the_seed_is_told_whole(seed: Path) -> None:
    work = road.build(seed, Config(), dt.date(1995, 1, 1), None, lambda *_: None)

    written = report.write(work.booklet, work.records, work.findings)

    page = html.document_fromstring(written.decode())
    assert len(_find(page, "details.row li")) == len(work.findings)
    assert _errors(written.decode()) == []
    assert len(written) < 600 * len(work.findings) + 60_000
    assert written == report.write(work.booklet, work.records, work.findings)
