"""What the words beside one say of it: a name, an acronym, another word without its accent."""

from __future__ import annotations

from pipeline.clean.capital_words import (
    CASED,
    CASED_AFTER_ARTICLE,
    CASED_ALONE,
    DEMONYMS,
    NO_NOUNS,
    SHORT,
    SURNAMES_TOO,
)
from pipeline.clean.everyday import ADVERBS, FUNCTION
from pipeline.clean.proper import PLACES_BARE, PLACES_TOO

ARTICLES = frozenset("la le l les une un des du cette ce premiere aux".split())
_BARE = frozenset("de d a à par contre avec chez pour et".split())
"""Behind these a surname or a town needs no article."""
_BUILDING = [
    [work, "de"]
    for work in """restauration travaux toiture reparation reparations chauffage sonorisation
    construction cloches inauguration consecration clocher orgue orgues vitraux parvis
    incendie refection eclairage nettoyage peinture renovation achevement tour cloche
    mobilier electrification reconstruction""".split()
]
"""« LA TOITURE DE L’ÉGLISE » is that of a building."""


def no_acronym(spelled: str) -> bool:
    """Tell whether a word is too long, too usual or too accented to be an acronym."""
    long = len(spelled) > 4 or not spelled.isascii()
    return long or spelled in SHORT or spelled in ADVERBS or spelled in FUNCTION


_OF = ("de", "d", "du", "des", "la", "le", "les", "l")
_COMMUNES = ("commune", "ville", "village", "cite")


def may_name(bare: str, spelled: str, left: list[str], right: str) -> bool:
    """Tell whether a word may name someone or something where it stands."""
    last = left[-1] if left else ""
    if bare in PLACES_TOO:
        return True
    if "maire" in left[-3:] and last in _OF:
        return bare not in _COMMUNES  # « MAIRE DE LA ROCHE »
    if bare in PLACES_BARE:
        return last in ("a", "à", "de", "d", "et", "ville", "pour", "vers", "contre", "")
    if bare == "midi":
        return last != "a" and last != "à"
    content = last.isalpha() and last not in FUNCTION and last not in NO_NOUNS
    if bare in SURNAMES_TOO and (last in _BARE or content):
        return True
    if last in ("les", "aux") and bare[-1] not in "sxz" and spelled not in ADVERBS:
        return True  # « CHEZ LES PETIT »
    if bare == "est":
        return last == "l"
    if bare in CASED_AFTER_ARTICLE:
        return last in ("le", "la", "l", "les") and len(left) == 1
    if bare in CASED_ALONE:
        return right not in ("de", "du", "des", "d")
    if bare == "eglise":
        return left[-3:-1] not in _BUILDING or left[-1] != "l"
    if bare in CASED:
        return True
    return spelled in DEMONYMS and last in ARTICLES


def other_word(bare: str, left: list[str], right: str) -> bool:
    """Tell whether a word of grammar may be another one, its accent missing: ``OU``, ``DES``."""
    last = left[-1] if left else ""
    if bare == "ou":
        return True
    if bare == "des":
        return (
            right in ("le", "la", "l", "les", "un", "une", "son", "sa", "lors", "que") or not right
        )
    if bare == "la":
        return not right or right in FUNCTION or last in ("par", "jusque", "cette", "de-ci")
    if bare == "sur":
        return (
            not right
            or right in ("de", "que")
            or last in ("est", "lieu", "le", "un", "bien", "peu")
        )
    if bare == "du":
        return right in ("a", "au", "aux", "") or last in ("a", "est", "ete")
    if bare == "ne":
        return right in ("en", "a", "au", "le", "la", "a", "")
    if bare in ("notre", "votre"):
        return last in ("le", "la", "les")
    return bare in ("entre", "contre") and (last in ("est", "a", "ete") or not right)
