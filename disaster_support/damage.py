"""What could not be read at the start, said where the person looks: the program starts all the same."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from disaster_support.content.problems import describe_problem
from disaster_support.context import Context
from disaster_support.i18n import gettext as _


def list_damage(context: Context) -> list[Callable[[], str]]:
    """Return what is missing or damaged, each as a sentence in the interface's language of the moment."""
    damage: list[Callable[[], str]] = [partial(describe_problem, problem) for problem in context.catalogue.problems]
    if copy := context.settings.damaged_copy:
        damage.append(partial(_describe_settings, copy))
    return damage


def _describe_settings(copy: Path) -> str:
    return _("The settings could not be read, so the program starts with its own. The old file is kept: {path}").format(
        path=copy
    )
