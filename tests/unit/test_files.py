"""A file appears whole or not at all, and what went wrong is one sentence."""

import errno
import os
from pathlib import Path

import pytest

from disaster_support.errors import UserError
from disaster_support.files import make_folder, write_whole


def test_a_file_is_written_and_written_over(tmp_path):
    path = tmp_path / "sign.pdf"
    write_whole(path, b"first")
    write_whole(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(os.name != "posix", reason="permissions of files are POSIX's")
def test_others_may_read_what_was_written(tmp_path):
    path = tmp_path / "sign.pdf"
    write_whole(path, b"%PDF")
    mask = os.umask(0)
    os.umask(mask)
    assert path.stat().st_mode & 0o777 == 0o666 & ~mask


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(UserError, match=r"folder .*nowhere does not exist"):
        write_whole(tmp_path / "nowhere" / "sign.pdf", b"")


def test_a_folder_is_no_file(tmp_path):
    with pytest.raises(UserError, match="is a folder"):
        write_whole(tmp_path, b"")


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(UserError, match="file where a folder is needed"):
        make_folder(tmp_path / "taken")


@pytest.mark.parametrize(
    ("error", "sentence"),
    [
        (OSError(errno.ENOSPC, "No space left on device"), "The disk is full"),
        (PermissionError(errno.EACCES, "Permission denied"), "no permission"),
        (OSError(errno.EROFS, "Read-only file system"), "no permission"),
        (OSError(errno.EIO, "Input/output error"), "Input/output error"),
    ],
)
def test_a_failed_write_leaves_the_old_file_and_no_rest(tmp_path, monkeypatch, error, sentence):
    path = tmp_path / "sign.pdf"
    write_whole(path, b"old")

    def fail(_descriptor):
        raise error

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(UserError, match=sentence):
        write_whole(path, b"new")
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_open_elsewhere_is_said_to_be_open(tmp_path, monkeypatch):
    path = tmp_path / "sign.pdf"
    path.write_bytes(b"old")

    def refuse(_source, _target):
        error = PermissionError(errno.EACCES, "The process cannot access the file")
        error.winerror = 32
        raise error

    monkeypatch.setattr(type(path), "replace", refuse)
    with pytest.raises(UserError, match="open in another program"):
        write_whole(path, b"new")
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a full disk to write to is Linux's")
def test_a_really_full_disk_is_told(monkeypatch, tmp_path):
    import tempfile

    def open_full(**_options):
        return os.open("/dev/full", os.O_WRONLY), str(tmp_path / "rest.part")

    monkeypatch.setattr(tempfile, "mkstemp", open_full)
    with pytest.raises(UserError, match="The disk is full"):
        write_whole(tmp_path / "sign.pdf", b"x" * 100_000)
    assert list(tmp_path.iterdir()) == []
