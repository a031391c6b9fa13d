"""The fonts of the book: ``@font-face`` rules from the font packages."""

from __future__ import annotations

from pathlib import Path

from pipeline import resources
from pipeline.theme import Theme

PACKAGES = ("font_source_serif_pro", "font_source_sans_pro")
_FACES = (
    (PACKAGES[0], "SourceSerifPro", "serif", ("Regular", "It", "Semibold", "SemiboldIt")),
    (PACKAGES[1], "SourceSansPro", "sans", ("Regular", "It", "Semibold", "Light")),
)
_WEIGHTS = {"Regular": 400, "It": 400, "Semibold": 600, "SemiboldIt": 600, "Light": 300}


_STYLES = {
    "Regular": "",
    "It": "-Italic",
    "Semibold": "-Semi-Bold",
    "SemiboldIt": "-Semi-Bold-Italic",
    "Light": "-Light",
}
"""How WeasyPrint names a face, after the family."""


def font_programs(theme: Theme) -> dict[str, Path]:
    """Return the font file of each face, by the name that it has in a laid out part."""
    return {
        theme["fonts"][family].replace(" ", "-") + _STYLES[name]: resources.font_files(package)
        / f"{file}-{name}.otf"
        for package, file, family, names in _FACES
        for name in names
    }


def font_faces(theme: Theme) -> str:
    """Return the ``@font-face`` rules of the two families."""
    rules = []
    for package, file, family, names in _FACES:
        folder = resources.font_files(package)
        for name in names:
            url = (folder / f"{file}-{name}.otf").as_uri()
            slope = "italic" if name.endswith("It") else "normal"
            rules.append(
                f"@font-face{{font-family:'{theme['fonts'][family]}';font-weight:{_WEIGHTS[name]};"
                f"font-style:{slope};src:url('{url}')}}"
            )
    return "".join(rules)
