"""What column headings mean: French first, then the English of common timeline templates.

Accents, case, plural and blanks do not matter.  Shared by ``read`` (which sheet?) and
``parse`` (which column?).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import cache
from itertools import islice

from pipeline.model import Role
from pipeline.regex import regex

LONGEST_HEADING = 120
"""Letters; a longer text heads no column."""
SURE = 3
"""Sureness of a heading that is the very word for a role."""
LIKELY = 2
"""Sureness of one that has the word in it; below, it says when the row was written."""

_WORDS: tuple[tuple[Role, str], ...] = (
    (
        Role.PERIOD,
        "periode; date; datation; quand; chronologie; epoque; moment; millesime; when; period; "
        "time; dates extremes; date evenement; debut; date debut; start; start date; begin; "
        "begin date; from; du; depuis; date et heure; temps; dates; jour et mois; mois et jour; "
        "date et lieu; jour et date; de; date from; saison; exercice; campagne; repere; "
        "repere chronologique; date cle; horodatage; jour et heure; siecle; ere; annee scolaire; "
        "annee civile; datation proposee",
    ),
    (Role.YEAR, "annee; an; aaaa; yyyy; year; start year; annee debut; begin year"),
    (Role.MONTH, "mois; mm; month; start month; mois debut; begin month"),
    (Role.DAY, "jour; jj; dd; day; start day; jour debut; begin day"),
    (Role.END, "fin; date fin; end; end date; au; jusqu au; jusqu a; to; until; terme; date to"),
    (Role.END_YEAR, "annee fin; end year"),
    (Role.END_MONTH, "mois fin; end month"),
    (Role.END_DAY, "jour fin; end day"),
    (
        Role.THEME,
        "theme; titre; sujet; evenement; intitule; objet; fait; headline; title; event; subject; "
        "topic; libelle; designation; nom evenement; event name; thematique; quoi; what; "
        "manifestation; activite; action; decision; episode; nom fait; fait marquant; label; "
        "fait historique; exposition; intervention; operation; realisation; moment fort; "
        "temps fort",
    ),
    (
        Role.SOURCES,
        "documentation; document; source; reference; bibliographie; cote; archive; piece; "
        "piece jointe; annexe; lien; url; media; media credit; media caption; citation; credit; "
        "ressource; link; reference bibliographique; sources et documents; justificatif; media "
        "thumbnail; webographie; ref; doc",
    ),
)

NAMING = frozenset(
    "theme titre sujet intitule headline title subject topic thematique label".split()
)
"""Folded headings of texts that name, however long they are."""

NUMBERS = frozenset(
    (
        *("n", "no", "num", "numero", "id", "ordre", "index", "ligne", "rang", ""),
        *("n ordre", "no ordre", "num ordre", "numero ordre", "n ligne", "numero ligne"),
    )
)
"""Folded headings of a column that numbers the rows."""

_STOP_WORDS = frozenset("de d du des da la le les l a au aux en et the of un une".split())
_ABOUT_THE_ROW = frozenset(
    "maj mise jour saisie modification modifie creation consultation update updated entry "
    "enregistrement verification insertion import export releve adhesion inscription depot achat "
    "paiement envoi reception limite cloture".split()
)
"""A date *of entry* says nothing about the event: only taken where there is no other."""


def fold(text: str) -> str:
    """Return a heading without accents, case, plural marks, blanks and small words.

    >>> fold("Les DATES  de l’événement :")
    'date evenement'
    """
    words = [word for word in re.split(r"[^a-z0-9]+", _plain(text)) if word]
    kept = [word for word in words if word not in _STOP_WORDS] or words
    return " ".join(_singular(word) for word in kept)


def _plain(text: str) -> str:
    """Return a text without accents, in lower case."""
    if text.isascii():
        return text.casefold()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(each for each in letters if not unicodedata.combining(each))


def _singular(word: str) -> str:
    return word[:-1] if len(word) > 3 and word[-1] in "sx" else word


_EXACT = {fold(word): role for role, words in _WORDS for word in words.split(";")}


@cache
def role_of(heading: str) -> tuple[Role, int] | None:
    """Return the role that a heading names, and how surely, from 1 to 3.

    >>> role_of("Période"), role_of("Date de l'événement"), role_of("RAPPORT_DATE")
    ((<Role.PERIOD: 'periode'>, 3), (<Role.PERIOD: 'periode'>, 3), (<Role.PERIOD: 'periode'>, 2))
    >>> role_of("Le contexte : politique publique") is None
    True
    """
    if not heading.strip() or len(heading) > LONGEST_HEADING:
        return None
    if heading.strip().casefold() == "à":
        return Role.END, SURE
    folded = fold(heading)
    words = folded.split()
    if folded in _EXACT:
        return _EXACT[folded], SURE
    if not words or len(words) > 5 or (":" in heading and len(words) > 2):
        return None
    if _ABOUT_THE_ROW & set(re.split(r"[^a-z]+", heading.casefold())) and "date" in words:
        return Role.PERIOD, 1
    if end := _END_RE.match(folded):
        return (Role.END_YEAR if end[1] == "annee " else Role.END), LIKELY
    for size in (2, 1):
        for start in range(len(words) - size + 1):
            role = _EXACT.get(" ".join(words[start : start + size]))
            if role in _INSIDE and (size > 1 or words[start] not in _ALONE):
                return role, LIKELY
    return None


_INSIDE = (Role.PERIOD, Role.YEAR, Role.THEME, Role.SOURCES)
"""Roles that one word among others can name: ``Date de la décision``."""
_ALONE = frozenset(
    "du from to au an fait temp time moment exposition intervention operation realisation".split()
)
"""Words that name a role only when they stand alone."""


_BEGIN = frozenset("debut start begin beginning from du depuis ouverture".split())
_END_RE = regex(r"(date |annee )?(fin|end)\b")
"""How a folded heading begins that names an end: ``date fin travaux``."""


def says_begin(heading: str) -> bool:
    """Tell whether a heading names when something begins: ``Début du mandat``."""
    return bool(_BEGIN & set(re.split(r"[^a-z]+", _plain(heading))))


def listed(headings: Iterable[str]) -> str:
    """Return headings as a sentence lists them: a dozen, each in short.

    >>> listed(["Thème", "Cote"]), listed([])
    ('« Thème », « Cote »', 'aucun')
    """
    some = list(islice(headings, _LISTED + 1))
    lines = (" ".join(text.split()) for text in some[:_LISTED])
    names = (line if len(line) <= 40 else line[:39] + "…" for line in lines)
    return ", ".join(f"« {name} »" for name in names) + (", …" if some[_LISTED:] else "") or "aucun"


_LISTED = 12


def score(headings: list[str]) -> int:
    """Return how much a row of cells looks like the heading row of a chronology; 0 for not.

    A row without a column of periods is none; each recognised column adds its sureness.
    """
    found = [role for text in headings if (role := role_of(text))]
    sure = {role: max(s for r, s in found if r is role) for role in {r for r, _ in found}}
    if not sure.keys() & {Role.PERIOD, Role.YEAR}:
        return 0
    long = sum(len(text) > 60 for text in headings)
    period = max(sure.get(Role.PERIOD, 0), sure.get(Role.YEAR, 0))
    return max(0, 2 * sum(sure.values()) + 2 * period + len(headings) - 3 * long)
