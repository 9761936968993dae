"""Wrong passphrases slow down: what was tried in vain, kept beside the register so that a new start forgets nothing."""

import json
import math
from datetime import datetime
from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.files import explained, write_whole
from disaster_support.i18n import ngettext

_FILE = "attempts.json"
_FREE = 3  # so many slips of the fingers cost nothing
_LONGEST_S = 300


def check_pause(folder: Path, now: datetime) -> None:
    """Let a passphrase be tried, unless the last wrong ones ask for a pause.

    Raises:
        UserError: says how many seconds to wait.

    """
    failed, last = _read(folder)
    left = pause_s(failed) - (now.timestamp() - last)
    if 0 < left <= _LONGEST_S:  # a clock that was set back must not lock anybody out
        seconds = math.ceil(left)
        raise UserError(
            ngettext(
                "Too many wrong passphrases. Wait {seconds} second and try again.",
                "Too many wrong passphrases. Wait {seconds} seconds and try again.",
                seconds,
            ).format(seconds=seconds)
        )


def pause_s(failed: int) -> int:
    """Return the seconds to wait after so many wrong passphrases in a row: 0 0 0 2 4 8 … 300."""
    return 0 if failed < _FREE else int(min(2 ** (failed - _FREE + 1), _LONGEST_S))


def note_failure(folder: Path, now: datetime) -> None:
    """Remember that a passphrase was wrong."""
    failed, _last = _read(folder)
    write_whole(folder / _FILE, json.dumps({"failed": failed + 1, "last": now.timestamp()}).encode())


def forget_failures(folder: Path) -> None:
    """Begin anew: the right passphrase was given."""
    with explained(folder / _FILE):
        (folder / _FILE).unlink(missing_ok=True)


def _read(folder: Path) -> tuple[int, float]:
    try:
        data = json.loads((folder / _FILE).read_bytes())
        return int(data["failed"]), float(data["last"])
    except (OSError, ValueError, KeyError, TypeError, UserError):
        return 0, 0.0
