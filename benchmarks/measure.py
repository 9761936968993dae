"""How things are measured: whole processes in turn, medians, memory by the system's own account."""

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Row:
    """One line of the table: our figure, what stands beside it, and what was aimed at."""

    what: str
    ours: float
    unit: str
    beside: str = ""
    theirs: float | None = None
    aim: str = ""

    @property
    def ratio(self) -> float | None:
        """Ours by theirs."""
        return self.ours / self.theirs if self.theirs else None

    def cells(self) -> tuple[str, str, str, str, str, str]:
        """Return the line as texts."""
        theirs = "" if self.theirs is None else f"{self.theirs:.3g} {self.unit}"
        ratio = "" if self.ratio is None else f"{self.ratio:.2f}"
        return self.what, f"{self.ours:.3g} {self.unit}", self.beside, theirs, ratio, self.aim

    def as_json(self) -> dict[str, object]:
        """Return the line for the JSON file."""
        return {**asdict(self), "ratio": self.ratio}


@dataclass(frozen=True)
class Run:
    """A finished process: wall seconds, and the largest memory it held in MB."""

    seconds: float
    megabytes: float


def run_python(arguments: Sequence[str]) -> Run:
    """Run the same Python with these arguments to its end.

    Raises:
        RuntimeError: it failed.

    """
    begin = time.perf_counter()
    process = subprocess.Popen([sys.executable, *arguments], stdout=subprocess.DEVNULL)
    _pid, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"{arguments} ended with {process.returncode}")
    return Run(seconds, usage.ru_maxrss / 1024)


def run_in_turn(first: Sequence[str], second: Sequence[str], runs: int) -> tuple[Run, Run]:
    """Run two programs A B A B … after a warm-up of each; return the medians of each."""
    pairs = [(run_python(first), run_python(second)) for _turn in range(runs + 1)][1:]
    return _median([one for one, _other in pairs]), _median([other for _one, other in pairs])


def _median(found: Sequence[Run]) -> Run:
    seconds = statistics.median(run.seconds for run in found)
    return Run(seconds, statistics.median(run.megabytes for run in found))


def time_each(actions: Sequence[Callable[[], object]]) -> list[float]:
    """Return the seconds that each action takes, sorted."""
    found = []
    for action in actions:
        begin = time.perf_counter()
        action()
        found.append(time.perf_counter() - begin)
    return sorted(found)


def percentile(ordered: Sequence[float], share: float) -> float:
    """Return the value that this share of an ordered list does not exceed."""
    return ordered[min(len(ordered) - 1, round(share * (len(ordered) - 1)))]
