"""The order of signs within a syllable: what a keyboard for another encoding, or a slip, gets wrong.

Source: Unicode Technical Note 11 (Myanmar), The Unicode Standard chapters 12 and 16 (Indic scripts, Thai, Lao, Khmer).
"""

import re

_CONSONANT = "\u1000-\u1021\u1023-\u1027\u1029\u102a\u103f"
_RULES: dict[str, tuple[tuple[str, str], ...]] = {
    "Mymr": (
        (rf"(?<![{_CONSONANT}\u103b-\u103e])\u1031", "U+1031 without a consonant before it: Zawgyi"),
        ("[\u1050-\u109f\uaa60-\uaa7f]", "letter that only Zawgyi uses in Burmese"),
        ("\u1039(?![\u1000-\u1021])", "U+1039 without a consonant after it: Zawgyi"),
        (rf"(?<![{_CONSONANT}\u103a])\u103b", "U+103B without a consonant before it: Zawgyi"),
        (rf"(?<![{_CONSONANT}\u103a\u103b])\u103c", "U+103C without a consonant before it: Zawgyi"),
        (rf"(?<![{_CONSONANT}\u103a-\u103c])\u103d", "U+103D out of order"),
        (rf"(?<![{_CONSONANT}\u103a-\u103d])\u103e", "U+103E out of order"),
        ("[\u102b-\u102f\u1030\u1032\u1036\u1038]\u1031", "U+1031 after a vowel sign"),
        ("\u1038[\u102b-\u1037\u103a-\u103e]", "sign after visarga"),
    ),
    "Thai": (
        ("[\u0e40-\u0e44](?![\u0e01-\u0e2e])", "leading vowel without a consonant after it"),
        ("\u0e4d[\u0e48-\u0e4b]?\u0e32", "nikhahit and aa for sara am"),
        (r"(?:^|\s)[\u0e30\u0e32\u0e33\u0e45]", "vowel without a consonant before it"),
        ("[\u0e30\u0e33][\u0e30\u0e32\u0e33]|\u0e32[\u0e32\u0e33]", "two vowels"),
    ),
    "Laoo": (
        ("[\u0ec0-\u0ec4](?![\u0e81-\u0eae\u0edc-\u0edf])", "leading vowel without a consonant after it"),
        ("\u0ecd[\u0ec8-\u0ecb]?\u0eb2", "niggahita and aa for am"),
    ),
    "Khmr": (
        ("\u17d2(?![\u1780-\u17a2\u17a5-\u17b3])", "coeng without a consonant after it"),
        ("[\u17a3\u17a4\u17b4\u17b5\u17d3\u17d8]", "character that Unicode deprecates or discourages"),
        ("\u17c1[\u17b6\u17b8]", "split vowel written in two"),
        ("[\u17b6-\u17c5]\u17d2", "coeng after a vowel"),
    ),
    "Deva": (("[\u093e-\u094c\u0962\u0963]{2}", "two vowel signs"), ("[\u093e-\u094c]\u094d", "virama on a vowel")),
    "Beng": (("[\u09be-\u09cc]{2}", "two vowel signs"), ("[\u09be-\u09cc]\u09cd", "virama on a vowel")),
    "Taml": (("[\u0bbe-\u0bcc]{2}", "two vowel signs"),),
    "Sinh": (("[\u0dcf-\u0ddf]{2}", "two vowel signs"),),
}
_MARK = (
    "\u0300-\u036f\u0900-\u0903\u093c\u093e-\u094d\u0981-\u0983\u09bc\u09be-\u09cd\u0bbe-\u0bcd\u0dca-\u0ddf"
    "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd\u102b-\u1032\u1036-\u103e\u17b6-\u17d1"
)
_EVERYWHERE = (
    (rf"(?:^|[\s(])[{_MARK}]", "sign without a letter before it"),
    (rf"([{_MARK}])\1", "the same sign twice"),
)


def find_misordered(text: str, script: str) -> list[str]:
    """Return what is wrong with the order of signs, one sentence a rule that is broken."""
    rules = (*_EVERYWHERE, *_RULES.get(script, ()))
    return [reason for pattern, reason in rules if re.search(pattern, text)]
