"""What stands in for parts of WeasyPrint, quicker: not a byte of the pages differs."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from pipeline.work import Work
from pipeline.writers import html
from pipeline.writers.parts import Part
from pipeline.writers.press import declared
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


def _printed(
    program: str,
    text: str,
    style: str,
    environment: Mapping[str, str] | None = None,
    *arguments: str,
) -> str:
    """Return what a program says of a part, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments],
        input=f"{text}\0{style}",
        capture_output=True,
        text=True,
        check=False,
        env=environment,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def _both(text: str, style: str = "") -> list[str]:
    """Return pages and hash of a part, with what stands in for WeasyPrint's and without."""
    return _printed(_BOTH, text, style).split("\n")[:2]


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


_ONCE = """
import hashlib, sys
from pipeline.writers.press import lay_out as press

laid = press.lay_out("x", *sys.stdin.read().split("\\0"))
assert not laid.warnings

from weasyprint.text.ffi import ffi
import _cffi_backend
print(isinstance(ffi._real, _cffi_backend.FFI), hashlib.sha256(laid.pdf).hexdigest())
"""


def _once(part: Part, folder: Path | None) -> list[str]:
    """Return whether what was kept is used, and the hash of a part."""
    environment = {key: value for key, value in os.environ.items() if key != declared.FOLDER}
    told = {declared.FOLDER: str(folder)} if folder else {}
    return _printed(_ONCE, part.html.text, part.style, environment | told).split()


_WHOLE = """
import hashlib, sys
from contextlib import nullcontext
from pipeline.writers.press import lay_out as press, plain_sheet

if sys.argv[1:] == ["whole"]:
    plain_sheet.read_short = nullcontext
laid = press.lay_out("x", *sys.stdin.read().split("\\0"))
from weasyprint.html import PH, UA
print(len(UA) + len(PH), hashlib.sha256(laid.pdf).hexdigest())
"""


def test_pages_are_the_same_with_short_sheets(example_work: Work) -> None:
    part = _parts(example_work)[0]
    lists = "<ul><li>un<ul><li>deux</ul><li>trois</ul><ol><li>quatre</ol></body>"
    text = part.html.text.replace("</body>", lists)

    short, ours = _printed(_WHOLE, text, part.style).split()
    whole, theirs = _printed(_WHOLE, text, part.style, None, "whole").split()

    assert ours == theirs
    assert int(short) < 0.5 * int(whole)


def test_pages_are_the_same_with_declarations_kept(example_work: Work, tmp_path: Path) -> None:
    part = _parts(example_work)[0]
    folder = tmp_path / "kept"
    said, alone = _once(part, None)

    assert said == "False"
    assert _once(part, folder) == ["False", alone]  # it keeps them
    assert _once(part, folder) == ["True", alone]
    (kept,) = folder.iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    assert _once(part, folder) == ["False", alone]
    assert _once(part, folder) == ["True", alone]
    folder.chmod(0o777)
    assert _once(part, folder) == ["False", alone]  # anybody can have written there
