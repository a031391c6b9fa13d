"""WeasyPrint's own styles, without those of notes and margins, which a booklet has not.

They give each element five styles of notes, and one of a list's marker, whether it has these or
not, and each page sixteen boxes in its margins: of the styles that WeasyPrint works out, that
is four in five.  Folios and running heads are laid over finished pages.
"""

from __future__ import annotations

_NOTES = frozenset(
    ("footnote-call", "footnote-marker", "note-call", "note-marker", "note-callback")
)
_MARKER = "marker"


def leave_notes_out() -> None:
    """Take notes out of ``weasyprint.UA_STYLESHEET`` (70.0), and give markers to items alone.

    An entry of its matcher is a test, a specificity, a place, a pseudo-element and declarations.
    """
    from weasyprint import UA_STYLESHEET

    matcher = UA_STYLESHEET.matcher
    for_all = matcher.other_selectors
    items = matcher.lower_local_name_selectors.setdefault("li", [])
    items += [each for each in for_all if each[3] == _MARKER and each not in items]
    for_all[:] = [each for each in for_all if each[3] not in {*_NOTES, _MARKER}]


def leave_margins_out() -> None:
    """Take what stands around the text out of its rules for pages, and make no box of it.

    Stands in for ``weasyprint.layout.make_margin_boxes``, too.  A rule for pages has selectors:
    each a specificity, a box of the page, and which pages.
    """
    from weasyprint import UA_STYLESHEET, layout

    rules = UA_STYLESHEET.page_rules
    rules[:] = [each for each in rules if all(box is None for _, box, _ in each[1])]
    layout.make_margin_boxes = lambda context, page, state: ()
