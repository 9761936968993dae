"""What the user has chosen, kept from one start to the next."""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from disaster_support.errors import UserError
from disaster_support.files import make_folder, write_whole

THEMES = ("light", "dark", "contrast")
TEXT_SCALES = (1.0, 1.25, 1.5)
IDLE_MINUTES = (2, 5, 10, 20, 30, 60)


@dataclass(frozen=True, slots=True)
class Settings:
    """The choices of one user; every field has a value that works on the first start."""

    interface_language: str = ""  # empty: as the system says
    theme: str = "light"
    text_scale: float = 1.0
    board_languages: tuple[str, ...] = ()
    recent_languages: tuple[str, ...] = ()  # picked on the language board, newest first
    sign_languages: tuple[str, ...] = ("en", "zh-Hans", "ko", "vi", "pt-BR", "ne")
    language_sets: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paper: str = "A4"
    landscape: bool = False
    folder: str = ""  # where files were saved last
    register_folder: str = ""  # empty: the person's own
    idle_minutes: int = 10  # without a key or a click, then the register locks


class SettingsStore:
    """The settings file: read once, written whole at each change."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.damaged_copy: Path | None = None
        self.current = self._read()

    def update(self, **changes: Any) -> Settings:
        """Change some settings and keep them; what cannot be written holds until the program ends.

        Raises:
            UserError: the file cannot be written. The change is in force all the same.

        """
        self.current = replace(self.current, **changes)
        make_folder(self.path.parent)
        write_whole(self.path, json.dumps(asdict(self.current), ensure_ascii=False, indent=1).encode())
        return self.current

    def _read(self) -> Settings:
        try:
            return parse_settings(json.loads(self.path.read_bytes()))
        except FileNotFoundError:
            return Settings()
        except (OSError, ValueError):
            self._set_aside()
            return Settings()

    def _set_aside(self) -> None:
        aside = self.path.with_suffix(".damaged.json")
        try:
            write_whole(aside, self.path.read_bytes())
        except (OSError, UserError):
            aside = self.path
        self.damaged_copy = aside


def parse_settings(data: Any) -> Settings:
    """Return the settings of a decoded file; unknown keys are left out, a wrong value spoils only its own field.

    Raises:
        ValueError: the data is no settings object at all.

    """
    if not isinstance(data, dict):
        raise ValueError("settings are not an object")
    known = {one.name: data[one.name] for one in fields(Settings) if one.name in data}
    return Settings(**{name: _freeze(value) for name, value in known.items() if _is_right(name, value)})


def _is_right(name: str, value: Any) -> bool:
    try:
        return bool(_CHECKS[name](value))
    except (TypeError, AttributeError):
        return False


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _freeze(value: Any) -> Any:
    if isinstance(value, list):
        return tuple(value)
    if isinstance(value, dict):
        return {name: _freeze(one) for name, one in value.items()}
    return value


_CHECKS: Mapping[str, Callable[[Any], bool]] = {
    "interface_language": lambda value: value in ("", "ja", "en"),
    "theme": lambda value: value in THEMES,
    "text_scale": lambda value: value in TEXT_SCALES,
    "board_languages": _is_texts,
    "recent_languages": _is_texts,
    "sign_languages": _is_texts,
    "language_sets": lambda value: all(_is_texts(one) for one in value.values()),
    "paper": lambda value: value in ("A3", "A4", "A5"),
    "landscape": lambda value: isinstance(value, bool),
    "folder": lambda value: isinstance(value, str),
    "register_folder": lambda value: isinstance(value, str),
    "idle_minutes": lambda value: value in IDLE_MINUTES,
}
