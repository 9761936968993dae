"""What the control of an answer is to the question's screen."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.features.reception.self_check_in import EMPTY, Answer


class AnswerView(QWidget):
    """Shows an answer and lets it be changed."""

    edited = Signal()
    submitted = Signal()  # the answer is whole: on to the next question

    def __init__(self) -> None:
        super().__init__()
        self.first: QWidget | None = None  # where the focus goes
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)

    def answer(self) -> Answer:
        """Return the answer as it stands."""
        return EMPTY

    def go_further(self) -> bool:
        """Ask for the next part of the answer; return whether there is one."""
        return False

    def problem(self) -> str:
        """Return the entry that helps where the answer cannot be; empty where it can."""
        return ""
