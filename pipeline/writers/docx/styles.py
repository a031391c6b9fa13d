"""A table of looks → ``styles.xml``: no paragraph and no run is formatted by hand.

Children stand in the order of the schema (ECMA-376, part 1: 17.3.1.26, 17.3.2.28, 17.7.4.17).
"""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.theme import Theme
from pipeline.writers.docx.looks import BUILT_IN, Look, Mixture, looks, mixed, scale
from pipeline.writers.docx.title_page import fitted
from pipeline.writers.docx.xml import escaped, twips

_THEMED = {"text": "text1", "grey": "text2", "accent": "accent1"}
"""Colours of the theme by their key in ``[colour]``: changed in Word, all change."""


def styles(
    theme: Theme,
    mixtures: Iterable[Mixture],
    title_page: Iterable[tuple[str, str]],
    *,
    lower: bool,
    bare: bool,
) -> str:
    """Return all styles as XML, Normal first.

    Args:
        theme: Measures, colours, fonts.
        mixtures: Character styles that the text needs besides.
        title_page: Style and words of each of its paragraphs: the title is sized to them.
        lower: Chapters run on, their headings a level lower.
        bare: Entries are their headings alone.
    """
    base = fitted(looks(theme, lower=lower, bare=bare), title_page, theme)
    names = {look.id: look.name for look in base}
    added = [mixed(each, names) for each in sorted(mixtures) if each.flags]
    twins = [_twin(look) for look in base if look.twin]
    every = (*base, *twins, *added)
    return _normal(theme) + "".join(_style(look, theme) for look in every)


def _normal(theme: Theme) -> str:
    sheet = theme["manuscript"]
    text = Look("Normal", "Normal", based="", size=theme["type"]["size_pt"], colour="text")
    leading = round(sheet["leading_pt"] * 20)
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        "<w:qFormat/><w:pPr><w:widowControl/>"
        f'<w:spacing w:before="0" w:after="0" w:line="{leading}" w:lineRule="atLeast"/></w:pPr>'
        f"{_letters(text, theme)}</w:style>\n"
    )


def _twin(look: Look) -> Look:
    """Return the character style that Word links to a paragraph style."""
    return Look(
        f"{look.id}Car",
        look.twin,
        based="DefaultParagraphFont",
        twin=look.id,
        priority=look.priority,
        gallery=False,
        character=True,
        font=look.font,
        size=look.size,
        bold=look.bold,
        italic=look.italic,
        small_caps=look.small_caps,
        colour=look.colour,
    )


def _style(look: Look, theme: Theme) -> str:
    kind = "character" if look.character else "paragraph"
    own = "" if look.name in BUILT_IN else ' w:customStyle="1"'
    link = (look.twin if look.character else f"{look.id}Car") if look.twin else ""
    return "".join(
        (
            f'<w:style w:type="{kind}"{own} w:styleId="{look.id}">',
            f'<w:name w:val="{escaped(look.name)}"/>',
            f'<w:basedOn w:val="{look.based}"/>',
            f'<w:next w:val="{look.following}"/>' if look.following else "",
            f'<w:link w:val="{link}"/>' if link else "",
            f'<w:uiPriority w:val="{look.priority}"/>',
            "<w:qFormat/>" if look.gallery else "",
            "" if look.character else _paragraph(look, theme),
            _letters(look, theme),
            "</w:style>\n",
        )
    )


def _paragraph(look: Look, theme: Theme) -> str:
    """Return ``w:pPr``."""
    rule = '<w:bottom w:val="single" w:sz="4" w:space="6" w:color="{}" w:themeColor="accent1"/>'
    content = "".join(
        (
            _flag("keepNext", look.keep_next),
            _flag("keepLines", look.keep_together),
            _flag("pageBreakBefore", look.new_page),
            _numbering(look),
            f"<w:pBdr>{rule.format(_rgb(theme, 'accent'))}</w:pBdr>" if look.rule else "",
            f'<w:tabs><w:tab w:val="right" w:pos="{_measure(theme)}"/></w:tabs>'
            if look.tab
            else "",
            "<w:suppressAutoHyphens/>" if look.whole_words else "",
            _spacing(look, scale(theme)),
            _indent(look),
            "<w:contextualSpacing/>" if look.tight else "",
            f'<w:jc w:val="{look.align}"/>' if look.align else "",
            f'<w:outlineLvl w:val="{look.outline}"/>' if look.outline is not None else "",
        )
    )
    return f"<w:pPr>{content}</w:pPr>" if content else ""


def _spacing(look: Look, larger: float) -> str:
    sides = "".join(
        f' w:{side}="{round(value * larger) * 20}"'
        for side, value in (("before", look.before), ("after", look.after))
        if value is not None
    )
    return f"<w:spacing{sides}/>" if sides else ""


def _numbering(look: Look) -> str:
    if not look.numbering:
        return ""
    level = f'<w:ilvl w:val="{look.level}"/>' if look.level else ""
    return f'<w:numPr>{level}<w:numId w:val="{look.numbering}"/></w:numPr>'


def _indent(look: Look) -> str:
    if look.indent is None:
        return ""
    left = twips(look.indent)
    back = twips(look.indent - look.first)
    hanging = f' w:hanging="{back}"' if look.hanging else ""
    return f'<w:ind w:left="{left}"{hanging}/>'


def _letters(look: Look, theme: Theme) -> str:
    """Return ``w:rPr``."""
    kind = "major" if look.font == "sans" else "minor"
    half_points = round(look.size * scale(theme) * 2)
    colour = f'w:val="{_rgb(theme, look.colour)}"' if look.colour else ""
    content = "".join(
        (
            f'<w:rFonts w:asciiTheme="{kind}HAnsi" w:hAnsiTheme="{kind}HAnsi"/>'
            if look.font
            else "",
            _flag("b", look.bold) + _flag("bCs", look.bold),
            _flag("i", look.italic) + _flag("iCs", look.italic),
            _flag("smallCaps", look.small_caps),
            _flag("strike", look.strike),
            f'<w:color {colour} w:themeColor="{_THEMED[look.colour]}"/>' if colour else "",
            f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>' if look.size else "",
            '<w:u w:val="single"/>' if look.underline else "",
            f'<w:vertAlign w:val="{look.raised}"/>' if look.raised else "",
        )
    )
    return f"<w:rPr>{content}</w:rPr>" if content else ""


def _flag(tag: str, value: bool | None) -> str:
    if value is None:
        return ""
    return f"<w:{tag}/>" if value else f'<w:{tag} w:val="0"/>'


def _measure(theme: Theme) -> int:
    """Return the length of a line, in twips."""
    sheet = theme["manuscript"]
    return twips(sheet["width_mm"] - sheet["left_mm"] - sheet["right_mm"])


def _rgb(theme: Theme, key: str) -> str:
    return str(theme["colour"][key]).lstrip("#").upper()
