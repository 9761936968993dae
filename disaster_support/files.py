"""Writing files so that each appears whole or not at all."""

import contextlib
import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from disaster_support.errors import UserError
from disaster_support.i18n import gettext as _


def write_whole(path: Path, data: bytes) -> None:
    """Write the file under another name beside it, then put it in place.

    Raises:
        UserError: the folder is missing or closed to us, the disk is full, or the file is open elsewhere.

    """
    with explained(path):
        _write(path, data)


def _write(path: Path, data: bytes) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".part", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if os.name == "posix":
            _give_usual_permissions(Path(name))
        Path(name).replace(path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise


def _give_usual_permissions(path: Path) -> None:
    # mkstemp makes files that only the owner can read; a sign on a shared folder is for everybody there.
    mask = os.umask(0)
    os.umask(mask)
    path.chmod(0o666 & ~mask)


def make_folder(path: Path) -> None:
    """Make the folder and those above it where they are missing.

    Raises:
        UserError: it cannot be made.

    """
    with explained(path):
        path.mkdir(parents=True, exist_ok=True)


@contextlib.contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what the system says about this path into one sentence."""
    try:
        yield
    except OSError as error:
        raise UserError(_explain(error, path)) from error


def _explain(error: OSError, path: Path) -> str:
    if error.errno in (errno.ENOSPC, errno.EDQUOT) or getattr(error, "winerror", None) == 112:
        return _("The disk is full: {path} was not written. Make room or choose another disk.").format(path=path)
    if getattr(error, "winerror", None) in (5, 32) and path.is_file():
        return _("{path} is open in another program. Close it there and try again.").format(path=path)
    if isinstance(error, IsADirectoryError) or path.is_dir():
        return _("{path} is a folder. Give a file name.").format(path=path)
    if isinstance(error, FileNotFoundError):
        return _("The folder {folder} does not exist. Make it or choose another.").format(folder=path.parent)
    if isinstance(error, FileExistsError | NotADirectoryError):
        return _("{path} is a file where a folder is needed. Choose another folder.").format(path=path)
    if isinstance(error, PermissionError) or error.errno == errno.EROFS:
        return _("{path} cannot be written: no permission. Choose another folder.").format(path=path)
    return _("{path} cannot be written: {reason}.").format(path=path, reason=error.strerror or error)
