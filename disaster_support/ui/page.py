"""What a page is to the window."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QVBoxLayout, QWidget

from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.tasks import explain

if TYPE_CHECKING:
    from disaster_support.context import Context

ONE_COLUMN_BELOW = 1100


@dataclass(frozen=True, slots=True)
class PageSpec:
    """A place on the rail; `build` imports and makes the page when it is first shown.

    A place that needs the register wears a lock while nobody has opened it.
    """

    id: str
    label: Callable[[], str]
    icon: str
    shortcut: str
    build: "Callable[[Context], QWidget]"
    needs_register: bool = False


def focus_first(page: QWidget) -> None:
    """Give the focus to where the page wants it, or to its first control, unless it is in the page already."""
    while isinstance(page, Page) and page.focus_target() is not page:
        page = page.focus_target()
    focused = QApplication.focusWidget()
    if focused is not None and page.isAncestorOf(focused):
        return
    if page.focusProxy() is not None or page.focusPolicy() & Qt.FocusPolicy.TabFocus:
        page.setFocus()
        return
    one = page.nextInFocusChain()
    while one is not None and one is not page:
        takes = one.focusPolicy() & Qt.FocusPolicy.TabFocus and one.isEnabled() and one.isVisibleTo(page)
        if takes and page.isAncestorOf(one):
            _chosen_of(one).setFocus()
            return
        one = one.nextInFocusChain()


def _chosen_of(widget: QWidget) -> QWidget:
    """Return the button that is chosen among those of a group, so that a key pressed there changes nothing."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    return (group.checkedButton() if group else None) or widget


def build_or_explain(build: Callable[[], QWidget]) -> QWidget:
    """Return what is built, or where that fails a page that says so: one broken page must not take the others along."""
    try:
        return build()
    except Exception as error:
        sentence = explain(error)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 24, 24, 24)
        column.addWidget(MessagePanel("error", lambda: sentence))
        column.addStretch(1)
        return page


def scrolling(content: QWidget) -> QScrollArea:
    """Return a scroller for a column of controls: it moves up and down only and is never narrower than they are."""
    area = _Scroller()
    content.setObjectName("scrolled")
    area.setWidgetResizable(True)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(content)
    return area


class _Scroller(QScrollArea):
    """As wide as its content asks for."""

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def sizeHint(self) -> QSize:
        content = self.widget()
        width = content.minimumSizeHint().width() if content else 0
        return QSize(width + self.verticalScrollBar().sizeHint().width(), 100)


class Page(QWidget):
    """A page: says its words anew when the language changes, has help, and shows its states for screenshots.

    The focus goes to the widget given to `setFocusProxy`, or else to the first that takes it.
    """

    help_changed = Signal()  # `help_text` says something else now

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._one_column: bool | None = None

    def retranslate(self) -> None:
        """Say again what `say` does not: called when the interface's language has changed."""

    def restyle(self) -> None:
        """Follow the theme and text size where the style sheet does not: icons, painted sizes."""

    def help_text(self) -> str:
        """Return the page's help, a few short paragraphs parted by blank lines."""
        return ""

    def screen_states(self) -> "Iterable[tuple[str, Callable[[], None]]]":
        """Return the further states worth a picture: a name, and what brings the page into it."""
        return ()

    def focus_target(self) -> QWidget:
        """Return where to look for the control that gets the focus: a page of pages names the one it shows."""
        return self

    def arrange(self, one_column: bool) -> None:
        """Put the parts beside one another or, in a narrow window, below; called when that changes."""

    def changeEvent(self, event: QEvent) -> None:
        """Pass language and appearance on to the page."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.StyleChange:
            # Not while Qt goes from widget to widget with the new style: what is taken away then ends the program.
            QTimer.singleShot(0, self, self.restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Change between one and several columns where the room asks for it: an open help takes some of the window."""
        super().resizeEvent(event)
        one_column = self.width() < ONE_COLUMN_BELOW
        if one_column != self._one_column:
            self._one_column = one_column
            self.arrange(one_column)
