"""``Text`` → runs: styles, links, comments on words, corrections as tracked changes."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from pipeline.model import Span, Text
from pipeline.writers.addresses import linked
from pipeline.writers.docx.comments import AUTHOR, Comments, closed, opened
from pipeline.writers.docx.corrections import as_changes, is_correction
from pipeline.writers.docx.looks import Mixture, flags_of
from pipeline.writers.docx.xml import BLANKS_RE, run


@dataclass(slots=True)
class Runs:
    """Writes texts of one document; collects the styles and links that they need."""

    comments: Comments
    day: dt.date
    link: Callable[[str], str]
    """Gives the relationship of an address; an empty string where it is none."""
    revisions: bool = False
    mixtures: set[Mixture] = field(default_factory=set)
    _changes: int = 0

    def again(self, text: Text) -> str:
        """Return the runs of a text that is said elsewhere too: no comment, no revision."""
        spans = tuple(Span(span.text, span.style) for span in text.spans if span.text)
        return self.write(replace(text, spans=spans))

    def listed(self, text: Text, base: str = "") -> str:
        """Return the runs of a title as the contents have it: on one line, without its links."""
        spans = (
            Span(BLANKS_RE.sub(" ", span.text), replace(span.style, link=None))
            for span in text.spans
            if span.text
        )
        return self._written(replace(text, spans=tuple(spans)), "", base)

    def stop(self, base: str) -> str:
        """Return the full stop that ends a run-in heading; the workbook has a sign of its own."""
        sign = run(".", base)
        return (self._revision("ins", sign) if self.revisions else sign) + run(" ", base)

    def write(self, text: Text, entry: str = "", base: str = "") -> str:
        """Return the runs of a text; addresses in it are links.

        Args:
            text: What is printed.
            entry: Key of its entry: a doubt is told once an entry.
            base: Id of the character style that the text adds to.
        """
        return self._written(linked(self.comments.pointed(text) if entry else text), entry, base)

    def _written(self, text: Text, entry: str, base: str) -> str:
        pieces: list[str] = []
        groups = self._grouped(text)
        for spans in groups:
            numbers = self.comments.on_words(text.origin, spans[0].marks, entry)
            content = self._changed(spans, base, last=spans is groups[-1])
            if content:
                pieces.append(opened(numbers) + content + closed(numbers))
        return "".join(pieces)

    def _grouped(self, text: Text) -> list[list[Span]]:
        """Return neighbours of one look and one doubt; each tracked change by itself."""
        groups: list[list[Span]] = []
        for span in as_changes(text.spans) if self.revisions else text.spans:
            tracked = self._tracked(span)
            if not span.text and not tracked:
                continue
            last = groups[-1][-1] if groups else None
            if (
                last is not None
                and not tracked
                and not self._tracked(last)
                and last.style == span.style
                and last.marks == span.marks
            ):
                groups[-1].append(span)
            else:
                groups.append([span])
        return groups

    def _tracked(self, span: Span) -> bool:
        return self.revisions and span.before is not None and is_correction(span)

    def _changed(self, spans: list[Span], base: str, *, last: bool) -> str:
        first = spans[0]
        mixture = Mixture(base, flags_of(first.style))
        link = self.link(first.style.link) if first.style.link else ""
        if link:
            mixture = Mixture(base or "Hyperlink", mixture.flags)
        self.mixtures.add(mixture)
        if self._tracked(first):
            before = first.before or ""
            gone = before if first.text else before.lstrip("\n")
            if last and not first.text:
                gone = gone.rstrip("\n")
            content = self._revision("del", run(gone, mixture.id, deleted=True))
            if first.text:
                content += self._revision("ins", run(first.text, mixture.id))
        else:
            content = run("".join(span.text for span in spans), mixture.id)
        if link:
            return f'<w:hyperlink r:id="{link}" w:history="1">{content}</w:hyperlink>'
        return content

    def _revision(self, kind: str, content: str) -> str:
        self._changes += 1
        return (
            f'<w:{kind} w:id="{100000 + self._changes}" w:author="{AUTHOR}" '
            f'w:date="{self.day:%Y-%m-%d}T00:00:00Z">{content}</w:{kind}>'
        )
