"""Misread letters and marks, mended with proof.

A letter is changed only where the word is unknown and one single known word stands a shape
confusion away (``demier`` → ``dernier``); several candidates, capitals and hyphens are
proposed.  Names, acronyms, numbers and addresses are left.  Marks are structure: a bullet
in a sentence, a stop inside a word.

Source of the shapes: the confusions that recognition programs make between letters of one
shape (m and rn, l and i, c and e …), as the literature on French OCR lists them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.clean.lexicon import WORD_RE, Lexicon, plain
from pipeline.clean.protect import guarded
from pipeline.clean.rule import Edit, Edits, Rule
from pipeline.diagnostics import Code

GATE = 0.1
"""Share of unknown words above which a text is old, dirty or foreign: only proposals."""

_SHAPES = (
    ("m", "rn"), ("rn", "m"), ("fm", "fin"), ("m", "in"), ("m", "ni"), ("in", "m"), ("nn", "rm"),
    ("l", "i"), ("i", "l"), ("t", "i"), ("t", "l"), ("l", "t"), ("1", "l"), ("!", "i"), ("j", "i"),
    ("c", "e"), ("e", "c"), ("o", "c"), ("c", "o"), ("u", "n"), ("n", "u"), ("ii", "n"),
    ("ii", "u"), ("li", "h"), ("h", "li"), ("cl", "d"), ("d", "cl"), ("f", "t"), ("t", "f"),
    ("b", "h"), ("h", "b"), ("vv", "w"), ("0", "o"), ("rr", "n"), ("ri", "n"), ("ce", "œ"),
    ("cm", "ern"), ("cem", "cern"), ("q", "g"), ("g", "q"), ("s", "5"), ("5", "s"), ("a", "o"),
    ("é", "e"), ("e", "é"), ("e", "è"), ("è", "é"), ("é", "è"), ("a", "à"), ("u", "ù"), ("e", "ê"),
    ("a", "â"), ("o", "ô"), ("i", "î"), ("c", "ç"), ("ê", "é"), ("ë", "é"), ("é", "ê"), ("è", "ê"), ("à", "â"),
)  # fmt: skip
"""What a program read, and what stood there."""
_TOKEN_RE = re.compile(r"(?<![\w.@/!])[^\W_](?:[^\W_]|[!](?=[^\W\d_]))*(?![\w@/]|\.\w)")
"""A word with the figures misread inside it: ``l9eau``."""


def candidates(word: str, lexicon: Lexicon) -> set[str]:
    """Return the listed words that stand one shape confusion away.

    >>> candidates("demier", Lexicon([])), candidates("joumées", Lexicon([]))
    ({'dernier'}, {'journées'})
    """
    found = set()
    for wrong, right in _SHAPES:
        at = word.find(wrong)
        while at >= 0:
            spelled = word[:at] + right + word[at + len(wrong) :]
            if spelled.isalpha() and lexicon.listed(spelled):
                found.add(spelled)
            at = word.find(wrong, at + 1)
    return found


class Repairs:
    """The rules that need the lexicon; each is a pure function of the letters."""

    def __init__(self, lexicon: Lexicon) -> None:
        """Keep the lexicon, and every answer found."""
        self._lexicon = lexicon
        self._answers: dict[str, tuple[Code, str] | None] = {}

    def _answer(self, word: str) -> tuple[Code, str] | None:
        if word not in self._answers:
            self._answers[word] = self._find(word)
        return self._answers[word]

    def _find(self, word: str) -> tuple[Code, str] | None:
        lexicon = self._lexicon
        lower = word.islower() or (word[:1].islower() and any(c.isdigit() for c in word))
        if len(word) < 3 or not lower or word.isdigit() or not any(c.isalpha() for c in word):
            return None
        if any(c.isdigit() for c in word):
            found = {c for c in candidates(word, lexicon) if word[0].isalpha()}
            return (Code.OCR_DOUBT, found.pop()) if len(found) == 1 and len(word) > 4 else None
        if lexicon.known(word) and not (lexicon.count(word) > 1 and self._surely_misread(word)):
            return None
        found = candidates(word, lexicon)
        if not found:
            return None
        accents = {each for each in found if _same_letters(each, word)}
        if accents:
            sure = len(accents) == 1 and word.isascii()
            return (Code.ACCENT if sure else Code.OCR_DOUBT), sorted(accents)[0]
        seen = {each for each in found if lexicon.count(each)}
        if len(found) > 1 and len(seen) == 1 and len(word) > 4:
            found = seen
        if len(found) == 1 and (len(word) >= 4 or "fm" in word):
            return Code.OCR_LETTER, found.pop()
        return Code.OCR_DOUBT, sorted(found)[0]

    def _surely_misread(self, word: str) -> bool:
        """A misreading made twice is no word: ``afm``, ``fmancières``, ``demier``."""
        if self._lexicon.listed(word) or not any(shape in word for shape in ("fm", "m", "rn")):
            return False
        found = candidates(word, self._lexicon)
        return len(found) == 1 and len(found.pop()) != len(word)

    def _words(self, text: str, code: Code) -> Iterator[Edit]:
        for match in _TOKEN_RE.finditer(text):
            word = match[0]
            if word in ("fm", "afm") and code is Code.OCR_LETTER:
                if not re.search(r"\d\s*$", text[: match.start()]):
                    yield Edit(*match.span(), word.replace("fm", "fin"))
                continue
            answer = self._answer(word)
            if answer is not None and answer[0] is code:
                yield Edit(*match.span(), answer[1])

    def letters(self, text: str) -> Iterator[Edit]:
        """Mend a misread word that has one single known neighbour."""
        yield from self._words(text, Code.OCR_LETTER)

    def lower_accents(self, text: str) -> Iterator[Edit]:
        """Set the accent that the dictionary wants on a word in lower case."""
        yield from self._words(text, Code.ACCENT)

    def doubts(self, text: str) -> Iterator[Edit]:
        """Propose a reading where several are possible, or figures stand in a word."""
        yield from self._words(text, Code.OCR_DOUBT)

    def ligature(self, text: str) -> Iterator[Edit]:
        """Set œ where the dictionary knows the word with it: ``oeuvre``, not ``moelle``."""
        if "oe" not in text and "OE" not in text and "Oe" not in text:
            return
        for match in WORD_RE.finditer(text):
            word = match[0]
            at = word.lower().find("oe")
            if at < 0:
                continue
            joined = word[:at] + "œ" + word[at + 2 :]
            if self._lexicon.listed(joined.lower()) or joined.lower() in _LIGATURES:
                sign = "œ" if word[at].islower() else "Œ"
                start = match.start() + at
                yield Edit(start, start + 2, sign)

    def capital_accents(self, text: str) -> Iterator[Edit]:
        """Set accents on words in capitals, or with one: ``REGIONALISATION``, ``Etat``.

        Capitals take accents (*Lexique* of the Imprimerie nationale, *Accentuation*).
        """
        for match in _CAPITALISED_RE.finditer(text):
            word = match[0]
            if word in self._lexicon.names:
                continue
            accented = self._lexicon.accented(word)
            if accented is None or (not word.isupper() and _differs_inside(word, accented)):
                continue
            spelled = accented.upper() if word.isupper() else accented.capitalize()
            yield Edit(*match.span(), spelled)

    def stops(self, text: str) -> Iterator[Edit]:
        """Drop a stop inside a word that the document or the dictionary knows joined.

        A stop before a word in lower case goes after a function word and before *et*, and
        is a comma elsewhere.
        """
        for match in _STOP_INSIDE_RE.finditer(text):
            joined = match[1] + match[2]
            if self._lexicon.known(joined) and not self._lexicon.listed(match[2]):
                yield Edit(match.end(1), match.start(2), "")
        for match in _STOP_BEFORE_LOWER_RE.finditer(text):
            word, after = match[1], match[3]
            if word.lower() in _ABBREVIATIONS or len(word) == 1 or not self._lexicon.known(word):
                continue
            if word.lower() in _FUNCTION_WORDS or after in ("et", "ou"):
                yield Edit(match.start(2), match.end(2), "")
            else:
                yield Edit(match.start(2), match.end(2), ",")

    def hyphens(self, text: str) -> Iterator[Edit]:
        """Propose to join a hyphenated word that is known without its hyphen."""
        for match in _HYPHENATED_RE.finditer(text):
            joined = match[1] + match[2]
            if self._lexicon.listed(joined) and not self._lexicon.listed(match[0]):
                yield Edit(*match.span(), joined)


_LIGATURES = frozenset("vœu vœux nœud nœuds œil œillet œuf œufs mœurs rancœur chœur".split())
"""Words with œ that the dictionary lacks."""
_CAPITALISED_RE = re.compile(
    r"(?<![\w.])[A-Z][A-Za-z]{3,}(?![\w.@])|(?<![\w.])[A-Z][A-Za-z]{3,}(?=\.\s|\.$)"
)
_STOP_INSIDE_RE = re.compile(r"(?<![\w./@])([^\W\d_]{2,})\.([a-zà-ÿœ]{1,4})(?=[’' ]|$)")
"""``Prox.im``."""
_STOP_BEFORE_LOWER_RE = re.compile(r"(?<![\w.])([^\W\d_]+)(\.)(?= (([a-zà-ÿœ]+)))")
"""``mis en. évidence``."""
_HYPHENATED_RE = re.compile(
    r"(?<![\w-])(co|re|pré|dé|anti|auto|inter|sur|sous)-([a-zà-ÿœ]{3,})(?![\w-])"
)
_ABBREVIATIONS = frozenset(
    "etc cf art n no p pp vol av ap env ex fig id ibid op cit m mm mme st ste chap t éd dir coll "
    "tél tel bd fg fr janv févr avr juil sept oct nov déc apr jr sr dr me mgr éds trad ms mss f ff "
    "r v s d l g h min max approx resp".split()
)
_FUNCTION_WORDS = frozenset(
    "le la les un une des du de d l à au aux en par pour sur dans avec sans et ou que qui ne se ce "
    "cette ces son sa ses leur leurs mis chaque entre vers chez est sont a ont".split()
)


def _same_letters(one: str, other: str) -> bool:
    """Tell whether two words differ by their accents only."""
    return plain(one) == plain(other)


def _differs_inside(word: str, accented: str) -> bool:
    """A capitalised word may be a name: only its first letter takes an accent by itself."""
    return word[1:].lower() != accented[1:]


# -- rules without a dictionary -------------------------------------------------------

_ROMAN_L_RE = re.compile(r"(?<![\w])(?=[IVXl]*[VX])([IVXl]*l[IVXl]*)(?=(?:[èe]me|e|er)\b)")
"""``Xlème``."""
_LEADING_L_RE = re.compile(r"(?<![\w’'.-])l(?=[bcdfgjkmnpqrstvwxz][a-zà-ÿœ]+)")
"""``lnterm``: no French word begins so."""
_DOTTED_L_RE = re.compile(r"(?<=[A-Z]\.)l(?=\.)")
"""``A.l.``."""
_BANG_RE = re.compile(r"(?<=[\s(])!(?=[A-Z]{2,})")
"""``!FACE``."""
_COMMA_STOP_RE = re.compile(r",\.(?=\s|$)|,(?=,(?:\s|$))")
_DASH_STOP_RE = re.compile(r"(?m)^(?:[-–•] )(\.)(?=[^\W\d_])")
"""``- .Observatoire``."""
_WORD_DASH_RE = re.compile(r"(?<=[a-zà-ÿ]{3})(- )(?=(?:de|du|des|la|le|les|d[’'])\b)")
"""``animation- de``."""
_STRAY_BULLET_RE = re.compile(
    r"(?<=[^\s\n])( ?•)(?=[^\W\d_])|(?<=\S)( +•)(?=[ \t]*(?:\n|$))|(?<= )(•)(?=[^\W\d_])"
)
"""``des •outils``, ``d’inactifs. •``, ``:• Permanents``."""
_COLON_BULLET_RE = re.compile(r"(?<=:)(•)(?= )")
_A_RE = re.compile(
    r"(?:(?<=^)|(?<=[.!?:] )|(?<=\n))A(?= (?:partir|la|cette|ce|cet|titre|travers|cause|compter|noter|"
    r"défaut|terme|côté|partir|nouveau|savoir|l[’']|chaque|Paris|Lyon)\b)"
)
"""A sentence that opens with « A partir »."""
_ILE_RE = re.compile(r"(?<![\w’'-])I(?=les?[ -](?:de|d[’']|du|des)\b)")
"""``Ile de France``."""


def marks(text: str) -> Iterator[Edit]:
    """Mend marks and capitals that recognition confuses.

    >>> from pipeline.clean.rule import apply
    >>> apply(marks, "le Xlème Plan, lnterm’aide, les A.l. au !FACE,. une animation- de base")
    'le XIème Plan, Interm’aide, les A.I. au IFACE, une animation de base'
    """
    if "l" in text:
        for match in _ROMAN_L_RE.finditer(text):
            yield Edit(match.start(1), match.end(1), match[1].replace("l", "I"))
        for match in _LEADING_L_RE.finditer(text):
            yield Edit(*match.span(), "I")
        for match in _DOTTED_L_RE.finditer(text):
            yield Edit(*match.span(), "I")
    if "!" in text:
        for match in _BANG_RE.finditer(text):
            yield Edit(*match.span(), "I")
    if ",." in text or ",," in text:
        for match in _COMMA_STOP_RE.finditer(text):
            yield Edit(*match.span(), "," if match[0] == ",." else "")
    if "- " in text:
        for match in _DASH_STOP_RE.finditer(text):
            yield Edit(match.start(1), match.end(1), "")
        for match in _WORD_DASH_RE.finditer(text):
            yield Edit(match.start(1), match.end(1), " ")


def bullets(text: str) -> Iterator[Edit]:
    r"""Drop a bullet that stands inside a sentence, or alone at its end.

    >>> from pipeline.clean.rule import apply
    >>> apply(bullets, "la panoplie des •outils, les inactifs. •\n• un")
    'la panoplie des outils, les inactifs.\n• un'
    """
    if "•" not in text:
        return
    for match in _STRAY_BULLET_RE.finditer(text):
        inside = (
            match[0].startswith(" ") and match.end() < len(text) and text[match.end()].isalpha()
        )
        yield Edit(*match.span(), " " if inside else "")
    for match in _COLON_BULLET_RE.finditer(text):
        yield Edit(*match.span(), "")


def opening_a(text: str) -> Iterator[Edit]:
    """Set the accent of À where a sentence opens with it, and of Île.

    >>> from pipeline.clean.rule import apply
    >>> apply(opening_a, "A partir de mai. A Paris. Plan A la veille")
    'À partir de mai. À Paris. Plan A la veille'
    """
    for match in _A_RE.finditer(text):
        yield Edit(*match.span(), "À")
    for match in _ILE_RE.finditer(text):
        yield Edit(*match.span(), "Î")


def repair_rules(lexicon: Lexicon, *, apply_letters: bool) -> tuple[Rule, ...]:
    """Return the rules of repair in their order.

    Args:
        lexicon: Of the whole document.
        apply_letters: Whether letters are changed, or only proposed.
    """
    repairs = Repairs(lexicon)
    structure = (
        (Code.STRAY_BULLET, bullets),
        (Code.OCR_MARK, marks),
        (Code.OCR_MARK, repairs.stops),
    )
    sure: tuple[tuple[Code, Edits], ...] = (
        (Code.OCR_LETTER, repairs.letters),
        (Code.ACCENT, repairs.lower_accents),
        (Code.ACCENT, repairs.capital_accents),
        (Code.ACCENT, opening_a),
        (Code.LIGATURE, repairs.ligature),
    )
    if not apply_letters:
        sure = tuple((Code.OCR_DOUBT, edits) for _, edits in sure[:1])
    doubtful = ((Code.OCR_DOUBT, repairs.doubts), (Code.HYPHEN_DOUBT, repairs.hyphens))
    return tuple(Rule(code, guarded(edits)) for code, edits in (*structure, *sure, *doubtful))
