"""Talk: languages, boards, and one tile on the full screen; Escape goes back a level each time."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from disaster_support.changes import Change
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.boards.kept_texts import KeptTexts
from disaster_support.features.boards.language_view import LanguageView
from disaster_support.features.boards.service import BoardService
from disaster_support.i18n import gettext as _
from disaster_support.ui.page import Page
from disaster_support.ui.panels import MessagePanel

if TYPE_CHECKING:
    from disaster_support.features.boards.board_view import BoardView
    from disaster_support.features.boards.stage import Stage


class TalkPage(Page):
    """Starts with the languages; boards and full screen are made when they are first needed."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.service = BoardService(context.catalogue, context.settings, context.changes)
        self.languages = LanguageView(self.service, KeptTexts(context.paths.cache / "boards"))
        self.languages.chosen.connect(self.open_boards)
        self.boards: BoardView | None = None
        self.stage: Stage | None = None
        self._unsaved = ""
        self._message = MessagePanel("warning", lambda: self._unsaved, on_dismiss=self._dismiss)
        self._message.hide()
        self._views = QStackedWidget()
        self._views.addWidget(self.languages)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._message)
        column.addWidget(self._views, 1)
        self._reach_by_keys()
        context.changes.listen(self._hear)

    def _hear(self, change: Change) -> None:
        """Say corrected texts at once, on the boards that are open too."""
        if change is Change.LIBRARY:
            self.languages.refresh()
            if self.boards is not None:
                self.boards.show_languages(self.boards.languages)

    def _reach_by_keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            "Ctrl+F": self._focus_search,
            "Ctrl+PgUp": lambda: self._step_board(-1),
            "Ctrl+PgDown": lambda: self._step_board(1),
            "F11": self._fill_screen,
        }
        for key, do in keys.items():
            shortcut = QShortcut(QKeySequence(key), self, do)
            shortcut.setContext(Qt.ShortcutContext.WindowShortcut)

    # -- levels

    def open_boards(self, tags: tuple[str, ...], spoken: tuple[str, ...] = ()) -> None:
        """Show the boards of these languages, then keep the choice: a slow disk holds nobody up."""
        view = self._board_view()
        view.show_languages(tags)
        self._views.setCurrentWidget(view)
        view.grid.focus_card(0)
        QTimer.singleShot(0, self, lambda: self._keep(tags, spoken))

    def _keep(self, tags: tuple[str, ...], spoken: tuple[str, ...]) -> None:
        try:
            self.service.choose_languages(tags, spoken)
        except UserError as error:
            self._tell(str(error))

    def show_language_board(self) -> None:
        """Go back to all languages: the next person may speak another one than was searched for."""
        self.languages.search.clear()
        self.languages.refresh()
        self._views.setCurrentWidget(self.languages)
        self.languages.grid.focus_card(0)

    def open_tile(self, place: int) -> None:
        """Fill the window with a tile of the board."""
        if self.stage is None:
            from disaster_support.features.boards.stage import Stage

            self.stage = Stage(self.service, self.window())
            self.stage.closed.connect(lambda at: self._board_view().grid.focus_card(at))
        self.stage.open_stage(self._board_view().tiles, place)

    def _board_view(self) -> "BoardView":
        if self.boards is None:
            from disaster_support.features.boards.board_view import BoardView

            self.boards = BoardView(self.service)
            self.boards.opened.connect(self.open_tile)
            self.boards.left.connect(self.show_language_board)
            self.boards.more_wanted.connect(self._choose_more)
            self.boards.languages_changed.connect(self._change_languages)
            self._views.addWidget(self.boards)
        return self.boards

    def _choose_more(self) -> None:
        chosen = self._board_view().languages
        self.show_language_board()
        self.languages.choose_several(chosen)

    def _change_languages(self, tags: tuple[str, ...]) -> None:
        self.open_boards(tags) if tags else self.show_language_board()

    # -- keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back a level at Escape."""
        if event.key() == Qt.Key.Key_Escape and self._views.currentWidget() is self.boards:
            self.show_language_board()
            return
        super().keyPressEvent(event)

    def _focus_search(self) -> None:
        is_board = self.boards is not None and self._views.currentWidget() is self.boards
        search = self.boards.search if self.boards and is_board else self.languages.search
        if not self._is_covered():
            search.setFocus(Qt.FocusReason.ShortcutFocusReason)
            search.selectAll()

    def _step_board(self, step: int) -> None:
        if self.boards and self._views.currentWidget() is self.boards and not self._is_covered():
            self.boards.step_board(step)
            self.boards.grid.focus_card(0)

    def _fill_screen(self) -> None:
        window = self.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _is_covered(self) -> bool:
        return self.stage is not None and self.stage.isVisible()

    def hideEvent(self, event: QHideEvent) -> None:
        """Uncover the window when another page is opened."""
        super().hideEvent(event)
        if self.stage is not None and not self.window().isMinimized():
            self.stage.close_stage()

    # -- words and looks

    def restyle(self) -> None:
        """Follow the text size."""
        if self.boards is not None:
            self.boards.restyle()

    def _tell(self, sentence: str) -> None:
        self._unsaved = sentence
        self._message.set_words(lambda: sentence)
        self._message.show()

    def _dismiss(self) -> None:
        self._message.hide()

    def help_text(self) -> str:
        """Return what the page is for and how it is used."""
        return _(
            "Let the person point at their language. Then open a board and point at a tile, or let them point.\n\n"
            "A tile fills the screen when it is pressed. Turn it round for a person across the table. "
            "Answers are pressed on the screen; staff read them in Japanese below the line.\n\n"
            "Keys: Ctrl+F finds, arrow keys move, Enter opens, Escape goes back. Ctrl+Page Up and Page Down change "
            "the board, F11 fills the whole screen, T turns, S speaks."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the states worth a picture."""
        return (
            ("board vi", lambda: self._show_board(("vi",), "reception")),
            ("board ne my km", lambda: self._show_board(("ne", "my", "km"), "reception")),
            ("board ar", lambda: self._show_board(("ar",), "reception")),
            ("question", lambda: self._show_question(("vi",))),
            ("turned", lambda: self._show_question(("my",), turned=True)),
            ("search", lambda: self._show_search("mizu")),
            ("languages", self.show_language_board),
        )

    def _show_board(self, tags: tuple[str, ...], situation: str) -> None:
        if self.stage is not None:
            self.stage.close_stage()
        self.open_boards(tuple(tag for tag in tags if tag in self.service.languages) or (SOURCE_LANGUAGE,))
        self._board_view().open_board(situation)

    def _show_question(self, tags: tuple[str, ...], *, turned: bool = False) -> None:
        self._show_board(tags, "reception")
        tiles = self._board_view().tiles
        self.open_tile(next((place for place, tile in enumerate(tiles) if tile.answers), 0))
        if self.stage and turned:
            self.stage.face.turn()

    def _show_search(self, text: str) -> None:
        self._show_board(("vi",), "reception")
        self._board_view().search.setText(text)
