"""Names and other short texts as people give them: kept as typed, freed of what only disturbs.

Nothing here guesses: whether a name is a reading or a Latin spelling is offered, and somebody decides.
"""

import re
import unicodedata
from dataclasses import dataclass

from disaster_support.content.scripts import script_name
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _

# Canonical normalisation would turn these into other characters; in a family register the difference is the name.
_KEPT_IDEOGRAPHS = re.compile("([\uf900-\ufaff\U0002f800-\U0002fa1f]+)")
_JOINERS = "\u200c\u200d"  # shape letters in Persian, Sinhala, Hindi: part of the spelling
_SCRIPTS = {
    "CJK": "Han",
    "IDEOGRAPHIC": "Han",
    "HIRAGANA": "kana",
    "KATAKANA": "kana",
    "KATAKANA-HIRAGANA": "kana",
    "HALFWIDTH": "kana",
    "FULLWIDTH": "Latin",
}
_KANA = re.compile("[\u3041-\u3096\u309d\u309e\u30a1-\u30fa\u30fc-\u30fe・＝ 、,-]+")
_BESIDE = re.compile(r"(?P<name>[^()/]+?)\s*(?:\((?P<inner>[^()]+)\)|/\s*(?P<after>[^/]+))")


@dataclass(frozen=True, slots=True)
class NameOffer:
    """How a typed name might be shared out over the fields; what is empty is not offered."""

    name: str
    kana: str = ""
    latin: str = ""


def clean_line(text: str) -> str:
    """Return the text on one line: composed (NFC), single spaces, no control or direction-changing characters.

    Order, case, width and rare ideographs stay as they were typed.
    """
    if not (text.isascii() and text.isprintable()):  # most cells of a list are plain
        text = _compose("".join(map(_visible, text)))
    return " ".join(text.split())


def clean_text(text: str) -> str:
    """Return the text cleaned as `clean_line` does it, line by line, without empty lines."""
    return "\n".join(filter(None, map(clean_line, text.splitlines())))


def _compose(text: str) -> str:
    parts = _KEPT_IDEOGRAPHS.split(text)
    return "".join(part if index % 2 else unicodedata.normalize("NFC", part) for index, part in enumerate(parts))


def _visible(letter: str) -> str:
    if letter.isspace():
        return " "
    # Cc controls, Cf marks of direction and width, Cs halves of a pair, Cn nothing at all, Co private to one machine
    if unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Cn") and letter not in _JOINERS:
        return ""
    return letter


def scripts_of(text: str) -> frozenset[str]:
    """Return the scripts of the letters: "Han", "kana", "Latin", "Hangul", "Myanmar" …; marks and digits have none."""
    names = (script_name(letter) for letter in text if letter.isalpha())
    return frozenset(_SCRIPTS.get(name, name.capitalize()) for name in names)


def split_names(typed: str) -> NameOffer:
    """Offer which fields a typed name may fill beside the name: 山田太郎（ヤマダ タロウ）, NGUYEN Van An, グエン アン.

    The name itself always keeps what was typed, without a reading that stands in brackets or after a stroke.
    """
    name = clean_line(typed)
    beside = _BESIDE.fullmatch(name.translate({ord("（"): "(", ord("）"): ")", ord("／"): "/"}))
    if beside is None:
        return NameOffer(name, **_offer(name))
    offers = _offer((beside["inner"] or beside["after"]).strip())
    return NameOffer(beside["name"].strip(), **offers) if offers else NameOffer(name)


def _offer(name: str) -> dict[str, str]:
    match sorted(scripts_of(name)):
        case ["kana"]:
            return {"kana": widen_kana(name)}
        case ["Latin"]:
            return {"latin": name}
        case _:
            return {}


def widen_kana(text: str) -> str:
    """Return the text with kana wide and Latin letters narrow, as they are usually written: ﾔﾏﾀﾞ → ヤマダ."""
    return clean_line(unicodedata.normalize("NFKC", text))


def check_kana(text: str) -> str:
    """Return the reading of a name, half-width kana widened.

    Raises:
        UserError: something in it is not kana.

    """
    kana = widen_kana(text)
    if not _KANA.fullmatch(kana):
        raise UserError(
            _("“{text}” is not written in kana: type the reading in katakana or hiragana.").format(
                text=clean_line(text)
            )
        )
    return kana


def check_latin(text: str) -> str:
    """Return the Latin spelling of a name, full-width letters narrowed, case and accents as typed.

    Raises:
        UserError: something in it is not a Latin letter, or there is none.

    """
    latin = widen_kana(text)
    if scripts_of(latin) != {"Latin"}:
        raise UserError(
            _("“{text}” is not written in Latin letters: type it as it stands in the passport.").format(
                text=clean_line(text)
            )
        )
    return latin


def clean_phone(text: str) -> str:
    """Return a telephone number with narrow digits and plain hyphens (０９０−１２３４ → 090-1234), words as typed."""
    return re.sub("(?<=[0-9)])[‐‑‒–—―−ー](?=[0-9(])", "-", widen_kana(text))
