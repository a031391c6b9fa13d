"""A dictionary kept between runs says what the decoded one says."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from pipeline.clean.dictionary import Listing, Shelf, listing


@pytest.fixture(scope="module", params=["fr", "en"])
def decoded(request: pytest.FixtureRequest) -> Mapping[str, str]:
    """Return a dictionary as simplemma decodes it."""
    return DefaultDictionaryFactory().get_dictionary(request.param)


def test_every_form_has_its_lemma(decoded: Mapping[str, str]) -> None:
    words = Listing(listing(decoded))
    wrong = [form for form, lemma in decoded.items() if words.get(form) != lemma]
    assert len(decoded) > 100_000
    assert not wrong


def test_what_is_not_listed_is_not_found(decoded: Mapping[str, str]) -> None:
    words = Listing(listing(decoded))
    near = {form[:-1] for form in decoded} | {f"{form}q" for form in decoded} | {"", "\t", "a\n"}
    assert not [form for form in near if (form in words) != (form in decoded)]


def _shelf(folder: Path) -> Shelf:
    shelf = Shelf()
    shelf.folder = folder
    return shelf


def test_a_kept_dictionary_is_taken_and_a_damaged_one_made_anew(tmp_path: Path) -> None:
    first = _shelf(tmp_path)
    first.words("fr")
    first.keep()
    assert isinstance(_shelf(tmp_path).words("fr"), Listing)
    (kept,) = tmp_path.iterdir()
    kept.write_bytes(kept.read_bytes()[:-9])
    again = _shelf(tmp_path)
    assert not isinstance(again.words("fr"), Listing)
    assert "région" in again.words("fr")
    again.keep()
    assert isinstance(_shelf(tmp_path).words("fr"), Listing)
