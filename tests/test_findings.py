"""Findings on the command line: as text, as JSON, as annotations of a workflow."""

from __future__ import annotations

import io
import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from pipeline.diagnostics import Code, Diagnostic
from pipeline.model import Cell, CellRef, Record, Records, Role, SourceFile, Text
from pipeline.writers import findings as shown
from pipeline.writers.rows import by_row
from tests.workbooks import book, table

SCHEMA = Path(__file__).parents[1] / "docs" / "annales-1.schema.json"


def _records(*rows: int, sheet: str = "Frise") -> Records:
    source = SourceFile("frise.xlsx", "0" * 64, sheet)
    return Records(source, (), tuple(_record(row, sheet) for row in rows))


def _record(row: int, sheet: str) -> Record:
    period = Cell(Text.plain_text(f"mai {1990 + row}", CellRef(sheet, row, 1)))
    theme = Cell(Text.plain_text("Une [bold]fête[/bold]\nau village", CellRef(sheet, row, 2)))
    return Record(row, {Role.PERIOD: period}, (theme,), sheet=sheet)


def _at(row: int, column: int = 3, sheet: str = "Frise") -> CellRef:
    return CellRef(sheet, row, column)


def _printed(findings: list[Diagnostic], records: Records, width: int = 200) -> str:
    console = Console(
        file=io.StringIO(), width=width, force_terminal=True, color_system="truecolor"
    )
    console.print(shown.text(findings, records))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_what_is_taken_out_or_put_in_is_said_so() -> None:
    """A change with an empty side has no « »."""
    out = Diagnostic(Code.OCR_MARK, _at(2), before=".", after="")
    put = Diagnostic(Code.TYPO_SPACE, _at(2), before="", after="\N{NARROW NO-BREAK SPACE}")
    both = Diagnostic(Code.OCR_MARK, _at(2), before=".", after=",")
    messages = [
        each.message.replace("\xa0", " ").replace("\u202f", " ") for each in (out, put, both)
    ]

    assert messages == [
        "« . » est retiré.", "Espaces : « ⍽ » est ajouté.", "« . » devient « , ».",
    ]  # fmt: skip


def test_rows_come_as_in_the_sheet_and_the_workbook_first() -> None:
    other = Diagnostic(Code.SHEET_LEFT_OUT, _at(1, 1, "Brouillon"), "Brouillon", "Frise")
    findings = [
        Diagnostic(Code.ACCENT, _at(9), "Etat", "État"),
        other,
        Diagnostic(Code.ACCENT, _at(2), "Eglise", "Église"),
        Diagnostic(Code.NAME_VARIANTS, None, "« A », « B »", "A"),
    ]

    rows = by_row(findings, _records(2, 9))

    assert [(row.sheet, row.row) for row in rows] == [
        ("", 0), ("Frise", 2), ("Frise", 9), ("Brouillon", 1),
    ]  # fmt: skip
    assert rows[1].label == "mai 1992 · Une [bold]fête[/bold] au village"


def test_a_line_breaks_at_no_no_break_space_and_only_on_a_terminal() -> None:
    message = Diagnostic(Code.SHEET_LEFT_OUT, _at(2), "Un long nom de brouillon", "Frise")

    printed = _printed([message], _records(2), 60)

    assert "«\n" not in printed
    assert all(not line.strip().startswith(("»", ":", ".")) for line in printed.splitlines())
    console = Console(file=io.StringIO(), width=60)
    console.print(shown.text([message], _records(2)), crop=False)
    assert isinstance(console.file, io.StringIO)
    assert message.message in console.file.getvalue()


def test_in_a_row_what_needs_a_person_comes_first() -> None:
    codes = [Code.TYPO_SPACE, Code.HEADING_MERGED, Code.OCR_DOUBT, Code.ACCENT]

    (row,) = by_row([Diagnostic(code, _at(2), "x", "y") for code in codes], _records(2))

    assert [each.code for each in row.findings] == [
        Code.OCR_DOUBT, Code.HEADING_MERGED, Code.TYPO_SPACE, Code.ACCENT,
    ]  # fmt: skip


def test_the_terminal_shows_rows_cells_and_sentences() -> None:
    findings = [
        Diagnostic(Code.ACCENT, _at(2), "Eglise", "Église"),
        Diagnostic(Code.PERIOD_DAY, _at(2, 1), "31/04/1993"),
    ]

    text = _printed(findings, _records(2))

    assert "Ligne 2 · mai 1992 · Une [bold]fête[/bold] au village" in text
    assert text.index("31/04/1993") < text.index(
        "« Eglise » devient « Église »".replace("« ", "«\xa0").replace(" »", "\xa0»")
    )
    assert "A2" in text
    assert "C2" in text
    assert "1 à vérifier, 0 écarté, 1 correction." in text


def test_marks_of_one_kind_in_one_cell_take_one_line() -> None:
    findings = [
        Diagnostic(Code.TYPO_APOSTROPHE, _at(2), "'", "’", count=3),
        Diagnostic(Code.TYPO_APOSTROPHE, _at(2), "'", "’", count=2),
        Diagnostic(Code.TYPO_APOSTROPHE, _at(2), " '", "’"),
    ]

    text = _printed(findings, _records(2))

    assert text.count("Apostrophe") == 1
    assert "(× 5)" in text
    assert "6 corrections" in text


def test_letters_of_a_cell_neither_style_nor_drive_the_terminal() -> None:
    hostile = "[red]rouge[/red] [link=x]y[/link] \x1b[2J\x1b]0;titre\x07 \u202eenvers"

    text = _printed([Diagnostic(Code.PERIOD_UNREAD, _at(2, 1), hostile)], _records(2))

    assert "[red]rouge[/red] [link=x]y[/link]" in text
    assert "\x1b[2J" not in text
    assert "\x1b]0" not in text
    assert "\x07" not in text
    assert "\u202e" not in text


def test_a_very_long_text_is_cut_on_the_terminal() -> None:
    text = _printed([Diagnostic(Code.OUTSIDE_TABLE, _at(1), "a" * 100_000)], _records(2))

    assert 300 < text.count("a") < 500
    assert "…" in text


def test_the_json_has_every_field_and_follows_the_schema() -> None:
    findings = [
        Diagnostic(Code.ACCENT, _at(2), "Eglise", "Église", "l’", " du bourg", 2),
        Diagnostic(Code.LAYOUT_WARNING, None, "…"),
    ]

    tree = json.loads(shown.json(findings))

    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    of_findings = {"$defs": schema["$defs"], "type": "array", "items": {"$ref": "#/$defs/finding"}}
    jsonschema.validate(tree, of_findings)
    assert tree[0] == {
        "code": "accent",
        "severity": "fixed",
        "cell": "Frise!C2",
        "before": "Eglise",
        "after": "Église",
        "message": "«\xa0Eglise\xa0» devient «\xa0Église\xa0».",
        "count": 2,
    }
    assert tree[1]["cell"] is None


def test_an_annotation_names_file_row_and_kind() -> None:
    line = shown.github(
        [Diagnostic(Code.PERIOD_DAY, _at(7, 1), "31/04/1993", "sous 1993")], "ma,frise.xlsx"
    )

    assert line.startswith("::warning file=ma%2Cfrise.xlsx,line=7,col=1,title=Frise!A7 – Jour imp")
    assert line.endswith("imprimée telle quelle, sous 1993.\n")


@given(st.text(), st.text())
def test_no_text_breaks_out_of_its_annotation(before: str, sheet: str) -> None:
    finding = Diagnostic(Code.OUTSIDE_TABLE, CellRef(sheet, 1, 1), before)

    lines = shown.github([finding, finding], "frise.xlsx")

    assert lines.count("\n") == 2
    assert "\r" not in lines
    head, _, message = lines.split("\n")[0][2:].partition("::")
    assert head.count("=") >= 4
    assert [each.partition("=")[0] for each in head.split(" ", 1)[1].split(",")] == [
        "file", "line", "col", "title",
    ]  # fmt: skip
    assert "%" not in message.replace("%25", "").replace("%0A", "").replace("%0D", "")


@pytest.mark.parametrize(
    ("sheets", "said"),
    [
        (["A"], "Feuille « A », 1 ligne :"),
        (["A", "B", "C"], "Feuilles « A », « B » et « C », 3 lignes :"),
        (list("ABCDEF"), "6 feuilles, 6 lignes :"),
    ],
)
def test_the_sum_names_every_sheet_that_was_read(
    sheets: list[str], said: str, tmp_path: Path
) -> None:
    rows = {name: [("Date", "Fait"), (1990 + n, f"Fait {n}")] for n, name in enumerate(sheets)}
    findings: list[Diagnostic] = []
    _, records = table(book(tmp_path / "a.xlsx", sheets=rows), findings=findings)

    text = " ".join(_printed(findings, records).split())

    assert said in text.replace("\N{NO-BREAK SPACE}", " ")
