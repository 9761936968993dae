"""Review in words: states, and the reasons why a text is not taken."""

from collections.abc import Callable, Iterable

from disaster_support.content.po import Translation
from disaster_support.content.review_diff import LineState, Reason
from disaster_support.features.review.model import Difference
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext

_REASONS: dict[str, Callable[[], str]] = {
    "unknown": lambda: _("The library has no such entry."),
    "version": lambda: _("For another version: the Japanese was “{detail}” then."),
    "empty": lambda: _("The text is missing."),
    "moved": lambda: _("Changed here too since the file was exported."),
    "plurals": lambda: _("A plural form is missing."),
    "slots": lambda: _("A slot in braces was lost or changed: {detail}."),
    "script": lambda: _("Letters of another script or language: {detail}."),
    "mixed": lambda: _("Letters of two scripts that look alike, in one word: {detail}."),
    "invisible": lambda: _("Invisible characters: {detail}."),
    "order": lambda: _("Signs in an order that no font can show."),
    "lines": lambda: _("A notice has the same lines as the Japanese: here there are more or fewer."),
    "numbers": lambda: _("The numbers are not those of the Japanese."),
    "negation": lambda: _("The Japanese forbids or denies, and here no word does."),
    "reading": lambda: _("Readings are missing or wrong: {detail}."),
    "glyphs": lambda: _("No font can show: {detail}."),
    "fit": lambda: _("Too long for its place on paper."),
    "digits": lambda: _("Other digits than this language uses."),
    "punctuation": lambda: _("Other punctuation than this language uses."),
    "terms": lambda: _("The glossary has another word: {detail}."),
    "untranslated": lambda: _("It is the same as in another language."),
}


def say_reasons(reasons: Iterable[Reason]) -> str:
    """Return why a text is refused, or what is remarkable in it, each reason once."""
    return " ".join(dict.fromkeys(map(say_reason, reasons)))


def say_reason(reason: Reason) -> str:
    """Return why a text is refused, or what is remarkable in it."""
    words = _REASONS.get(reason.code)
    return words().format(detail=reason.detail) if words else f"{reason.code}: {reason.detail}"


def say_state(state: LineState) -> str:
    """Return what became of a text that came back."""
    return {
        LineState.SAME: pgettext("text that came back", "Same"),
        LineState.CHANGED: pgettext("text that came back", "Changed"),
        LineState.APPROVED: pgettext("text that came back", "Approved"),
        LineState.REFUSED: pgettext("text that came back", "Refused"),
    }[state]


def say_text(translation: Translation) -> str:
    """Return a text; plural forms stand below one another."""
    return "\n".join(translation.forms) or translation.text


def say_edition(difference: Difference) -> str:
    """Return a sentence about a file that was made from another edition; nothing where it was made from this one."""
    if difference.is_for_this_edition:
        return ""
    if not difference.file_edition:
        return _("The file does not say from which edition of the library it was made.")
    return _(
        "The file was made from another edition of the library ({theirs}, this is {ours}): texts whose Japanese"
        " changed since then are refused."
    ).format(theirs=difference.file_edition, ours=difference.edition)
