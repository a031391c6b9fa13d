"""Misread letters and marks, mended with proof.

A letter is changed only where the word is unknown and one single known word stands a shape
confusion away (``demier`` → ``dernier``); several candidates, capitals and hyphens are
proposed.  Names, acronyms, numbers and addresses are left.  Marks are structure: a bullet
in a sentence, a stop inside a word.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from pipeline.clean.capital_lines import Zones, outside
from pipeline.clean.lexicon import Lexicon
from pipeline.clean.pairs import unpaired
from pipeline.clean.protect import guarded
from pipeline.clean.repair.capitals import Capitals
from pipeline.clean.repair.hyphens import Hyphens
from pipeline.clean.repair.ligature import ligatures
from pipeline.clean.repair.lost import lost_apostrophes, lost_letters
from pipeline.clean.repair.marks import bangs_with, bullets, capital_i_with, marks, soft_hyphens
from pipeline.clean.repair.pieces import Pieces
from pipeline.clean.repair.spelling import opening_a, places
from pipeline.clean.repair.stops import Stops
from pipeline.clean.repair.words import Words
from pipeline.clean.rule import Edits, Rule
from pipeline.diagnostics import Code

GATE = 0.1
"""Share of unknown words above which a text is old, dirty or foreign: only proposals."""


_OF_WORDS = (Code.OCR_LETTER, Code.OCR_DOUBT, Code.ACCENT, Code.ACCENT_DOUBT, Code.LIGATURE)
"""What is said of words, and not where a line in capitals is read as a whole."""


def but_in(zones: Zones, rules: Iterable[Rule]) -> tuple[Rule, ...]:
    """Return rules of repair that leave the words of some letters to those who read them whole."""
    return tuple(
        replace(rule, edits=outside(rule.edits, zones)) if rule.code in _OF_WORDS else rule
        for rule in rules
    )


def repair_rules(lexicon: Lexicon, *, apply_letters: bool) -> tuple[Rule, ...]:
    """Return the rules of repair in their order.

    Args:
        lexicon: Of the whole document.
        apply_letters: Whether letters are changed, or only proposed.
    """
    words, pieces = Words(lexicon), Pieces(lexicon)
    hyphens = Hyphens(lexicon)
    stops, capitals = Stops(lexicon), Capitals(lexicon)
    structure: tuple[tuple[Code, Edits], ...] = (
        (Code.LINE_JOINED, pieces.cut_words),
        (Code.TYPO_SPACE, soft_hyphens),
        (Code.STRAY_BULLET, bullets),
        (Code.OCR_MARK, marks),
        (Code.OCR_MARK, capital_i_with(lexicon)),
        (Code.OCR_MARK, bangs_with(lexicon)),
        (Code.OCR_MARK, stops.mended),
        (Code.OCR_MARK, hyphens.half_dashes),
    )
    doubtful = (
        (Code.OCR_DOUBT, words.doubts),
        (Code.ACCENT_DOUBT, capitals.doubts),
        (Code.STOP_DOUBT, stops.doubtful),
        (Code.HYPHEN_DOUBT, hyphens.compounds),
        (Code.HYPHEN_DOUBT, places),
        (Code.BRACKET_ODD, unpaired),
    )
    sure: tuple[tuple[Code, Edits], ...] = (
        (Code.OCR_LETTER, pieces.split_words),
        (Code.OCR_LETTER, words.letters),
        (Code.ACCENT, capitals.people),
        (Code.ACCENT, words.accents),
        (Code.ACCENT, capitals.accents),
        (Code.ACCENT, opening_a),
        (Code.LIGATURE, ligatures),
        (Code.OCR_LETTER, pieces.joined_words),
        (Code.OCR_LETTER, pieces.elisions),
    )
    if not apply_letters:
        sure = ((Code.OCR_DOUBT, words.letters), (Code.OCR_DOUBT, words.accents))
    rules = (*structure, *sure, *doubtful)
    lost = (
        Rule(Code.OCR_MARK, lost_apostrophes, counted=True),
        Rule(Code.LOST_LETTER, lost_letters(lexicon)),
    )
    return *lost, *(
        Rule(code, guarded(edits), counted=code in (Code.ACCENT_DOUBT, Code.TYPO_SPACE))
        for code, edits in rules
    )
