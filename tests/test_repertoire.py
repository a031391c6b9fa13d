"""The characters that the book's fonts have."""

from __future__ import annotations

import sys
from pathlib import Path

from pipeline.diagnostics import Code
from pipeline.writers import repertoire
from tests.conftest import work_of
from tests.workbooks import book


def test_what_is_taken_for_usual_is_in_every_face() -> None:
    """The fonts are not asked for it: a letter that they lack would be printed as a box."""
    lacking = repertoire._lacking(italic=True)
    usual = [chr(code) for code in range(sys.maxunicode + 1)]
    usual = [letter for letter in usual if not repertoire._UNUSUAL.search(letter)]

    assert [letter for letter in usual if lacking.search(letter)] == []
    assert set("éÈçœŒ«»’—€") <= set(usual)


def test_a_word_that_the_fonts_lack_is_told_as_a_word(tmp_path: Path) -> None:
    rows = (("Date", "Récit"), (1994, "Dit مر et مر, la fête 🎉, un\u2011deux ✔."))
    work = work_of(book(tmp_path / "a.xlsx", *rows))

    told = [
        (each.before, each.after, each.count)
        for each in work.findings
        if each.code is Code.CHARACTER_OUTSIDE_FONTS
    ]
    assert told == [("مر", "[U+0645 U+0631]", 2), ("🎉", "[U+1F389]", 1), ("✔", "✓", 1)]
