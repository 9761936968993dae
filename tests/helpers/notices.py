"""A small library with notices: slots of every type, a plural, an alert, languages of many scripts."""

from dataclasses import replace
from pathlib import Path

from disaster_support.content.catalogue import Catalogue, open_catalogue
from disaster_support.content.catalogues import write_translations
from disaster_support.context import Context
from tests.helpers.gui import make_context

LANGUAGES = ("ja-simple", "en", "th", "ne", "my", "km", "ar")
_EASY = 'autonym = "やさしい日本語"\nname_ja = "やさしい日本語"\nname_en = "Easy Japanese"\n'
_SITUATIONS = "".join(
    f'[[situation]]\nid = "{name}"\ntitle = "title.{name}"\npictogram = "water"\n' for name in ("water", "people")
)
_TIMES = '{ name = "start", type = "time" }, { name = "end", type = "time", after = "start" }'
_ENTRIES = f'''
[[entry]]
id = "title.water"
kind = "word"
ja = "水《みず》"
note = "A title."

[[entry]]
id = "title.people"
kind = "word"
ja = "人《ひと》"
note = "A title."

[[entry]]
id = "water.place"
kind = "sign"
category = "information"
pictogram = "water"
ja = "水《みず》の場所《ばしょ》"
note = "A place."

[[entry]]
id = "water.supply"
kind = "notice"
category = "information"
pictogram = "water-pump"
ja = """水《みず》を配《くば》ります。一人《ひとり》{{litres}}リットルまでです。
日《ひ》にち：{{date}}
時間《じかん》：{{start}}～{{end}}
場所《ばしょ》：{{place}}"""
note = "Water is given out."
slots = [
  {{ name = "litres", type = "count", least = 1, most = 20, counted = true, label = {{ ja = "量", en = "Litres" }} }},
  {{ name = "date", type = "date" }}, {_TIMES}, {{ name = "place", type = "place" }}]

[[entry]]
id = "people.missing"
kind = "notice"
category = "information"
ja = "この人《ひと》を探《さが》しています。\\n名前《なまえ》：{{name}}\\n電話《でんわ》：{{phone}}\\nバス：{{bus}}"
note = "Somebody is looked for."
slots = [{{ name = "name", type = "name" }}, {{ name = "phone", type = "phone" }}, {{ name = "bus", type = "text" }}]

[[entry]]
id = "people.closing"
kind = "notice"
category = "instruction"
ja = "避難所《ひなんじょ》を閉《と》じます。\\n始《はじ》め：{{first}}\\n終《お》わり：{{last}}"
note = "The shelter closes."
slots = [{{ name = "first", type = "date" }}, {{ name = "last", type = "date", after = "first" }}]

[[entry]]
id = "water.flood"
kind = "alert"
category = "danger"
ja = "レベル4 氾濫《はんらん》危険警報《きけんけいほう》"
note = "An alert."
since = "2026-05-28"
formerly = ["氾濫危険情報"]
'''
_WATER = {
    "ja-simple": (
        "水《みず》を 配《くば》ります。一人《ひとり》 {litres}リットルまでです。\n"
        "日《ひ》：{date}\n時間《じかん》：{start}～{end}\n場所《ばしょ》：{place}"
    ),
    "en": (
        "Water is given out, {litres} litre each.\nDate: {date}\nTime: {start} – {end}\nPlace: {place}",
        "Water is given out, {litres} litres each.\nDate: {date}\nTime: {start} – {end}\nPlace: {place}",
    ),
    "th": "แจกน้ำ คนละไม่เกิน {litres} ลิตร\nวันที่: {date}\nเวลา: {start} – {end}\nสถานที่: {place}",
    "ne": "पानी बाँडिन्छ। प्रति व्यक्ति {litres} लिटर।\nमिति: {date}\nसमय: {start} – {end}\nठाउँ: {place}",
    "my": "ရေ ဝေပါမည်။ တစ်ဦး {litres} လီတာ။\nရက်စွဲ - {date}\nအချိန် - {start} မှ {end} အထိ\nနေရာ - {place}",
    "km": "យើងចែកទឹក ម្នាក់ {litres} លីត្រ។\nថ្ងៃ៖ {date}\nម៉ោង៖ {start} – {end}\nទីកន្លែង៖ {place}",
    "ar": "نوزع الماء، {litres} لتر لكل شخص.\nالتاريخ: {date}\nالوقت: {start} – {end}\nالمكان: {place}",
}
_MISSING = {
    "en": "We are looking for this person.\nName: {name}\nPhone: {phone}\nBus: {bus}",
    "ar": "نبحث عن هذا الشخص.\nالاسم: {name}\nالهاتف: {phone}\nالحافلة: {bus}",
}
_OTHERS = {
    "en": {
        "title.water": "Water",
        "title.people": "People",
        "water.place": "Water point",
        "people.closing": "The shelter closes.\nFrom: {first}\nUntil: {last}",
        "water.flood": "Level 4: river flooding, danger",
    },
    "my": {"water.place": "ရေဝေသည့်နေရာ"},
}


def write_notice_library(program: Path) -> None:
    """Write the sources of the library into a program's folder."""
    library = program / "resources" / "library"
    (library / "entries").mkdir(parents=True)
    tags = "".join(
        f'[[language]]\ntag = "{tag}"\nwave = 1\n{_EASY if tag == "ja-simple" else ""}' for tag in ("ja", *LANGUAGES)
    )
    (library / "languages.toml").write_text(tags, encoding="utf-8")
    (library / "situations.toml").write_text(_SITUATIONS, encoding="utf-8")
    (library / "packs.toml").write_text("", encoding="utf-8")
    for situation in ("water", "people"):
        ids = f'id = "{situation}.', f'id = "title.{situation}"'
        tables = [table for table in _ENTRIES.split("[[entry]]") if any(one in table for one in ids)]
        text = "".join(f"[[entry]]{table}" for table in tables)
        (library / "entries" / f"{situation}.toml").write_text(text, encoding="utf-8")
    for tag in LANGUAGES:
        texts = {"water.supply": _WATER[tag]} | _OTHERS.get(tag, {})
        if tag in _MISSING:
            texts["people.missing"] = _MISSING[tag]
        write_translations(program / "resources", program / "translations", tag, texts)


def open_notice_library(folder: Path) -> Catalogue:
    """Write the library into a folder and open it."""
    write_notice_library(folder)
    return open_catalogue(folder / "resources", folder / "translations", folder / "compiled")


def make_notice_context(folder: Path, fonts: Path) -> Context:
    """Build a context over the library; font instances are shared by all tests through the folder `fonts`."""
    context = make_context(folder, fonts)
    return replace(context, catalogue=open_notice_library(folder / "notices"))
