"""A notice in the making: its texts first, then its pages, in the background; only the last wish counts."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from disaster_support.content.model import SOURCE_LANGUAGE, Entry, Phrase
from disaster_support.features.notices.model import NoticeOptions, Texts, Values
from disaster_support.features.notices.service import Made, NoticeService
from disaster_support.ui.tasks import Task, run_in_background


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be made: the texts as they were typed, and the values that were read from them."""

    entry: Entry
    texts: Texts
    values: Values
    options: NoticeOptions


@dataclass(frozen=True, slots=True)
class Ready:
    """What was made, and of what."""

    wish: Wish
    made: Made


class Making(QObject):
    """`said` tells the wish and the texts by language, `done` what is ready, `failed` why it could not be."""

    said = Signal(object, object)
    done = Signal(object)
    failed = Signal(str)

    def __init__(self, owner: QWidget, service: NoticeService) -> None:
        super().__init__(owner)
        self._owner, self._service = owner, service
        self._task: Task | None = None
        self._then: Callable[[Ready], object] | None = None
        self.ready: Ready | None = None

    @property
    def is_busy(self) -> bool:
        """Whether something is being made."""
        return self._task is not None

    def start(self, wish: Wish) -> None:
        """Make this; what was being made before is no longer wanted."""
        if self._task:
            self._task.cancel()
        self.ready, self._then = None, None
        tags = (SOURCE_LANGUAGE, *wish.options.languages)
        self._task = run_in_background(
            self._owner,
            lambda _progress: self._service.show(wish.entry, wish.values, tags),
            on_done=partial(self._go_on, wish),
            on_error=self._fail,
        )

    def when_ready(self, action: Callable[[Ready], object]) -> None:
        """Do this with what is being made, as soon as it is there."""
        if self.ready:
            action(self.ready)
        elif self._task:
            self._then = action

    def _go_on(self, wish: Wish, phrases: dict[str, Phrase]) -> None:
        self.said.emit(wish, phrases)
        self._task = run_in_background(
            self._owner,
            lambda _progress: self._service.make(wish.entry, wish.values, wish.options),
            on_done=partial(self._finish, wish),
            on_error=self._fail,
        )

    def _finish(self, wish: Wish, made: Made) -> None:
        self._task, self.ready = None, Ready(wish, made)
        self.done.emit(self.ready)
        if self._then:
            action, self._then = self._then, None
            action(self.ready)

    def _fail(self, sentence: str) -> None:
        self._task, self._then = None, None
        self.failed.emit(sentence)
