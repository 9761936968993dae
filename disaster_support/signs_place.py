"""Signs, a place on the rail: what is hung up on walls. Its tabs are of several rooms, put together here."""

from collections.abc import Sequence

from disaster_support.context import Context
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.ui.page import Page
from disaster_support.ui.tabbed_page import TabbedPage
from disaster_support.ui.tabs import TabSpec


class SignsPlace(TabbedPage):
    """Each tab imports and builds its page when it is first shown."""

    def __init__(self, context: Context) -> None:
        super().__init__(lambda: pgettext("signs", "Parts of signs"))
        self._context = context
        self.tabs.set_tabs(
            (
                TabSpec("signs", lambda: _("Signs and boards"), self._build_signs),
                TabSpec("notices", lambda: _("Notices"), self._build_notices),
                TabSpec("easy", lambda: _("Easy Japanese"), self._build_easy),
            )
        )

    def print_in(self, languages: Sequence[str]) -> None:
        """Print the sign or board that is chosen in these languages."""
        from disaster_support.features.signs.page import SignsPage

        page = self.tabs.open("signs")
        if isinstance(page, SignsPage):
            page.print_in(languages)

    def _build_signs(self) -> Page:
        from disaster_support.features.boards.documents import build_board
        from disaster_support.features.reception.overview import LanguagesHere
        from disaster_support.features.signs.page import SignsPage

        return SignsPage(self._context, build_board, LanguagesHere(self._context))

    def _build_notices(self) -> Page:
        from disaster_support.features.notices.page import NoticesPage
        from disaster_support.features.reception.overview import LanguagesHere

        return NoticesPage(self._context, LanguagesHere(self._context))

    def _build_easy(self) -> Page:
        from disaster_support.features.easy.page import EasyPage

        return EasyPage(self._context)
