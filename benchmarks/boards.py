"""A board shown, and the language of a board and of the interface switched."""

from pathlib import Path
from typing import Any

from benchmarks.measure import Row, percentile, time_each
from disaster_support.app import build_context
from disaster_support.pages import PAGES

LANGUAGES = ("vi", "my", "ne", "km", "zh-Hans", "pt-BR")


def measure(_home: Path, runs: int) -> list[Row]:
    """Measure in one window until everything is painted; each language has been shown once before."""
    from disaster_support.ui.start import start_application
    from disaster_support.ui.window import MainWindow

    context = build_context()
    application = start_application(context)
    window = MainWindow(context, PAGES)
    window.show()
    talk: Any = window.page("talk")

    def settle() -> None:
        for _turn in range(3):
            application.processEvents()

    def show_language(tag: str) -> None:
        talk.open_boards((tag,))
        settle()

    def show_board(situation: str) -> None:
        talk.boards.open_board(situation)
        settle()

    def switch_interface(tag: str) -> None:
        window.choose_language(tag)
        settle()

    for tag in LANGUAGES:
        show_language(tag)
    situations = [one for one in context.catalogue.situations if context.catalogue.board(one)]
    languages = time_each([lambda tag=tag: show_language(tag) for tag in LANGUAGES * runs])
    boards = time_each([lambda one=one: show_board(one) for one in situations * runs])
    interface = time_each([lambda tag=tag: switch_interface(tag) for tag in ("ja", "en") * runs])
    window.close()
    aim = "50 ms or less"
    return [
        Row("a board shown, median", percentile(boards, 0.5) * 1000, "ms", aim=aim),
        Row("a board's language switched, median", percentile(languages, 0.5) * 1000, "ms", aim=aim),
        Row("the interface's language switched, median", percentile(interface, 0.5) * 1000, "ms", aim=aim),
    ]
