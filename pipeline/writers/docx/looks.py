"""The styles of the Word file: one table, made from the theme.

Built-in styles keep their built-in names, which Word shows in the reader's language
(``heading 1`` is « Titre 1 »); the project's own have French names.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pipeline.model import Style
from pipeline.theme import Theme


@dataclass(frozen=True, slots=True)
class Look:
    """One style; sizes in points of the booklet, scaled to the manuscript."""

    id: str
    name: str
    based: str = "Normal"
    following: str = ""
    """Style of the paragraph typed after it."""
    twin: str = ""
    """Name of the character style that Word keeps linked to a built-in paragraph style."""
    priority: int = 12
    """Place in Word's list of styles: Word's own for built-in ones."""
    gallery: bool = True
    """Shown among the quick styles."""
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
    """As WordprocessingML has it: ``both`` is justified."""
    before: float | None = None
    after: float | None = None
    rule: bool = False
    """A thin rule under it, in the accent."""
    indent: float | None = None
    """Left indent in mm; ``hanging`` takes it back on the first line."""
    hanging: bool = False
    first: float = 0
    """Where the first line of a hanging one begins, in mm."""
    tight: bool = False
    """No space between paragraphs of this style."""
    whole_words: bool = False
    """Words are not divided."""
    keep_next: bool | None = None
    keep_together: bool | None = None
    new_page: bool | None = None
    tab: bool = False
    """A tab at the right end of the line."""
    outline: int | None = None
    """Level in the navigation pane, from 0; 9 for none."""
    numbering: int = 0
    """Key of the list that the style belongs to."""
    level: int = 0
    """Level in that list, from 0."""


BUILT_IN = frozenset(
    (
        "Body Text,Title,Subtitle,heading 1,heading 2,heading 3,heading 4,heading 5,List Bullet,"
        "List Bullet 2,"
        "List Number,caption,TOC Heading,toc 1,toc 2,toc 3,index 1,index heading,header,footer,"
        "annotation text,annotation reference,Hyperlink"
    ).split(",")
)
"""Names that Word knows and translates; all others are the project's own."""


ALONE = "Entrée isolée"
"""Name of the style of an entry whose chapter does not run on, among others that do."""


def scale(theme: Theme) -> float:
    """Return how much larger the manuscript is than the booklet."""
    return float(theme["manuscript"]["size_pt"] / theme["type"]["size_pt"])


def looks(theme: Theme, *, lower: bool = False, bare: bool = False) -> tuple[Look, ...]:
    """Return all styles that the body uses.

    Args:
        theme: Measures, colours, fonts.
        lower: Chapters run on, their headings a level lower.
        bare: Entries are their headings alone: none stays with the next.
    """
    return (
        *_titles(theme), *(_running(theme) if lower else ()),
        *_headings(theme, 3 if lower else 2, bare=bare),
        *_texts(theme), *_lists(theme), *_margins(theme), *_characters(theme),
    )  # fmt: skip


def _titles(theme: Theme) -> tuple[Look, ...]:
    kind, p = theme["type"], _paragraph
    size = kind["size_pt"]
    return (
        p("Title", "Title", "serif", kind["title_pt"], twin="Titre Car", priority=10,
          following="Subtitle", align="left", before=150, after=12, whole_words=True),
        p("Subtitle", "Subtitle", "serif", 15, twin="Sous-titre Car", priority=11, italic=True,
          after=12, whole_words=True),
        p("Auteur", "Auteur", "sans", 12, colour="grey", after=6),
        p("Annees", "Années du livre", "sans", 32, colour="accent", before=12, after=30,
          rule=True),
        p("Editeur", "Éditeur", "sans", size, after=2),
        p("Mentions", "Mentions", "sans", 9, colour="grey", before=6, after=2),
        p("Heading1", "heading 1", "serif", kind["chapter_pt"], twin="Titre 1 Car", priority=9,
          following="BodyText", bold=False, keep_next=True, keep_together=True, new_page=True,
          after=14, rule=True, whole_words=True, outline=0),
    )  # fmt: skip


def _headings(theme: Theme, top: int, *, bare: bool) -> tuple[Look, ...]:
    """Return the headings inside a chapter; ``top`` is the level of its entries, from 1."""
    kind, size = theme["type"], theme["type"]["size_pt"]
    entry, rubric, inner = (f"Heading{top + n}" for n in range(3))

    def p(level: int, *named: Any, **given: Any) -> Look:
        return _paragraph(*named, following="BodyText", outline=level, **given)

    def own(number: int, *named: Any, **given: Any) -> Look:
        twin = f"Titre {number} Car"
        return p(number - 1, f"Heading{number}", f"heading {number}", *named, twin=twin,
                 priority=9, whole_words=True, **given)  # fmt: skip

    return (
        own(top, "sans", kind["theme_pt"], bold=True, keep_next=not bare, keep_together=True,
            before=16, after=4),
        own(top + 1, "serif", size, small_caps=True, colour="accent", keep_next=True, before=8,
            after=2),
        own(top + 2, "sans", size - 0.5, bold=True, keep_next=True, before=6, after=2),
        p(top - 1, "EntreeDatee", "Entrée sans thème", based=entry),
        p(0, "TitreLiminaire", "Titre liminaire", based="Heading1"),
        p(1, "SousTitreLiminaire", "Sous-titre liminaire", based=entry),
        p(top - 1, "RubriqueOuverture", "Rubrique d’ouverture", based=rubric),
        p(top, "Intertitre2", "Intertitre d’ouverture", based=inner),
        p(top - 1, "Intertitre1", "Intertitre sans rubrique", based=inner),
    )  # fmt: skip


def _running(theme: Theme) -> tuple[Look, ...]:
    """Return the heading of a year that runs on, and what stands in a chapter that does not."""
    p, size = _paragraph, theme["type"]["running_title_pt"]
    return (
        p("Heading2", "heading 2", "serif", size, twin="Titre 2 Car", priority=9,
          following="BodyText", bold=False, keep_next=True, keep_together=True, before=24, after=6,
          whole_words=True, outline=1),
        p("EntreeIsolee", ALONE, based="Heading3", following="BodyText", outline=1),
        p("EntreeIsoleeDatee", "Entrée isolée sans thème", based="EntreeIsolee",
          following="BodyText", outline=1),
        p("RubriqueIsolee", "Rubrique isolée", based="Heading4", following="BodyText", outline=1),
        p("IntertitreIsole", "Intertitre isolé", based="Heading5", following="BodyText",
          outline=1),
        p("TOC3", "toc 3", "", theme["type"]["size_pt"] - 0.5, priority=39, gallery=False,
          align="left", after=1, indent=16, hanging=True, first=12, tab=True,
          whole_words=True),
    )  # fmt: skip


def _texts(theme: Theme) -> tuple[Look, ...]:
    kind, p = theme["type"], _paragraph
    return (
        p("BodyText", "Body Text", twin="Corps de texte Car", priority=1, align="both", after=4),
        p("Partie", "Intertitre du tableau", "serif", kind["running_title_pt"], italic=True,
          following="BodyText", align="left", keep_next=True, keep_together=True, before=24,
          after=4, whole_words=True),
        p("CorpsDrapeau", "Corps de texte en drapeau", based="BodyText", align="left"),
        p("Chapeau", "Annonce de liste", based="BodyText", keep_next=True),
        p("Documents", "Documents", "sans", kind["sources_pt"] + 0.3, colour="grey", align="left",
          before=4, after=4),
        p("Frise", "Frise", keep_next=True, before=4, after=10),
        p("Caption", "caption", "sans", kind["small_pt"] + 0.5, priority=35, colour="grey",
          after=8),
        p("Colophon", "Colophon", "sans", kind["small_pt"] + 0.5, colour="grey", before=40),
    )  # fmt: skip


def _lists(theme: Theme) -> tuple[Look, ...]:
    p, size = _paragraph, theme["type"]["size_pt"]
    return (
        p("ListBullet", "List Bullet", based="BodyText", priority=2, align="left", after=4,
          indent=6, hanging=True, tight=True, numbering=1),
        p("ListBullet2", "List Bullet 2", based="BodyText", priority=2, align="left", after=4,
          indent=12, hanging=True, first=6, tight=True, numbering=1, level=1),
        p("ListNumber", "List Number", based="BodyText", priority=2, align="left", after=4,
          indent=8, hanging=True, tight=True, numbering=2),
        p("Reference", "Référence", align="left", after=3, indent=6, hanging=True),
        p("Sigle", "Sigle", align="left", after=3, indent=6, hanging=True),
        p("TOCHeading", "TOC Heading", based="Heading1", priority=39, following="BodyText",
          outline=9),
        p("TOC1", "toc 1", priority=39, gallery=False, align="left", before=6, after=2, indent=4,
          hanging=True, tab=True, whole_words=True),
        p("TOC2", "toc 2", "", size - 0.5, priority=39, gallery=False, align="left", after=1,
          indent=10, hanging=True, first=6, tab=True, whole_words=True),
        p("Index1", "index 1", "", size - 0.5, gallery=False, priority=99, align="left", after=1,
          indent=5, hanging=True),
        p("IndexHeading", "index heading", "sans", size, gallery=False, priority=99, bold=True,
          following="Index1", colour="accent", keep_next=True, before=10, after=2),
    )  # fmt: skip


def _margins(theme: Theme) -> tuple[Look, ...]:
    p, small = _paragraph, theme["type"]["small_pt"] + 0.5
    return (
        p("Header", "header", "sans", small, priority=99, gallery=False, twin="En-tête Car",
          colour="grey", tab=True),
        p("Footer", "footer", "sans", small, priority=99, gallery=False, twin="Pied de page Car",
          colour="grey", align="center"),
        p("CommentText", "annotation text", "sans", 9, priority=99, gallery=False,
          twin="Commentaire Car"),
    )  # fmt: skip


def _characters(theme: Theme) -> tuple[Look, ...]:
    c, kind = _character, theme["type"]
    return (
        c("Annee", "Année", font="sans", colour="accent"),
        c("Periode", "Période", font="sans", size=kind["period_pt"] + 1, bold=True,
          colour="accent"),
        c("Amorce", "Amorce", font="sans", bold=True),
        c("Signe", "Signe", font="sans", bold=True, colour="accent"),
        c("LettresSigle", "Lettres du sigle", font="sans", bold=True),
        c("Personne", "Personne", italic=True),
        c("Hyperlink", "Hyperlink", priority=99, gallery=False, colour="accent", underline=True),
        c("CommentReference", "annotation reference", priority=99, gallery=False, font="sans",
          size=8),
    )  # fmt: skip


def _paragraph(id: str, name: str, font: str = "", size: float = 0, **given: Any) -> Look:
    return Look(id, name, font=font, size=size, **given)


def _character(id: str, name: str, **given: Any) -> Look:
    return Look(id, name, based="DefaultParagraphFont", character=True, **given)


# -- character styles that say several things at once ---------------------------------------

_FLAGS = (
    ("bold", "Gras", "gras"),
    ("italic", "Italique", "italique"),
    ("underline", "Souligne", "souligné"),
    ("strike", "Barre", "barré"),
    ("superscript", "Exposant", "exposant"),
    ("subscript", "Indice", "indice"),
)
"""Attribute of ``model.Style``, piece of a style's id, French word."""


@dataclass(frozen=True, slots=True, order=True)
class Mixture:
    """A character style with what the workbook set by hand: « Amorce exposant »."""

    base: str = ""
    """Id of the character style that it adds to; may be empty."""
    flags: tuple[str, ...] = ()
    """Attributes of ``model.Style`` that are set, in the order of ``_FLAGS``."""

    @property
    def id(self) -> str:
        """The style's id; an empty string for plain text."""
        return self.base + "".join(piece for flag, piece, _ in _FLAGS if flag in self.flags)


def flags_of(style: Style) -> tuple[str, ...]:
    """Return what a span's style sets."""
    return tuple(flag for flag, _, _ in _FLAGS if getattr(style, flag))


def mixed(mixture: Mixture, names: dict[str, str]) -> Look:
    """Return the style of a mixture.

    Args:
        mixture: With at least one flag.
        names: Name of each style, by its id.
    """
    words = [word for flag, _, word in _FLAGS if flag in mixture.flags]
    name = " ".join([names.get(mixture.base, ""), *words]).strip()
    raised = next((flag for flag in mixture.flags if flag.endswith("script")), "")
    given: dict[str, Any] = {flag: True for flag in mixture.flags if not flag.endswith("script")}
    return Look(
        mixture.id,
        name[:1].upper() + name[1:],
        based=mixture.base or "DefaultParagraphFont",
        priority=20,
        character=True,
        raised=raised,
        **given,
    )
