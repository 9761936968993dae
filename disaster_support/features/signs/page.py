"""The signs page: the gallery, the page as it will print, and the options in the order in which people decide."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.context import Context
from disaster_support.documents.builders import BuildSheet
from disaster_support.documents.model import Direction
from disaster_support.documents.wall.model import MAX_LANGUAGES
from disaster_support.features.signs.explain import explain
from disaster_support.features.signs.gallery import Gallery
from disaster_support.features.signs.gallery_rows import Item
from disaster_support.features.signs.model import SignOptions
from disaster_support.features.signs.options import OptionsPanel
from disaster_support.features.signs.pack import PackPanel
from disaster_support.features.signs.service import Made, SavedPack, SignService
from disaster_support.features.signs.thumbnails import Thumbnails
from disaster_support.i18n import gettext as _
from disaster_support.people_here import NobodyHere, PeopleHere
from disaster_support.ui.language_picker import name_of
from disaster_support.ui.notice import Notice
from disaster_support.ui.open_file import opening
from disaster_support.ui.output import Output, OutputBar
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.parts import attempt
from disaster_support.ui.press import Make, Press
from disaster_support.ui.preview import PdfPreview
from disaster_support.ui.tasks import run_in_background
from disaster_support.ui.theme import current_theme
from disaster_support.ui.unreviewed import UnreviewedLegend, printed_sentence

FIRST_SIGN = "facilities.reception"  # what is hung up first: short, and on one sheet in any six languages
_DEBOUNCE_MS = 200
_GALLERY_WIDTH, _OPTIONS_WIDTH = 320, 344
_STACKED_GALLERY_HEIGHT, _STACKED_PREVIEW_HEIGHT = 320, 560


class _Ready(NamedTuple):
    """What is made, with which options, and what its file is called."""

    made: Made
    options: SignOptions
    name: str


class SignsPage(Page):
    """Choose, see, print. Every change is drawn in the background a moment after the last one."""

    def __init__(self, context: Context, build_board: BuildSheet, here: PeopleHere | None = None) -> None:
        super().__init__()
        self._context = context
        self._here = here or NobodyHere()
        self._chosen_by_hand = False  # then the languages stay, whoever comes
        self.service = SignService(context, build_board)
        languages = context.catalogue.languages
        self.options = OptionsPanel(self.service, tuple(languages.values()))
        self.gallery = Gallery(self.service, Thumbnails(context), languages[SOURCE_LANGUAGE])
        self.preview = PdfPreview()
        self.press = Press(self, self._choose_made)
        self.notice = Notice()
        self.output = Output(self, self.service, self.notice)
        self.pack = PackPanel(self.service, self.options.options)
        self.hint = MessagePanel("information", lambda: "")
        self.hint.hide()
        self.legend = UnreviewedLegend(printed_sentence)
        self.legend.hide()
        self._without_sheet: tuple[str, ...] = ()
        self.missing = MessagePanel("warning", self._say_missing, action=(lambda: _("Print them"), self._print_missing))
        self.missing.hide()
        self._build()
        self._connect()
        self._choose_kind()
        self.gallery.select("sign", FIRST_SIGN)
        self.setFocusProxy(self.gallery.view)
        self._follow_people()

    def help_text(self) -> str:
        """Return how a sign is made."""
        return _(
            "Choose a sign at the left; the middle shows the page exactly as it will print.\n\n"
            "At the right, choose the languages and their order, the paper, an arrow, the name of a room and a note. "
            "The first languages are the largest to be read from afar; what would be too small goes to a further "
            "sheet, and the page says so.\n\n"
            "While the register is open, the languages are those of the people here, most people first, until you "
            "choose others.\n\n"
            "A small diamond stands beside each translation that nobody has checked yet. It can be left off: the "
            "footer of the page then says so.\n\n"
            "The opening pack makes all signs and boards of a shelter's first hour in one go."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the page with an arrow and a room, many languages, a board, and the mark explained and left off."""
        many = [tag for tag in self._context.catalogue.languages if tag != SOURCE_LANGUAGE][:12]
        signs = [item.id for item in self.gallery.model.items if item.kind == "sign"]
        yield "arrow", partial(self._set, arrow=Direction.LEFT, room="体育館 2階")
        yield "many", partial(self._set, languages=many, sign=signs[-1] if signs else "")
        yield "picker", lambda: self.options.languages.add.setChecked(True)
        yield "board", partial(self._set, board=self.service.boards()[0])
        yield "legend", lambda: self.legend.button.setChecked(True)
        yield "unmarked", self._leave_off_marks

    def _set(
        self,
        arrow: Direction | None = None,
        room: str = "",
        languages: Iterable[str] = (),
        sign: str = "",
        board: str = "",
    ) -> None:
        self.options.arrow.choose(arrow)
        self.options.room.setText(room)
        if languages:
            self.options.languages.set_languages(languages)
        if sign or board:
            self.gallery.select("board" if board else "sign", board or sign)
        self._choose_kind()
        self.press.start()

    def _leave_off_marks(self) -> None:
        self.options.marks.box.setChecked(True)
        self._scroller.ensureWidgetVisible(self.options.marks)

    # -- building

    def _build(self) -> None:
        self._left = QWidget()
        self._left.setFixedWidth(_GALLERY_WIDTH)
        left = QVBoxLayout(self._left)
        left.setContentsMargins(0, 0, 0, 0)
        left.addWidget(self.gallery, 1)
        left.addWidget(self.pack)
        self._middle = QWidget()
        column = QVBoxLayout(self._middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.notice)
        column.addWidget(self.missing)
        column.addWidget(self.hint)
        column.addWidget(self.preview, 1)
        column.addWidget(self.legend)
        self._right = self._build_right()
        whole = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._parts.setContentsMargins(16, 16, 16, 16)
        self._parts.setSpacing(16)
        self._parts.addWidget(self._left)
        self._parts.addWidget(self._middle, 1)
        self._parts.addWidget(self._right)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(whole))

    def _build_right(self) -> QWidget:
        right = QWidget()
        right.setFixedWidth(_options_width())
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._scroller = scrolling(self.options)
        column.addWidget(self._scroller, 1)
        self.bar = OutputBar(self, lambda: _("Save the sign or board as PDF (Ctrl+S)"))
        column.addWidget(self.bar)
        return right

    def _connect(self) -> None:
        self.press.made.connect(self._show)
        self.press.failed.connect(self._fail)
        self.bar.printing.connect(self._print)
        self.bar.saving.connect(self._save)
        self.options.changed.connect(self._change)
        self.options.languages.changed.connect(self._choose_by_hand)
        self.gallery.chosen.connect(self._make_soon)
        self.gallery.kind.changed.connect(self._choose_kind)
        self.pack.saved.connect(self._tell_pack)
        self.pack.failed.connect(lambda sentence: self.notice.say("error", lambda: sentence))
        self._context.changes.listen(self._hear)
        search = self.gallery.search
        QShortcut(QKeySequence("Ctrl+F"), self, lambda: search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _hear(self, change: Change) -> None:
        if change is Change.LANGUAGE_SETS:
            self.options.languages.refresh_sets()
        elif change is Change.LIBRARY:
            self.gallery.draw_again()
            self._change()
        elif change in (Change.REGISTER, Change.PEOPLE):
            self._follow_people()

    # -- the people here

    def print_in(self, languages: Sequence[str]) -> None:
        """Print what is chosen in these languages."""
        self.options.languages.set_languages(languages)
        self._choose_by_hand()
        self._change()
        self._print()

    def _choose_by_hand(self) -> None:
        self._chosen_by_hand = True

    def _follow_people(self) -> None:
        """Start with the languages of the people here, and point out those in which nothing was printed yet."""
        run_in_background(
            self,
            lambda _progress: (self._here.languages(), self._here.without_sheet()),
            on_done=lambda known: self._show_people(*known),
            on_error=lambda _sentence: None,  # the register was locked meanwhile: nothing is known then
        )

    def _show_people(self, languages: tuple[str, ...], without_sheet: tuple[str, ...]) -> None:
        self._without_sheet = without_sheet
        self.missing.set_words(self._say_missing)
        self.missing.setVisible(bool(without_sheet))
        wanted = languages[:MAX_LANGUAGES]
        if wanted and not self._chosen_by_hand and wanted != self.options.languages.languages():
            self.options.languages.set_languages(wanted)
            self._change()

    def _say_missing(self) -> str:
        known = self._context.catalogue.languages
        names = "、".join(name_of(known[tag]) for tag in self._without_sheet if tag in known)
        return _("Nothing has been printed since they came in: {languages}.").format(languages=names)

    def _print_missing(self) -> None:
        self.print_in(self._without_sheet)

    def _note_printed(self, languages: tuple[str, ...]) -> None:
        attempt(self.notice, lambda: self._here.note_printed(languages))
        self._follow_people()

    def retranslate(self) -> None:
        """Say again what the pages need, in the new language."""
        if self.press.ready:
            self._explain(self.press.ready)

    def restyle(self) -> None:
        """Give the options the room that larger letters need."""
        self.arrange(self._parts.direction() is QBoxLayout.Direction.TopToBottom)

    def arrange(self, one_column: bool) -> None:
        """Put gallery, page and options side by side, or one below the other."""
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if one_column else directions.LeftToRight)
        unlimited = 16777215
        for part, width in ((self._left, _GALLERY_WIDTH), (self._right, _options_width())):
            part.setMinimumWidth(0 if one_column else width)
            part.setMaximumWidth(unlimited if one_column else width)
        self.gallery.setMinimumHeight(_STACKED_GALLERY_HEIGHT if one_column else 0)
        self._middle.setMinimumHeight(_STACKED_PREVIEW_HEIGHT if one_column else 0)
        self._scroller.setMinimumHeight(self.options.sizeHint().height() if one_column else 0)

    # -- what is shown

    def _choose_kind(self) -> None:
        self.options.show_for_boards(self.gallery.kind.value() == "board")
        self._change()

    def _change(self) -> None:
        self.gallery.set_options(self.options.options())
        self._make_soon()

    def _make_soon(self) -> None:
        if self.gallery.selected():  # else what was made stays
            self.press.start_soon()

    def _choose_made(self) -> Make | None:
        items, options = self.gallery.selected(), self.options.options()
        if not items:
            return None
        return lambda _progress: _Ready(self._make_items(items, options), options, items[0].id)

    def _make_items(self, items: list[Item], options: SignOptions) -> Made:
        if items[0].kind == "board":
            return self.service.make_board(items[0].id, options)
        return self.service.make_signs([item.id for item in items], options)

    def _show(self, ready: _Ready) -> None:
        made, options = ready.made, ready.options
        self._explain(ready)
        self.legend.setVisible(made.has_unreviewed and options.marks)
        if layout := self._middle.layout():
            layout.activate()  # a resized preview would give up the PDF that it is just given
        self.preview.show_pdf(made.pdf)
        attempt(self.notice, lambda: self.service.keep_options(options))

    def _explain(self, ready: _Ready) -> None:
        sentences = explain(self._context.catalogue, ready.made.moved, ready.made.missing, ready.options)
        self.hint.set_words(lambda: "\n".join(sentences))
        self.hint.setVisible(bool(sentences))

    def _fail(self, sentence: str) -> None:
        self.preview.clear()
        self.legend.hide()
        self.hint.set_words(lambda: sentence)
        self.hint.show()

    # -- what is done with it

    def _print(self) -> None:
        self.press.when_made(self._send_to_printer)

    def _send_to_printer(self, ready: _Ready) -> None:
        copies = self.options.copies.value()
        self.output.send_to_printer(ready.made, copies, partial(self._note_printed, ready.options.languages))

    def _save(self, suffix: str) -> None:
        self.press.when_made(partial(self._ask_file, suffix))

    def _ask_file(self, suffix: str, ready: _Ready) -> None:
        self.output.ask_file(ready.made, ready.name, suffix, partial(self._note_printed, ready.options.languages))

    def _tell_pack(self, saved: SavedPack) -> None:
        folder, count = saved.files[0].parent, len(saved.files)
        self.notice.say(
            "success",
            lambda: _("{count} files are in {folder}.").format(count=count, folder=folder),
            opening(self, folder),
        )
        attempt(self.notice, lambda: self.service.keep_folder(folder))
        self._note_printed(self.options.options().languages)


def _options_width() -> int:
    """Grow with the text, half as fast: the longest language's name stays whole."""
    return round(_OPTIONS_WIDTH * (1 + current_theme().scale) / 2)
