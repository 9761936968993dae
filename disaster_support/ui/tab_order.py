"""The order in which the Tab key goes: what is built later is otherwise reached last, wherever it stands."""

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_place(container: QWidget, stops: Sequence[QWidget] = ()) -> None:
    """Let the Tab key reach what is in a container where the container itself stands.

    Its `stops` come in their order, or else all that is in it in the order in which it was built.
    """
    before = _stop_before(container)
    for first, second in pairwise([*([before] if before else []), *(stops or _stops_in(container))]):
        QWidget.setTabOrder(first, second)


def _stops_in(container: QWidget) -> list[QWidget]:
    window = container.window()
    return [one for one in container.findChildren(QWidget) if _is_stop(one) and one.window() is window]


def _stop_before(container: QWidget) -> QWidget | None:
    """Return the stop that comes before a container, going round at the first; None where there is no other."""
    one = container.previousInFocusChain()
    while one is not None and one is not container:
        if _is_stop(one) and not container.isAncestorOf(one):
            return one
        one = one.previousInFocusChain()
    return None


def _is_stop(widget: QWidget) -> bool:
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) and widget.focusProxy() is None
