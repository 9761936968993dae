"""Where the compiled form is kept: in its folder, and in memory where the folder cannot be written or trusted."""

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TypeVar
from zlib import crc32

from disaster_support.content.compiled import FINGERPRINT, Document, decode
from disaster_support.content.fingerprint import fingerprint_sources, has_sources
from disaster_support.content.model import Problem
from disaster_support.errors import UserError

T = TypeVar("T")
_CORRUPT = (OSError, ValueError, KeyError, TypeError, AttributeError)


def is_current(resources: Path, translations: Path, folder: Path, overlay: Path | None = None) -> bool:
    """Whether the compiled form in the folder was made from the sources as they are."""
    try:
        stored = (folder / FINGERPRINT).read_text(encoding="utf-8")
    except (OSError, ValueError):
        return False
    return stored == fingerprint_sources(resources, translations, overlay)


class CompiledStore:
    """The files of the compiled form, made again from the sources when they are out of date or damaged."""

    def __init__(self, resources: Path, translations: Path, folder: Path, overlay: Path | None = None) -> None:
        self._resources = resources
        self._translations = translations
        self._folder = folder
        self._overlay = overlay
        self._files: dict[str, bytes] = {}  # what was compiled in this run
        self._problems: list[Problem] = []
        if has_sources(resources) and not is_current(resources, translations, folder, overlay):
            self._compile()

    @cached_property
    def edition(self) -> str:
        """A short name of what was compiled: another one once the sources have changed."""
        try:
            return f"{crc32(self._read(FINGERPRINT)):08x}"
        except OSError:
            return ""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What went wrong with the compiled form itself."""
        return tuple(self._problems)

    def load(self, name: str, unpack: Callable[[Document], T], otherwise: T) -> T:
        """Read a file and unpack it; a damaged one is compiled again, or left out and reported."""
        try:
            return unpack(decode(self._read(name)))
        except _CORRUPT:
            if not self._files and has_sources(self._resources):
                self._compile()
                return unpack(decode(self._read(name)))
            self._problems.append(Problem("compiled-corrupt", name))
            return otherwise

    def _read(self, name: str) -> bytes:
        return self._files.get(name) or (self._folder / name).read_bytes()

    def _compile(self) -> None:
        from disaster_support.content.compile import compile_library, write_compiled

        self._files = compile_library(self._resources, self._translations, self._overlay)
        try:
            write_compiled(self._files, self._folder)
        except UserError as error:
            self._problems.append(Problem("compiled-unwritable", self._folder.name, 0, str(error)))
