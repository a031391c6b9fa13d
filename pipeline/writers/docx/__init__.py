"""Writer: Booklet → a Word file that an editor can work in for weeks.

``body`` writes the text in order; ``styles`` says how it looks, ``package`` puts it together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT

from pipeline.diagnostics import Diagnostic
from pipeline.drawing import Drawing, year_timeline, years_at_a_glance
from pipeline.model import Booklet
from pipeline.theme import Theme
from pipeline.writers.docx import sheets, styles
from pipeline.writers.docx.body import Body, Drawings
from pipeline.writers.docx.comments import Comments
from pipeline.writers.docx.numbering import Numbering
from pipeline.writers.docx.package import Package
from pipeline.writers.docx.pictures import inline
from pipeline.writers.docx.runs import Runs
from pipeline.writers.pagination import Pagination

_PT = 72 / 25.4


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
    package = Package(booklet, theme)
    runs = Runs(
        Comments(booklet.entries, findings, booklet.edited),
        booklet.edited,
        package.link,
        revisions=revisions,
    )
    numbering = Numbering()
    head = package.part(
        "header1.xml", CT.WML_HEADER, RT.HEADER, sheets.header(booklet.imprint.title)
    )
    foot = package.part("footer1.xml", CT.WML_FOOTER, RT.FOOTER, sheets.footer())
    drawings = _drawings(booklet, theme, package, rasterised)
    text = Body(booklet, theme, pagination, runs, numbering, drawings, (head, foot)).written()
    styles.define(package.document, theme, runs.mixtures)
    package.part("numbering.xml", CT.WML_NUMBERING, RT.NUMBERING, numbering.xml())
    comments = runs.comments.xml()
    if comments is not None:
        package.part("comments.xml", CT.WML_COMMENTS, RT.COMMENTS, comments)
    return package.finished(text)


def _drawings(
    booklet: Booklet,
    theme: Theme,
    package: Package,
    rasterised: Callable[[Sequence[Drawing]], Sequence[bytes]],
) -> Drawings:
    sheet = theme["manuscript"]
    width = (sheet["width_mm"] - sheet["left_mm"] - sheet["right_mm"]) * _PT
    drawn = {"": years_at_a_glance(booklet.chapters, theme, width)}
    drawn |= {each.id: year_timeline(each, theme, width) for each in booklet.chapters}
    shown = {key: drawing for key, drawing in drawn.items() if drawing is not None}
    pngs = rasterised(list(shown.values()))
    return {
        key: inline(drawing, *package.picture(png, drawing.svg))
        for (key, drawing), png in zip(shown.items(), pngs, strict=True)
    }
