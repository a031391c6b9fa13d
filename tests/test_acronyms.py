"""The glossary: acronyms that a text expands, as tests/cases/sigles.md has them."""

from __future__ import annotations

import pytest

from pipeline.compose.acronyms import collect
from tests.casefile import Case, cases


@pytest.mark.parametrize("case", cases("sigles.md"), ids=str)
def test_acronyms_are_collected_with_what_they_stand_for(case: Case) -> None:
    """Both orders, several in a sentence, small words, plurals, apostrophes."""
    found = collect([case.before], {})

    assert (
        "\n".join(f"{acronym} = {words}" for acronym, words in sorted(found.items())) == case.after
    )


def test_the_settings_rule_over_the_text() -> None:
    """What the user gives is printed, whatever the text says."""
    text = "Le CNEI (Comité national des entreprises d’insertion)."

    assert collect([text], {"CNEI": "Conseil"}) == {"CNEI": "Conseil"}
