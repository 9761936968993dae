"""Where the program and its files are."""

import sys
from dataclasses import dataclass
from pathlib import Path

APP_NAME = "disaster-support"
PORTABLE_MARK = "portable"


@dataclass(frozen=True, slots=True)
class Paths:
    """The folders the program uses; `portable` when a file of that name lies beside it."""

    program: Path
    config: Path
    cache: Path
    logs: Path
    data: Path
    portable: bool

    @property
    def resources(self) -> Path:
        """The library's structure."""
        return self.program / "resources"

    @property
    def translations(self) -> Path:
        """The catalogues of every language."""
        return self.program / "translations"

    @property
    def overlay(self) -> Path:
        """The municipality's own corrections of texts, laid out as `translations`; an update leaves them alone."""
        return self.data / "translations"

    @property
    def register(self) -> Path:
        """The register's folder, unless another is chosen."""
        return self.data / "register"

    @property
    def settings(self) -> Path:
        """The settings file."""
        return self.config / "settings.json"

    @property
    def compiled(self) -> Path:
        """The library's compiled form."""
        return self.cache / "library"


def _program_folder() -> Path:
    bundled = getattr(sys, "_MEIPASS", None)
    return Path(bundled) if bundled else Path(__file__).resolve().parent.parent


def _beside_program() -> Path:
    return Path(sys.executable).parent if hasattr(sys, "_MEIPASS") else _program_folder()


def find_paths() -> Paths:
    """Return the folders of this installation: the user's own, or all beside the program when it is portable."""
    beside = _beside_program()
    if (beside / PORTABLE_MARK).is_file():
        data = beside / "portable-data"
        return Paths(_program_folder(), data / "config", data / "cache", data / "logs", data, portable=True)
    import platformdirs

    return Paths(
        program=_program_folder(),
        config=platformdirs.user_config_path(APP_NAME, appauthor=False),
        cache=platformdirs.user_cache_path(APP_NAME, appauthor=False),
        logs=platformdirs.user_log_path(APP_NAME, appauthor=False),
        data=platformdirs.user_data_path(APP_NAME, appauthor=False),
        portable=False,
    )
