"""Run every benchmark, print the table, and write it as JSON: `python3 dev.py bench [--quick]`."""

import argparse
import json
import os
import platform
import sys
import tempfile
from pathlib import Path

from benchmarks import boards, course, drills, easy, paper, register, search, start
from benchmarks.measure import Row

RESULT = Path("build/benchmarks.json")


def main() -> int:
    """Measure all, in turn; nothing else should run on the machine meanwhile."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer runs: for trying the benchmarks themselves")
    runs = 2 if parser.parse_args().quick else 7
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # a user's second start has bytecode
    rows: list[Row] = []
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"):
            os.environ[name] = str(home / name)
        for part in (start, boards, search, easy, paper, course, register, drills):
            rows += part.measure(home, runs)
    sys.stdout.write(_table(rows) + "\n")
    RESULT.parent.mkdir(exist_ok=True)
    machine = {"python": platform.python_version(), "system": platform.platform(), "processors": os.cpu_count()}
    RESULT.write_text(json.dumps({"machine": machine, "rows": [row.as_json() for row in rows]}, indent=1))
    return 0


def _table(rows: list[Row]) -> str:
    cells = [("what", "ours", "beside", "its figure", "ratio", "aim"), *(row.cells() for row in rows)]
    widths = [max(len(row[column]) for row in cells) for column in range(6)]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in cells)


if __name__ == "__main__":
    sys.exit(main())
