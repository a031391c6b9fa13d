"""Tags of web pages become what they mean, and can be given back letter by letter."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.clean.rule import fix
from pipeline.clean.tags import set_tags, without_tags
from pipeline.clean.typography import typography_rules
from pipeline.config import Config
from pipeline.diagnostics import Diagnostic
from pipeline.model import Span, Style, Text

_PIECES = st.sampled_from(
    (
        "<p> </p> <b> </b> <i> </i> <br> <br/> <ul> </ul> <ol> </ol> <li> </li> <sup> </sup> <h2> "
        "</h2> <a_href='https://exemple.fr'> </a> <a_href='x'> <img> <P_class='y'> mot . < > \n _"
    ).split(" ")
)


def _set(letters: str) -> tuple[Text, list[Diagnostic]]:
    found: list[Diagnostic] = []
    return set_tags(Text.plain_text(letters), found.append), found


def _styles(text: Text) -> dict[str, Style]:
    return {span.text: span.style for span in text.spans if span.style != Style() and span.text}


@given(st.lists(_PIECES, max_size=25).map(lambda each: "".join(each).replace("_", " ")))
def test_every_letter_can_be_given_back(letters: str) -> None:
    text, found = _set(letters)

    assert text.original == letters
    assert str(text) == without_tags(letters)
    assert len(found) == (str(text) != letters or any(span.before for span in text.spans))


@pytest.mark.parametrize(
    ("letters", "shown"),
    [
        ("<p>Depuis 1125.</p>", "Depuis 1125."),
        ("<p>Un.</p><p>Deux.</p>", "Un.\nDeux."),
        ("<p>Un.</p>\n\n<p>Deux.</p>\n", "Un.\n\nDeux.\n"),
        ("Un.<p>Deux.<p>Trois.", "Un.\nDeux.\nTrois."),
        ("Un.<br>Deux.<BR/>Trois.<br />", "Un.\nDeux.\nTrois."),
        ("Lots :<ol><li>un</li><li>deux</li></ol>Fin.", "Lots :\n1. un\n2. deux\nFin."),
        ("<ul><li><p>un</p></li><li>deux</ul>", "- un\n- deux"),
        ("<h2>Titre</h2>Texte", "Titre\nTexte"),
        ('<div class="a"><span style="b">Un</span> mot</div>', "Un mot"),
    ],
)
def test_lines_and_items_stand_apart(letters: str, shown: str) -> None:
    text, found = _set(letters)

    assert str(text) == shown
    assert [each.code.slug for each in found] == ["html-tag"]


def test_looks_and_links_are_kept() -> None:
    text, (finding,) = _set(
        'Le <i>Journal <b>du</b></i>, 2<sup>e</sup> : <a href="https://exemple.fr/?a=1&amp;b=2" '
        "target='_blank'>ici</a>"
    )

    assert str(text) == "Le Journal du, 2e : ici"
    assert _styles(text) == {
        "Journal ": Style(italic=True),
        "du": Style(italic=True, bold=True),
        "e": Style(superscript=True),
        "ici": Style(link="https://exemple.fr/?a=1&b=2"),
    }
    assert (finding.before, finding.count) == ("<i>, <b>, <sup>, <a>", 8)


@pytest.mark.parametrize(
    "letters",
    [
        "la balise <b> met en gras",
        "<i>un <b>mot</i></b>",
        "<li>hors d’une liste</li>",
        "a < b et c > d, <email@exemple.fr>",
        '<img src="a.png"> et <script>x</script>',
        '<a href="javascript:x()">là</a>',
        '<a href="https://exemple.fr"></a>',
        "&lt;b&gt;mot&lt;/b&gt;",
        "</p>",
    ],
)
def test_what_is_not_known_or_not_well_formed_stays(letters: str) -> None:
    text, found = _set(letters)

    assert text.spans == (Span(letters),)
    assert found == []


def test_a_blank_behind_raised_letters_is_not_raised() -> None:
    text, _ = _set("au XII<sup>e</sup> siècle")

    set_again = fix(text, typography_rules(Config().cleaning), [].append)

    assert {text: style.superscript for text, style in _styles(set_again).items()} == {"e": True}
