"""The list of pages: a line for each place on the rail. Each page is imported when it is first shown."""

from functools import partial

from PySide6.QtWidgets import QWidget

from disaster_support.context import Context
from disaster_support.i18n import pgettext
from disaster_support.ui.bar import RegisterStatus
from disaster_support.ui.page import PageSpec


def read_status(context: Context) -> RegisterStatus:
    """Return what the window's bar says of the open register.

    Raises:
        UserError: it is locked or cannot be read.

    """
    from disaster_support.features.reception.pages.status import read_status

    return read_status(context)


def _build_talk(context: Context) -> QWidget:
    from disaster_support.features.boards.page import TalkPage

    return TalkPage(context)


def _build_signs(context: Context) -> QWidget:
    from disaster_support.signs_place import SignsPlace

    return SignsPlace(context)


def _build_reception(context: Context) -> QWidget:
    from disaster_support.features.reception.page import ReceptionPage

    return ReceptionPage(context)


def _build_drills(context: Context) -> QWidget:
    from disaster_support.features.drills.page import DrillsPage
    from disaster_support.features.reception.practice import PracticeRegisters

    return DrillsPage(context, PracticeRegisters(context), partial(_build_costs, context))


def _build_training(context: Context) -> QWidget:
    from disaster_support.course_sheets import course_sheets
    from disaster_support.features.training.page import TrainingPage

    return TrainingPage(context, course_sheets(), partial(_build_costs, context))


def _build_costs(context: Context, subject_id: str = "") -> QWidget:
    """Return the costs, which courses and drills have in common, as a tab of either."""
    from disaster_support.features.costs.pages.page import CostsPage

    return CostsPage(context, subject_id)


def _build_settings(context: Context) -> QWidget:
    from disaster_support.settings_place import SettingsPlace

    return SettingsPlace(context)


PAGES = (
    PageSpec("talk", lambda: pgettext("rail", "Talk"), "forum", "Ctrl+1", _build_talk),
    PageSpec("signs", lambda: pgettext("rail", "Signs"), "sign-direction", "Ctrl+2", _build_signs),
    PageSpec(
        "reception",
        lambda: pgettext("rail", "Reception"),
        "account-group",
        "Ctrl+3",
        _build_reception,
        needs_register=True,
    ),
    PageSpec("training", lambda: pgettext("rail", "Training"), "school", "Ctrl+4", _build_training),
    PageSpec("drills", lambda: pgettext("rail", "Drills"), "clipboard-check", "Ctrl+5", _build_drills),
    PageSpec("settings", lambda: pgettext("rail", "Settings"), "cog", "Ctrl+6", _build_settings),
)
