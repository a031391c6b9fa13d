"""The characters that the book's fonts have."""

from __future__ import annotations

import sys

from pipeline.writers import repertoire


def test_what_is_taken_for_usual_is_in_every_face() -> None:
    """The fonts are not asked for it: a letter that they lack would be printed as a box."""
    lacking = repertoire._lacking(italic=True)
    usual = [chr(code) for code in range(sys.maxunicode + 1)]
    usual = [letter for letter in usual if not repertoire._UNUSUAL.search(letter)]

    assert [letter for letter in usual if lacking.search(letter)] == []
    assert set("éÈçœŒ«»’—€") <= set(usual)
