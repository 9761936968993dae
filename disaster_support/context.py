"""What a room is given: the library, the settings, the register's door, the way to paper, the clock."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from disaster_support.changes import Changes
from disaster_support.content.catalogue import Catalogue
from disaster_support.paths import Paths
from disaster_support.settings import SettingsStore
from disaster_support.storage.door import RegisterDoor

if TYPE_CHECKING:
    from datetime import datetime

    from disaster_support.printing import Typesetter


@dataclass(frozen=True)
class Context:
    """Put together once, in `app`, and handed to every page and command."""

    paths: Paths
    catalogue: Catalogue
    settings: SettingsStore
    changes: Changes
    clock: "Callable[[], datetime]"

    @cached_property
    def door(self) -> RegisterDoor:
        """The door to the register: Talk and Signs never need it open."""
        return RegisterDoor(self._find_register, self.clock, self.changes)

    def _find_register(self) -> Path:
        chosen = self.settings.current.register_folder
        return Path(chosen) if chosen else self.paths.register

    @cached_property
    def typesetter(self) -> "Typesetter":
        """The text engine, loaded at the first page that needs it."""
        from disaster_support.printing import Typesetter

        return Typesetter(self.catalogue.languages)
