"""One program at a time on a register: the second is told."""

from pathlib import Path

from filelock import FileLock, Timeout

from disaster_support.errors import UserError
from disaster_support.files import explained
from disaster_support.i18n import gettext as _

_FILE = "in-use"
_PATIENCE_S = 2.0  # a command that is just ending needs no message


class FolderLock:
    """Held from its making until `release`; the system frees it when the program dies."""

    def __init__(self, folder: Path) -> None:
        self._lock = FileLock(folder / _FILE, thread_local=False)
        with explained(folder / _FILE):
            try:
                self._lock.acquire(timeout=_PATIENCE_S)
            except Timeout as error:  # an OSError too, which would be explained as one
                raise UserError(
                    _("The register in {folder} is open in another program or window. Close it there first.").format(
                        folder=folder
                    )
                ) from error

    def release(self) -> None:
        """Let the next program in."""
        self._lock.release()
