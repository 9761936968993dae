"""Start of the window beside a bare one."""

from pathlib import Path

from benchmarks.measure import Row, run_in_turn, run_python

FOLDER = Path(__file__).parent


def measure(_home: Path, runs: int) -> list[Row]:
    """Measure whole processes that end as soon as the first page can be used, after a start that made the caches."""
    ours = str(FOLDER / "open_window.py")
    run_python([ours, "--settle"])
    started, floor = run_in_turn([ours], [str(FOLDER / "bare_window.py")], runs)
    aim, beside = "1.5 or less", "bare window"
    return [
        Row("start until the language board is painted", started.seconds, "s", beside, floor.seconds, aim),
        Row("memory then", started.megabytes, "MB", beside, floor.megabytes, "2 or less"),
    ]
