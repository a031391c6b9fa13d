"""Every rule of cleaning: pure, idempotent, in order, and never outside its text."""

from __future__ import annotations

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pipeline.clean.lexicon import Lexicon
from pipeline.clean.names import name_rules
from pipeline.clean.repair import repair_rules
from pipeline.clean.rule import Rule, apply
from pipeline.clean.typography import typography_rules
from pipeline.config import Cleaning
from pipeline.diagnostics import Severity

_KNOWN = [
    "les salaries",
    "le conseil national des entreprises",
    "le réseau COORACE",
    "le développement local",
]
_THIN = Cleaning.model_validate({"espace-deux-points": "fine", "guillemets": "fine"})
_NAMED = Cleaning.model_validate({"noms": ["COORACE", "Inter’S", "CNEI"]})
_RULES: list[tuple[str, Rule]] = [
    *((f"repair-{n}", r) for n, r in enumerate(repair_rules(Lexicon(_KNOWN), apply_letters=True))),
    *((f"typography-{n}", r) for n, r in enumerate(typography_rules(Cleaning()))),
    *((f"thin-{n}", r) for n, r in enumerate(typography_rules(_THIN))),
    *((f"names-{n}", r) for n, r in enumerate(name_rules(_NAMED))),
]
_WORDS = st.lists(
    st.sampled_from(
        "le la d l' d' ' ’ ´ demier fmancières oeuvre CNEI C.N.E.I. INTER 'S réseau . , ; : ! ? … "
        '... .. etc... " « » ( ) [ ] - – — • 1er 1ère 75ème XIème Xlème 4 350 51.000 F % 40% km '
        "Septembre 1994 n° N° 12 nos M. Durand art. p. - .Mot ,. II est I' 1' Ia dela projetde "
        "dévelop pement porte-\n parole regions A partir Ile de France 14:30 http://a.fr/b:c "
        "a@b.fr \n \t 🙂 é \u00a0 \u202f \u00ad […] 3 - 2".split(" ")
    ),
    max_size=14,
)
_TEXTS = st.one_of(
    _WORDS.map(" ".join),
    _WORDS.map("".join),
    st.text(alphabet="ab1lIO é\n'’\"«».,;:!?…-–• \u00a0\u202f", max_size=30),
)


@pytest.mark.parametrize("rule", [rule for _, rule in _RULES], ids=[name for name, _ in _RULES])
@given(text=_TEXTS)
@example(text="le••le")
@example(text=",,.")
@example(text="… . .")
@example(text="etc... …")
@settings(max_examples=25, deadline=None)
def test_a_rule_applied_twice_changes_nothing_more(rule: Rule, text: str) -> None:
    """The booklet can be rebuilt at will; a proposal is no change."""
    edits = sorted(rule.edits(text), key=lambda each: (each.start, each.end))
    ends = [0, *(each.end for each in edits)]

    assert all(end <= each.start for end, each in zip(ends, edits, strict=False))
    assert all(each.start <= each.end <= len(text) for each in edits)
    if rule.code.severity is Severity.FIXED:
        once = apply(rule.edits, text)
        assert apply(rule.edits, once) == once


def test_every_rule_has_a_code_that_says_fixed_or_check() -> None:
    """A rule may change or doubt; only structure leaves out."""
    assert {rule.code.severity for _, rule in _RULES} == {Severity.FIXED, Severity.CHECK}
