"""What only the printing engine can say of the library: glyphs, pictograms, and whether a text fits its sheet."""

from disaster_support.content.checks import Probes
from disaster_support.content.model import Entry, Kind, Language, Phrase
from disaster_support.documents.model import Text
from disaster_support.printing import Typesetter, has_pictogram

SIGN_BOX_MM, SIGN_LEAST_PT = (186.0, 180.0), 36.0
"""What one language has on an upright A4 under the heading, and the size that is read from three metres."""
TILE_BOX_MM, TILE_LEAST_PT = (58.0, 30.0), 11.0
"""A cell of a printed board on A4 with two languages, and the size read at arm's length."""
FORM_BOX_MM, FORM_LEAST_PT = (180.0, 30.0), 9.0
"""The width of the registration card, four lines of it, and the smallest size that a hand fills in."""

_BOXES = {
    Kind.SIGN: (SIGN_BOX_MM, SIGN_LEAST_PT),
    Kind.ALERT: (SIGN_BOX_MM, SIGN_LEAST_PT),
    Kind.FORM: (FORM_BOX_MM, FORM_LEAST_PT),
}


def build_probes(typesetter: Typesetter) -> Probes:
    """Return the probes for `content.checks`."""

    def find_missing_glyphs(language: Language, text: str) -> str:
        return typesetter.find_missing_characters(Text(text, language.tag))

    def find_overflow(language: Language, entry: Entry, phrase: Phrase) -> str:
        (width_mm, height_mm), least_pt = _BOXES.get(entry.kind, (TILE_BOX_MM, TILE_LEAST_PT))
        text = Text(phrase.text, language.tag, phrase.ruby)
        size_pt = typesetter.largest_size_pt(text, width_mm, height_mm, maximum_pt=least_pt, minimum_pt=least_pt)
        return "" if size_pt else f"does not fit {width_mm:g} x {height_mm:g} mm at {least_pt:g} pt"

    return Probes(has_pictogram=has_pictogram, missing_glyphs=find_missing_glyphs, overflow=find_overflow)
