"""What notices keep from one start to the next, in the user's own folder: the shelter's places, and sets of slots.

Plain JSON, since nothing in it is personal: notices that name a person are not kept.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from disaster_support.errors import UserError
from disaster_support.features.notices.model import KeptSet, Place
from disaster_support.files import make_folder, write_whole

MOST_KEPT = 30
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Stored:
    """All that is kept; `places` is None until somebody changed the list that the program starts with."""

    places: tuple[Place, ...] | None = None
    kept: tuple[KeptSet, ...] = ()  # the newest first


class NoticeStore:
    """The file: read once, written whole at each change."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self.damaged_copy: Path | None = None
        self.current = self._read()

    def put_places(self, places: Sequence[Place]) -> None:
        """Keep the shelter's places, each once.

        Raises:
            UserError: the file cannot be written. The change is in force all the same.

        """
        self._put(replace(self.current, places=tuple(dict.fromkeys(places))))

    def put_kept(self, kept: Sequence[KeptSet]) -> None:
        """Keep these sets, the newest first, as many as anybody looks through.

        Raises:
            UserError: the file cannot be written. The change is in force all the same.

        """
        self._put(replace(self.current, kept=tuple(kept)[:MOST_KEPT]))

    def _put(self, stored: Stored) -> None:
        self.current = stored
        make_folder(self._path.parent)
        write_whole(self._path, json.dumps(asdict(stored), ensure_ascii=False, indent=1).encode())

    def _read(self) -> Stored:
        try:
            return _parse(json.loads(self._path.read_bytes()))
        except FileNotFoundError:
            return Stored()
        except (OSError, ValueError):
            self._set_aside()
            return Stored()

    def _set_aside(self) -> None:
        aside = self._path.with_suffix(".damaged.json")
        try:
            write_whole(aside, self._path.read_bytes())
        except (OSError, UserError):
            aside = self._path
        self.damaged_copy = aside


def _parse(data: Any) -> Stored:
    """Return what a decoded file holds; a wrong row is left out.

    Raises:
        ValueError: the data is nothing that was stored.

    """
    if not isinstance(data, dict):
        raise ValueError("notices are not an object")
    places = data.get("places")
    return Stored(
        None if places is None else _read_rows(places, _read_place),
        _read_rows(data.get("kept"), _read_kept),
    )


def _read_rows(rows: Any, read: Callable[[dict[str, Any]], T | None]) -> tuple[T, ...]:
    if not isinstance(rows, list):
        return ()
    found = (read(row) for row in rows if isinstance(row, dict))
    return tuple(one for one in found if one is not None)


def _read_place(row: dict[str, Any]) -> Place | None:
    entry, name = row.get("entry", ""), row.get("name", "")
    return Place(entry, name) if isinstance(entry, str) and isinstance(name, str) and (entry or name) else None


def _read_kept(row: dict[str, Any]) -> KeptSet | None:
    notice, texts, name = row.get("notice"), row.get("texts"), row.get("name", "")
    if not isinstance(notice, str) or not isinstance(name, str) or not isinstance(texts, dict):
        return None
    return KeptSet(notice, {key: text for key, text in texts.items() if isinstance(text, str)}, name)
