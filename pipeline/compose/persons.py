"""Persons named in a text, as an index has them: ``Gaulle, Charles de``.

Source: the French usage of IFLA’s *Names of persons* and of NF Z44-001: *de* and *d’* stand
behind the first name, *Le*, *La*, *Du* and *Des* in front of the name; *von* and *van* behind.
A street, a school or a town named after somebody is no person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.compose.first_names import DOUBTFUL, FIRST_NAMES, FREQUENT, NO_SURNAMES, WOMEN
from pipeline.compose.no_persons import (
    BORNE,
    behind_a_name,
    is_half,
    is_named_after,
    is_no_name,
    is_thing,
    publishes,
)
from pipeline.compose.person import Person, cased, gender, is_whole, placed
from pipeline.regex import regex

_CAPITAL = r"(?!œ)[^\W\d_a-zß-öø-ÿ]"
"""A capital, nearly: ranges beyond Latin-1 take long to compile. *œ* begins words (*œuvre*)."""
_SMALL = r"[^\W\d_A-ZÀ-ÖØ-Þ]"
_WORD = rf"{_CAPITAL}{_SMALL}+(?:[A-ZÀ-Ý]{_SMALL}+)?"
_DOUBLE = (
    r"(?:Giscard|Barbey|Fabre) d[’'][A-ZÀ-Ý]\w+|Mendès[ \xa0]France|Luther[ \xa0]King"
    r"|Drieu[ \xa0]La[ \xa0]Rochelle"
)
"""Names in two words that many a text has; another second word may be anything."""
_SURNAME = (
    rf"(?:{_DOUBLE}|(?:[DLMNO][’'])?{_WORD}(?:-{_WORD})*"
    r"|(?:[DLMNO][’'])?[^\W\d_a-zß-öø-ÿ]{3,}(?:-[^\W\d_a-zß-öø-ÿ]{2,})*)"
)
_PARTICLE = (
    r"(?:de La |de la |de |d[’']|du |Du |Des |De La |De |Le |La |L[’']|Les |da |dos |das |Da |Dos "
    r"|von der |von dem |von |Von |van der |van den |van de |van |Van der |Van den |Van de |Van "
    r"|zu |Di |Del |Della |El |Ben |Aït |Ait |Ould |Ó |Ní |DE LA |DE |DU |LE |LA |VAN DEN |VAN )"
)
_BLANK = r"[ \xa0]"
_SECOND = rf"-(?!(?:Le|La|Les|L|Un|Une|Des|Du|De)\b){_WORD}"
_END = r"(?![\w-]|[’'](?!s?\b))"
_ALONE = rf"(?!{_BLANK}{_WORD})"
"""No third word with a capital: which of two is the surname would be a guess."""
_WORD_RE = regex(r"[A-ZÀ-ÖØ-ÞŁ](?<![\w-].)\w\w+")
"""What may be a first name."""
_SECOND_RE = regex(rf"{_SECOND}(?![\w-])")
_NEXT_RE = regex(rf"{_BLANK}({_WORD})(?={_BLANK}(?:({_CAPITAL})|{_PARTICLE}{_CAPITAL}))")
"""A second first name, with a surname behind it."""
_SURNAME_RE = regex(rf"{_BLANK}({_PARTICLE}?)({_SURNAME}){_END}{_ALONE}")
_TURNED_RE = regex(rf"(?<![\w-])({_PARTICLE}?)({_SURNAME}){_BLANK}$")
"""A surname in front of a first name: « Mme Dupont Sylvie »."""
_NO_MORE_RE = regex(rf"{_END}(?!{_BLANK}(?:{_PARTICLE})?{_CAPITAL})")
_TITLE_RE = regex(rf"(?<![\w.-])(M\.|Mme|Mlle|Monsieur|Madame|Mademoiselle){_BLANK}$")
_TITLED_RE = regex(
    rf"(?=M)(?<![\w.-])(?<!\bS\.{_BLANK})(M\.|Mme|Mlle){_BLANK}((?:[A-ZÀ-Ý]\.[ \xa0-]?)*)"
    rf"({_PARTICLE}?)({_SURNAME}){_END}(?!(?<=\b[A-Z][a-z])\.){_ALONE}"
)
"""« M. Dupont », « Mme de Staël », « M. J.-B. Say »; not « S. M. Louis XIV », « M. Ch. Dupont »."""
_RULER_RE = regex(r"[ \xa0]([IVX]{2,}|Ier|V|X)(?![\w-])")
_BEFORE_RE = regex(rf"(?<![\w-]){_CAPITAL}\w+$")
"""« Louis XIV », « François Ier »."""
_RULERS = {
    "V": ("Charles", "Henri", "Louis", "Paul", "Pie"),
    "X": ("Charles", "Louis", "Léon", "Pie"),
}
"""Who has a numeral that may as well be an initial."""
_NAMES_OF_RULERS = frozenset(
    """
Albert Alexandre Alphonse Baudouin Benoît Casimir Catherine Charles Christian Clément Édouard
Élisabeth Ferdinand Félix François Frédéric Georges Grégoire Guillaume Gustave Henri Hugues Jacques
Jean Joseph Jules Ladislas Louis Léon Léopold Marie Marcel Martin Maurice Maximilien Michel Napoléon
Nicolas Otton Paul Philippe Pie Pierre Richard Robert Rodolphe Sigismond Théodore Thierry Victor
William
""".split()
)
_SEVERAL_RE = regex(rf"(?=M)(?<![\w-])(MM\.|Mmes|Mlles){_BLANK}")
_MEMBER_RE = regex(rf"({_PARTICLE}?)({_SURNAME}){_END}(,{_BLANK}|{_BLANK}et{_BLANK}|{_ALONE})")
"""« MM. Dupont, Le Bihan et Petit »."""
_GOES_ON_RE = regex(rf"{_BLANK}(?:de |d[’']){_CAPITAL}")
"""« Anne Claude de Pestels de Lévis »: a longer name."""
_ANY = FIRST_NAMES | DOUBTFUL
_JOINED = (" ", "\xa0", "-")
"""What stands between the parts of a name."""
_FIRST_NAMED = 3
"""First names that one person may have."""
_ACRONYM = 5
"""Letters of what is no noble's name: « Sylvie de la CFDT »."""


_LONE = 2
"""Letters of *Ó*, with its blank."""


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
    end = 0
    for match in _WORD_RE.finditer(text):
        start = match.start()
        if match[0] not in _ANY or start < end:
            continue
        end, surname = match.end(), None
        if text[end : end + 1] in _JOINED:
            end = _first_names_end(text, match)
            surname = _SURNAME_RE.match(text, end)
        if surname is None:
            person = _turned(text, start, end)
            end = match.end() if person is None else end
        else:
            person = _person(text, start, surname)
            end = surname.end()
        if person is not None:
            yield person


def _first_names_end(text: str, match: re.Match[str]) -> int:
    """Return where the first names of one person end: « Jean-Marie », « Louis Adolphe Thiers »."""
    end = match.end()
    if text[end] == "-" and (joined := _SECOND_RE.match(text, end)):
        end = joined.end()
    woman = match[0] in WOMEN
    for _ in range(_FIRST_NAMED - 1):
        after = _NEXT_RE.match(text, end)
        if after is None or after[1] not in FIRST_NAMES:
            break
        if after[1] in FREQUENT and (woman or not after[2]):  # « Sylvie Martin de Brest »
            break
        end = after.end()
    return end


def _person(text: str, start: int, match: re.Match[str]) -> Person | None:
    """Return who has a first name and a surname behind it; no street, place or list."""
    particle, surname = match.groups()
    first = text[start : match.start()].replace("\xa0", " ")
    before = text[max(0, start - 48) : start]
    if (
        not _may_be(particle, surname)
        or is_no_name(first)
        or is_thing(particle, surname)
        or behind_a_name(before, surname)
        or is_named_after(before)
    ):
        return None
    form = text[start : match.end()]
    front, behind = placed(particle)
    shown = f"{first} {behind}" if behind else first
    whole = form.replace("'", "’").replace("\xa0", " ")
    if is_whole(whole, behind, surname):
        return Person(whole, "", form, woman=gender(first))
    if (
        (before.endswith(", ") and surname in FIRST_NAMES)
        or (behind and (surname in FIRST_NAMES or _GOES_ON_RE.match(text, match.end())))
        or is_half(text, match.end(), before, first)
        or publishes(text, start, match.end())
        or whole in BORNE
    ):
        return None
    two = not particle and surname in FIRST_NAMES and first.isalpha()
    seldom = not particle and surname in NO_SURNAMES
    if two and seldom and first in FREQUENT:
        return Person(first, surname, form, woman=gender(surname))
    titled = _TITLE_RE.search(before) is not None
    return Person(
        f"{front}{cased(surname)}",
        shown,
        form,
        woman=gender(first),
        doubted=(seldom or first in DOUBTFUL) and not titled,
        turned=two and (seldom or first in FREQUENT or first in DOUBTFUL),
        addressed=titled,
    )


def _turned(text: str, start: int, end: int) -> Person | None:
    """Return who has the surname in front: « Mme Dupont Sylvie »; without a title, in doubt."""
    if text[start - 1 : start] not in _JOINED or not text[start - 2 : start - 1].isalpha():
        return None
    if not _NO_MORE_RE.match(text, end):
        return None
    before = text[max(0, start - 48) : start]
    match = _TURNED_RE.search(before)
    if match is None:
        return None
    particle, surname = match.groups()
    before = before[: match.start()]
    title = _TITLE_RE.search(before)
    first = text[start:end].replace("\xa0", " ")
    woman = gender(first)
    if (
        first in DOUBTFUL
        or not _may_be(particle, surname)
        or behind_a_name(before)
        or is_named_after(before)
    ):
        return None
    if title is not None and woman is (title[1] in ("M.", "Monsieur")):
        return None
    front, behind = placed(particle)
    return Person(
        f"{front}{cased(surname)}",
        f"{first} {behind}" if behind else first,
        match[0] + text[start:end],
        woman=woman,
        doubted=title is None,
    )


def _titled(text: str) -> Iterator[Person]:
    for match in _TITLED_RE.finditer(text):
        title, initials, particle, surname = match.groups()
        named = surname in FIRST_NAMES and _SURNAME_RE.match(text, match.end())
        if named or not _may_be(particle, surname) or publishes(text, match.start(), match.end()):
            continue
        front, behind = placed(particle)
        shown = " ".join(each for each in (initials.strip() or title, behind) if each)
        yield Person(f"{front}{cased(surname)}", shown, match[0], not initials, title != "M.")
    for match in _SEVERAL_RE.finditer(text):
        yield from _several(text, match)


def _several(text: str, match: re.Match[str]) -> Iterator[Person]:
    title = "M." if match[1] == "MM." else match[1][:-1]
    found, end, joined = [], match.end(), ""
    while member := _MEMBER_RE.match(text, end):
        found.append(member)
        end = member.end()
        if not member[3] or "et" in joined:
            break
        joined = member[3]
    if "et" not in joined or member is None or member[3].strip(" \xa0") == "et":
        return
    form = text[match.start() : end].rstrip(", \xa0")
    for particle, surname, _ in (each.groups() for each in found):
        if _may_be(particle, surname):
            front, behind = placed(particle)
            shown = f"{title} {behind}" if behind else title
            yield Person(f"{front}{cased(surname)}", shown, form, True, title != "M.")


def _rulers(text: str) -> Iterator[Person]:
    for match in _RULER_RE.finditer(text):
        first = _BEFORE_RE.search(text, max(0, match.start() - 14), match.start())
        if first is None or first[0] not in _NAMES_OF_RULERS:
            continue
        if first[0] in _RULERS.get(match[1], (first[0],)):
            yield Person(f"{first[0]} {match[1]}", "", first[0] + match[0])


def _may_be(particle: str, surname: str) -> bool:
    """Tell whether a particle and a word with a capital can be a surname."""
    if not surname[0].isupper() or is_no_name(surname):
        return False
    if len(particle) > _LONE and particle.isupper():
        return surname.isupper()
    return not (particle[:1].islower() and surname.isupper() and len(surname) <= _ACRONYM)
