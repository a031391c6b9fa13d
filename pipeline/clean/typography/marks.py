"""Apostrophes, ellipses and dashes."""

from __future__ import annotations

import re
from bisect import bisect
from collections.abc import Iterator

from pipeline.clean.rule import Edit
from pipeline.clean.typography.blanks import BLANK, NBSP
from pipeline.regex import regex

_ELISION_RE = regex(
    rf"(?<![\w’'])(?:[dljmtnscDLJMTNSC]|[Qq]u|[Jj]usqu|[Ll]orsqu|[Pp]uisqu|[Qq]uoiqu)"
    rf"({BLANK}?['’´`ʼ‘]{BLANK}?|{BLANK}['’´`ʼ‘])(?=[^\W\d_]|[«\"“])"
)
"""An elision, with blanks around its apostrophe: ``d 'un``."""
_APOSTROPHE_RE = regex(r"(?<=[^\W\d_])(['´`ʼ‘])(?!['´`])|(?<=\s)(['´ʼ])(?=[a-zà-ÿœ]|[A-Z]\b)")
"""A straight apostrophe beside a letter; feet and minutes follow a figure, quotations open."""
_LONE_RE = regex(r" ['´ʼ] (?<=[A-ZÀ-Ý]...)(?=[A-ZÀ-Ý])")
"""An apostrophe between two blanks, in a name: ``INTER ' S``."""
_QUOTED_RE = regex(
    r"(?<![^\s(«])(?<!\b[cdjlmnstCDJLMNST] )'(?=[^\W\d_]{2}|[^\W\d_][ ’'])"
    r"(?:[^'\n]|(?<=\w)'(?=\w)){1,120}(?<=[^\W\d_])[.!?…]?'(?![\w'])"
)
"""Words between straight signs: ``'mot'``; they are no apostrophes, and stay."""


def apostrophe(text: str) -> Iterator[Edit]:
    r"""Set ’ for every apostrophe, without a blank in an elision (LRT, *Apostrophe*).

    >>> from pipeline.clean.typography.blanks import show
    >>> show(apostrophe, "d 'un plan, l'État, Proxim' Services, 5' 30, le mot 'seul'")
    "d’un plan, l’État, Proxim’ Services, 5' 30, le mot 'seul'"
    >>> show(apostrophe, "'C'est dit', 'A portée de voix', 'Pierre part")
    "'C’est dit', 'A portée de voix', 'Pierre part"
    """
    straight = any(sign in text for sign in "'´`ʼ‘")
    if not straight and "’" not in text:
        return
    taken: set[int] = set()
    for match in _QUOTED_RE.finditer(text) if "'" in text else ():
        taken |= {match.start(), match.end() - 1}
    for match in _ELISION_RE.finditer(text):
        taken.update(range(match.start(1), match.end(1)))
        yield Edit(match.start(1), match.end(1), "’")
    for match in _APOSTROPHE_RE.finditer(text):
        if match.start() not in taken:
            yield Edit(match.start(), match.end(), "’")
    for match in _LONE_RE.finditer(text):
        if match.start() + 1 not in taken:
            yield Edit(match.start() + 1, match.start() + 2, "’")


_ELLIPSIS_RE = regex(
    rf"(?:{BLANK}*\.(?={BLANK}+\.{{3}}))?{BLANK}*(?:(?<!\.)\.{{3,}}+|…)(?:{BLANK}?\.)*(?=\s|$|[)\]»\"”;:,!?])|(?<=[(\[])\.{{3}}"
)
"""Three points or more, with the blank before: `` ...``, ``... .``."""
_ETC_RE = regex(rf"(?<=\betc)(?:\.+{BLANK}*…|\.{{2,}}|…)(?:{BLANK}*(?:\.{{2,}}|…))*")


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


_DASH_RE = regex(rf"(?<=[\w»).,’…])({BLANK}+[-–—]{BLANK}+)(?=[\w«(])")
"""A hyphen between blanks: ``mot - mot``."""


_SENTENCE_END_RE = regex(r"[.!?;:…][»\")]*\s")


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
