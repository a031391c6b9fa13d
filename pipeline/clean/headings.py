"""Headings typed in capitals: found, set in sentence case, not said twice.

Sentence case needs care: a word of the dictionary goes to lower case, an acronym or name
stays as it is (``french.md`` 4.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from pipeline.clean import capitals_kept
from pipeline.clean.gazetteer import is_first_name, named
from pipeline.clean.lexicon import Lexicon, plain
from pipeline.diagnostics import Code, Diagnostic, Reporter
from pipeline.model import Heading, Mark, Paragraph, Text
from pipeline.regex import regex

if TYPE_CHECKING:
    from pipeline.clean.running_names import Names

WORD_RE = regex(r"[^\W\d_]+")
_YEAR_RE = regex(r"\s*(\d{4})\s*[:.–-](?!\s*\d)\s*")
"""A year in front of a text: ``1993: Le bureau``, and not ``1870–71``."""
_NAMED_RE = regex(r"\w{3,} ?['’] ?$")
"""What stands before the second part of a name: ``PROXIM' `` of « PROXIM' SERVICES »."""
_SUBJECT_RE = regex(r"\b(?:IL|ELLE|ON|QUI|Y|CELA|[NLMT][’'])[ \xa0]?$")
_PARTICIPLE_RE = regex(
    r"[ \xa0](?:ÉTÉ|ETE|EU|LIEU|FAIT|OUVERT|PRIS|MIS|REÇU|OBTENU|CONSTRUIT|PERMIS"
    r"|[A-ZÀ-Ý]{2,}(?<!IT)(?<!ÔT)(?<!COT)(?<!ONT)(?<!RCH)ÉE?S?)(?!\w)"
)
"""What tells the verb of « IL A VOTÉ », « L’AG A LIEU » from *à*: « À PROXIMITÉ » is none."""
_COMPOUND_RE = regex(r"(\w+)-(?:\w+-)*$")
"""The first part of a compound: ``BOULOGNE-SUR-``."""
_SMALL_RUN_RE = regex(r"[a-zà-öø-ÿœ]{3}")
"""Small letters enough to tell that a text is not in capitals."""
_LEADING_YEAR_RE = regex(r"^\s*\d{4}\s*[:.–-]\s*")
_DOTTED_RE = regex(r"(?:[A-Z]\.){2,}")
_LONGEST = 120
_COMBINING = frozenset("franco anglo germano italo socio médico politico économico".split())
_PLACE_RE = regex(r"-(?:SUR|SOUS|LÈS|LES|EN|DE|LA|LE)-[A-ZÀ-Ý]")
"""What follows the first word of a place: ``-SUR-MER``."""
_SAINT_RE = regex(r"\b(?:SAINTE?S?|NOTRE|NOTRE-DAME)-(?:\w+[-'’])*$", re.IGNORECASE)
"""What stands before the name of a saint: ``SAINT-``, ``SAINT-JEAN-DE-``, ``NOTRE-``."""
_SENTENCE_END_RE = regex(r"[^\n]*?([.!?…]+)(?:\s?[»”\")])*\s+[«“\"(]*\s?")
_PART_RE = regex(r"\s*[IVXLC]+\s?[.)–—-]\s")
"""The number of a part, after which its title begins: ``I. LES ORIGINES``."""
_LAST_WORD_RE = regex(r"[^\W\d_]+$")
_ABBREVIATIONS = frozenset(
    "mm mme mmes mlle mlles dr st ste art pp vol no cf av bd etc fig chap dir éd ed coll tél tel "
    "ex env min max hab ill réf dép dep suppl".split()
)
_TITLES = {"MME": "Mme", "MMES": "Mmes", "MLLE": "Mlle", "MLLES": "Mlles", "DR": "Dr", "M": "M"}
_PARTICLES = ("de", "du", "d", "le", "la")
_SMALL = frozenset("le la les l de d du des un une et en a à au aux".split())


@lru_cache(maxsize=1 << 14)
def heading_end(line: str) -> int:
    """Return where a heading in capitals ends at the start of a line; 0 where there is none.

    >>> heading_end("REGIONALISATION :"), heading_end("CHEQUE DOMICILE: Une action")
    (17, 16)
    >>> heading_end("La CIRIE : un réseau"), heading_end("CNEI : créé")
    (0, 0)
    """
    line = _LEADING_YEAR_RE.sub(lambda match: " " * len(match[0]), line)
    colon = line.find(":")
    head = line[:colon] if colon >= 0 else line
    if not _in_capitals(head):
        return 0
    words = WORD_RE.findall(head)
    rest = line[colon + 1 :].strip() if colon >= 0 else ""
    if colon < 0 or (rest and _in_capitals(rest, least=2) and len(rest) < 60):
        long_enough = len(words) > 1 or len(head.strip()) > 7
        return len(line) if long_enough and len(line) <= _LONGEST and not _dotted(head) else 0
    single_acronym = len(words) == 1 and len(words[0]) < 6
    if single_acronym and rest:
        return 0
    return colon + 1


def _dotted(head: str) -> bool:
    return _DOTTED_RE.search(head) is not None


def _in_capitals(text: str, least: int = 4) -> bool:
    """Tell whether a text is in capitals: nine letters in ten, two small ones forgiven."""
    if len(text) > _LONGEST or _SMALL_RUN_RE.search(text):
        return False
    letters = [each for each in text if each.isupper() or each.islower()]
    small = sum(each.islower() for each in letters)
    if len(letters) < least or _dotted(text):
        return False
    return small == 0 or (small <= 2 and small * 8 <= len(letters) and text[:3].isupper())


@dataclass(slots=True)
class Caps:
    """What is needed to set one row's headings: words, acronyms, and what is already said."""

    lexicon: Lexicon
    names: Names
    theme: str = ""
    year: int | None = None

    def opened(
        self, text: Text, report: Reporter, *, alone: bool = False
    ) -> Iterator[Heading | Paragraph]:
        """Yield a paragraph, or the heading that opens it and the rest.

        Args:
            text: One paragraph of a cell.
            report: Receives what is merged or set in sentence case.
            alone: The cell has nothing else, so what is said twice is printed all the same.
        """
        text = self._without_year(text, report)
        letters = str(text)
        end = heading_end(letters)
        if not end or self._only_acronyms(letters[:end]):
            yield Paragraph(text)
            return
        head, rest = text.split(end)
        if self._repeats(str(head)) and not (alone and not str(rest).strip()):
            report(Diagnostic(Code.HEADING_MERGED, text.origin, before=letters[:end].strip()))
            gap = len(str(rest)) - len(str(rest).lstrip())
            emptied = text.replaced(0, end + gap, "")
            yield Paragraph(emptied)
            return
        run_in = bool(str(rest).strip())
        head = self._trimmed(head, report)
        rest = self._moved_blank(rest)
        yield Heading(self.sentence_case(head, report), run_in)
        if rest.spans:
            yield Paragraph(rest)

    def _only_acronyms(self, head: str) -> bool:
        """Tell whether a line names acronyms and says no more: ``CFDT-COORACE``."""
        return ":" not in head and all(self.names.acronym(word) for word in WORD_RE.findall(head))

    def _without_year(self, text: Text, report: Reporter) -> Text:
        match = _YEAR_RE.match(str(text))
        if match is None or self.year is None or int(match[1]) != self.year:
            return text
        if match.end() == len(str(text)):
            return text
        report(Diagnostic(Code.HEADING_MERGED, text.origin, before=match[1]))
        return text.replaced(0, match.end(), "")

    def _repeats(self, heading: str) -> bool:
        """Tell whether a heading says no more than the theme."""
        words = {plain(word) for word in WORD_RE.findall(heading)} - _SMALL
        said = {plain(word) for word in WORD_RE.findall(self.theme)}
        return bool(words) and words <= said

    def _trimmed(self, head: Text, report: Reporter) -> Text:
        letters = str(head)
        kept = len(letters.rstrip(" :\xa0\u202f"))
        if kept < len(letters):
            mark = letters[kept:].strip()
            if mark:
                report(Diagnostic(Code.HEADING_COLON, head.origin, before=mark))
            head = head.replaced(kept, len(letters), "")
        return head

    @staticmethod
    def _moved_blank(rest: Text) -> Text:
        letters = str(rest)
        blank = len(letters) - len(letters.lstrip())
        return rest.replaced(0, blank, "") if blank else rest

    def sentence_case(self, text: Text, report: Reporter) -> Text:
        """Return a text in capitals set in sentence case, each word recorded."""
        letters = str(text)
        if not _in_capitals(letters, least=2):
            return text
        edits = [edit for edit in self._words(letters) if letters[edit[0] : edit[1]] != edit[2]]
        if not edits:
            return text
        changed = text.edited(edits)
        if self._doubtful(letters):
            code, after = Code.HEADING_DOUBT, str(changed)
            report(Diagnostic(code, text.origin, before=letters, after=after))
            return text.marked(0, len(letters), Mark(code.slug, letters, after))
        report(Diagnostic(Code.HEADING_CASE, text.origin, before=letters, after=str(changed)))
        return changed

    def _doubtful(self, letters: str) -> bool:
        """Tell whether a text may lose a name by sentence case."""
        places = named(letters)
        return any(
            capitals_kept.doubtful(match[0], letters[: match.start()], self.lexicon)
            for match in WORD_RE.finditer(letters)
            if match.start() not in places and not self.names.acronym(match[0])
        )

    def _words(self, letters: str) -> Iterator[tuple[int, int, str, bool]]:
        """Yield each word of a text in capitals as it is spelt in a sentence."""
        person = titled = particle = False
        end = 0
        places = named(letters)
        part = opened.end() if (opened := _PART_RE.match(letters)) else 0
        for match in WORD_RE.finditer(letters):
            numeral = capitals_kept.numeral(match[0], letters[match.end() :])
            spelled = numeral or places.get(match.start())
            spelled = spelled or self._spelled(match[0], letters, match.start())
            joined = letters[match.start() - 1 : match.start()] == "-"
            unlisted = spelled == match[0] and not self.names.acronym(spelled)
            named_so = not numeral and (titled or (person and (joined or unlisted)))
            if named_so and spelled not in _SMALL:
                spelled = spelled.capitalize()
            elif spelled.islower() and (not end or _ends_sentence(letters, end, match.start())):
                spelled = spelled[0].upper() + spelled[1:]
            end = match.end() if match.end() > part else 0
            person = is_first_name(spelled) or (person and (joined or spelled in _PARTICLES))
            particle = spelled in ("de", "du", "d") or (particle and spelled == "la")
            title = match[0] in _TITLES and (len(match[0]) > 1 or letters[end : end + 1] == ".")
            compound = named_so and letters[end : end + 1] == "-"
            titled = title or (titled and (particle or compound))
            yield *match.span(), spelled, False

    def _spelled(self, word: str, letters: str, at: int) -> str:
        lower = word.lower()
        if word == "A":
            verb = _SUBJECT_RE.search(letters, 0, at) or _PARTICIPLE_RE.match(letters, at + 1)
            return "a" if verb else "à"
        if word in _TITLES:
            return _TITLES[word]
        before, after = letters[:at], letters[at + len(word) :]
        if capitals_kept.place(word, before, after, self.lexicon):
            return word.capitalize()
        if capitals_kept.surname(word, before, after, self.lexicon):
            return word.capitalize()
        if lower in _SMALL or (after[:1] in ("'", "’") and len(word) < 3):
            return lower
        branded = after[:1] in ("'", "’") and not self.lexicon.listed_small(lower)
        kept = word in capitals_kept.ACRONYMS or self.names.acronym(word)
        if kept or len(word) == 1 or branded or _NAMED_RE.search(before):
            return word
        if lower in _COMBINING and after.startswith("-"):
            return lower
        if _SAINT_RE.search(before) or (
            lower in ("saint", "sainte", "notre") and after.startswith("-")
        ):
            return word.capitalize()
        if _PLACE_RE.match(after) and not self.lexicon.listed_small(lower):
            return word.capitalize()
        if before.endswith("-") and word not in ("SUR", "SOUS", "EN"):
            whole = _COMPOUND_RE.search(before)
            if (
                whole
                and whole[1].lower() not in _COMBINING
                and not self.lexicon.listed_small(whole[1].lower())
            ):
                return word.capitalize()
        if self.lexicon.listed_small(lower):
            return lower
        if name := self.names.name(plain(word)):
            return name
        accented = self.lexicon.accents(lower) if len(word) > 2 else ()
        if accented and word.isupper():
            return accented[0]
        return word if word.isupper() or word.islower() else lower


def _ends_sentence(letters: str, end: int, start: int) -> bool:
    """Tell whether a sentence ends between a word that ends and one that starts here."""
    match = _SENTENCE_END_RE.fullmatch(letters, end, start)
    if match is None:
        return False
    word = _LAST_WORD_RE.search(letters, 0, end) if match.start(1) == end else None
    return word is None or (len(word[0]) > 1 and word[0].lower() not in _ABBREVIATIONS)
