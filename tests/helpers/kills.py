"""A program that is killed hard while it writes, and what it had acknowledged by then."""

import os
import select
import signal
import time
import traceback
from collections.abc import Callable
from typing import NoReturn

import pytest

PATIENCE_S = 20.0

needs_fork = [
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork"),
    # Of fork beside threads: the child execs none.
    pytest.mark.filterwarnings("ignore:This process:DeprecationWarning"),
]


def run_until_killed(work: Callable[[int], object], seconds: float, *, waits: bool = True) -> list[list[str]]:
    """Return what a program acknowledged before it was killed: lines of words, only whole ones.

    Args:
        work: writes for ever, and a line to the file descriptor it is given for each thing that is safe.
        seconds: until its death.
        waits: whether they count from the first thing it has said, not from its birth.

    """
    read, write = os.pipe()
    child = os.fork()
    if not child:
        os.close(read)
        _work(work, write)
    os.close(write)
    try:
        if waits:
            select.select([read], [], [], PATIENCE_S)
        time.sleep(seconds)
    finally:
        os.kill(child, signal.SIGKILL)
    with os.fdopen(read, encoding="utf-8") as lines:
        said = lines.read()
    _pid, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), said
    return [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]


def _work(work: Callable[[int], object], write: int) -> NoReturn:
    try:
        work(write)
    except BaseException:
        os.write(write, traceback.format_exc().encode())
    finally:
        os._exit(1)
