"""Cards at the side: what goes out to a reviewer, what came back, and the corrections of this shelter."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from disaster_support.content.catalogue import Catalogue
from disaster_support.content.model import Kind, Language
from disaster_support.features.review.model import Form, LanguageStatus, Part
from disaster_support.i18n import current_language, ngettext, pgettext
from disaster_support.i18n import gettext as _
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import Choice, ChoiceBox, Switch
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flowing import Flowing
from disaster_support.ui.language_picker import name_of
from disaster_support.ui.parts import label, text_label
from disaster_support.ui.say import Words

_EVERYTHING = ""
_KINDS = (
    Kind.SIGN,
    Kind.NOTICE,
    Kind.ALERT,
    Kind.QUESTION,
    Kind.ANSWER,
    Kind.STAFF,
    Kind.EVACUEE,
    Kind.WORD,
    Kind.FORM,
)


class Card(QFrame):
    """A titled card with parts below one another; `wanted` says what is wanted of it."""

    wanted = Signal(str)

    def __init__(self, title: Words) -> None:
        super().__init__()
        self.setProperty("panel", "card")
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 12, 16, 12)
        self._column.setSpacing(8)
        self.add(label(title, "title"))

    def add(self, part: QWidget) -> None:
        """Add a part; a button is as wide as its words."""
        side = Qt.AlignmentFlag.AlignLeading if isinstance(part, Button) else Qt.AlignmentFlag(0)
        self._column.addWidget(part, 0, side)


class OutCard(Card):
    """Which texts of the chosen language go out, and as what: a form is wanted."""

    def __init__(self, catalogue: Catalogue) -> None:
        super().__init__(lambda: _("To a reviewer"))
        self._language = text_label("", "strong")
        self.situation = ChoiceBox(lambda: _("Which part"), _situations(catalogue))
        kinds = [(_EVERYTHING, lambda: _("All kinds")), *map(_kind, _KINDS)]
        self.kind = ChoiceBox(lambda: _("What kind"), kinds)
        self.only = Switch(
            lambda: _("Which texts"),
            [
                ("unreviewed", lambda: pgettext("texts", "Unreviewed")),
                ("all", lambda: pgettext("texts", "All")),
            ],
        )
        self.sheet = Button(lambda: _("Sheet to print …"), partial(self.wanted.emit, Form.SHEET), kind="filled")
        self.xliff = Button(lambda: _("XLIFF file …"), partial(self.wanted.emit, Form.XLIFF))
        self.po = Button(lambda: _("PO file …"), partial(self.wanted.emit, Form.PO))
        self.add(self._language)
        self.add(LabelledField(lambda: _("Which part"), self.situation))
        self.add(LabelledField(lambda: _("What kind"), self.kind))
        self.add(self.only)
        self.add(self.sheet)
        files = Flowing()
        for button in (self.xliff, self.po):
            files.add(button)
        self.add(files)

    def show_language(self, language: Language) -> None:
        """Name the language that goes out."""
        self._language.setText(name_of(language))

    def part(self, tag: str) -> Part:
        """Return what is chosen."""
        situation, kind = self.situation.key(), self.kind.key()
        return Part(
            tag,
            (situation,) if situation else (),
            (Kind(kind),) if kind else (),
            only_unreviewed=self.only.key() == "unreviewed",
        )


class BackCard(Card):
    """A file that came back."""

    def __init__(self) -> None:
        super().__init__(lambda: _("From a reviewer"))
        self.add(
            label(lambda: _("A PO or XLIFF file: you see each text that differs, and take it or not."), "secondary")
        )
        self.open = Button(lambda: _("Open what came back …"), partial(self.wanted.emit, ""))
        self.add(self.open)


class OwnCard(Card):
    """The corrections that are kept here, and the way to those who make the program."""

    def __init__(self) -> None:
        super().__init__(lambda: _("Corrections of your own"))
        self._said = text_label()
        self.send = Button(lambda: _("Save for the program's makers …"), partial(self.wanted.emit, ""))
        self.add(self._said)
        self.add(self.send)

    def show_status(self, status: LanguageStatus | None) -> None:
        """Say how many there are in the chosen language, and offer to send them where there are any."""
        self._said.setText(_say_corrections(status) if status else _("Counting …"))
        self.send.setVisible(bool(status and status.corrections))

    def text(self) -> str:
        """Return what is said."""
        return self._said.text()


def _say_corrections(status: LanguageStatus) -> str:
    kept = ngettext(
        "{count} text in this language is corrected here. It stays when the program is updated.",
        "{count} texts in this language are corrected here. They stay when the program is updated.",
        status.corrections,
    ).format(count=status.corrections)
    if not status.outdated:
        return kept
    older = ngettext(
        "{count} more is for an older version of the library and is not used.",
        "{count} more are for an older version of the library and are not used.",
        status.outdated,
    ).format(count=status.outdated)
    return f"{kept} {older}"


def _situations(catalogue: Catalogue) -> Sequence[Choice]:
    named = [(id_, partial(_name_situation, catalogue, id_)) for id_ in catalogue.situations]
    return [(_EVERYTHING, lambda: _("The whole library")), *named]


def _name_situation(catalogue: Catalogue, id_: str) -> str:
    return catalogue.say(catalogue.situations[id_].title, current_language()).text


def _kind(kind: Kind) -> Choice:
    return kind.value, partial(_name_kind, kind)


def _name_kind(kind: Kind) -> str:
    return {
        Kind.SIGN: pgettext("kind of text", "Signs"),
        Kind.NOTICE: pgettext("kind of text", "Notices"),
        Kind.ALERT: pgettext("kind of text", "Alerts"),
        Kind.QUESTION: pgettext("kind of text", "Questions"),
        Kind.ANSWER: pgettext("kind of text", "Answers"),
        Kind.STAFF: pgettext("kind of text", "What staff say"),
        Kind.EVACUEE: pgettext("kind of text", "What evacuees say"),
        Kind.WORD: pgettext("kind of text", "Words"),
        Kind.FORM: pgettext("kind of text", "Lines of forms"),
    }[kind]
