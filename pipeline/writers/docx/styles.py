"""The styles of the Word file: one table, made from the theme; no paragraph is formatted by hand.

Built-in styles keep their built-in names, which Word shows in the reader's language
(``heading 1`` is « Titre 1 »); the project's own have French names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from pipeline.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """One style; sizes in points of the booklet, scaled to the manuscript."""

    id: str
    name: str
    based: str = "Normal"
    following: str = ""
    """Style of the paragraph typed after it."""
    character: bool = False
    font: str = ""
    """``serif`` or ``sans``; empty inherits."""
    size: float = 0
    bold: bool | None = None
    italic: bool | None = None
    underline: bool | None = None
    strike: bool | None = None
    small_caps: bool | None = None
    raised: str = ""
    """``superscript`` or ``subscript``."""
    colour: str = ""
    """A key of ``[colour]``."""
    align: str = ""
    before: float | None = None
    after: float | None = None
    indent: float | None = None
    """Left indent in mm; ``hanging`` takes it back on the first line."""
    hanging: bool = False
    tight: bool = False
    """No space between paragraphs of this style."""
    keep_next: bool | None = None
    keep_together: bool | None = None
    new_page: bool | None = None
    tab: bool = False
    """A tab at the right end of the line."""
    outline: int | None = None
    """Level in the navigation pane, from 0; 9 for none."""
    numbering: int = 0
    """Key of the list that the style belongs to."""


def looks(theme: Theme) -> tuple[Look, ...]:
    """Return all styles that the body uses."""
    kind = theme["type"]
    small, size = kind["small_pt"], kind["size_pt"]
    p, c = _paragraph, _character
    return (
        p("BodyText", "Body Text", align="both", after=4),
        p("Title", "Title", "serif", kind["title_pt"], align="left", before=160, after=12),
        p("Subtitle", "Subtitle", "serif", 15, italic=True, after=12),
        p("Auteur", "Auteur", "sans", 12, colour="grey", after=6),
        p("Annees", "Années du livre", "sans", 13, colour="accent", after=30),
        p("Editeur", "Éditeur", "sans", size, before=120),
        p("Mentions", "Mentions", "sans", 9, colour="grey", after=4),
        p("Heading1", "heading 1", "serif", kind["chapter_pt"], following="BodyText", bold=False,
          keep_next=True, keep_together=True, new_page=True, after=14, outline=0),
        p("Heading2", "heading 2", "sans", kind["theme_pt"], following="BodyText", bold=True,
          keep_next=True, keep_together=True, after=5, outline=1),
        p("Heading3", "heading 3", "serif", size, following="BodyText", small_caps=True,
          colour="accent", keep_next=True, before=8, after=2, outline=2),
        p("Heading4", "heading 4", "sans", size - 0.5, following="BodyText", bold=True,
          keep_next=True, before=6, after=2, outline=3),
        p("TitreLiminaire", "Titre liminaire", based="Heading1", following="BodyText", outline=0),
        p("TitrePeriode", "Période en titre", based="Heading2", following="BodyText",
          colour="accent", before=16, outline=1),
        p("RubriqueOuverture", "Rubrique d’ouverture", based="Heading3", following="BodyText",
          outline=1),
        p("Intertitre2", "Intertitre d’ouverture", based="Heading4", following="BodyText",
          outline=2),
        p("Intertitre1", "Intertitre sans rubrique", based="Heading4", following="BodyText",
          outline=1),
        p("ThemeSeul", "Thème sans date", based="Heading2", following="BodyText", before=16,
          outline=1),
        p("Periode", "Période", "sans", kind["period_pt"], following="Heading2", bold=True,
          colour="accent", keep_next=True, before=16, after=2),
        p("Chapeau", "Annonce de liste", based="BodyText", keep_next=True),
        p("ListBullet", "List Bullet", based="BodyText", align="left", after=4, indent=6,
          hanging=True, tight=True, numbering=1),
        p("ListNumber", "List Number", based="BodyText", align="left", after=4, indent=8,
          hanging=True, tight=True, numbering=2),
        p("Documents", "Documents", "sans", kind["sources_pt"] + 0.3, colour="grey", align="left",
          before=4, after=4),
        p("Frise", "Frise", keep_next=True, before=4, after=10),
        p("Caption", "caption", "sans", small + 0.5, colour="grey", after=8),
        p("Reference", "Référence", align="left", after=3, indent=6, hanging=True),
        p("Sigle", "Sigle", align="left", after=3, indent=6, hanging=True),
        p("Colophon", "Colophon", "sans", small + 0.5, colour="grey", before=40),
        p("TOCHeading", "TOC Heading", based="Heading1", following="BodyText", outline=9),
        p("TOC1", "toc 1", align="left", after=3, tab=True),
        p("TOC2", "toc 2", align="left", after=2, indent=6, tab=True),
        p("Index1", "index 1", align="left", size=size - 0.5, after=1, indent=5, hanging=True),
        p("IndexHeading", "index heading", "sans", size, bold=True, colour="accent",
          keep_next=True, before=10, after=2),
        p("Header", "header", "sans", small + 0.5, colour="grey", tab=True),
        p("Footer", "footer", "sans", small + 0.5, colour="grey", align="center"),
        p("CommentText", "annotation text", "sans", 9),
        c("Annee", "Année", font="sans", colour="accent"),
        c("Amorce", "Amorce", font="sans", bold=True),
        c("Signe", "Signe", font="sans", bold=True, colour="accent"),
        c("LettresSigle", "Lettres du sigle", font="sans", bold=True),
        c("Personne", "Personne", italic=True),
        c("Hyperlink", "Hyperlink", colour="accent", underline=True),
        c("CommentReference", "annotation reference", font="sans", size=8),
    )  # fmt: skip


def _paragraph(id: str, name: str, font: str = "", size: float = 0, **given: Any) -> Look:
    return Look(id, name, font=font, size=size, **given)


def _character(id: str, name: str, **given: Any) -> Look:
    return Look(id, name, based="", character=True, **given)


_FLAGS = (
    ("bold", "b", "gras"),
    ("italic", "i", "italique"),
    ("underline", "u", "souligné"),
    ("strike", "s", "barré"),
    ("superscript", "p", "exposant"),
    ("subscript", "n", "indice"),
)
"""Attribute of ``model.Style``, letter in the style's id, French word."""


@dataclass(frozen=True, slots=True)
class Mixture:
    """A character style that says several things at once: « Amorce exposant »."""

    base: str
    """Id of the character style that it adds to; may be empty."""
    flags: str
    """Letters of ``_FLAGS``."""

    @property
    def id(self) -> str:
        """The style's id; an empty string for plain text."""
        return f"{self.base}{self.flags and ('Texte' if not self.base else '')}{self.flags}"


def flags_of(style: Any) -> str:
    """Return the letters of what a ``model.Style`` sets."""
    return "".join(letter for attribute, letter, _ in _FLAGS if getattr(style, attribute))


def _mixed(mixture: Mixture, names: dict[str, str]) -> Look:
    words = [word for _, letter, word in _FLAGS if letter in mixture.flags]
    name = " ".join([names.get(mixture.base, ""), *words]).strip()
    has = mixture.flags.__contains__
    raised = "superscript" if has("p") else ("subscript" if has("n") else "")
    return Look(
        mixture.id,
        name[:1].upper() + name[1:],
        based=mixture.base,
        character=True,
        bold=True if has("b") else None,
        italic=True if has("i") else None,
        underline=True if has("u") else None,
        strike=True if has("s") else None,
        raised=raised,
    )


def define(document: Any, theme: Theme, mixtures: set[Mixture]) -> None:
    """Write all styles into the document.

    Args:
        document: Of python-docx, with the skeleton's styles.
        theme: Measures, colours, fonts.
        mixtures: Character styles that the text needs.
    """
    scale = theme["manuscript"]["size_pt"] / theme["type"]["size_pt"]
    normal = document.styles["Normal"]
    normal.font.size = Pt(theme["manuscript"]["size_pt"])
    normal.font.color.rgb = _rgb(theme, "text")
    normal.paragraph_format.line_spacing = Pt(theme["manuscript"]["leading_pt"])
    normal.paragraph_format.line_spacing_rule = WD_LINE_SPACING.AT_LEAST
    normal.paragraph_format.space_after = Pt(0)
    normal.paragraph_format.widow_control = True
    base = looks(theme)
    names = {look.id: look.name for look in base}
    added = sorted((m for m in mixtures if m.flags), key=lambda m: m.id)
    every = (*base, *(_mixed(each, names) for each in added))
    made = {}
    for look in every:
        kind = WD_STYLE_TYPE.CHARACTER if look.character else WD_STYLE_TYPE.PARAGRAPH
        style = document.styles.add_style(look.name, kind, builtin=True)
        style.element.styleId = look.id
        if look.name != look.name.lower() and look.id not in _BUILT_IN:
            style.element.customStyle = True
        made[look.id] = style
        _font(style, look, theme, scale)
        if not look.character:
            _format(style, look, theme, scale)
        style.quick_style = look.id not in ("CommentText", "CommentReference")
        style.hidden = False
    for look in every:
        based = look.based or ("DefaultParagraphFont" if look.character else "Normal")
        _value(made[look.id].element, "w:basedOn", based)
        if look.following:
            _value(made[look.id].element, "w:next", look.following)


_BUILT_IN = frozenset("BodyText Title Subtitle ListBullet ListNumber TOCHeading Hyperlink".split())
_ALIGN = {
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
}


def _value(element: Any, tag: str, value: str) -> None:
    """Set ``<tag w:val="value"/>`` in a style, where the schema wants it."""
    for old in element.findall(qn(tag)):
        element.remove(old)
    child = OxmlElement(tag)
    child.set(qn("w:val"), value)
    order = ("w:name", "w:aliases", "w:basedOn", "w:next", "w:link")
    place = 0
    for number, each in enumerate(element):
        if each.tag in {qn(name) for name in order[: order.index(tag)]}:
            place = number + 1
    element.insert(place, child)


def _rgb(theme: Theme, key: str) -> RGBColor:
    return RGBColor.from_string(theme["colour"][key].lstrip("#").upper())


def _font(style: Any, look: Look, theme: Theme, scale: float) -> None:
    font = style.font
    if look.font:
        kind = "major" if look.font == "sans" else "minor"
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for slot in ("ascii", "hAnsi"):
            fonts.set(qn(f"w:{slot}Theme"), f"{kind}HAnsi")
    if look.size:
        font.size = Pt(round(look.size * scale * 2) / 2)
    for name in ("bold", "italic", "underline", "strike", "small_caps"):
        if getattr(look, name) is not None:
            setattr(font, name, getattr(look, name))
    if look.raised:
        setattr(font, look.raised, True)
    if look.colour:
        font.color.rgb = _rgb(theme, look.colour)


def _format(style: Any, look: Look, theme: Theme, scale: float) -> None:
    form = style.paragraph_format
    if look.align:
        form.alignment = _ALIGN[look.align]
    if look.before is not None:
        form.space_before = Pt(round(look.before * scale))
    if look.after is not None:
        form.space_after = Pt(round(look.after * scale))
    for name, value in (
        ("keep_with_next", look.keep_next),
        ("keep_together", look.keep_together),
        ("page_break_before", look.new_page),
    ):
        if value is not None:
            setattr(form, name, value)
    if look.indent is not None:
        form.left_indent = Mm(look.indent)
        if look.hanging:
            form.first_line_indent = Mm(-look.indent)
    if look.tab:
        sheet = theme["manuscript"]
        width = sheet["width_mm"] - sheet["left_mm"] - sheet["right_mm"]
        form.tab_stops.add_tab_stop(Mm(width), WD_TAB_ALIGNMENT.RIGHT)
    properties = style.element.get_or_add_pPr()
    if look.numbering:
        numbering = properties.get_or_add_numPr()
        numbering.get_or_add_numId().val = look.numbering
    if look.tight:
        properties.insert_element_before(OxmlElement("w:contextualSpacing"), "w:jc", "w:outlineLvl")
    if look.outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.outline))
        properties.append(level)
