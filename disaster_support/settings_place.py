"""Settings, a place on the rail: the program's own, and the translations. Its tabs are of two rooms."""

from disaster_support.context import Context
from disaster_support.i18n import pgettext
from disaster_support.ui.page import Page
from disaster_support.ui.tabbed_page import TabbedPage
from disaster_support.ui.tabs import TabSpec


class SettingsPlace(TabbedPage):
    """Each tab imports and builds its page when it is first shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(lambda: pgettext("settings", "Parts of settings"))
        self._context = context
        self.tabs.set_tabs(
            (
                TabSpec("program", lambda: pgettext("settings", "Program"), self._build_program),
                TabSpec("translations", lambda: pgettext("settings", "Translations"), self._build_translations),
            )
        )

    def _build_program(self) -> Page:
        from disaster_support.features.settings.page import SettingsPage

        return SettingsPage(self._context)

    def _build_translations(self) -> Page:
        from disaster_support.features.review.page import ReviewPage

        return ReviewPage(self._context)
