"""The paper: sections, running heads, folios."""

from __future__ import annotations

from pipeline.theme import Theme
from pipeline.writers.docx.xml import field, paragraph, part, run, twips


def header(title: str, level: int = 0) -> bytes:
    """Return the running head: the book's title, and the last heading of a level by a field.

    « Titre 1 » by its number, in every language (17.16.5.59); 0 for none.
    """
    heading = f"<w:r><w:tab/></w:r>{field(f'STYLEREF {level}', run(''))}" if level else ""
    return part("w:hdr", paragraph("Header", run(title) + heading))


def footer() -> bytes:
    """Return the foot with the folio."""
    return part("w:ftr", paragraph("Footer", field("PAGE", run("1"))))


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

    def length(key: str) -> int:
        return twips(sheet[f"{key}_mm"])

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
        f'<w:pgSz w:w="{length("width")}" w:h="{length("height")}"/>'
        f'<w:pgMar w:top="{length("head")}" w:right="{length("right")}" '
        f'w:bottom="{length("foot")}" w:left="{length("left")}" w:header="708" '
        f'w:footer="708" w:gutter="0"/>{numbers}'
        f'<w:cols w:num="{columns}" w:space="567"/></w:sectPr>'
    )
