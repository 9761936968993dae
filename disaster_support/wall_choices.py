"""What people choose for paper on walls, kept from one start to the next: signs and notices begin where one stopped."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

from disaster_support.changes import Change
from disaster_support.context import Context
from disaster_support.documents.wall.model import MAX_LANGUAGES, pick_languages
from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _


class WallChoices:
    """The usual languages, paper and folder, and the sets of languages that have names."""

    def __init__(self, context: Context) -> None:
        self._context = context

    def today(self) -> date:
        """Return the date that stands on what is printed now."""
        return self._context.clock().date()

    def usual_languages(self) -> tuple[str, ...]:
        """Return the languages that were chosen last, without those that are gone."""
        chosen = self._context.settings.current.sign_languages
        return pick_languages(tag for tag in chosen if tag in self._context.catalogue.languages)[:MAX_LANGUAGES]

    def usual_paper(self) -> tuple[str, bool]:
        """Return the name of the paper that was chosen last, and whether it lies."""
        settings = self._context.settings.current
        return settings.paper, settings.landscape

    def keep_choice(self, languages: tuple[str, ...], paper: str, *, landscape: bool) -> None:
        """Keep languages, paper and direction for the next start.

        Raises:
            UserError: the settings cannot be written; the choice holds until the program ends.

        """
        chosen = {"sign_languages": languages, "paper": paper, "landscape": landscape}
        current = self._context.settings.current
        if any(getattr(current, name) != value for name, value in chosen.items()):
            self._context.settings.update(**chosen)

    def folder(self) -> Path:
        """Return the folder where files were saved last, else the person's own."""
        kept = Path(self._context.settings.current.folder)
        return kept if self._context.settings.current.folder and kept.is_dir() else Path.home()

    def keep_folder(self, folder: Path) -> None:
        """Keep the folder for the next file.

        Raises:
            UserError: the settings cannot be written; the choice holds until the program ends.

        """
        if self._context.settings.current.folder != str(folder):
            self._context.settings.update(folder=str(folder))

    def language_sets(self) -> dict[str, tuple[str, ...]]:
        """Return the sets of languages that people here have named, without languages that are gone."""
        known = self._context.catalogue.languages
        sets = self._context.settings.current.language_sets
        return {name: tuple(tag for tag in tags if tag in known) for name, tags in sets.items()}

    def save_language_set(self, name: str, languages: Iterable[str]) -> None:
        """Keep a set under a name; one of that name is replaced.

        Raises:
            UserError: the name or the set is empty, or the settings cannot be written.

        """
        tags = pick_languages(languages)
        if not name.strip():
            raise UserError(_("Give the set a name."))
        if not tags:
            raise UserError(_("Choose at least one language first."))
        self._change_sets({**self.language_sets(), name.strip(): tags})

    def delete_language_set(self, name: str) -> None:
        """Forget the set of this name.

        Raises:
            UserError: the settings cannot be written.

        """
        self._change_sets({known: tags for known, tags in self.language_sets().items() if known != name})

    def _change_sets(self, sets: dict[str, tuple[str, ...]]) -> None:
        try:
            self._context.settings.update(language_sets=sets)
        finally:
            self._context.changes.announce(Change.LANGUAGE_SETS)
