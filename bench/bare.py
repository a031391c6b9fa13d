"""The same book as one HTML file for WeasyPrint alone: contents and index by ``target-counter()``.

The yardstick for the booklet assembled from parts; plain on purpose, the way one would
write it by hand.
"""

from __future__ import annotations

from html import escape

from pipeline.model import Booklet, Entry, Heading, ListBlock

_CSS = """
@page { size: A5; margin: 19mm 22mm 24mm 16mm; @bottom-center { content: counter(page) } }
@page { @top-right { content: string(year) } }
body { font: 10pt/1.35 'Source Serif Pro', serif; hyphens: auto; text-align: justify }
h1 { break-before: right; string-set: year content() }
h2 { break-after: avoid; font-size: 12pt } h3 { break-after: avoid; font-size: 9pt }
p { margin: 0; orphans: 2; widows: 2; text-indent: 1em }
.contents a::after { content: leader('.') target-counter(attr(href), page) }
.index a::after { content: target-counter(attr(href), page) }
"""


def bare_book(booklet: Booklet) -> str:
    """Return the booklet as one HTML document."""
    contents = "".join(
        f'<p><a href="#{each.id}">{each.year} {escape(str(each.title))}</a></p>'
        for each in booklet.chapters
    )
    chapters = "".join(
        f'<h1 id="{chapter.id}">{chapter.year} {escape(str(chapter.title))}</h1>'
        + "".join(_entry(entry) for entry in chapter.all_entries)
        for chapter in booklet.chapters
    )
    index = "".join(
        f"<p>{escape(term.term)} "
        + ", ".join(f'<a href="#{key}"></a>' for key in term.entries)
        + "</p>"
        for term in booklet.index
    )
    return (
        f'<html lang="fr"><head><meta charset="utf-8"><title>{escape(booklet.imprint.title)}'
        f"</title><style>{_CSS}</style></head><body><div class=contents>{contents}</div>"
        f"{chapters}<div class=index><h1>Index</h1>{index}</div></body></html>"
    )


def _entry(entry: Entry) -> str:
    parts = [
        f'<h2 id="{entry.id}">{escape(str(entry.period.label))} {escape(str(entry.theme))}</h2>'
    ]
    for section in entry.sections:
        parts.append(f"<h3>{escape(str(section.heading))}</h3>")
        for block in section.blocks:
            if isinstance(block, ListBlock):
                items = "".join(f"<li>{escape(str(item))}</li>" for item in block.items)
                parts.append(f"<ul>{items}</ul>")
            else:
                tag = "h4" if isinstance(block, Heading) else "p"
                parts.append(f"<{tag}>{escape(str(block.text))}</{tag}>")
    parts += [f"<p><small>{escape(str(source))}</small></p>" for source in entry.sources]
    return "".join(parts)
