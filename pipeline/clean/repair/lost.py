"""Signs that a change of coding has lost: ``d?abord`` is mended, ``f?te``, ``l’�cole`` proposed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.lexicon import Lexicon
from pipeline.clean.rule import Edit, Edits
from pipeline.regex import regex

_GONE = "[?\ufffd]"
_WORD_RE = regex(
    rf"(?<![\w./?&=%@#-])(?:[a-zà-ÿœ]{{1,2}}[’'])?((?:[^\W\d_]+{_GONE}|(?<=[’']){_GONE}|\ufffd)"
    rf"(?:[a-zà-ÿœ]+{_GONE}?)*[a-zà-ÿœ]*)(?![\w/?&=%@#])"
)
"""A word with one lost letter or more: one inside it, or the first of an elided word."""
_ELISION_RE = regex(
    rf"(?<![\w./?&=%@#-])(?:[cdjlmnst]|(?:jus|lors|puis|quoi)?qu|aujourd)( ?{_GONE})"
    r"(?=[aàâeéèêëiîïoôuûùhyœ])",
    re.IGNORECASE,
)
"""``l?État``, ``d ?Ovide``."""
_MARK_RE = regex(f"{_GONE}(?=[a-zà-ÿœ])|\ufffd")
_LETTERS = "éèêëàâîïôùûüçœ"
_MOST = 3
"""Letters lost of a word that is still looked up."""


def lost_apostrophes(text: str) -> Iterator[Edit]:
    """Set the apostrophe of an elision again: no question ends on « l ».

    >>> from pipeline.clean.rule import apply
    >>> apply(lost_apostrophes, "l?École, jusqu?en 1900, la Légion d?honneur, a/l?id=1, Est-ce l?1")
    'l’École, jusqu’en 1900, la Légion d’honneur, a/l?id=1, Est-ce l?1'
    """
    if "?" in text or "\ufffd" in text:
        for match in _ELISION_RE.finditer(text):
            yield Edit(match.start(1), match.end(1), "’")


def lost_letters(lexicon: Lexicon) -> Edits:
    """Return the proposals for words that have lost letters.

    >>> [each.replacement for each in lost_letters(Lexicon([]))("La f?te de l’?cole, d�j�.")]
    ['fête', 'école', 'déjà']
    >>> [each.replacement for each in lost_letters(Lexicon([]))("La nièce de Mich?le")]
    ['Mich…le']
    >>> list(lost_letters(Lexicon([]))("Quoi?Non, ainsi?la suite, http://a.fr/p?id=2, h�?"))
    []
    """

    def proposed(text: str) -> Iterator[Edit]:
        if "?" not in text and "\ufffd" not in text:
            return
        for match in _WORD_RE.finditer(text):
            word = match[1]
            if _MARK_RE.search(word) and not _two_words(word, lexicon):
                start, end = match.span(1)
                yield Edit(start, end, " ou ".join(_found(word, lexicon)) or _gap(word))

    return proposed


def _two_words(word: str, lexicon: Lexicon) -> bool:
    """Tell whether a question mark only lacks the blank behind it: « ainsi?la »."""
    before, mark, after = word.partition("?")
    listed = lexicon.listed(before) and lexicon.listed(after)
    return bool(mark) and len(before) > 1 and listed


def _found(word: str, lexicon: Lexicon) -> list[str]:
    """Return the words of the dictionary that a word may have been, in order."""
    forms = [word]
    if len(_MARK_RE.findall(word)) > _MOST:
        return []
    while _MARK_RE.search(forms[0]):
        forms = [_MARK_RE.sub(letter, form, count=1) for form in forms for letter in _LETTERS]
    return sorted(form for form in forms if lexicon.listed(form))


def _gap(word: str) -> str:
    """Return a word with what is lost as an ellipsis: ``Mich…le``."""
    return _MARK_RE.sub("…", word)
