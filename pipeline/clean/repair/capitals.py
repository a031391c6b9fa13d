"""Accents on capitals: ``REGIONALISATION``, ``Etat``; a name without them stays a name.

Capitals take accents (*Lexique* of the Imprimerie nationale, *Accentuation*).  Where the
capital is that of a sentence or heading, the word is a plain one.  In mid-sentence it may be
a name (the programme *Evolution*): there an article, a known institution or a known
place must tell that it is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.capital_lines import heading_end
from pipeline.clean.everyday import FUNCTION, INSTITUTIONS, PEOPLE, SHORT_ACCENTED, USUAL
from pipeline.clean.gazetteer import accented_name
from pipeline.clean.lexicon import Lexicon, plain
from pipeline.clean.repair.two_forms import is_noun, ordered
from pipeline.clean.rule import Edit
from pipeline.regex import regex

_CAPITALISED_RE = regex(
    r"(?<![\w.])[A-Z][A-Za-z]{3,}(?![\w.@])|(?<![\w.])[A-Z][A-Za-z]{3,}(?=\.\s|\.$)"
)
_NAMED_RE = regex(r"(?:\b(?:M|MM|Mme|Mmes|Mlle|Dr)\.?|\b([A-ZÀ-Ý][a-zà-ÿ]+))[ -]$")
"""A title or a capitalised word, before a surname in capitals."""
_OPENING_RE = regex(
    r"(?:^|\n|•|:|(?<!\bM)(?<!\bMM)(?<!\bDr)(?<!\bSt)[.!?…][»\")]*(?=\s))[ \t]*(?:[-–—*•] ?)?$"
)
"""What stands before the first word of a sentence, an item or what follows a label."""
_DETERMINER_RE = regex(
    r"(?:\bl[’'´] ?|\b(?:les|des|aux|ces|cette|une?|leurs?|s(?:a|on|es)|nos|notre|vos|votre"
    r"|chaque|toutes?|plusieurs|autres?|grandes?|premi(?:er|ère)s?)\s)$",
    re.IGNORECASE,
)
"""What stands before a word of the language, and not before a bare name."""
_BESIDE_RE = regex(r"([^\W\d_]+)[ ’'-]*$")
_AFTER_RE = regex(r"[ ’'-]*([^\W\d_]+)")
_PLAIN_ENDINGS = (
    "ité", "ités", "tion", "tions", "ance", "ances", "ence", "ences", "isme", "ismes",
)  # fmt: skip
"""Endings of plain words, which surnames do not have."""
_LONG = 7
_LONGER = 9
_NO_HEADING = 300
"""Letters of a line that is no heading."""
_PEOPLE = {
    cased(plain(word) + ending): cased(word + ending)
    for word in PEOPLE
    for ending in ("", "s")
    for cased in (str.lower, str.upper)
}
_WORD_AT_RE = regex(r"[\w’-]+")
_ONE_RE = regex(r"\b(?:une?|le|la|du|au|chaque|ce|cette|son|sa|tout|nouveau)\s$", re.IGNORECASE)
_SEVERAL_RE = regex(
    r"\b(?:les|des|aux|ces|ses|leurs|nos|vos|certains|plusieurs|tous|deux|quelques|nouveaux)\s$",
    re.IGNORECASE,
)


class Capitals:
    """The rules for words in capitals, or with one; each is a pure function of the letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self._lexicon = lexicon
        present = tuple(form for form in _PEOPLE if lexicon.stands(form))
        self._people = re.compile("|".join(present)) if present else None
        self._last: tuple[str, list[tuple[re.Match[str], str, bool]]] = ("", [])

    def accents(self, text: str) -> Iterator[Edit]:
        """Set the accents of plain words in capitals, or with one.

        >>> from pipeline.clean.rule import apply
        >>> apply(Capitals(Lexicon([])).accents, "Etude du programme Evolution pour l'Etat")
        "Étude du programme Evolution pour l'État"
        """
        for match, spelled, sure in self._found(text):
            if sure:
                yield Edit(*match.span(), spelled)

    def doubts(self, text: str) -> Iterator[Edit]:
        """Propose the accent where the word may be a name.

        >>> list(Capitals(Lexicon([])).doubts("le programme Evolution"))
        [Edit(start=13, end=22, replacement='Évolution', raised=False)]
        """
        for match, spelled, sure in self._found(text):
            if not sure:
                yield Edit(*match.span(), spelled)

    def people(self, text: str) -> Iterator[Edit]:
        """Set the accent of nouns that a verb is spelt like without it: ``les salaries``.

        After an article no verb can stand; in capitals none in -ES does.

        >>> from pipeline.clean.rule import apply
        >>> text = "FORMATION DES SALARIES ; un salarie et les delegues. Tu salaries."
        >>> apply(Capitals(Lexicon([text])).people, text)
        'FORMATION DES SALARIÉS ; un salarié et les délégués. Tu salaries.'
        """
        for match in self._people.finditer(text) if self._people else ():
            word = _WORD_AT_RE.match(text, match.start())
            before = text[max(0, match.start() - 12) : match.start()]
            if word is None or word[0] not in _PEOPLE or before[-1:].isalnum():
                continue
            several = word[0][-1] in "sS"
            named = (_SEVERAL_RE if several else _ONE_RE).search(before)
            if named or (several and word[0].isupper()):
                yield Edit(*word.span(), _PEOPLE[word[0]])

    def _found(self, text: str) -> list[tuple[re.Match[str], str, bool]]:
        """Return the words without their accents; the last text is kept for the next rule."""
        if self._last[0] != text:
            self._last = (text, list(self._find(text)))
        return self._last[1]

    def _find(self, text: str) -> Iterator[tuple[re.Match[str], str, bool]]:
        for match in _CAPITALISED_RE.finditer(text):
            word = match[0]
            if word in self._lexicon.names:
                continue
            known = None if word.isupper() else accented_name(word)
            if known is not None:
                yield match, known, True
                continue
            accented = self._lexicon.accented(word)
            if accented is None or self._lexicon.participle(word.lower(), accented):
                continue
            if word.isupper():
                if not self._surname(text[max(0, match.start() - 30) : match.start()], accented):
                    sure = self._in_heading(text, match) or self._plain_word(accented)
                    sure = sure and self._alone(word, accented)
                    if sure or not self._own_name(word, accented):
                        yield match, accented.upper(), sure
            elif self._may_accent(text, match, accented):
                sure = _in_sentence(text, match, accented) and self._alone(word, accented)
                yield match, accented.capitalize(), sure

    def _own_name(self, word: str, accented: str) -> bool:
        """Tell whether a document writes a word so again and again, and never otherwise."""
        return self._lexicon.stands(word, 3) and not self._lexicon.stands(accented)

    def _alone(self, word: str, accented: str) -> bool:
        """Tell whether no other word is spelt so: ``MARCHE`` is one, ``ARRETE`` may be two.

        The document having one of them does not tell which is meant here.
        """
        small = word.lower()
        if accented in SHORT_ACCENTED and not accented.startswith("côt"):
            return word.isupper() or accented != "élève"
        if self._lexicon.listed(small):
            return len(word) >= _LONG and accented.removesuffix("s")[-1] != "é"
        pair = ordered(self._lexicon.accents(small))
        return pair is None or is_noun(pair, self._lexicon)

    def _may_accent(self, text: str, match: re.Match[str], accented: str) -> bool:
        """Tell whether a word with a capital can be a plain one at all."""
        if _differs_inside(match[0], accented) and not self._opens(text, match):
            return False
        return not self._lexicon.foreign_beside(text, *match.span())

    def _surname(self, before: str, accented: str) -> bool:
        """Tell whether a word in capitals follows a title or a first name: ``Paul LEGER``."""
        match = _NAMED_RE.search(before)
        if match is None or self._lexicon.stands(accented):
            return False
        return match[1] is None or match[1].lower() not in FUNCTION

    def _in_heading(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether the words beside are in capitals too, or the line is a heading."""
        line = max(text.rfind("\n", 0, match.start()) + 1, match.start() - _NO_HEADING)
        end = text.find("\n", match.end(), match.end() + _NO_HEADING)
        whole = text[line : end if end >= 0 else match.end() + _NO_HEADING]
        if len(whole) < _NO_HEADING and match.end() - line <= heading_end(whole):
            return True
        before = _BESIDE_RE.search(text[max(line, match.start() - 40) : match.start()])
        after = _AFTER_RE.match(whole, match.end() - line)
        beside = [each[1] for each in (before, after) if each]
        capitals = [each for each in beside if each.isupper() and len(each) > 1]
        # an acronym beside, as in « RETIF - INHA », is no heading
        return not beside or any(self._lexicon.listed(each.lower()) for each in capitals)

    def _plain_word(self, accented: str) -> bool:
        return (
            accented in USUAL
            or self._lexicon.stands(accented)
            or len(accented) >= _LONGER
            or accented.endswith(_PLAIN_ENDINGS)
        )

    def _opens(self, text: str, match: re.Match[str]) -> bool:
        """Tell whether a capital is that of the sentence, not of a name."""
        word = match[0]
        return (
            len(word) >= _LONG
            and word[1:].islower()
            and self._lexicon.stands(word)
            and not self._lexicon.stands(word, 2)
            and _opens_sentence(text, match.start())
        )


def _differs_inside(word: str, accented: str) -> bool:
    """A capitalised word may be a name: only its first letter takes an accent by itself."""
    return word[1:].lower() != accented[1:]


def _opens_sentence(text: str, start: int) -> bool:
    return _OPENING_RE.search(text[max(0, start - 12) : start]) is not None and (
        start > 12 or _OPENING_RE.search(text[:start]) is not None
    )


def _in_sentence(text: str, match: re.Match[str], accented: str) -> bool:
    """Tell whether a capitalised word is surely no name, where it stands."""
    if accented in INSTITUTIONS or _opens_sentence(text, match.start()):
        return True
    return _DETERMINER_RE.search(text[max(0, match.start() - 16) : match.start()]) is not None
