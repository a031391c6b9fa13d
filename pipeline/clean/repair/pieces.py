"""Words in pieces or run together: cut at a line's end, split by a blank, joined."""

from __future__ import annotations

from collections.abc import Iterator

from pipeline.clean.everyday import ADVERBS, FUNCTION, USUAL
from pipeline.clean.lexicon import Lexicon
from pipeline.clean.repair.doubled import undoubled
from pipeline.clean.repair.shapes import candidates
from pipeline.clean.rule import Edit
from pipeline.regex import regex

_CUT_RE = regex(r"(?<![\w-])([^\W\d_]{2,})(- ?\n ?|[-\xad] ?\n ?|- )([a-zà-ÿœ]{2,})(?![\w-])")
"""A word cut by a hyphen: at a line's end, or where a line's end was lost."""
_COMPOUND_RE = regex(
    r"(?<![\w-])(?:(?:[^\W\d_]+-)+[^\W\d_]+(-[ ]?\n[ ]?)(?=[^\W\d_])"
    r"|[^\W\d_]{2,}(-\n)(?=[A-ZÀ-ÝŒ]))"
)
"""A compound cut at its second hyphen, or before a name: ``arc-en-⏎ciel``, ``Sainte-⏎Anne``."""
_PAIR_RE = regex(r"(?<![\w.@/-])([a-zà-ÿœ]{2,})( )(?=([a-zà-ÿœ]{2,})(?![\w’'@/-]|\.\w))")
"""Two small words and the blank between them."""
_PIECE_RE = regex(r"[a-zà-ÿœ]{2,}")
_ELIDED_RE = regex(r"(?<![\w-])[a-zà-ÿœ]{5,}(?=[’'][a-zà-ÿœ])")
_SMALL_RE = regex(r"(?<![\w’'.@/-])[a-zà-ÿœ]{4,30}(?![\w’'@/-]|\.\w)")
_FIRST = frozenset(
    "les une aux dans avec pour qui que cette leurs nous vous est sont ces mais".split()
)
"""Small words that no word of French begins with by composition."""
_BEGINS = frozenset(
    """entre sur sous contre par avant après non bien mal hors outre en sans plus moins peu
    trop tant deux trois quatre cinq six sept huit dix cent mille co si re in ex où ou or ni
    à y a m l s d t n j c qu hui""".split()
)
"""Small words that begin words by composition, or are too short to tell."""
_ENDS = frozenset(
    """le les elle elles et en on un il ils or ou où si te tes se ce me mes ma sa son ton ne ni ci
    là tel telle tels telles leur leurs ta tu je y a à m l s d t n j c qu ses nul nulle hui six dix
    or ans on us as""".split()
)
"""Small words that end words by inflection, or are too short to tell."""
_ARTICLES = frozenset("la le les des un une ce ces sa son ses leur leurs".split())
_BEFORE_ARTICLES = frozenset(
    """dans pour avec sont nous vous mais sans chez vers comme tout tous toute toutes qui que par
    après entre depuis malgré contre selon sous ont est et""".split()
)
_COMBINING = frozenset(
    """auto photo vidéo radio micro mini macro multi poly électro hydro agro cyber télé ciné moto
    vélo infra supra ultra extra inter intra contre entre outre sous arrière avant mono stéréo
    socio psycho ethno techno chrono thermo porte garde passe haut bien pseudo semi demi""".split()
)
"""What words are made with, without a hyphen."""
_ELISIONS = ("qu", "d", "l", "n", "s", "c", "j", "m", "t")
_ELIDED_WORDS = frozenset(
    "lorsqu puisqu jusqu presqu quelqu quoiqu entr grand aujourd prud main quelqu’".split()
)
_SMALL_WORDS = FUNCTION | ADVERBS
RUN_TOGETHER = {
    "dela": "de la", "etla": "et la", "etle": "et le", "etles": "et les", "etdes": "et des",
    "surla": "sur la", "surle": "sur le", "surles": "sur les",
}  # fmt: skip
"""Small words run together that look like a misread word."""
_LIKE_ENDINGS = frozenset(
    """raient seraient serait sera sait saient tant tait tais tons tard nées elle elles ages uses
    aille ailles liste listes mètre mètres soir sien sienne siens siennes lisait lisaient""".split()
)
"""Words that verbs, adjectives and nouns end like: ``hydrolyseraient``, ``jurassiennes``."""
_SHORTEST = 4
_LONG = 6
_VOWELS = "aeiouyhàâéèêëîïôûùœ"
_LEADING = frozenset("de des du en un ce au et".split())
_FOLLOWING = frozenset("de des du dans pour par sur avec et qui que aux une un chez".split())
"""Small words that no word of French ends with, where the rest is a word of six letters."""
_AFTER_INFINITIVE = frozenset("les la le des une un ses son leur leurs aux du".split())
"""What an infinitive is followed by."""


class Pieces:
    """The rules that need to know the whole of a word; each is a pure function of the letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon."""
        self._lexicon = lexicon
        self._joints: dict[str, str | None] = {}
        self._fine: set[str] = set()
        self._last: tuple[str, set[str]] = ("", set())

    def cut_words(self, text: str) -> Iterator[Edit]:
        """Join a word cut by a hyphen, or keep the hyphen of a compound (``french.md`` 4.1)."""
        if "- " not in text and "-\n" not in text and "\xad" not in text:
            return
        for match in _COMPOUND_RE.finditer(text):
            yield Edit(*match.span(match.lastindex or 0), "-")
        for match in _CUT_RE.finditer(text):
            one, between, two = match.groups()
            joined = one + two
            whole = self._lexicon.listed(joined)
            if "\n" not in between:
                pieces = self._lexicon.listed(one) and self._lexicon.listed(two)
                if whole and not pieces:
                    yield Edit(*match.span(2), "")
            elif not self._lexicon.listed(f"{one}-{two}") and (whole or not self._part(two)):
                yield Edit(*match.span(2), "")
            else:
                yield Edit(*match.span(2), "-")

    def _part(self, word: str) -> bool:
        """Tell whether a word can be the second part of a compound."""
        return self._lexicon.known(word) or bool(self._lexicon.accents(word))

    def split_words(self, text: str) -> Iterator[Edit]:
        """Join two pieces of which one at least is no word, where the whole is one."""
        odd = self._odd(text)
        if not odd:
            return
        at = 0
        for match in _PAIR_RE.finditer(text):
            one, two = match[1], match[3]
            if match.start() < at or (one not in odd and two not in odd):
                continue
            lonely = min((one, two), key=len)
            if len(lonely) < 3 and not {one, two} <= odd:
                continue
            if len(one) + len(two) > _SHORTEST and self._is_one(one, two):
                at = match.end() + len(two)
                yield Edit(match.start(), at, one + two)

    def _odd(self, text: str) -> set[str]:
        """Return the small words of a text that may be a piece of a word, or several."""
        if self._last[0] != text:
            fresh = set(_PIECE_RE.findall(text)) - self._fine
            odd = {word for word in fresh if not self._whole(word)}
            self._fine |= fresh - odd
            self._last = (text, odd)
        return self._last[1]

    def _whole(self, word: str) -> bool:
        return self._lexicon.known(word) and (len(word) > 2 or word in _TWO_LETTERS)

    def _is_one(self, one: str, two: str) -> bool:
        lexicon = self._lexicon
        if not lexicon.stands(f"{one}{two}") and len(one) + len(two) < 7:
            return False
        return lexicon.listed_small(one + two)

    def joined_words(self, text: str) -> Iterator[Edit]:
        """Part two words run together, which can be parted at one place only."""
        odd = self._odd(text)
        if not odd:
            return
        for match in _SMALL_RE.finditer(text):
            word = match[0]
            if word not in odd:
                continue
            if word not in self._joints:
                self._joints[word] = self._parted(word)
            parted = self._joints[word]
            if parted is not None:
                yield Edit(*match.span(), parted)

    def _parted(self, word: str) -> str | None:
        """Return a word run together as two: a small word and another."""
        lexicon = self._lexicon
        if word in RUN_TOGETHER:
            return RUN_TOGETHER[word]
        if lexicon.known(word) or lexicon.accents(word) or lexicon.foreign(word):
            return None
        if candidates(word, lexicon) or undoubled(word, lexicon):
            return None
        if word[-1] == "à" and len(word) > _SHORTEST and lexicon.listed_small(word[:-1]):
            return f"{word[:-1]} à"
        halves = [(word[:place], word[place:]) for place in range(2, len(word) - 1)]
        found = [
            f"{one} {two}"
            for one, two in halves
            if lexicon.listed_small(one) and lexicon.listed_small(two) and self._two(one, two)
        ]
        if not found:
            found = [f"{one} {two}" for one, two in halves if self._two_long(one, two)]
        return found[0] if len(found) == 1 else None

    def _two_long(self, one: str, two: str) -> bool:
        """Tell whether two halves are words of their own, one of them used here or by all."""
        short, lexicon = min(len(one), len(two)), self._lexicon
        combines = one in _COMBINING or one[-1] == "o" or two in _LIKE_ENDINGS
        if short < _SHORTEST or combines:
            return False
        used = self._used(one), self._used(two)
        if not (all(used) or (short >= _LONG and any(used))):
            return False
        return lexicon.listed_small(one) and lexicon.listed_small(two)

    def _two(self, one: str, two: str) -> bool:
        """Tell whether two halves are words that were written apart."""
        if one in _BEFORE_ARTICLES and two in _ARTICLES:
            return True
        if one in ("la", "le") and len(two) >= _LONG and two[0] not in _VOWELS:
            return True
        if one in _LEADING and len(two) >= _LONG and self._used(two):
            return True
        if two in _FOLLOWING and len(one) + len(two) >= _LONG + 2 and self._used(one):
            return True
        if two in _AFTER_INFINITIVE and len(one) > _SHORTEST and one.endswith(("er", "ir", "re")):
            return True
        if one in _FIRST and len(two) >= _SHORTEST and not self._inflected(one + two):
            return True
        if one in _SMALL_WORDS - _BEGINS and self._used(two):
            return True
        return two in _SMALL_WORDS - _ENDS and self._used(one)

    def _used(self, word: str) -> bool:
        """Tell whether the document or everybody has a word, so that it may be one half."""
        return len(word) >= _SHORTEST and (word in USUAL or self._lexicon.stands(word))

    def _inflected(self, word: str) -> bool:
        """Tell whether a word is the plural of a known one."""
        return self._lexicon.listed_small(word.removesuffix("s"))

    def elisions(self, text: str) -> Iterator[Edit]:
        """Part an elision from the word that it was run together with: ``chantierd’insertion``.

        >>> from pipeline.clean.rule import apply
        >>> apply(Pieces(Lexicon([])).elisions, "un chantierd'insertion aujourd'hui, lorsqu'il")
        "un chantier d'insertion aujourd'hui, lorsqu'il"
        """
        for match in _ELIDED_RE.finditer(text):
            word = match[0]
            if word in _ELIDED_WORDS or self._lexicon.known(word):
                continue
            for elision in _ELISIONS:
                stem = word.removesuffix(elision)
                if stem != word and len(stem) >= _SHORTEST and self._lexicon.listed_small(stem):
                    yield Edit(match.start() + len(stem), match.start() + len(stem), " ")
                    break


_TWO_LETTERS = frozenset(
    "ai an as au ce ci de du en es et eu fi il ils in je la le ma me mi né ne ni nu on or os ou où "
    "pu sa se si su sûr ta te tu un us va vu".split()
)
"""Words of two letters; the dictionary has many more that nobody writes."""
