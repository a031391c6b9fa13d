"""The index of themes, organisations and persons: few terms, and right ones."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence

from pipeline.french import one_line
from pipeline.model import Entry, IndexKind, IndexTerm, Term

_ACRONYM_RE = re.compile(r"(?<![\w.-])([A-Z]{3,8})(?![\w-]|\.\w)")
"""An acronym of three letters or more."""
_NAME_WORD = r"[A-ZÀ-Ý][a-zà-ÿœ]+(?:-[A-ZÀ-Ý][a-zà-ÿœ]+)?"
_FIRST_NAMES = (
    "Alain Albert Alexandre Alfred Alice André Anne Annie Antoine Arnaud Auguste Bernadette "
    "Bernard Bertrand Brigitte Bruno Camille Catherine Cécile Charles Chantal Christian "
    "Christiane Christine Christophe Claire Claude Claudine Colette Daniel Danielle David "
    "Denis Denise Didier Dominique Edmond Edouard Édouard Élisabeth Emile Émile Emmanuel Éric "
    "Etienne Étienne Eugène Fabrice Fernand Florence Francis Franck François Françoise "
    "Frédéric Gabriel Gaston Geneviève Georges Gérard Germaine Gilbert Gilles Gisèle "
    "Guillaume Gustave Guy Hélène Henri Henriette Hervé Hubert Hugues Isabelle Jacqueline "
    "Jacques Jean Jeanne Jérôme Joël Joseph Josette Julien Laurent Léon Louis Louise Luc "
    "Lucien Lucie Madeleine Marc Marcel Marguerite Marie Martin Martine Mathieu Maurice Max "
    "Michel Michèle Monique Nathalie Nicolas Nicole Odette Odile Olivier Pascal Patrice "
    "Patrick Paul Paulette Philippe Pierre Raymond Raymonde Régis Rémi Rémy Renaud René Renée "
    "Richard Robert Roger Roland Sébastien Serge Simone Sophie Stéphane Suzanne Sylvie "
    "Théodore Thérèse Thierry Thomas Valérie Véronique Victor Vincent Virginie Xavier Yves "
    "Yvette Yvonne"
).split()
_PERSON_RE = re.compile(
    rf"(?<![\w-])((?:{'|'.join(_FIRST_NAMES)})(?:[- ](?:{'|'.join(_FIRST_NAMES)}))?)"
    rf"[ \xa0]((?:de |d’|du |le |Le |La )?{_NAME_WORD}|[A-ZÀ-Ý]{{3,}})(?![\w-]|’)"
)
"""« Gérard Delfau »: a first name of the list and a capitalised word."""
_ARTICLES_RE = re.compile(r"^(?:(?:les?|la|une?|des)\s+|l[’'])", re.IGNORECASE)
_LONGEST_THEME = 80
_NO_ACRONYM = frozenset("HTTP HTTPS WWW XVI XIX XII XIV VII VIII XIII XVII XVIII".split())


def sort_key(term: str) -> tuple[str, str]:
    """Return the key of French order: no accents, no case, no article in front.

    >>> sorted(["Zoé", "l’École", "Étude", "eau"], key=sort_key)
    ['eau', 'l’École', 'Étude', 'Zoé']
    """
    return re.sub(r"[^a-z0-9 ]", "", _folded(term)), term


def _letters(term: str) -> str:
    """Return what is the same term: its letters, whatever its case, blanks and apostrophes.

    >>> _letters("PROXIM' SERVICES") == _letters("Proxim’Services"), _letters("Ἀθῆναι")
    (True, 'αθηναι')
    """
    return "".join(each for each in _folded(term) if each.isalnum()) or term


def _folded(term: str) -> str:
    """Return a term without its article and its case, its accents apart from their letters."""
    bare = _ARTICLES_RE.sub("", term).casefold()
    return unicodedata.normalize("NFKD", bare.replace("œ", "oe").replace("æ", "ae"))


def index_of(
    entries: Sequence[Entry],
    words: dict[str, str],
    glossary: Sequence[Term],
    names: Iterable[str],
) -> tuple[IndexTerm, ...]:
    """Return the terms in French order.

    Args:
        entries: In printed order.
        words: All text of each entry, by its key.
        glossary: Acronyms with an expansion are organisations.
        names: Names that the user listed.
    """
    found: dict[str, list[str]] = {}
    shown: dict[str, tuple[str, IndexKind]] = {}
    forms: dict[str, dict[str, None]] = {}

    def note(term: str, kind: IndexKind, key: str, form: str) -> None:
        place = _letters(term)
        if shown.setdefault(place, (term, kind))[1] is IndexKind.THEME:
            shown[place] = (shown[place][0] if kind is IndexKind.THEME else term, kind)
        forms.setdefault(place, {})[form] = None
        keys = found.setdefault(place, [])
        if not keys or keys[-1] != key:
            keys.append(key)

    expanded = {term.acronym: term.expansion for term in glossary}
    listed = sorted(set(names), key=len, reverse=True)
    for entry in entries:
        theme = one_line(entry.theme)
        if 1 < len(theme) <= _LONGEST_THEME and theme not in expanded:
            note(theme, IndexKind.THEME, entry.id, theme)
        text = words[entry.id]
        for match in _ACRONYM_RE.finditer(text):
            if match[1] not in _NO_ACRONYM and match[1] in expanded:
                note(
                    f"{match[1]} ({expanded[match[1]]})", IndexKind.ORGANISATION, entry.id, match[1]
                )
        for match in _PERSON_RE.finditer(text):
            note(f"{match[2]}, {match[1]}", IndexKind.PERSON, entry.id, match[0])
        for name in listed:
            if name not in expanded and re.search(rf"(?<!\w){re.escape(name)}(?!\w)", text):
                note(name, IndexKind.ORGANISATION, entry.id, name)
    terms = [
        IndexTerm(*shown[place], tuple(keys), tuple(forms[place])) for place, keys in found.items()
    ]
    return tuple(sorted(terms, key=lambda term: sort_key(term.term)))
