"""The Easy Japanese helper on a notice as it is typed, beside nothing but Sudachi parting the same text into words."""

from functools import partial
from pathlib import Path

from benchmarks.measure import Row, percentile, time_each
from disaster_support.easy import add_readings, analyse
from disaster_support.easy.tokens import tokenize

NOTICE = """本日の炊き出しは、正午より校庭にて実施いたします。
ご希望の方は、容器を持参し、1階の受付までお越しください。
アレルギーのある方は、事前に係員へお申し出ください。
余震が続いておりますので、建物には近づかないでください。
罹災証明書の申請は、令和8年11月20日までに行わなければなりません。"""


def measure(_home: Path, runs: int) -> list[Row]:
    """Measure the first look, for which the dictionary is loaded, then each line as it grows, and a sign's readings."""
    (first,) = time_each([partial(analyse, NOTICE)])
    typed = [NOTICE[:end] for end in range(1, len(NOTICE) + 1)] * runs
    ours = time_each([partial(analyse, text) for text in typed])
    bare = time_each([partial(tokenize, text) for text in typed])
    reading = time_each([partial(add_readings, "市民体育館2階の会議室")] * 100 * runs)
    return [
        Row("first look at a notice, dictionary loaded for it", first * 1000, "ms"),
        Row(
            "a notice looked at, 95th percentile",
            percentile(ours, 0.95) * 1000,
            "ms",
            "Sudachi alone",
            percentile(bare, 0.95) * 1000,
            "50 ms",
        ),
        Row("readings of a sign's own line, median", percentile(reading, 0.5) * 1000, "ms", aim="10 ms"),
    ]
