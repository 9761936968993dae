"""Search over the whole library, as it is typed, beside nothing but `in` over the same letters."""

from functools import partial
from pathlib import Path

from benchmarks.measure import Row, percentile, time_each
from disaster_support.app import build_context
from disaster_support.content.catalogue import Catalogue
from disaster_support.content.search import search

QUERIES = (
    *("水", "毛布", "避難所", "救護所", "ひなんじょ", "トイレはどこ", "アレルギー", "あたまがいたい", "お薬手帳", "の"),
    *("toire", "hinanjo", "kyuukyuusha", "zyusyo", "mizu", "byouin", "takidashi"),
    *("water", "where is the", "blanket", "hospital", "no smoking", "Wi-Fi", "119", "e"),
    *("厕所", "请给我水", "廁所", "救護站", "화장실", "물을 주세요", "nước", "nha ve sinh", "bac si"),
    *("banheiro", "remédio", "água", "baño", "¿dónde está", "tubig", "gamot po", "obat", "air minum"),
    *("ห้องน้ำ", "น้ำดื่ม", "ရေ", "ဆေးရုံ", "ទឹក", "មន្ទីរពេទ្យ", "पानी", "अस्पताल", "ариун цэврийн", "ус"),
    *("unknowable", "ないことば", "qqqq", "ไม่มีคำนี้เลย"),
)


def measure(_home: Path, runs: int) -> list[Row]:
    """Measure each query letter by letter, all that is found asked for, as the pages do; and the first of all."""
    context = build_context()
    (first,) = time_each([lambda: _find(context.catalogue, "トイレ")])
    texts = "\n".join(keys.text for keys in context.catalogue.search_keys.values())
    typed = [query[:end] for query in QUERIES for end in range(1, min(len(query), 12) + 1)] * runs
    ours = time_each([partial(_find, context.catalogue, text) for text in typed])
    bare = time_each([partial(texts.__contains__, text) for text in typed])
    beside = f"“in” over {len(texts) / 1e6:.1f} million letters"
    return [
        Row("search, median", percentile(ours, 0.5) * 1000, "ms", beside, percentile(bare, 0.5) * 1000),
        Row(
            "search, 95th percentile",
            percentile(ours, 0.95) * 1000,
            "ms",
            beside,
            percentile(bare, 0.95) * 1000,
            "10 ms",
        ),
        Row("first search, its keys loaded for it", first * 1000, "ms", aim="50 ms or less"),
    ]


def _find(catalogue: Catalogue, text: str) -> object:
    return search(catalogue, text, limit=len(catalogue.entries))
