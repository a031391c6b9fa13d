"""What PDF/A-3a and PDF/UA-1 ask of a finished file, as far as it can be seen without Java.

Not a validator: veraPDF is one, and the tests run it.  This looks, in each build, at what
putting parts together could break; text and fonts of a part are WeasyPrint's.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from itertools import chain

import pikepdf
from pikepdf import Array, Dictionary, Name, Stream

_ACTIONS = frozenset(("/URI", "/GoTo"))
"""The kinds of action that a booklet has; most others are forbidden (ISO 19005-3, 6.5.1)."""
_PRINTED, _UNSEEN = 4, 1 | 2 | 32
"""Flags of annotations: print; invisible, hidden, no view (ISO 32000-1, 12.5.3)."""


def faults(pdf: bytes) -> list[str]:
    """Return what is wrong with a reading edition, in French; nothing where all is well.

    Args:
        pdf: The finished file.
    """
    with pikepdf.open(io.BytesIO(pdf)) as book:
        found = [*_document(book), *_metadata(book), *_attachments(book)]
        fonts: dict[tuple[int, int], pikepdf.Object] = {}
        keys: list[int] = []
        shared: set[tuple[int, int]] = set()
        for number, page in enumerate(book.pages, 1):
            resources = page.obj.get("/Resources", Dictionary())
            met = _page(page.obj, keys)
            if resources.objgen not in shared:
                met = chain(met, _resources(resources, fonts))
            if resources.is_indirect:  # the pages of a part have them together
                shared.add(resources.objgen)
            found += [f"page {number} : {fault}" for fault in met]
        found += [fault for font in fonts.values() for fault in _font(font)]
        found += _parent_tree(book, keys)
    return list(dict.fromkeys(found))


def _document(book: pikepdf.Pdf) -> Iterator[str]:
    root = book.Root
    if book.is_encrypted:
        yield "le fichier est chiffré"
    if "/ID" not in book.trailer:
        yield "le fichier n’a pas d’identifiant"
    if not str(root.get("/Lang", "")):
        yield "la langue manque"
    if not root.get("/MarkInfo", Dictionary()).get("/Marked", False):
        yield "le fichier ne se dit pas balisé"
    if not root.get("/ViewerPreferences", Dictionary()).get("/DisplayDocTitle", False):
        yield "le titre ne s’affiche pas dans la barre de la fenêtre"
    for key in ("/AA", "/OpenAction", "/AcroForm", "/NeedsRendering"):
        if key in root:
            yield f"{key[1:]} n’est pas permis"
    if "/JavaScript" in root.get("/Names", Dictionary()):
        yield "JavaScript n’est pas permis"
    intents = root.get("/OutputIntents", Array())
    if not any(each.S == Name.GTS_PDFA1 and "/DestOutputProfile" in each for each in intents):
        yield "le profil des couleurs manque"


def _metadata(book: pikepdf.Pdf) -> Iterator[str]:
    if "/Metadata" not in book.Root or "/Filter" in book.Root.Metadata:
        yield "les métadonnées XMP manquent, ou sont comprimées"
        return
    xmp = book.open_metadata()  # to read it alone: ``with`` would write it, which is slow
    said = xmp.get("pdfaid:part"), xmp.get("pdfaid:conformance"), xmp.get("pdfuaid:part")
    if said != ("3", "A", "1"):
        yield "les métadonnées ne disent pas PDF/A-3a et PDF/UA-1"
    if not xmp.get("dc:title") or str(book.docinfo.get("/Title", "")) != xmp.get("dc:title"):
        yield "le titre manque, ou il n’est pas le même partout"


def _attachments(book: pikepdf.Pdf) -> Iterator[str]:
    associated = {str(each.get("/F", "")) for each in book.Root.get("/AF", Array())}
    for name, spec in book.attachments.items():
        stream = spec.obj.EF.F
        if "/AFRelationship" not in spec.obj or "/Subtype" not in stream or "/UF" not in spec.obj:
            yield f"le fichier joint « {name} » ne dit pas ce qu’il est"
        if str(spec.obj.get("/F", "")) not in associated:
            yield f"le fichier joint « {name} » n’est pas associé au document"


def _page(page: pikepdf.Object, keys: list[int]) -> Iterator[str]:
    if "/StructParents" in page:
        keys.append(int(page.StructParents))
    elif not _is_blank(page):
        yield "elle n’est pas balisée"
    if "/AA" in page:
        yield "une action n’est pas permise"
    for note in page.get("/Annots", Array()):
        yield from _annotation(note)
        if "/StructParent" in note:
            keys.append(int(note.StructParent))


def _resources(
    resources: pikepdf.Object, fonts: dict[tuple[int, int], pikepdf.Object]
) -> Iterator[str]:
    for _, font in resources.get("/Font", Dictionary()).items():
        fonts.setdefault(font.objgen, font)
    for _, drawing in resources.get("/XObject", Dictionary()).items():
        if isinstance(drawing, Stream) and drawing.get("/Subtype", None) == Name.PS:
            yield "un dessin est en PostScript"


def _is_blank(page: pikepdf.Object) -> bool:
    contents = page.get("/Contents", Array())
    streams = contents if isinstance(contents, Array) else [contents]
    return not any(stream.read_bytes().strip() for stream in streams)


def _annotation(note: pikepdf.Object) -> Iterator[str]:
    if note.get("/Subtype", None) != Name.Link:
        yield "une annotation n’est pas un lien"
    flags = int(note.get("/F", 0))
    if not flags & _PRINTED or flags & _UNSEEN:
        yield "un lien est caché, ou ne s’imprime pas"
    if "/StructParent" not in note or not str(note.get("/Contents", "")):
        yield "un lien n’est pas balisé, ou n’est pas nommé"
    if "/A" in note and str(note.A.S) not in _ACTIONS:
        yield "une action n’est pas permise"


def _font(font: pikepdf.Object) -> Iterator[str]:
    name = str(font.get("/BaseFont", ""))[1:]
    inner = font.DescendantFonts[0] if "/DescendantFonts" in font else font
    descriptor = inner.get("/FontDescriptor", Dictionary())
    if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(descriptor.keys()):
        yield f"la police {name} n’est pas incorporée"
    if "/ToUnicode" not in font:
        yield f"les lettres de la police {name} n’ont pas de sens"


def _parent_tree(book: pikepdf.Pdf, keys: list[int]) -> Iterator[str]:
    """Look for the tags of each page and link, under a number of their own."""
    tree = book.Root.get("/StructTreeRoot", Dictionary()).get("/ParentTree", Dictionary())
    numbers = tree.get("/Nums", Array())
    known = [int(numbers[place]) for place in range(0, len(numbers), 2)]
    if known != sorted(set(known)):
        yield "les balises ne sont pas rangées"
    if len(set(keys)) != len(keys) or not set(keys) <= set(known):
        yield "des pages ou des liens n’ont pas leurs balises"
