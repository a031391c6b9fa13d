"""What a line of text is set with, made ready once for all lines that look alike.

WeasyPrint makes a context, a description of the font and its list of features anew for each
piece of text that it measures or draws: a tenth of the time of a page.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

_FEATURES = (
    "font_kerning",
    "font_variant_ligatures",
    "font_variant_position",
    "font_variant_caps",
    "font_variant_numeric",
    "font_variant_alternates",
    "font_variant_east_asian",
    "font_feature_settings",
)
"""Properties that choose OpenType features, in the order in which WeasyPrint wants them."""
_LOOK = itemgetter(
    "direction",
    "lang",
    "font_style",
    "font_stretch",
    "font_weight",
    "font_size",
    "font_variation_settings",
    *_FEATURES,
)
_PLAIN = {"text_decoration_line": "none", "font_language_override": "normal"}
"""What lines of the book never have; where one has it, WeasyPrint makes everything ready."""


@dataclass(frozen=True, slots=True)
class _Ready:
    context: Any
    language: Any
    font: Any
    features: Any
    """``None`` where the face needs none."""


def make_lines_ready_once() -> None:
    """Stand in for ``weasyprint.text.line_break.Layout.setup`` (70.0), which does the same.

    A context is shared by lines because nothing changes it once it is made; the list of a
    line's attributes is its own, because justification adds to it.
    """
    from weasyprint.text import line_break
    from weasyprint.text.ffi import ffi, gobject, pango

    of_its_own: Callable[[Any, Any], None] = line_break.Layout.setup
    ready: dict[tuple[object, ...], _Ready] = {}

    def setup(line: Any, style: Any) -> None:
        if any(style[name] != value for name, value in _PLAIN.items()):
            of_its_own(line, style)
            return
        look = (style.font_config, *style["font_family"], *_LOOK(style))
        found = ready.get(look)
        if found is None:
            found = ready[look] = _made_ready(style)
        line.style, line.language, line.first_line_direction = style, found.language, 0
        line.ascent = line.underline_position = line.strikethrough_position = None
        line.layout = ffi.gc(pango.pango_layout_new(found.context), gobject.g_object_unref)
        pango.pango_layout_set_auto_dir(line.layout, False)
        pango.pango_layout_set_font_description(line.layout, found.font)
        if found.features is not None:
            attributes = pango.pango_attr_list_new()
            pango.pango_attr_list_insert(attributes, found.features)
            pango.pango_layout_set_attributes(line.layout, attributes)

    line_break.Layout.setup = setup


def _made_ready(style: Any) -> _Ready:
    from weasyprint.text import fonts
    from weasyprint.text.constants import PANGO_DIRECTION
    from weasyprint.text.ffi import ffi, gobject, pango

    context = ffi.gc(
        pango.pango_font_map_create_context(style.font_config.font_map), gobject.g_object_unref
    )
    pango.pango_context_set_round_glyph_positions(context, False)
    pango.pango_context_set_base_dir(context, PANGO_DIRECTION[style["direction"]])
    if style["lang"]:
        language = pango.pango_language_from_string(ffi.new("char[]", style["lang"].encode()))
        pango.pango_context_set_language(context, language)
    else:
        language = pango.pango_language_get_default()
    wanted = fonts.font_features(*itemgetter(*_FEATURES)(style))
    features = None
    if wanted:
        said = ",".join(f"{name} {value}" for name, value in wanted.items()).encode()
        known = style.font_config.font_features  # Pango keeps none: WeasyPrint does
        if said not in known:
            known[said] = pango.pango_attr_font_features_new(said)
        features = known[said]
    return _Ready(context, language, fonts.get_font_description(style), features)
