"""Writer: Booklet → a Word file that an editor can work in for weeks.

``body`` writes the text in order; ``styles`` says how it looks, ``package`` puts it together.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from pipeline.diagnostics import Diagnostic
from pipeline.drawing import Drawing, era_timeline, year_timeline, years_at_a_glance
from pipeline.model import Booklet, Era
from pipeline.theme import Theme
from pipeline.writers import printed
from pipeline.writers.docx import sheets, title_page
from pipeline.writers.docx.body import Body, Feet
from pipeline.writers.docx.comments import Comments
from pipeline.writers.docx.numbering import Numbering
from pipeline.writers.docx.package import Package
from pipeline.writers.docx.pictures import inline
from pipeline.writers.docx.properties import properties
from pipeline.writers.docx.runs import Runs
from pipeline.writers.docx.styles import styles
from pipeline.writers.docx.xml import NAMESPACES
from pipeline.writers.pagination import Pagination

_PT = 72 / 25.4
_HEAD = 40
"""Letters of the title in a running head: the chapter stands beside it."""
_COLOURS = ("text", "accent", "grey")


def write(
    booklet: Booklet,
    findings: Sequence[Diagnostic],
    theme: Theme,
    pagination: Pagination,
    rasterised: Callable[[Sequence[Drawing]], Sequence[bytes]],
    *,
    revisions: bool = False,
) -> bytes:
    """Return the Word file.

    Args:
        booklet: What is printed.
        findings: Those to look at become comments.
        theme: Measures, colours, fonts.
        pagination: Page number in the booklet of each chapter and entry.
        rasterised: Gives a PNG for each drawing, for readers without SVG.
        revisions: Corrections of letters, words and structure are tracked changes.
    """
    drawn = _drawings(booklet, theme)
    package = Package()
    comments = Comments(booklet.entries, findings, booklet.edited)
    runs = Runs(comments, booklet.edited, package.link, revisions=revisions)
    body = _body(booklet, theme, pagination, runs, package, drawn)
    painted = rasterised(list(drawn.values()))
    for number, (drawing, png) in enumerate(zip(drawn.values(), painted, strict=True), start=1):
        package.keep(f"frise{number}.png", png)
        package.keep(f"frise{number}.svg", drawing.svg.encode())
    said = comments.xml()
    if said is not None:
        package.part("comments.xml", said)
    pieces = {
        "body": body,
        "styles": styles(
            theme,
            runs.mixtures,
            title_page.paragraphs(booklet),
            lower=bool(booklet.eras),
            bare=_is_bare(booklet),
        ),
        "namespaces": NAMESPACES,
    }
    return package.finished(properties(booklet) | _faces(theme), pieces)


def _body(
    booklet: Booklet,
    theme: Theme,
    pagination: Pagination,
    runs: Runs,
    package: Package,
    drawn: Mapping[str, Drawing],
) -> str:
    """Return the text, and add the parts that it leans on."""
    title = printed.shortened(booklet.imprint.title, _HEAD)
    feet = Feet(
        front=package.part("header1.xml", sheets.header(title)),
        chapter=package.part("header2.xml", sheets.header(title, 1)),
        year=package.part("header3.xml", sheets.header(title, 2)) if booklet.eras else "",
        foot=package.part("footer1.xml", sheets.footer()),
    )
    pictures = {
        key: inline(
            drawing,
            number,
            package.picture(f"frise{number}.png"),
            package.picture(f"frise{number}.svg"),
        )
        for number, (key, drawing) in enumerate(drawn.items(), start=1)
    }
    caption = drawn[""].caption if "" in drawn else ""
    numbering = Numbering()
    text = Body(booklet, theme, pagination, runs, numbering, pictures, feet, caption).written()
    package.part("numbering.xml", numbering.xml())
    return text


def _drawings(booklet: Booklet, theme: Theme) -> dict[str, Drawing]:
    """Return the drawing of all that opens a page, by its key; that of all years under ``""``."""
    sheet = theme["manuscript"]
    width = (sheet["width_mm"] - sheet["left_mm"] - sheet["right_mm"]) * _PT
    drawn = {"": years_at_a_glance(booklet.chapters, theme, width)}
    for each in booklet.openings:
        if isinstance(each, Era):
            drawn[each.id] = era_timeline(each, theme, width)
        else:
            drawn[each.id] = year_timeline(each, theme, width)
    return {key: drawing for key, drawing in drawn.items() if drawing is not None}


def _is_bare(booklet: Booklet) -> bool:
    """Tell whether not one entry in ten has more than its heading."""
    entries = booklet.entries
    return sum(bool(each.sections or each.sources) for each in entries) * 10 < len(entries)


def _faces(theme: Theme) -> dict[str, str]:
    """Return fonts and colours for the skeleton."""
    faces: dict[str, str] = {}
    for kind in ("serif", "sans"):
        first, *others = theme["fonts"][f"{kind}_word"]
        faces |= {kind: first, f"{kind}_other": ",".join(others)}
    colours = {name: theme["colour"][name].lstrip("#").upper() for name in _COLOURS}
    return faces | colours
