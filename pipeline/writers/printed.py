"""What every printed edition says in the same words: date lines, pages, index.

Shared by the writers, so that the Word file says what the booklet says.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from pipeline import french
from pipeline.french import typeset
from pipeline.model import (
    Booklet,
    Chapter,
    Entry,
    Heading,
    IndexKind,
    ListBlock,
    Reference,
    Section,
    Span,
    Text,
)
from pipeline.regex import regex
from pipeline.writers.pagination import Pagination

_FEW_WORDS = 4
"""Words of a text; fewer may be a name."""
RUNNING_HEAD = 62
"""Letters of a running head."""
LONGEST_RUBRIC = 24
"""Letters of a column's name that are printed each time, where it has a colon to cut at."""
LONGEST_NAME = 40
"""And where it has none."""
_LONG_RE = regex(r"\S{40,}")
"""What leaves much white on the line before it, such as an address."""
_EMPTY = Text()

CONTENTS = "Table des matières"
NOTE = "Note sur le texte"
KEY = "Clé de lecture"
DOCUMENTS = "Liste des documents"
ACRONYMS = "Sigles"
INDEX = "Index"
UNDATED = "Dans l’année"


def reading_key(booklet: Booklet, *, above: bool = False) -> str:
    """Return how an entry is to be read; what it says of columns, their names follow.

    Args:
        booklet: Its columns; an entry has a theme where any has.
        above: Each column is named over its text, however few speak.
    """
    themed = any(entry.theme for entry in booklet.entries)
    parts = "sa date, son thème" if themed else "sa date"
    several = sum(bool(str(column.heading).strip()) for column in booklet.columns) > 1
    if not several:
        said = "ce qu’en dit la seule rubrique du classeur :"
    elif above:
        said = "ce qu’en disent les rubriques du classeur, chacune sous son nom :"
    else:
        said = (
            "ce qu’en disent les rubriques du classeur. Le nom de la rubrique, en petites "
            "capitales, précède ce qu’elle dit :"
        )
    return typeset(f"Chaque entrée porte {parts}, puis {said}")


def documents_key(booklet: Booklet) -> tuple[str, str]:
    """Return what else a reader must be told, in two pieces: a sign, and what it means.

    Each is empty where the book has nothing of the kind.
    """
    sign, said = "", []
    if booklet.references:
        sign = "Documents"
        said.append(" annonce, à la fin d’une entrée, les pièces que la ligne cite.")
    each = (entry.said for chapter in booklet.chapters for entry in dated(chapter))
    if any(str(words) == UNDATED for words in each if words is not None):
        said.append("« Dans l’année » ouvre les entrées qui n’ont pas de date propre.")
    return sign, typeset(" ".join(said))


def index_key(booklet: Booklet) -> str:
    """Return how to read the index; empty where it needs no key."""
    persons = any(each.kind is IndexKind.PERSON for each in booklet.index)
    return "Les personnes sont en italique." if persons else ""


# -- chapters and entries ---------------------------------------------------------------


def year_words(chapter: Chapter) -> str:
    """Return the year as a chapter prints it: ``1993``, ``52 av. J.-C.``, ``Sans date``.

    Its spaces do not break.
    """
    if chapter.year is None:
        return "Présentation" if chapter.introduces else "Sans date"
    return french.year_words(chapter.year)


@dataclass(frozen=True, slots=True)
class Dated:
    """An entry, and what its date line says: its period, « Dans l’année », or nothing."""

    entry: Entry
    said: Text | None


def dated(chapter: Chapter) -> Iterator[Dated]:
    """Yield the entries with what their date line says; « Dans l’année » once a run."""
    undated = False
    for entry in chapter.entries:
        period = entry.period
        if entry.leads:
            yield Dated(entry, None)
        elif not period.inherited:
            undated = False
            yield Dated(entry, period.label or None)
        elif undated:
            yield Dated(entry, None)
        else:
            undated = True
            known = chapter.year is not None and period.first is not None
            yield Dated(entry, Text.plain_text(UNDATED) if known else None)


@dataclass(frozen=True, slots=True)
class Printed:
    """A block as it is printed; ``opened`` is a paragraph with its run-in heading."""

    kind: str
    """``paragraph``, ``opened``, ``heading`` or ``list``."""
    text: Text = _EMPTY
    heading: Text = _EMPTY
    items: tuple[Text, ...] = ()
    ordered: bool = False
    start: int = 1
    inner: tuple[int, ...] = ()
    """Places of the items that stand under the one before."""
    lead: bool = False
    """A list follows it."""


def printed(section: Section) -> Iterator[Printed]:
    """Yield the blocks of a section as they are printed."""
    heading: Text | None = None
    blocks = section.blocks
    for place, block in enumerate(blocks):
        after = blocks[place + 1] if place + 1 < len(blocks) else None
        if isinstance(block, ListBlock):
            yield Printed(
                "list",
                items=block.items,
                ordered=block.ordered,
                start=block.start,
                inner=block.inner,
            )
        elif isinstance(block, Heading):
            if block.run_in and after is not None and not isinstance(after, (Heading, ListBlock)):
                heading = block.text
            else:
                yield Printed("heading", block.text)
        elif heading is not None:
            yield Printed("opened", block.text, heading)
            heading = None
        else:
            yield Printed("paragraph", block.text, lead=isinstance(after, ListBlock))


def rubrics(booklet: Booklet) -> dict[str, Text]:
    """Return how each column is named over its text, by its letters: a long name is cut.

    ``Le contexte : politique publique d’insertion`` is ``Le contexte`` where no other column
    begins so, and a name of many words ends on an ellipsis; the key to reading has it whole.
    """
    heads = [_short_name(str(column.heading)) for column in booklet.columns]
    cut = {}
    for column, head in zip(booklet.columns, heads, strict=True):
        whole = column.heading
        if head and heads.count(head) == 1:
            name = whole.split(len(head.rstrip("…")))[0]
            whole = Text((*name.spans, Span("…"))) if head.endswith("…") else name
        cut[column.letters] = whole
    return cut


def _short_name(heading: str) -> str:
    """Return the beginning of a long name, nothing for a short one.

    >>> _short_name("Le contexte : politique publique")
    'Le contexte'
    >>> _short_name("Bilan : joies")
    ''
    """
    if ":" in heading and len(heading) > LONGEST_RUBRIC:
        return heading.partition(":")[0].rstrip()
    return shortened(heading, LONGEST_NAME) if len(heading) > LONGEST_NAME else ""


# -- front and back ---------------------------------------------------------------------


def span(booklet: Booklet) -> str:
    """Return the years of the book: ``1993-1994``, as periods are printed; ``Année 1994``."""
    years = first_and_last(booklet)
    if booklet.annual:
        return f"Année {years[0]}"
    return ("-" if all(map(str.isdigit, years)) else "\N{NO-BREAK SPACE}– ").join(years)


def first_and_last(booklet: Booklet) -> list[str]:
    """Return the first and the last year of the book; one where they are the same."""
    years = [year_words(chapter) for chapter in booklet.chapters if chapter.year is not None]
    return years[:1] + [each for each in years[-1:] if each != years[0]]


def glance(booklet: Booklet) -> str:
    """Return the title of the drawing of all years."""
    years = [chapter for chapter in booklet.chapters if chapter.year is not None]
    return "Les années d’un coup d’œil" if len(years) > 1 else "L’année d’un coup d’œil"


def annexes(booklet: Booklet) -> list[tuple[str, str]]:
    """Return anchor and title of each filled part of the back matter."""
    parts = [
        ("documents", DOCUMENTS, booklet.references),
        ("sigles", ACRONYMS, booklet.glossary),
        ("index", INDEX, booklet.index),
    ]
    return [(key, name) for key, name, filled in parts if filled]


def joint(first: str, *others: str) -> str:
    """Return a title for one or more parts together.

    >>> joint("Liste des documents", "Sigles", "Index")
    'Liste des documents, sigles et index'
    """
    *before, last = first, *(f"{each[0].lower()}{each[1:]}" for each in others)
    return f"{', '.join(before)} et {last}" if before else last


@dataclass(frozen=True, slots=True)
class Pages:
    """A page, or a run of three and more: where it leads and what is printed."""

    key: str
    """Anchor of the entry, or ``page-12`` where the word stands further on in it."""
    entry: str
    folio: str


def pages(keys: Sequence[str], pagination: Pagination, forms: Sequence[str] = ()) -> list[Pages]:
    """Return the pages of some entries, each once, in order; runs as ranges.

    Args:
        keys: Keys of entries.
        pagination: Where they stand.
        forms: What to look for on the pages of each entry; none for where it begins.
    """
    return _in_order(((key, pagination.where(key, forms)) for key in keys), pagination)


def pages_citing(line: Reference, pagination: Pagination) -> list[Pages]:
    """Return the pages that cite a document, each once, in order; runs as ranges."""
    cited = ((key, pagination.cited(key, str(line.text))) for key in line.entries)
    return _in_order(cited, pagination)


def _in_order(places: Iterable[tuple[str, list[int]]], pagination: Pagination) -> list[Pages]:
    found: dict[int, Pages] = {}
    for entry, numbers in places:
        for number in numbers:
            begins = pagination.get(entry) == str(number)
            page = Pages(entry if begins else f"page-{number}", entry, str(number))
            found.setdefault(number, page)
    runs: list[list[Pages]] = []
    before = None
    for number, page in sorted(found.items()):
        if before is not None and number == before + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
        before = number
    shown = []
    for run in runs:
        if len(run) > 2:
            shown.append(replace(run[0], folio=f"{run[0].folio}–{run[-1].folio}"))
        else:
            shown += run
    return shown


def is_ragged(text: Text) -> bool:
    """Tell whether justified lines of a text would be spaced wide."""
    return bool(_LONG_RE.search(str(text)))


def shortened(text: str, length: int = RUNNING_HEAD) -> str:
    """Return a text cut at a word, with an ellipsis where it was.

    >>> shortened("La charte des adhérents", 14)
    'La charte des…'
    """
    if len(text) <= length:
        return text
    cut = text[: length - 1]
    whole = cut if text[length - 1] == " " else cut.rpartition(" ")[0] or cut
    return whole.rstrip(" .,;:·–\N{NARROW NO-BREAK SPACE}") + "…"


def first_words(entry: Entry, length: int) -> str:
    """Return how the text of an entry begins, on one line: it stands where a theme would.

    A name of a place in a column of its own is not yet the text, where more is said.
    """
    said = [_beginning(section) for section in entry.sections]
    said = said or [str(source) for source in entry.sources[:1]] or [""]
    text = next((each for each in said if len(each.split()) >= _FEW_WORDS), said[0])
    return shortened(french.one_line(text).removesuffix("."), length)


def _beginning(section: Section) -> str:
    first = section.blocks[0]
    return str(first.items[0] if isinstance(first, ListBlock) else first.text)
