"""Search over the whole library."""

from pathlib import Path

from benchmarks.measure import Row, percentile, time_each
from disaster_support.app import build_context
from disaster_support.content.search import search

QUERIES = [
    *("水", "トイレ", "といれ", "toire", "hinanjo", "避難所", "アレルギー", "en", "a", "water", "nước", "nuoc"),
    *(
        "ရေ",
        "ទឹក",
        "पानी",
        "화장실",
        "厕所",
        "廁所",
        "banheiro",
        "baño",
        "toilet",
        "ห้องน้ำ",
        "ариун",
        "119",
        "unknowable",
    ),
]


def measure(_home: Path, runs: int) -> list[Row]:
    """Measure each query as it is typed, letter by letter."""
    catalogue = build_context().catalogue
    search(catalogue, "x")
    typed = [query[:end] for query in QUERIES for end in range(1, len(query) + 1)]
    seconds = time_each([lambda text=text: search(catalogue, text) for text in typed * runs])
    return [
        Row("search over the library, median", percentile(seconds, 0.5) * 1000, "ms"),
        Row("search over the library, 95th percentile", percentile(seconds, 0.95) * 1000, "ms", aim="10 ms or less"),
    ]
