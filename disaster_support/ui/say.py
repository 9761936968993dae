"""Words on widgets that follow the interface's language.

`say(self, label.setText, lambda: _("Languages"))` sets the words now and again at every LanguageChange.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

Words = Callable[[], str]


class _Sayings(QObject):
    """The words of one widget; as its child it is told of a LanguageChange after the widget itself."""

    def __init__(self, owner: QWidget) -> None:
        super().__init__(owner)
        self._sayings: list[tuple[Callable[[str], object], Words]] = []

    def add(self, setter: Callable[[str], object], words: Words) -> None:
        self._sayings.append((setter, words))
        setter(words())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LanguageChange:
            for setter, words in self._sayings:
                setter(words())
            return True
        return super().event(event)


def say(owner: QWidget, setter: Callable[[str], object], words: Words) -> None:
    """Call the setter with the words, now and whenever the interface's language changes.

    `owner` lives as long as the setter's widget: usually the page, or the widget itself.
    """
    sayings = owner.findChild(_Sayings, options=Qt.FindChildOption.FindDirectChildrenOnly)
    (sayings or _Sayings(owner)).add(setter, words)
