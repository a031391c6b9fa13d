"""Apostrophes, quotation marks, ellipses and dashes."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from pipeline.clean.rule import Edit, Edits
from pipeline.clean.typography.blanks import BLANK, NBSP, NNBSP

_ELISION_RE = re.compile(
    rf"(?<![\w’'])(?:[dljmtnscDLJMTNSC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)"
    rf"({BLANK}?['’´`ʼ‘]{BLANK}?|{BLANK}['’´`ʼ‘])(?=[^\W\d_]|[«\"“])"
)
"""An elision, with blanks around its apostrophe: ``d 'un``."""
_APOSTROPHE_RE = re.compile(
    r"(?<=[^\W\d_])(['´`ʼ‘])(?!['´`])|(?<=\s)(['´ʼ])(?=[^\W\d_])"
    r"|(?<=[A-ZÀ-Ý] )(['´ʼ])(?= [A-ZÀ-Ý])"
)
"""A straight apostrophe beside a letter; feet and minutes follow a figure."""


def apostrophe(text: str) -> Iterator[Edit]:
    r"""Set ’ for every apostrophe, without a blank in an elision (LRT, *Apostrophe*).

    >>> from pipeline.clean.typography.blanks import show
    >>> show(apostrophe, "d 'un plan, l'État, Proxim' Services, 5' 30")
    "d’un plan, l’État, Proxim’ Services, 5' 30"
    """
    straight = any(sign in text for sign in "'´`ʼ‘")
    if not straight and "’" not in text:
        return
    taken: set[int] = set()
    for match in _ELISION_RE.finditer(text):
        taken.update(range(match.start(1), match.end(1)))
        yield Edit(match.start(1), match.end(1), "’")
    for match in _APOSTROPHE_RE.finditer(text):
        if match.start() not in taken:
            yield Edit(match.start(), match.end(), "’")


def _quote_places(text: str) -> list[int]:
    if '"' not in text:
        return []
    return [
        place
        for place, letter in enumerate(text)
        if letter == '"' and not (place and text[place - 1].isdigit() and '"' not in text[:place])
    ]


def quotes_with(space: str) -> Edits:
    r"""Return the rule for straight quotation marks, paired inside a paragraph (LRT).

    >>> from pipeline.clean.typography.blanks import show
    >>> show(quotes_with(NBSP), 'le " SAMU social" et "l’emploi"')
    'le «~SAMU social~» et «~l’emploi~»'
    """

    def quotes(text: str) -> Iterator[Edit]:
        """Set « » for pairs of straight marks; an odd number is left, and reported."""
        places = _quote_places(text)
        if len(places) % 2 or not _well_paired(text, places):
            return
        for opening, closing in zip(places[::2], places[1::2], strict=True):
            after, before = opening + 1, closing
            while text[after] in f" {NBSP}{NNBSP}" and after < closing:
                after += 1
            while text[before - 1] in f" {NBSP}{NNBSP}" and before > after:
                before -= 1
            if opening and not text[opening - 1].isspace() and text[opening - 1] not in "(’'[":
                yield Edit(opening, after, f" «{space}")
            else:
                yield Edit(opening, after, f"«{space}")
            joined = closing + 1 < len(text) and text[closing + 1].isalnum()
            yield Edit(before, closing + 1, f"{space}»{' ' * joined}")

    return quotes


def _well_paired(text: str, places: list[int]) -> bool:
    """Tell whether each pair holds something."""
    return all(text[a + 1 : b].strip() for a, b in zip(places[::2], places[1::2], strict=True))


def quote_odd(text: str) -> Iterator[Edit]:
    """Point at the last straight mark where a paragraph has an odd number of them.

    >>> list(quote_odd('sensibles" .'))
    [Edit(start=9, end=10, replacement='«…»', raised=False)]
    """
    places = _quote_places(text)
    if len(places) % 2:
        yield Edit(places[-1], places[-1] + 1, "«…»")


def guillemets_with(space: str) -> Edits:
    r"""Return the rule for the blanks inside « » (LRT, *Guillemets*).

    >>> from pipeline.clean.typography.blanks import show
    >>> show(guillemets_with(NBSP), "« ALERTE » et «label»")
    '«~ALERTE~» et «~label~»'
    """
    inside = re.compile(rf"(?<=«)({BLANK}*)(?=[^\s»])|(?<=[^\s«])({BLANK}*)(?=»)")

    def guillemets(text: str) -> Iterator[Edit]:
        """Set a no-break space inside « »."""
        if "«" not in text and "»" not in text:
            return
        for match in inside.finditer(text):
            yield Edit(match.start(), match.end(), space)

    return guillemets


_ELLIPSIS_RE = re.compile(
    rf"(?:{BLANK}*\.(?={BLANK}+\.{{3}}))?{BLANK}*(?:(?<!\.)\.{{3,}}+|…)(?:{BLANK}?\.)*(?=\s|$|[)\]»\"”;:,!?])|(?<=[(\[])\.{{3}}"
)
"""Three points or more, with the blank before: `` ...``, ``... .``."""
_ETC_RE = re.compile(rf"(?<=\betc)(?:\.+{BLANK}*…|\.{{2,}}|…)(?:{BLANK}*(?:\.{{2,}}|…))*")


def ellipsis(text: str) -> Iterator[Edit]:
    r"""Set …, tied to its word; *etc.* is never followed by it (LRT, *Points de suspension*).

    >>> from pipeline.clean.typography.blanks import show
    >>> show(ellipsis, "entreprise ... (calendrier....) Cadiergues... . Les etc...")
    'entreprise… (calendrier…) Cadiergues… Les etc.'
    """
    if ".." not in text and "…" not in text:
        return
    taken: set[int] = set()
    for match in _ETC_RE.finditer(text):
        taken.update(range(*match.span()))
        yield Edit(match.start(), match.end(), ".")
    for match in _ELLIPSIS_RE.finditer(text):
        place = match.start()
        if place in taken:
            continue
        opens = place and text[place - 1] in "([,;:"
        lead = " " if opens and text[place - 1] in ",;:" else ""
        yield Edit(place, match.end(), f"{lead}…")


_DASH_RE = re.compile(rf"(?<=[\w»).,’…])({BLANK}+[-–—]{BLANK}+)(?=[\w«(])")
"""A hyphen between blanks: ``mot - mot``."""


_SENTENCE_END_RE = re.compile(r"[.!?;:…][»\")]*\s")


def dash(text: str) -> Iterator[Edit]:
    r"""Set – between words for a hyphen between blanks (L, *Tiret*).

    Two in one sentence enclose words, and hold to them; one alone holds to the word before.

    >>> from pipeline.clean.typography.blanks import show
    >>> show(dash, "CNEI - CNLRQ, sous-préfet, 3 - 2. Le réseau - né ici - compte")
    'CNEI~– CNLRQ, sous-préfet, 3 - 2. Le réseau –~né ici~– compte'
    """
    if " -" not in text and "–" not in text and "—" not in text:
        return
    dashes = [
        match
        for match in _DASH_RE.finditer(text)
        if not (text[match.start() - 1].isdigit() and text[match.end()].isdigit())
    ]
    sentences: dict[int, list[re.Match[str]]] = {}
    ends = [match.start() for match in _SENTENCE_END_RE.finditer(text)] if dashes else []
    for match in dashes:
        sentences.setdefault(bisect(ends, match.start()), []).append(match)
    for found in sentences.values():
        for place, match in enumerate(found):
            opens = len(found) == 2 and place == 0
            yield Edit(match.start(), match.end(), f" –{NBSP}" if opens else f"{NBSP}– ")
