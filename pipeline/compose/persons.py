"""Persons named in a text, as an index has them: ``Gaulle, Charles de``.

Source: the French usage of IFLA’s *Names of persons* and of NF Z44-001: *de* and *d’* stand
behind the first name, *Le*, *La*, *Du* and *Des* in front of the name; *von* and *van* behind.
A street, a school or a town named after somebody is no person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.regex import regex

_WOMEN = """
Adèle Agathe Agnès Alice Amélie Andrée Annette Annick Annie Anne Arlette Aurélie Béatrice Bernadette
Berthe Brigitte Catherine Cécile Céline Chantal Charlotte Christiane Christine Clotilde Claudine
Colette Corinne Danielle Denise Édith Edith Élise Élisabeth Elisabeth Eugénie Fernande Florence
Françoise Geneviève Georgette Germaine Ginette Gisèle Hélène Henriette Isabelle Jacqueline Jeanne
Jeannine Josette Juliette Laurence Louise Lucie Lucienne Madeleine Marcelle Marguerite Marie
Marthe Martine Mathilde Michèle Monique Nathalie Nicole Odette Odile Paulette Pauline Raymonde
Renée Simone Solange Sophie Suzanne Sylvie Thérèse Valérie Véronique Virginie Yvette Yvonne
""".split()
_MEN = """
Adolphe Adrien Alain Albert Alexandre Alexis Alfred Alphonse Anatole André Antoine Armand Arnaud
Arthur Auguste Augustin Benoît Bernard Bertrand Bruno Charles Christian Christophe Daniel David
Denis Didier Edgar Edmond Edouard Édouard Emile Émile Emmanuel Éric Ernest Etienne Étienne Eugène
Fabrice Félix Ferdinand Fernand Francis Franck François Frédéric Gabriel Gaston Georges Gérard
Gilbert Gilles Guillaume Gustave Guy Henri Hervé Hippolyte Honoré Hubert Hugues Ignace Jacques Jean
Jérôme Joachim Joël Joseph Jules Julien Laurent Léon Louis Luc Lucien Marc Marcel Martin Mathieu
Maurice Max Michel Nicolas Octave Olivier Otto Pascal Patrice Patrick Paul Philippe Pierre Raoul
Raymond Régis Rémi Rémy Renaud René Richard Robert Roger Roland Sébastien Serge Stéphane Théodore
Théophile Thierry Thomas Valéry Victor Vincent William Xavier Yves
""".split()
_EITHER = "Camille Claude Dominique".split()
_WORD = r"[A-ZÀ-Ý][a-zà-ÿœ]+(?:[A-ZÀ-Ý][a-zà-ÿœ]+)?"
_DOUBLE = (
    r"(?:Giscard|Barbey|Fabre) d[’'][A-ZÀ-Ý]\w+|Mendès[ \xa0]France|Luther[ \xa0]King"
    r"|Drieu[ \xa0]La[ \xa0]Rochelle"
)
"""Names in two words that many a text has; another second word may be anything."""
_SURNAME = rf"(?:{_DOUBLE}|{_WORD}(?:-{_WORD})*|[A-ZÀ-Ý]{{3,}}(?:-[A-ZÀ-Ý]{{2,}})*)"
_PARTICLE = (
    r"(?:de La |de la |de |d[’']|du |Du |Des |Le |La |L[’']|Les |von der |von dem |von |Von |zu "
    r"|van der |van den |van de |van |Van der |Van den |Van )"
)
_BLANK = r"[ \xa0]"
_FIRST = rf"(?:{'|'.join(sorted((*_WOMEN, *_MEN, *_EITHER), key=len, reverse=True))})"
_SECOND = rf"(?!(?:Le|La|Les|L|Un|Une|Des|Du|De)\b){_WORD}"
_FIRST_NAME = rf"{_FIRST}(?:-{_SECOND}|{_BLANK}{_FIRST}(?={_BLANK}[A-ZÀ-Ýdvz]))?"
_END = r"(?![\w-]|[’'](?!s?\b))"
_ALONE = rf"(?!{_BLANK}{_WORD})"
"""No third word with a capital: which of two is the surname would be a guess."""
_PERSON_RE = regex(
    rf"(?=[A-ZÀ-Ý])(?<![\w-])({_FIRST_NAME}){_BLANK}({_PARTICLE}?)({_SURNAME}){_END}{_ALONE}"
)
"""« Gérard Delfau », « Jean-Baptiste Clément », « Jean de La Fontaine »."""
_TITLED_RE = regex(
    rf"(?=M)(?<![\w.-])(?<!\bS\.{_BLANK})(M\.|Mme|Mlle){_BLANK}((?:[A-ZÀ-Ý]\.[ \xa0-]?)*)"
    rf"({_PARTICLE}?)({_SURNAME}){_END}(?!(?<=\b[A-Z][a-z])\.){_ALONE}"
)
"""« M. Dupont », « Mme de Staël », « M. J.-B. Say »; not « S. M. Louis XIV », « M. Ch. Dupont »."""
_PUBLISHER_RE = regex(r",[ \xa0](?:1[4-9]|20)\d\d\b")
"""What follows a publisher: « Paris : Armand Colin, 1940 »."""
_FIRST_NAMED_RE = regex(rf"{_FIRST_NAME}{_BLANK}{_PARTICLE}{_WORD}")
_RULER_RE = regex(r"[ \xa0]([IVX]{2,}|Ier|V|X)(?![\w-])")
_BEFORE_RE = regex(rf"(?<![\w-]){_FIRST}$")
"""« Louis XIV », « François Ier »."""
_RULERS = {"V": ("Charles", "Henri", "Louis", "Paul"), "X": ("Charles", "Louis", "Léon")}
"""Who has a numeral that may as well be an initial."""
_SEVERAL_RE = regex(
    rf"(?<![\w-])MM\.{_BLANK}({_SURNAME}(?:,{_BLANK}{_SURNAME})*{_BLANK}et{_BLANK}{_SURNAME}){_END}{_ALONE}"
)
"""« MM. Dupont, Durand et Petit »."""
_NUMERAL_RE = regex(r"[IVXLCDM]+|Ier|I[eè]re")
_NAMED_AFTER_RE = regex(
    r"\b(?:rue|avenue|av\.|boulevard|bd|place|quai|square|impasse|allée|cours|pont|stade|gymnase|lycée"
    r"|collège|école|groupe|hôpital|clinique|centre|foyer|résidence|théâtre|salle|espace|parc|port"
    r"|bibliothèque|médiathèque|prix|fondation|institut|cité|université|station|métro|gare|aéroport"
    r"|association|amicale|maison|complexe|piscine|crèche|musée|caserne"
    r"|saint|sainte|ste?\.?|lake|fort|mount|cape|île)"
    r"(?:[ \xa0](?:publi(?:c|que)|privée?|(?:mater|profession)nel(?:le)?|(?:élément|prim|scol)aire"
    r"|techni(?:que|cien)|agricole|polyvalente?|cultur\w+|sporti(?:f|ve)|soci\w+|hospital\w+"
    r"|(?:municip|commun|département|région|nation)ale?|des fêtes|des sports|de retraite)){0,2}"
    r"[ \xa0-](?:de |du |des |de la |d[’'])?$",
    re.IGNORECASE,
)
"""What is named after somebody, or a saint."""
_PLACES = frozenset(
    """City County Town River Bay Island Islands Creek Courthouse House Street Road Station
    Junction Bridge Landing Point Hill Heights Mountain Valley Springs Church Mills Lake
    Hotel Ville""".split()
)
"""What makes a place of a first name: ``Charles City``."""
_NO_NAMES = frozenset(
    """Président Présidente Maire Ministre Directeur Directrice Préfet Le La Les Un Une Des Du De En
    Pour Par Dans Sur Sous Avec Sans Il Elle Ils Elles On Nous Vous Ce Cet Cette Ces Son Sa Ses Leur
    Leurs Mais Et Ou Où Qui Que Aux Au Après Avant Depuis Première Premier Deuxième Troisième
    Quatrième Cinquième Sixième Ange Michel-Ange""".split()
)
_AS_NAMED = frozenset(("Jeanne d’Arc", "François d’Assise", "Vincent de Paul"))
"""Persons whose second name is no surname."""
_KEPT = ("du", "le", "la", "l’", "les", "des")
"""Particles that stand in front of a French name; those with a capital always do."""


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


def persons(text: str) -> Iterator[Person]:
    """Yield the persons of a text, those with a first name or a title.

    >>> [each.term for each in persons("Charles de Gaulle, Joachim du Bellay ; rue Jean Zay")]
    ['Gaulle, Charles de', 'Du Bellay, Joachim']
    """
    yield from _with_first_name(text)
    if "M" in text:
        yield from _titled(text)
    yield from _rulers(text)


def _with_first_name(text: str) -> Iterator[Person]:
    for match in _PERSON_RE.finditer(text):
        first, particle, surname = match.groups()
        if not _is_person(text, match):
            continue
        before, behind = _placed(particle)
        shown = f"{first} {behind}" if behind else first
        whole = f"{first} {particle}{surname}".replace("'", "’")
        if whole in _AS_NAMED:
            before, surname, shown = "", whole, ""
        yield Person(f"{before}{_cased(surname)}", shown, match[0], woman=_gender(first))


def _titled(text: str) -> Iterator[Person]:
    for match in _TITLED_RE.finditer(text):
        title, initials, particle, surname = match.groups()
        first_name = _FIRST_NAMED_RE.match(text, match.start(4)) is not None
        if surname in _NO_NAMES or first_name or _publishes(text, match):
            continue
        before, behind = _placed(particle)
        shown = " ".join(each for each in (initials.strip() or title, behind) if each)
        yield Person(f"{before}{_cased(surname)}", shown, match[0], not initials, title != "M.")
    for match in _SEVERAL_RE.finditer(text) if "MM." in text else ():
        for surname in re.findall(_SURNAME, match[1]):
            yield Person(_cased(surname), "M.", match[0], titled=True, woman=False)


def _rulers(text: str) -> Iterator[Person]:
    for match in _RULER_RE.finditer(text):
        first = _BEFORE_RE.search(text, max(0, match.start() - 14), match.start())
        if first is not None and first[0] in _RULERS.get(match[1], (first[0],)):
            yield Person(f"{first[0]} {match[1]}", "", first[0] + match[0])


def _is_person(text: str, match: re.Match[str]) -> bool:
    """Tell whether a first name and what follows are a person, no street, place or list."""
    first, _, surname = match.groups()
    parts = {*first.split(), *surname.split()}
    if parts & (_PLACES | _NO_NAMES) or _NUMERAL_RE.fullmatch(surname):
        return False
    before = text[max(0, match.start() - 48) : match.start()]
    turned = before.endswith(", ") and re.fullmatch(_FIRST, surname) is not None
    if turned or _publishes(text, match):
        return False
    return _NAMED_AFTER_RE.search(before) is None


def _publishes(text: str, match: re.Match[str]) -> bool:
    """Tell whether a name is that of a publisher, between a place and a year."""
    place = text[max(0, match.start() - 2) : match.start()].rstrip(" \xa0").endswith(":")
    return place and _PUBLISHER_RE.match(text, match.end()) is not None


def _placed(particle: str) -> tuple[str, str]:
    """Return what stands in front of a name, and what stands behind the first name.

    >>> _placed("de La "), _placed("du "), _placed("van der "), _placed("d’"), _placed("Van ")
    (('La ', 'de'), ('Du ', ''), ('', 'van der'), ('', 'd’'), ('Van ', ''))
    """
    word = particle.strip().replace("'", "’")
    if word.lower().startswith("de la"):
        return f"{word[3:].capitalize()} ", "de"
    if word.lower() in _KEPT or word[:1].isupper():
        return word[0].upper() + word[1:] + ("" if word.endswith("’") else " "), ""
    return "", word


def _cased(surname: str) -> str:
    """Return a surname in capitals as a line of the index has it.

    >>> _cased("LEVY-DUPONT"), _cased("Dupont")
    ('Levy-Dupont', 'Dupont')
    """
    return surname.title() if surname.isupper() else surname


def _gender(first: str) -> bool | None:
    word = re.split(r"[-\s]", first)[0]
    return None if word in _EITHER else word in _WOMEN
