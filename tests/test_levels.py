"""The second level of a list: in the data and in the Word file; in the PDF, see test_pdf.py."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from pipeline.writers import json as data
from tests.conftest import ROOT, work_of
from tests.word import W, WordFile, check_rows
from tests.word_made import audit, one_cell, word

_TEXT = "Le plan :\n1. lire :\n- un conte,\n- un poème,\n2. écrire"


def test_the_data_say_the_level_of_each_item(tmp_path: Path) -> None:
    work = work_of(one_cell(tmp_path, _TEXT))
    tree = json.loads(data.write(work.booklet, work.findings))
    schema = json.loads((ROOT / "docs" / "annales-1.schema.json").read_text(encoding="utf-8"))

    jsonschema.validate(tree, schema)
    chapter = tree["chapters"][0]
    row = chapter["opening"] or chapter["entries"][0]
    _, found = row["sections"][0]["blocks"]
    assert found["items"] == ["lire\N{NO-BREAK SPACE}:", "un conte,", "un poème,", "écrire"]
    assert found["levels"] == [1, 2, 2, 1]


@pytest.mark.parametrize("revisions", [False, True], ids=["clean", "revisions"])
def test_word_has_a_list_under_an_item_and_goes_on_counting(
    tmp_path: Path, revisions: bool
) -> None:
    work = work_of(one_cell(tmp_path, _TEXT))
    tree = json.loads(data.write(work.booklet, work.findings))
    content = word(work, revisions=revisions)
    path = tmp_path / "a.docx"
    path.write_bytes(content)
    file = WordFile(content)

    assert check_rows(file, tree) == 1
    assert audit(path) == ""
    numbered = [
        each.find(f"{W}pPr/{W}numPr/{W}numId").get(f"{W}val")
        for each in file.document.iter(f"{W}p")
        if (look := each.find(f"{W}pPr/{W}pStyle")) is not None
        and look.get(f"{W}val") == "ListNumber"
    ]
    assert len(numbered) == 2
    assert len(set(numbered)) == 1
