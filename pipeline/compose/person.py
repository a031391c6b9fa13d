"""A person as a line of the index: what stands in front, what behind the first name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.compose.first_names import DOUBTFUL, EITHER, WOMEN

_KEPT = ("du", "le", "la", "l’", "les", "des")
"""Particles that stand in front of a French name; those with a capital always do."""
_LANDS = frozenset(
    """Angleterre Aragon Autriche Bavière Belgique Bohême Bourgogne Bretagne Castille Danemark
    Écosse Espagne Flandre France Grèce Hongrie Lorraine Monaco Navarre Norvège Orléans Pologne
    Portugal Prusse Roumanie Russie Savoie Suède Valois""".split()
)
"""What is no surname: « Anne d’Autriche », « Léopold de Belgique »."""
_AS_NAMED = frozenset(
    (
        "Catherine de Médicis",
        "François d’Assise",
        "Jeanne d’Arc",
        "Léonard de Vinci",
        "Marie de Médicis",
        "Thérèse d’Avila",
        "Thomas d’Aquin",
        "Vincent de Paul",
    )
)
"""Persons whose second name is no surname."""


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in a text."""

    surname: str
    """With what stands in front of it in the index: ``La Fontaine``."""
    first: str
    """First name and what follows it: ``Jean de``; or a title: ``M.``."""
    form: str
    """As the text has it."""
    titled: bool = False
    """Only a title is known, no first name."""
    woman: bool | None = None
    doubted: bool = False
    """Somebody only where the surname stands elsewhere too: ``Dupont Sylvie``, ``Rose Dupont``."""
    addressed: bool = False
    """A title stands in front of the first name."""
    turned: bool = False
    """The first name may be the surname: ``Hervé Martin``, ``Martin Hervé``."""

    @property
    def term(self) -> str:
        """The line of the index.

        >>> Person("La Fontaine", "Jean de", "Jean de La Fontaine").term
        'La Fontaine, Jean de'
        >>> Person("Dupont", "M.", "M. Dupont", titled=True).term
        'Dupont (M.)'
        """
        if not self.first:
            return self.surname
        return f"{self.surname} ({self.first})" if self.titled else f"{self.surname}, {self.first}"


def is_whole(whole: str, behind: str, surname: str) -> bool:
    """Tell whether somebody is filed as named: « Léonard de Vinci », « Anne d’Autriche ».

    >>> is_whole("Anne d’Autriche", "d’", "Autriche"), is_whole("Guy de Lussac", "de", "Lussac")
    (True, False)
    """
    return behind in ("de", "d’") and (whole in _AS_NAMED or surname in _LANDS)


def placed(particle: str) -> tuple[str, str]:
    """Return what stands in front of a name, and what stands behind the first name.

    >>> placed("de La "), placed("du "), placed("van der "), placed("d’"), placed("Van ")
    (('La ', 'de'), ('Du ', ''), ('', 'van der'), ('', 'd’'), ('Van ', ''))
    >>> placed("LE "), placed("DE "), placed("Ó ")
    (('Le ', ''), ('', 'de'), ('Ó ', ''))
    """
    word = particle.strip().replace("'", "’")
    if len(word) > 1 and word.isupper():
        word = word.lower()
    if word[:1].isupper():
        return word + ("" if word.endswith("’") else " "), ""
    if word.lower().startswith("de la"):
        return f"{word[3:].capitalize()} ", "de"
    if word in _KEPT:
        return word[0].upper() + word[1:] + ("" if word.endswith("’") else " "), ""
    return "", word


def cased(surname: str) -> str:
    """Return a surname as a line of the index has it, that is typed in capitals too.

    >>> cased("LEVY-DUPONT"), cased("Dupont"), cased("N'Diaye")
    ('Levy-Dupont', 'Dupont', 'N’Diaye')
    """
    surname = surname.replace("'", "’")
    return surname.title() if surname.isupper() else surname


def gender(first: str) -> bool | None:
    """Tell whether a first name is a woman's; ``None`` where it may be anybody's.

    >>> gender("Anne-Marie"), gender("Louis Adolphe"), gender("Claude")
    (True, False, None)
    """
    word = re.split(r"[-\s]", first)[0]
    return None if word in EITHER or word in DOUBTFUL else word in WOMEN
