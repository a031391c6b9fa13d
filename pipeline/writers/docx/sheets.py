"""The paper: sections, running heads, folios."""

from __future__ import annotations

from pipeline.theme import Theme
from pipeline.writers.docx.xml import NAMESPACES, field, paragraph, run

_MM = 56.6929
"""Twips in a millimetre."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def header(title: str) -> bytes:
    """Return the running head: the book's title, and the chapter by a field (17.16.5.59)."""
    content = run(title) + "<w:r><w:tab/></w:r>" + field("STYLEREF 1", run(""))
    return f"{_HEAD}<w:hdr {NAMESPACES}>{paragraph('Header', content)}</w:hdr>".encode()


def footer() -> bytes:
    """Return the foot with the folio."""
    content = field("PAGE", run("1"))
    return f"{_HEAD}<w:ftr {NAMESPACES}>{paragraph('Footer', content)}</w:ftr>".encode()


def section(
    theme: Theme,
    *,
    head: str = "",
    foot: str = "",
    folios: str = "",
    columns: int = 1,
    continuous: bool = False,
) -> str:
    """Return the properties of a section.

    Args:
        theme: ``[manuscript]`` has the measures.
        head: Relationship of its running head; empty goes on with the section before.
        foot: Relationship of its foot.
        folios: ``lowerRoman`` or ``decimal`` starts at 1 anew; empty goes on.
        columns: Columns of text.
        continuous: It begins on the same page.
    """
    sheet = theme["manuscript"]

    def twips(key: str) -> int:
        return int(sheet[f"{key}_mm"] * _MM + 0.5)

    references = ""
    if head:
        references = (
            f'<w:headerReference w:type="default" r:id="{head}"/>'
            f'<w:footerReference w:type="default" r:id="{foot}"/>'
        )
    kind = "continuous" if continuous else "nextPage"
    numbers = f'<w:pgNumType w:fmt="{folios}" w:start="1"/>' if folios else ""
    return (
        f'<w:sectPr>{references}<w:type w:val="{kind}"/>'
        f'<w:pgSz w:w="{twips("width")}" w:h="{twips("height")}"/>'
        f'<w:pgMar w:top="{twips("head")}" w:right="{twips("right")}" w:bottom="{twips("foot")}" '
        f'w:left="{twips("left")}" w:header="708" w:footer="708" w:gutter="0"/>{numbers}'
        f'<w:cols w:num="{columns}" w:space="567"/></w:sectPr>'
    )
