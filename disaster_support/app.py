"""Where everything is put together: the context first, then the window or the command line."""

import gc
import sys
from collections.abc import Mapping, Sequence
from os import environ
from typing import TYPE_CHECKING

from disaster_support import i18n
from disaster_support.changes import Changes
from disaster_support.content.catalogue import open_catalogue
from disaster_support.context import Context
from disaster_support.damage import list_damage
from disaster_support.interface_compiled import compile_interface
from disaster_support.paths import find_paths
from disaster_support.settings import SettingsStore
from disaster_support.system import find_obstacle

if TYPE_CHECKING:
    from datetime import datetime

    from disaster_support.ui.window import MainWindow


def build_context() -> Context:
    """Read the settings and open the library; neither stops the program when it is damaged."""
    paths = find_paths()
    settings = SettingsStore(paths.settings)
    compile_interface(paths.translations, paths.compiled)
    i18n.use_language(settings.current.interface_language or system_language(environ), paths.compiled)
    catalogue = open_catalogue(paths.resources, paths.translations, paths.compiled, paths.overlay)
    return Context(paths, catalogue, settings, Changes(), read_clock)


def read_clock() -> "datetime":
    """Return what time it is."""
    from datetime import datetime

    return datetime.now()


def system_language(environment: Mapping[str, str]) -> str:
    """Return the interface's language for this system: English where it asks for English, else Japanese."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return "en" if environment[name].startswith("en") else "ja"
    return "ja"


def main(arguments: Sequence[str]) -> int:
    """Run a command where one is named, else open the window; return the exit code."""
    if arguments:
        from disaster_support.cli import run_command

        return run_command(arguments, build_context)
    context = build_context()
    if obstacle := find_obstacle(environ):
        sys.stderr.write(f"{obstacle}\n")
        return 2
    open_window(context)
    from disaster_support.ui.start import run_application

    return run_application()


def open_window(context: Context) -> "MainWindow":
    """Show the window, its first page still on the way.

    Nothing made until then is thrown away, so Python looks for no garbage meanwhile: a tenth of the start.
    """
    gc.disable()
    from disaster_support.pages import PAGES, read_status
    from disaster_support.ui.faults import watch_faults
    from disaster_support.ui.start import start_application
    from disaster_support.ui.window import MainWindow

    start_application(context)
    window = MainWindow(context, PAGES, lambda: read_status(context))
    watch_faults(context.paths.logs, lambda sentence: window.show_message("error", lambda: sentence))
    for words in list_damage(context):
        window.show_message("warning", words)
    window.show()
    return window
