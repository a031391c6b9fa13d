"""What stands in for parts of WeasyPrint, quicker: not a byte of the pages differs."""

from __future__ import annotations

import subprocess
import sys

import pytest

from pipeline.work import Work
from pipeline.writers import html
from pipeline.writers.parts import Part
from tests.conftest import shipped_theme

_BOTH = """
import hashlib, sys
import weasyprint
from weasyprint import layout
from weasyprint.draw import text as draw
from weasyprint.text.line_break import Layout
from pipeline.writers.press import lay_out as press

matcher = weasyprint.UA_STYLESHEET.matcher
items = matcher.lower_local_name_selectors["li"]
setup, for_all, for_items = Layout.setup, list(matcher.other_selectors), list(items)
drawn = draw.draw_first_line
rules, margins = weasyprint.UA_STYLESHEET.page_rules, layout.make_margin_boxes
of_pages = list(rules)
text, style = sys.stdin.read().split("\\0")

def laid_out():
    laid = press.lay_out("x", text, style)
    assert not laid.warnings
    print(laid.pages, hashlib.sha256(laid.pdf).hexdigest())

laid_out()
assert Layout.setup is not setup and len(matcher.other_selectors) < len(for_all)
assert layout.make_margin_boxes is not margins and len(rules) < len(of_pages)
assert draw.draw_first_line is not drawn
Layout.setup = setup
draw.draw_first_line = drawn
matcher.other_selectors[:] = for_all
items[:] = for_items
rules[:] = of_pages
layout.make_margin_boxes = margins
laid_out()
"""


def _both(text: str, style: str = "") -> list[str]:
    """Return pages and hash of a part, with what stands in for WeasyPrint's and without."""
    done = subprocess.run(
        [sys.executable, "-c", _BOTH],
        input=f"{text}\0{style}",
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split("\n")[:2]


def _parts(work: Work) -> list[Part]:
    return list(html.chapter_parts(work.booklet, shipped_theme()))


@pytest.mark.parametrize("number", [0, -1])
def test_pages_are_those_of_weasyprint_byte_for_byte(example_work: Work, number: int) -> None:
    part = _parts(example_work)[number]
    ours, theirs = _both(part.html.text, part.style)
    assert ours == theirs
    assert int(ours.split()[0]) > 0


def test_a_face_with_features_and_one_underlined_are_set_as_by_weasyprint() -> None:
    text = (
        "<html lang=fr><title>x</title><p>Un <sup>er</sup> <u>souligné</u> <q>et</q> 1994 "
        "<span style='font-variant: small-caps; font-feature-settings: \"onum\"'>Siècle</span>"
        "<ul><li>un<li>deux<ol><li>trois</ol></ul><p lang=de>Straße<p dir=rtl>שלום"
        "<p style='text-align: justify; width: 8em; letter-spacing: .1em'>fi\u200bn q\u0323\u0308"
        " x\u0302\u0302 AVATAR, T’Y\u00a0: l’office\u00ad rouvrira<p style='width: 4em; overflow: "
        "hidden; text-overflow: ellipsis; white-space: nowrap'>beaucoup trop long"
    )
    ours, theirs = _both(text)
    assert ours == theirs
