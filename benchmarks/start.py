"""Start of the window beside a bare one."""

from pathlib import Path

from benchmarks.measure import Row, run_in_turn

FOLDER = Path(__file__).parent


def measure(_home: Path, runs: int) -> list[Row]:
    """Measure whole processes that end as soon as the first page can be used."""
    ours, floor = run_in_turn([str(FOLDER / "open_window.py")], [str(FOLDER / "bare_window.py")], runs)
    return [
        Row(
            "start until the language board is painted", ours.seconds, "s", "bare window", floor.seconds, "1.5 or less"
        ),
        Row("memory then", ours.megabytes, "MB", "bare window", floor.megabytes, "2 or less"),
    ]
