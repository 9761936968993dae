"""A country, found by its name in the person's language, in Japanese or in English."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QScroller

from disaster_support.content.fold import fold_spaceless
from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.features.reception.countries import country_name, list_countries
from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.answers.typed_line import TypedLine
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.questions import Question
from disaster_support.features.reception.self_check_in import EMPTY, Answer
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.ui.fonts import font_for
from disaster_support.ui.theme import BOARD_TARGET, LARGE, TITLE, current_theme

_LEAST_ROWS = 4
_FOUND_BY = Qt.ItemDataRole.UserRole + 1


class CountryAnswer(AnswerView):
    """A search above all countries; touching one goes on."""

    def __init__(self, question: Question, texts: CheckInTexts, answer: Answer) -> None:
        super().__init__()
        self.column.addWidget(TwoPhrases(texts, "form.search_country", LARGE))
        self.line = TypedLine(texts.spoken, texts.phrase("form.search_country")[0].text)
        self.line.textEdited.connect(self._find)
        self.line.returnPressed.connect(self.submitted)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName(texts.phrase(question.entry)[0].text)
        self.list.itemClicked.connect(lambda _item: self.submitted.emit())
        self.list.itemActivated.connect(lambda _item: self.submitted.emit())
        self.list.currentItemChanged.connect(lambda _now, _before: self.edited.emit())
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        QScroller.grabGesture(self.list.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        self._dress(texts)
        self._fill(texts, answer)
        self.column.addWidget(self.line)
        self.column.addWidget(self.list, 1)
        self.first = self.line

    def answer(self) -> Answer:
        """Return the code of the country that is marked."""
        item = self.list.currentItem()
        return Answer((str(item.data(Qt.ItemDataRole.UserRole)),)) if item and not item.isHidden() else EMPTY

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Go from the search into the list with the down arrow."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key()
        if watched is self.line and pressed == Qt.Key.Key_Down:
            self.list.setFocus()
            self._mark_first()
            return True
        return super().eventFilter(watched, event)

    def _dress(self, texts: CheckInTexts) -> None:
        theme = current_theme()
        families = ", ".join(f'"{family}"' for family in font_for(texts.spoken, TITLE).families())
        row = theme.px(BOARD_TARGET)
        self.list.setStyleSheet(
            f"QListWidget {{ font-family: {families}; font-size: {theme.px(TITLE)}px; }}"
            f"QListWidget::item {{ min-height: {row}px; }}"
        )
        self.list.setMinimumHeight(_LEAST_ROWS * row)

    def _fill(self, texts: CheckInTexts, answer: Answer) -> None:
        for code, name in list_countries(texts.tag):
            japanese = country_name(code, SOURCE_LANGUAGE)
            item = QListWidgetItem(name if name == japanese else f"{name}   {japanese}")
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setData(_FOUND_BY, fold_spaceless(f"{name} {japanese} {country_name(code, 'en')}"))
            self.list.addItem(item)
            if code in answer.values:
                self.list.setCurrentItem(item)

    def _find(self, text: str) -> None:
        wanted = fold_spaceless(text)
        for item in self._items():
            item.setHidden(wanted not in item.data(_FOUND_BY))
        self.list.setCurrentRow(self._first_row() if wanted else -1)
        self.edited.emit()

    def _mark_first(self) -> None:
        if self.answer().is_empty:
            self.list.setCurrentRow(self._first_row())

    def _first_row(self) -> int:
        return next((row for row, item in enumerate(self._items()) if not item.isHidden()), -1)

    def _items(self) -> list[QListWidgetItem]:
        return [self.list.item(row) for row in range(self.list.count())]
