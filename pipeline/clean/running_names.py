"""Acronyms and names, as the running text of a document writes them."""

from __future__ import annotations

from collections.abc import Iterable

from pipeline.clean.asked import Asked, asked
from pipeline.clean.capital_lines import WORD_RE, heading_end
from pipeline.clean.lexicon import plain
from pipeline.clean.proper import is_person
from pipeline.regex import regex


class Names(Asked):
    """Acronyms and names, as the running text of a document writes them."""

    def __init__(
        self,
        acronyms: Iterable[str],
        names: Iterable[tuple[str, str]],
        listed: Iterable[str] = (),
        surnames: Iterable[str] = (),
    ) -> None:
        """Gather them.

        Args:
            acronyms: Words in capitals of running text.
            names: Plain letters and names, in the order of the document: the first one holds.
            listed: Names of the settings; those in capitals are acronyms.
            surnames: Words that stand behind a first name or a title in running text.
        """
        super().__init__()
        self._names: dict[str, str] = {}
        for letters, name in names:
            self._names.setdefault(letters, name)
        self._surnames: dict[str, str] = {}
        for surname in surnames:
            self._surnames.setdefault(plain(surname), surname)
        self._acronyms = frozenset(acronyms) | {name for name in listed if name.isupper()}

    @asked
    def acronym(self, word: str) -> bool:
        """Tell whether a word stands in capitals in running text."""
        return word in self._acronyms

    @asked
    def surname(self, letters: str) -> str | None:
        """Return the surname of running text that has these plain letters."""
        return self._surnames.get(letters)

    @asked
    def name(self, letters: str) -> str | None:
        """Return the name that has these plain letters, as it is written."""
        return self._names.get(letters)


def acronyms_of(texts: list[str]) -> tuple[frozenset[str], dict[str, str]]:
    """Return the words in capitals of running text, and the names beside them.

    Runs of capitals (headings) do not count.

    >>> found, names = acronyms_of(["Le CNEI au Québec.", "LE PLAN DU QUEBEC"])
    >>> sorted(found), names
    (['CNEI'], {'quebec': 'Québec'})
    """
    capitals: set[str] = set()
    names: dict[str, str] = {}
    for text in texts:
        for line in text.split("\n"):
            if line.isupper():
                continue
            end = heading_end(line)
            _gather(WORD_RE.findall(line, end), capitals, names)
    return frozenset(capitals), names


def _gather(words: list[str], capitals: set[str], names: dict[str, str]) -> None:
    """Add the acronyms and the names of one line."""
    for place in [place for place, word in enumerate(words) if word[0].isupper()]:
        word = words[place]
        if len(word) > 1 and word.isupper():
            near = (*words[max(0, place - 1) : place], *words[place + 1 : place + 2])
            if not any(each.isupper() and len(each) > 1 for each in near):
                capitals.add(word)
        elif place and len(word) > 3 and word[1:].islower():
            names.setdefault(plain(word), word)


_PERSON_RE = regex(
    r"(?:\b(?:M|MM|Dr|Mgr)\.|\b(?:Mmes?|Mlles?|Mgr|[Dd]octeur|[Aa]bbé|[Pp]ère|[Ss](?:œ|oe)ur|[Gg]énéral|[Cc]uré"
    r"|[Cc]hanoine|[Cc]olonel|[Pp]rofesseur|[Mm]aître|[Pp]asteur|[Ff]amille|([A-ZÀ-Ý][a-zà-ÿ]{2,})))"
    r"[ \xa0](?=([A-ZÀ-Ý][a-zà-ÿ]{2,}(?:-[A-ZÀ-Ý][a-zà-ÿ]+)?)(?![\w’']))"
)
"""A title or a first name, and the surname behind it."""


def surnames_of(texts: Iterable[str]) -> tuple[str, ...]:
    """Return the surnames of running text: what stands behind a title or a first name.

    >>> surnames_of(["Mme Rose Blanc et M. Petit", "Le Conseil Municipal"])
    ('Blanc', 'Petit')
    """
    found: dict[str, None] = {}
    for text in texts:
        for match in _PERSON_RE.finditer(text):
            if match[1] is None or is_person(plain(match[1])):
                parts = match[2].split("-")
                found.update(dict.fromkeys(part for part in parts if not is_person(plain(part))))
    return tuple(found)
