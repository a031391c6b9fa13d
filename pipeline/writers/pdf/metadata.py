"""XMP and document information: Dublin Core, PDF/A-3a and PDF/UA-1."""

from __future__ import annotations

import datetime as dt
import uuid
from html import escape

import pikepdf
from pikepdf import Dictionary, Name, String

from pipeline import __version__
from pipeline.model import Booklet
from pipeline.writers import titles

_UA = """<rdf:Description rdf:about="" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<pdfuaid:part>1</pdfuaid:part></rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
 xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
 xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#"><pdfaExtension:schemas><rdf:Bag>
<rdf:li rdf:parseType="Resource"><pdfaSchema:schema>PDF/UA identification</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix><pdfaSchema:property><rdf:Seq>
<rdf:li rdf:parseType="Resource"><pdfaProperty:name>part</pdfaProperty:name>
<pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property></rdf:li></rdf:Bag></pdfaExtension:schemas>
</rdf:Description>"""
"""PDF/UA-1 with the extension schema that PDF/A asks for (ISO 19005-3, 6.6.2.3)."""
_ARCHIVE = (
    '<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">'
    "<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>"
    f"</rdf:Description>\n{_UA}"
)


def _bag(name: str, kind: str, values: list[str], language: str = "") -> str:
    given = [value for value in values if value]
    if not given:
        return ""
    lang = f' xml:lang="{language}"' if language else ""
    rows = "".join(f"<rdf:li{lang}>{escape(value)}</rdf:li>" for value in given)
    return f"<dc:{name}><rdf:{kind}>{rows}</rdf:{kind}></dc:{name}>"


def producer() -> str:
    """Return the name of the program, for the metadata."""
    return f"annales {__version__}"


def write_metadata(book: pikepdf.Pdf, booklet: Booklet, print_content: str = "") -> None:
    """Write XMP and document information; both say the same.

    Args:
        book: The document.
        booklet: Its imprint data.
        print_content: For PDF/X-4 a hash of all that is printed, which gives the document its
            identity; empty for PDF/A-3a and PDF/UA-1.
    """
    stamp = f"{booklet.edited:%Y-%m-%d}T00:00:00Z"
    shop = print_content != ""
    keywords = ", ".join(titles.keywords(booklet))
    xmp = f"""<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">{
        _dublin_core(booklet)
    }</rdf:Description>
<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<xmp:CreateDate>{stamp}</xmp:CreateDate><xmp:ModifyDate>{stamp}</xmp:ModifyDate>
<xmp:MetadataDate>{stamp}</xmp:MetadataDate><xmp:CreatorTool>annales</xmp:CreatorTool>
<pdf:Producer>{escape(producer())}</pdf:Producer>{_element("pdf:Keywords", keywords)}{
        _element("pdf:Trapped", "False" if shop else "")
    }</rdf:Description>
{_print_standard(print_content) if shop else _ARCHIVE}</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""
    book.Root.Metadata = book.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    info = _information(booklet)
    if shop:
        info.Trapped = Name("/False")
        info.GTS_PDFXVersion = String("PDF/X-4")
    book.trailer.Info = book.make_indirect(info)


def _dublin_core(booklet: Booklet) -> str:
    given = booklet.imprint
    years = [chapter.year for chapter in booklet.chapters if chapter.year is not None]
    span = f"{years[0]}/{years[-1]}" if years else ""
    return "".join(
        (
            _bag("title", "Alt", [given.title], "x-default"),
            _bag("creator", "Seq", [given.author]),
            _bag("publisher", "Bag", [given.publisher]),
            _bag("description", "Alt", [_subject(booklet)], "x-default"),
            _bag("subject", "Bag", titles.keywords(booklet)),
            _bag("language", "Bag", [given.language]),
            _bag("rights", "Alt", [given.rights], "x-default"),
            _bag("date", "Seq", [f"{booklet.edited:%Y-%m-%d}"]),
            _element("dc:coverage", span),
            _element("dc:identifier", titles.identifier(booklet)),
            _element("dc:source", booklet.source.name),
            "<dc:format>application/pdf</dc:format>",
        )
    )


def _print_standard(content: str) -> str:
    """Return what PDF/X-4 asks for: its version, and an identity made from the content."""
    identity = uuid.uuid5(uuid.NAMESPACE_OID, f"{producer()} {content}")
    return (
        '<rdf:Description rdf:about="" xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/"'
        ' xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/">'
        "<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>"
        f"<xmpMM:DocumentID>uuid:{identity}</xmpMM:DocumentID><xmpMM:VersionID>1</xmpMM:VersionID>"
        "<xmpMM:RenditionClass>default</xmpMM:RenditionClass></rdf:Description>"
    )


def _information(booklet: Booklet) -> Dictionary:
    given = booklet.imprint
    date = String(_pdf_date(booklet.edited))
    info = Dictionary(
        Title=String(given.title),
        Creator=String("annales"),
        Producer=String(producer()),
        CreationDate=date,
        ModDate=date,
    )
    optional = {
        "/Author": given.author,
        "/Subject": _subject(booklet),
        "/Keywords": ", ".join(titles.keywords(booklet)),
    }
    for name, text in optional.items():
        if text:
            info[name] = String(text)
    return info


def _subject(booklet: Booklet) -> str:
    return booklet.imprint.summary or booklet.imprint.subtitle


def _element(name: str, text: str) -> str:
    return f"<{name}>{escape(text)}</{name}>" if text else ""


def _pdf_date(day: dt.date) -> str:
    return f"D:{day:%Y%m%d}000000Z"
