"""One text that came back: the Japanese, what is said now, what came, and why it is refused where it is."""

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from disaster_support.content.model import Language
from disaster_support.content.review_diff import Line, LineState
from disaster_support.features.review.marking import Pieces, mark_differences
from disaster_support.features.review.words import say_reasons, say_text
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.fonts import font_for
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.parts import label, text_label
from disaster_support.ui.theme import LARGE, current_theme


class LineDetail(QWidget):
    """Words that differ are underlined and stand on a tint."""

    def __init__(self, japanese: Language) -> None:
        super().__init__()
        self._japanese = japanese
        self._shown: tuple[Line, Language] | None = None
        self.refusal = MessagePanel("error", self._say_reasons)
        self.remark = MessagePanel("warning", self._say_reasons)
        self.name = text_label("", "secondary")
        self.source, self.old, self.new = _TextLabel(), _TextLabel(), _TextLabel()
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 0, 16, 0)
        column.setSpacing(8)
        for part in (
            self.refusal,
            self.remark,
            label(lambda: _("Japanese"), "strong"),
            self.source,
            label(lambda: pgettext("text", "Now"), "strong"),
            self.old,
            label(lambda: pgettext("text", "Came back"), "strong"),
            self.new,
            self.name,
        ):
            column.addWidget(part)
        column.addStretch(1)

    def show_line(self, line: Line, language: Language) -> None:
        """Show a text in this language."""
        self._shown = line, language
        old, new = mark_differences(say_text(line.old), say_text(line.new), language)
        self.source.show_pieces(((line.japanese, False),), self._japanese)
        self.old.show_pieces(old or ((_("(no text)"), False),), language)
        self.new.show_pieces(new or ((_("(no text)"), False),), language)
        checked = (
            _("The reviewer calls it right.") if not line.new.fuzzy else _("The reviewer does not call it right yet.")
        )
        self.name.setText(f"{checked} ({line.entry})")
        is_refused = line.state is LineState.REFUSED
        for panel, is_shown in ((self.refusal, is_refused), (self.remark, not is_refused)):
            panel.set_words(self._say_reasons)
            panel.setVisible(is_shown and bool(line.reasons))

    def refresh(self) -> None:
        """Show the same again in the interface's language and look of the moment."""
        if self._shown:
            self.show_line(*self._shown)

    def _say_reasons(self) -> str:
        return say_reasons(self._shown[0].reasons) if self._shown else ""


class _TextLabel(QLabel):
    """A text in any language, in pieces of which some are marked."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_pieces(self, pieces: Pieces, language: Language) -> None:
        """Show a text; it is escaped, so that nothing in it is taken for markup."""
        theme = current_theme()
        self.setFont(font_for(language, theme.px(LARGE)))
        marked = f"background-color: {theme.tint_strong}; text-decoration: underline"
        spans = (
            f'<span style="{marked}">{_escape(piece)}</span>' if differs else _escape(piece)
            for piece, differs in pieces
        )
        self.setText(f'<p dir="{language.direction}">{"".join(spans)}</p>')
        self.setAccessibleName("".join(piece for piece, _differs in pieces))


def _escape(text: str) -> str:
    return escape(text).replace("\n", "<br>")
