"""Writer: Booklet → the HTML of its parts, each a document of its own with its styles.

What needs thought is a filter here; templates hold loops and ifs.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from pipeline import resources
from pipeline.drawing import Drawing, year_timeline, years_at_a_glance
from pipeline.french import typeset
from pipeline.model import (
    PLAIN,
    Booklet,
    Chapter,
    Entry,
    Heading,
    IndexKind,
    ListBlock,
    Section,
    Text,
)
from pipeline.theme import Theme
from pipeline.writers.html.style import stylesheet
from pipeline.writers.parts import Folios, Part

_CAPITALS_RE = re.compile(r"[A-ZÀ-Ý]{6,}")
"""A word that is never divided at a line's end: ``COORACE``."""
_PT = 72 / 25.4
_EMPTY = Text()
LONG_TITLE = 60
SHORT_TITLE = 16
RUNNING_HEAD = 62
"""Letters of a running head."""


def chapter_parts(booklet: Booklet, theme: Theme) -> tuple[Part, ...]:
    """Return one part a chapter; they need no page number."""
    template = _environment().get_template("book/chapter.html.j2")
    return tuple(_chapter(chapter, booklet, theme, template) for chapter in booklet.chapters)


def front_parts(booklet: Booklet, theme: Theme, folios: Mapping[str, str]) -> tuple[Part, ...]:
    """Return cover, titles, imprint, contents, note on the text, years at a glance.

    Args:
        booklet: The document.
        theme: Its measures.
        folios: Printed page number of each entry and chapter; empty on a first look.
    """
    html = (
        _environment()
        .get_template("book/front.html.j2")
        .render(
            imprint=booklet.imprint,
            language=booklet.imprint.language,
            span=_span(booklet),
            size=_size(booklet.imprint.title),
            mentions=_mentions(booklet),
            contents=_contents(booklet, folios),
            note=booklet.note,
            columns=booklet.columns,
            drawing=_uri(years_at_a_glance(booklet.chapters, theme, _width(theme))),
            style=stylesheet(theme, booklet.imprint.language, booklet.imprint.title, ""),
        )
    )
    marks = [("table", "Table des matières"), ("note", "Note sur le texte")]
    if len([c for c in booklet.chapters if c.year is not None]) > 1:
        marks.append(("annees", "Les années d’un coup d’œil"))
    silent = ("couverture", "faux-titre", "titre", "mentions")
    title = booklet.imprint.title
    return (Part("liminaires", html, title, Folios.ROMAN, tuple(marks), silent),)


def back_parts(booklet: Booklet, theme: Theme, folios: Mapping[str, str]) -> tuple[Part, ...]:
    """Return the list of documents, the acronyms, the index, the colophon."""
    html = (
        _environment()
        .get_template("book/back.html.j2")
        .render(
            language=booklet.imprint.language,
            title=booklet.imprint.title,
            references=[
                {"text": line.text, "pages": _pages(line.entries, folios)}
                for line in booklet.references
            ],
            glossary=booklet.glossary,
            index=_index(booklet, folios),
            colophon=_colophon(booklet),
            style=stylesheet(theme, booklet.imprint.language, booklet.imprint.title, "Annexes"),
        )
    )
    marks = [
        ("documents", "Liste des documents", booklet.references),
        ("sigles", "Sigles", booklet.glossary),
        ("index", "Index", booklet.index),
    ]
    shown = tuple((key, name) for key, name, filled in marks if filled)
    return (Part("annexes", html, "Annexes", bookmarks=shown, silent=("colophon",)),)


# -- chapters -------------------------------------------------------------------------


def _chapter(chapter: Chapter, booklet: Booklet, theme: Theme, template: Any) -> Part:
    heading = str(chapter.year) if chapter.year is not None else "Sans date"
    if chapter.year is not None and chapter.year < 1:
        heading = f"{1 - chapter.year} av. J.-C."
    title = " ".join(str(chapter.title).split())
    head = _shortened(f"{heading} · {title}" if title else heading)
    html = template.render(
        chapter=chapter,
        heading=heading,
        title=f"{heading} {title}",
        language=booklet.imprint.language,
        entries=list(_dated(chapter)),
        drawing=_uri(year_timeline(chapter, theme, _width(theme))),
        style=stylesheet(theme, booklet.imprint.language, booklet.imprint.title, head),
    )
    marks = tuple((entry.id, _bookmark(entry)) for entry in chapter.entries)
    return Part(chapter.id, html, f"{heading} – {title}" if title else heading, bookmarks=marks)


@dataclass(frozen=True, slots=True)
class _Dated:
    entry: Entry
    said: Text | None


def _dated(chapter: Chapter) -> Iterator[_Dated]:
    """Yield the entries with what their date line says; « Dans l’année » once a run."""
    undated = False
    for entry in chapter.entries:
        period = entry.period
        if not period.inherited:
            undated = False
            yield _Dated(entry, period.label or None)
        elif undated:
            yield _Dated(entry, None)
        else:
            undated = True
            yield _Dated(entry, Text.plain_text("Dans l’année") if chapter.year else None)


def _bookmark(entry: Entry) -> str:
    label = "" if entry.period.inherited else str(entry.period.short or entry.period.label)
    theme = " ".join(str(entry.theme).split())
    if not theme and entry.sections:
        first = entry.sections[0].blocks[0]
        theme = str(first.items[0] if isinstance(first, ListBlock) else first.text)
    name = f"{label} · {theme}" if label and theme else label or theme or entry.origin.address
    return _shortened(" ".join(name.split()), 90)


# -- front and back ---------------------------------------------------------------------


def _span(booklet: Booklet) -> str:
    years = [chapter.year for chapter in booklet.chapters if chapter.year is not None]
    if booklet.annual:
        return f"Année {years[0]}"
    if not years:
        return ""
    return str(years[0]) if years[0] == years[-1] else f"{years[0]}–{years[-1]}"


def _size(title: str) -> str:
    if len(title) > LONG_TITLE:
        return "long"
    return "short" if len(title) <= SHORT_TITLE else "middle"


def _mentions(booklet: Booklet) -> list[tuple[str, str]]:
    given = booklet.imprint
    lines = [
        ("", given.publisher),
        ("", given.address),
        ("ISBN", given.isbn),
        (typeset("Dépôt légal :"), given.legal_deposit),
        (typeset("Imprimé par"), given.printer),
        ("", given.rights),
        ("", given.summary),
    ]
    return [(label, value) for label, value in lines if value]


def _contents(booklet: Booklet, folios: Mapping[str, str]) -> list[dict[str, str]]:
    lines = []
    if len(booklet.chapters) == 1:
        for entry in booklet.chapters[0].entries:
            title = " ".join(str(entry.theme).split())
            if title:
                lines.append({"kind": "theme", "key": entry.id, "year": "", "title": title})
    else:
        for chapter in booklet.chapters:
            year = str(chapter.year) if chapter.year is not None else "Sans date"
            title = " ".join(str(chapter.title).split())
            lines.append({"kind": "chapter", "key": chapter.id, "year": year, "title": title})
    back = [
        ("documents", "Liste des documents", booklet.references),
        ("sigles", "Sigles", booklet.glossary),
        ("index", "Index", booklet.index),
    ]
    lines += [
        {"kind": "annex", "key": key, "year": "", "title": name}
        for key, name, filled in back
        if filled
    ]
    return [{**line, "folio": folios.get(line["key"], "")} for line in lines]


def _pages(keys: Sequence[str], folios: Mapping[str, str]) -> list[dict[str, str]]:
    """Return page numbers, each once, runs of three or more as ranges; links to the first."""
    pages: list[tuple[str, int]] = []
    for key in keys:
        folio = folios.get(key, "")
        if folio.isdigit() and (not pages or pages[-1][1] != int(folio)):
            pages.append((key, int(folio)))
    pages.sort(key=lambda page: page[1])
    runs: list[list[tuple[str, int]]] = []
    for page in pages:
        if runs and page[1] == runs[-1][-1][1]:
            continue
        if runs and page[1] == runs[-1][-1][1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    shown = []
    for run in runs:
        if len(run) > 2:
            shown.append({"key": run[0][0], "folio": f"{run[0][1]}–{run[-1][1]}"})
        else:
            shown += [{"key": key, "folio": str(number)} for key, number in run]
    return shown


def _index(booklet: Booklet, folios: Mapping[str, str]) -> list[dict[str, Any]]:
    from unicodedata import normalize

    groups: list[dict[str, Any]] = []
    for term in booklet.index:
        bare = re.sub(r"^(?:(?:les?|la|une?|des)\s+|l[’'])", "", term.term, flags=re.IGNORECASE)
        first = next((each for each in normalize("NFKD", bare) if each.isalnum()), "#").upper()
        letter = first if first.isalpha() else "0–9"
        if not groups or groups[-1]["letter"] != letter:
            groups.append({"letter": letter, "lines": []})
        groups[-1]["lines"].append(
            {
                "term": term.term,
                "person": term.kind is IndexKind.PERSON,
                "pages": _pages(term.entries, folios),
            }
        )
    return groups


def _colophon(booklet: Booklet) -> str:
    given = booklet.imprint
    by = f" par {given.printer}" if given.printer else ""
    return typeset(
        f"Composé en Source Serif et Source Sans par annales, d’après « {booklet.source.name} ». "
        f"Achevé{by} : {given.date}."
    )


# -- filters ------------------------------------------------------------------------------


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(resources.folder("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(runs=_runs, hyphenated=_hyphenated, printed=_printed, single=_single)
    return environment


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    bold: bool
    italic: bool
    superscript: bool
    subscript: bool
    link: str | None


def _runs(text: Text | str) -> list[_Run]:
    """Return the printed runs of a text, neighbours of one style joined."""
    if isinstance(text, str):
        return [_Run(text, False, False, False, False, None)]
    runs: list[_Run] = []
    for span in text.spans:
        if not span.text:
            continue
        style = span.style if span.style != PLAIN else PLAIN
        link = (
            style.link
            if (style.link or "").startswith(("http://", "https://", "mailto:"))
            else None
        )
        run = _Run(span.text, style.bold, style.italic, style.superscript, style.subscript, link)
        if runs and replace(runs[-1], text="") == replace(run, text=""):
            runs[-1] = replace(run, text=runs[-1].text + run.text)
        else:
            runs.append(run)
    return runs


def _hyphenated(text: str) -> str:
    """Return the letters; word joiners keep words in capitals from being divided.

    (A span with ``hyphens: none`` makes WeasyPrint 70 break lines too early beside it.)
    """
    if "/" in text or "@" in text:
        return text
    return _CAPITALS_RE.sub(lambda match: "\N{WORD JOINER}".join(match[0]), text)


@dataclass(frozen=True, slots=True)
class _Printed:
    kind: str
    text: Text = _EMPTY
    heading: Text = _EMPTY
    items: tuple[Text, ...] = ()
    ordered: bool = False
    start: int = 1
    lead: bool = False


def _printed(section: Section) -> Iterator[_Printed]:
    """Yield the blocks as the template prints them: a run-in heading with its paragraph."""
    heading: Text | None = None
    blocks = section.blocks
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, ListBlock):
            yield _Printed("list", items=block.items, ordered=block.ordered, start=block.start)
        elif isinstance(block, Heading):
            if block.run_in and after is not None and not isinstance(after, (Heading, ListBlock)):
                heading = block.text
            else:
                yield _Printed("heading", block.text)
        elif heading is not None:
            yield _Printed("opened", block.text, heading)
            heading = None
        else:
            yield _Printed("paragraph", block.text, lead=isinstance(after, ListBlock))


def _single(sections: Sequence[Section]) -> bool:
    """Tell whether one column alone speaks."""
    return len({section.column for section in sections}) == 1


def _shortened(text: str, length: int = RUNNING_HEAD) -> str:
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    return (cut.rpartition(" ")[0] or cut).rstrip(" ,;:·–") + "…"


@dataclass(frozen=True, slots=True)
class _Picture:
    uri: str
    words: str
    width_pt: float
    height_pt: float


def _uri(drawing: Drawing | None) -> _Picture | None:
    if drawing is None:
        return None
    data = b64encode(drawing.svg.encode()).decode()
    uri = f"data:image/svg+xml;base64,{data}"
    return _Picture(uri, drawing.words, drawing.width_pt, drawing.height_pt)


def _width(theme: Theme) -> float:
    page = theme["page"]
    return float((page["width_mm"] - page["inner_mm"] - page["outer_mm"]) * _PT)
