"""One tile over the whole window: the evacuee's side can be turned round, the Japanese stays for staff to read."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.features.boards.answer_grid import MANY
from disaster_support.features.boards.answer_line import AnswerLine
from disaster_support.features.boards.marks import explain_mark
from disaster_support.features.boards.model import Tile, join_phrases
from disaster_support.features.boards.speak_buttons import no_voice_sentence
from disaster_support.features.boards.stage_bar import StageBar
from disaster_support.features.boards.stage_face import StageFace
from disaster_support.features.boards.words import speaker_word
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.phrase import PhraseLabel
from disaster_support.ui.say import Words
from disaster_support.ui.theme import DISPLAY, TITLE, current_theme
from disaster_support.ui.unreviewed import unreviewed_sentence

if TYPE_CHECKING:
    from disaster_support.features.boards.service import BoardService

_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_PageUp: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageDown: 1,
}


class Stage(QWidget):
    """Covers the window it is shown in; Escape closes it and tells which tile was shown last."""

    closed = Signal(int)

    def __init__(self, service: "BoardService", window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tiles: Sequence[Tile] = ()
        self._languages = service.languages
        self.place = 0
        japanese = service.language(SOURCE_LANGUAGE)
        self.face = StageFace(service.languages)
        self.japanese = PhraseLabel(japanese, DISPLAY)
        self.answer = AnswerLine(japanese)
        self.note = MessagePanel("information", unreviewed_sentence)
        self.note.hide()
        self.bar = StageBar(service)
        self.setFocusProxy(self.face)
        self._build()
        window.installEventFilter(self)
        self.hide()

    def _build(self) -> None:
        line = QFrame()
        line.setFrameShape(QFrame.Shape.HLine)
        row = QHBoxLayout()
        row.setContentsMargins(32, 0, 32, 0)
        row.setSpacing(32)
        row.addWidget(self.japanese, 1)
        row.addWidget(self.answer, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 0)
        column.setSpacing(8)
        column.addWidget(self.face, 1)
        column.addWidget(line)
        column.addLayout(row)
        column.addWidget(self.note)
        column.addWidget(self.bar)
        self.face.answered.connect(self._show_answers)
        self.face.left_answers.connect(self.face.setFocus)
        self.bar.back.clicked.connect(self.close_stage)
        self.bar.turn.clicked.connect(self.face.turn)
        self.bar.stepped.connect(self.step)
        self.bar.unchecked.toggled.connect(lambda on: self._explain(self._explain_mark, on))
        self.bar.voices.silent.toggled.connect(lambda on: self._explain(no_voice_sentence, on))

    @property
    def tile(self) -> Tile:
        """The tile shown."""
        return self._tiles[self.place]

    def open_stage(self, tiles: Sequence[Tile], place: int) -> None:
        """Cover the window with one of these tiles."""
        self._tiles = tiles
        self.setGeometry(self._window.rect())
        self._show(place)
        self.show()
        self.raise_()
        self.face.setFocus()

    def step(self, by: int) -> None:
        """Show the tile so many places on."""
        if 0 <= self.place + by < len(self._tiles):
            self._show(self.place + by)
            self.face.setFocus()

    def close_stage(self) -> None:
        """Uncover the window."""
        if self.isVisible():
            self.bar.voices.speech.stop()
            if self.face.turned:
                self.face.turn()
            self.hide()
            self.closed.emit(self.place)

    def _show(self, place: int) -> None:
        self.place = place
        tile = self.tile
        self.japanese.set_size(DISPLAY if len(tile.answers) <= MANY else TITLE)
        self.japanese.set_phrase(tile.japanese.text, tile.japanese.ruby)
        self._show_answers(())
        self.note.hide()
        self.bar.show_tile(tile, place, len(self._tiles))
        self.face.show_tile(tile)
        texts = [phrase.text for phrase in tile.phrases.values()]
        self.face.setAccessibleName(" / ".join(dict.fromkeys([*texts, tile.japanese.text])))
        self.face.setAccessibleDescription(speaker_word(tile.speaker))

    def _show_answers(self, chosen: tuple[str, ...]) -> None:
        said = [answer.japanese for answer in self.tile.answers if answer.entry in chosen]
        self.answer.setVisible(bool(self.tile.answers))
        self.answer.show_phrase(join_phrases(said))

    def _explain(self, words: Words, is_wanted: bool) -> None:
        if is_wanted:
            self.note.set_words(words)
        self.note.setVisible(is_wanted)

    def _explain_mark(self) -> str:
        return explain_mark(self.tile.unreviewed_with_answers, [self._languages[tag] for tag in self.tile.phrases])

    # -- keys, focus and size

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close, step, turn and speak by keys; the down arrow goes to the answers."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.close_stage()
        elif key in _STEPS:
            is_mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
            is_arrow = key in (Qt.Key.Key_Left, Qt.Key.Key_Right)
            self.step(-_STEPS[key] if is_mirrored and is_arrow else _STEPS[key])
        elif key == Qt.Key.Key_Down and self.face.answers:
            self.face.answers[0].setFocus()
        elif key == Qt.Key.Key_T:
            self.bar.turn.click()
        elif key == Qt.Key.Key_S:
            self.bar.voices.speak_first()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus on the stage while it covers the window."""
        stops: list[QWidget] = [self.face, *self.face.answers, *self.bar.stops()]
        now = self.focusWidget()
        index = stops.index(now) if now in stops else 0
        stops[(index + (1 if forward else -1)) % len(stops)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay as large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self._window:
            self.setGeometry(self._window.rect())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        QPainter(self).fillRect(self.rect(), current_theme().color("paper"))
