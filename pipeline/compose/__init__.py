"""Stage 5: Chapters → Booklet: title page data, glossary, index, documents, note on the text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial

from pipeline.compose.acronyms import bare, collect
from pipeline.compose.eras import eras_of
from pipeline.compose.index import index_of, sort_key
from pipeline.compose.length import PAGE_LINES, is_thin
from pipeline.compose.note import note_on_the_text
from pipeline.compose.passed_over import years_passed_over
from pipeline.config import Config
from pipeline.diagnostics import Diagnostic
from pipeline.french import MONTHS
from pipeline.model import (
    Booklet,
    Chapter,
    Column,
    Entry,
    Imprint,
    Records,
    Reference,
    Term,
    Text,
)


def compose(
    records: Records,
    chapters: Sequence[Chapter],
    config: Config,
    findings: Sequence[Diagnostic],
    edited: dt.date,
    selection: tuple[int, int] | None,
) -> Booklet:
    """Return the whole document model.

    Args:
        records: The table, for the note on the text.
        chapters: Those to be printed; nothing of other years enters glossary or index.
        config: ``[livre]``, ``[nettoyage] sigles``, ``[maquette] chapitres``.
        findings: About the rows printed, for the note on the text.
        edited: Day of this edition.
        selection: First and last year of an annual report or volume.
    """
    entries = [entry for chapter in chapters for entry in chapter.all_entries]
    words = {entry.id: "\n".join(str(text) for text in entry.texts()) for entry in entries}
    glossary = _glossary(words, config)
    eras = eras_of(chapters, config.layout)
    booklet = Booklet(
        records.source,
        _imprint(records, config, edited, "\n".join(words.values())),
        edited,
        tuple(chapters),
        _columns(records, entries),
        glossary,
        _references(entries),
        note_on_the_text(records, chapters, findings, eras),
        selection,
        eras,
        find_index=cache(partial(index_of, entries, words, glossary, config.cleaning.names)),
    )
    over = years_passed_over(booklet.openings, config.layout)
    openings = [each for each in booklet.openings if each.id not in over]
    # A cover printed apart has nothing on its back: what thin books have there goes elsewhere.
    thin = not config.layout.separate_cover and is_thin(
        openings, PAGE_LINES[config.layout.format], annual=booklet.annual
    )
    return replace(booklet, passed_over=over, thin=thin)


def _imprint(records: Records, config: Config, edited: dt.date, words: str) -> Imprint:
    book = config.book
    title = given_title(records, config) or _title_of(records.source.name, words)
    return Imprint(
        title,
        book.subtitle,
        book.author,
        book.publisher,
        book.address,
        book.place,
        book.date or f"{MONTHS[edited.month - 1]} {edited.year}",
        book.isbn,
        book.printer,
        book.legal_deposit,
        book.summary,
        book.language,
        book.rights,
    )


def given_title(records: Records, config: Config) -> str:
    """Return the title in the settings, or above the table; empty where nobody has given one."""
    return config.book.title or str(records.title or "").strip()


def _title_of(file: str, text: str) -> str:
    """Return a title made from a file name; an acronym of the text keeps its capitals.

    >>> _title_of("frise-coorace_1993.xlsx", "Création du COORACE")
    'Frise COORACE 1993'
    """
    words = re.sub(r"[-_.\s]+", " ", file.rpartition(".")[0] or file).split()
    title = " ".join(word.upper() if _is_acronym(word, text) else word for word in words)
    return title[:1].upper() + title[1:]


def _is_acronym(word: str, text: str) -> bool:
    """Tell whether a word in small letters stands in capitals in a text."""
    capitals = word.upper()
    known = word == word.casefold() and re.fullmatch(r"[A-ZÀ-Ý]{3,}", capitals)
    return bool(known and capitals in text and re.search(rf"\b{capitals}\b", text))


def _columns(records: Records, entries: Sequence[Entry]) -> tuple[Column, ...]:
    """Return the columns whose texts are sections: also that of themes, where it holds a list."""
    used = {section.column: section.heading for entry in entries for section in entry.sections}
    return tuple(
        Column(column.number, used[column.letters], column.role)
        for column in records.columns
        if column.letters in used
    )


def _glossary(words: dict[str, str], config: Config) -> tuple[Term, ...]:
    expansions = collect(words.values(), config.cleaning.acronyms)
    undotted = {key: text.replace(".", "") for key, text in words.items()}
    terms = []
    for acronym, expansion in expansions.items():
        dotted = r"\.?".join(map(re.escape, acronym))
        pattern = re.compile(rf"(?<!\w){dotted}\.?(?!\w)")
        near = acronym.replace(".", "")  # looked for first: it is many times faster
        used = tuple(
            key for key, text in words.items() if near in undotted[key] and pattern.search(text)
        )
        if used:
            terms.append(Term(bare(acronym), expansion, used))
    return tuple(sorted(terms, key=lambda term: sort_key(term.acronym)))


def _references(entries: Sequence[Entry]) -> tuple[Reference, ...]:
    found: dict[str, tuple[Text, list[str]]] = {}
    for entry in entries:
        for source in entry.sources:
            _, keys = found.setdefault(str(source).casefold(), (source, []))
            if entry.id not in keys:
                keys.append(entry.id)
    rows = [Reference(text, tuple(keys)) for text, keys in found.values()]
    return tuple(sorted(rows, key=lambda row: sort_key(str(row.text))))
