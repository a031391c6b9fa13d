"""Themes as terms of the index: what one looks for, no sentence, each event of a kind once."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable

from pipeline.compose.person import Person
from pipeline.french import one_line
from pipeline.regex import regex

_SENTENCES_RE = regex(
    r"(?!(?:[A-ZÀ-Ý]|MM|M[mM]e|Mlle|Me|Mgr|[DJS]r|Ste?|Ch|Ph|Th|Cie)\.)"
    r"(?:\b\w+|[»”)])[.!?…]+[»”)]*\s+[A-ZÀ-Ý«“]\w"
)
"""Where one sentence ends and another begins: not behind an initial or a title, *M. Dupont*."""
_CUT_RE = regex(r"\s*(?:[ \xa0\u202f][:;–] |, | \()")
_STOPS = " .,;:\xa0\u202f"
_LONGEST = 60
"""Letters of a theme that the eye finds in a column."""
_SENTENCE = 5
"""Words of a theme that is a sentence where it ends in a full stop."""
_NAME = 4
"""Words of a theme that is kept as it is."""
_EVENT = 7
"""Words of a theme that tells what happened, where no other entry has it."""
_PLACES = 3
"""Places of one kind of event that make it a term without them."""
_CIRCUMSTANCE_RE = regex(
    r",[ \xa0](?:après|aux?|avant|avec|chez|contre|dans|depuis|devant|dont|en|faute|grâce|lors"
    r"|malgré|où|par|pendant|pour|puis|qui|sans|sous|suite|suivie?s?|réunie?s?|présidée?s?|organisée?s?)\b"
)
"""How it happened: « Manifestation à Quimper, sans incident »."""
_VERB_RE = regex(
    r"[ \xa0](?:est|sont|était|étaient|fut|furent|sera|seront|ont|avait|avaient|n’est|n’a)[ \xa0]"
)
"""What makes a sentence, for certain: « Le bureau est renouvelé »."""
_AT_RE = regex(r"(.{3,40}?) à (?:L[ae]s? )?[A-ZÀ-ÝŒ][\w’-]+(?: [A-ZÀ-ÝŒ][\w’-]+)*(?:,.*)?$")
"""An event and its town."""
_TITLE_RE = regex(r"(?:M\.|Mme|Mlle|Sir)[ \xa0]")
_BEHIND_NAME_RE = regex(r"[ \xa0]*(?:$|[,(]|[–—-][ \xa0]?\d|\d{3,4}\b)")
"""What stands behind a theme that is a name: nothing, dates, a title."""


def theme_term(theme: str) -> str:
    """Return a theme as a term of the index; empty where it is a sentence or too long for one.

    A long one is cut where its first part stands by itself.

    >>> theme_term("Assemblée générale."), theme_term("Le bureau vote la charte du réseau.")
    ('Assemblée générale', '')
    >>> theme_term("Élection de M. Dupont")
    'Élection de M. Dupont'
    >>> theme_term("Commission de la formation, réunie à Lyon avec tous les adhérents en mai")
    'Commission de la formation'
    """
    bare = theme.rstrip(_STOPS)
    words = len(bare.split())
    if _SENTENCES_RE.search(bare) or (theme.rstrip().endswith(".") and words > _SENTENCE):
        return ""
    if len(bare) > _LONGEST:
        head = _head(bare)
        bare = head if len(head) <= _LONGEST else ""
    return bare if len(bare) > 1 else ""


def theme_terms(themes: Iterable[str]) -> dict[str, str]:
    """Return the term of each theme of a document; empty where it is worth no line.

    Args:
        themes: On one line each, as often as they stand there.
    """
    counts = Counter(themes)
    terms = {theme: theme_term(theme) for theme in counts}
    towns: defaultdict[str, set[str]] = defaultdict(set)
    kinds = {theme: match[1] for theme in counts if (match := _AT_RE.match(theme.rstrip(_STOPS)))}
    for theme, kind in kinds.items():
        towns[kind].add(theme.partition(",")[0].rstrip(_STOPS))
    for theme, term in terms.items():
        if len(towns.get(kinds.get(theme, ""), ())) >= _PLACES:
            terms[theme] = kinds[theme]
        elif counts[theme] == 1:
            terms[theme] = _lone(term)
    return terms


def _lone(term: str) -> str:
    """Return what is worth a line of a term that one entry has.

    >>> _lone("Manifestation à Quimper, sans incident"), _lone("Le bureau est renouvelé")
    ('Manifestation à Quimper', '')
    >>> _lone("Accueil des premiers stagiaires de l’atelier par le maire de Brest")
    ''
    """
    if len(_words(term)) <= _NAME and not _VERB_RE.search(term):
        return term
    if "«" in term or "“" in term:  # a title, or the name of a group
        return term
    if _VERB_RE.search(term):
        return ""
    term = _CIRCUMSTANCE_RE.split(term, maxsplit=1)[0]
    if len(_words(term)) > _EVENT:
        head = _head(term)
        return head if len(_words(head)) <= _SENTENCE else ""
    return term


def _head(term: str) -> str:
    """Return the first part of a term; empty where it has one alone."""
    head = _CUT_RE.split(term, maxsplit=1)[0].rstrip(_STOPS)
    return head if head != term else ""


def _words(term: str) -> list[str]:
    return [word for word in term.split() if any(map(str.isalnum, word))]


def is_name(theme: str, met: Iterable[Person]) -> bool:
    """Tell whether a theme is the name of one of some persons: « Robert Peel (1788-1850) ».

    >>> is_name("Robert Peel (1788-1850)", [Person("Peel", "Robert", "Robert Peel")])
    True
    >>> is_name("Robert Peel démissionne", [Person("Peel", "Robert", "Robert Peel")])
    False
    """
    title = _TITLE_RE.match(theme)
    for person in met:
        form = one_line(person.form)
        for start in {0, title.end() if title else 0}:
            if theme.startswith(form, start) and _BEHIND_NAME_RE.match(theme, start + len(form)):
                return True
    return False
