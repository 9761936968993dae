"""Each thing that `check` promises to find, planted in a library that is clean without it."""

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from disaster_support.changes import Changes
from disaster_support.cli import run_command
from disaster_support.content.checks import Probes, check_files
from disaster_support.content.languages import load_languages
from disaster_support.content.model import Fault
from disaster_support.context import Context
from disaster_support.paths import Paths
from disaster_support.printing import Typesetter
from disaster_support.probes import build_probes
from disaster_support.settings import SettingsStore
from tests.unit.content.small_library import Folders, build_folders

ROOT = Path(__file__).parents[3]
LANGUAGES = dict.fromkeys(["ja", "ja-simple", "en", "es", "vi", "zh-Hans", "th", "my", "ne", "km", "mn"], 1) | {"ar": 2}
ENTRIES = """
[[entry]]
id = "desk.call"
kind = "staff"
ja = "119に電話《でんわ》してください。"
numbers = ["119"]
note = "In an emergency."

[[entry]]
id = "desk.shelter"
kind = "word"
ja = "避難所《ひなんじょ》です"
answers = ["desk.call"]
note = "The place."

[[entry]]
id = "desk.keep_out"
kind = "sign"
ja = "入《はい》らないでください"
category = "prohibition"
forbids = true
note = "Sign at a door."

[[entry]]
id = "desk.flood"
kind = "alert"
ja = "レベル4氾濫危険警報《はんらんきけんけいほう》"
category = "danger"
since = "2026-05-28"
formerly = ["氾濫危険情報"]
note = "The new name."

[[entry]]
id = "desk.bus"
kind = "notice"
ja = "バスが来《き》ます。\\n場所《ばしょ》：{place}"
category = "information"
slots = [{ name = "place", type = "place" }]
note = "A bus comes."

[[entry]]
id = "desk.bottles"
kind = "notice"
ja = "一人《ひとり》{litres}本《ほん》です。"
category = "information"
slots = [{ name = "litres", type = "count", least = 1, most = 50, counted = true }]
note = "Bottles."
"""
TEXTS = {
    "ja-simple": ["119に 電話《でんわ》して ください。", "避難所《ひなんじょ》です", "入《はい》らないで ください",
                  "レベル4 氾濫危険警報《はんらんきけんけいほう》", "バスが 来《き》ます。\n場所《ばしょ》：{place}",
                  "一人《ひとり》 {litres}本《ほん》です。"],
    "en": ["Please call 119.", "The shelter", "Do not enter", "Level 4 flood danger",
           "A bus will come.\nPlace: {place}",
           ["{litres} bottle each.", "{litres} bottles each."]],
    "es": ["Llame al 119.", "El refugio", "No entre", "Inundación, nivel 4", "Vendrá un autobús.\nLugar: {place}",
           ["{litres} botella por persona.", "{litres} botellas por persona."]],
    "vi": ["Hãy gọi 119.", "Nơi lánh nạn", "Không vào", "Lũ lụt cấp 4", "Xe buýt sẽ đến.\nNơi: {place}",
           "Mỗi người {litres} chai."],
    "zh-Hans": ["请打119。", "这是避难所", "请勿进入", "泛滥4级警报",
                "巴士要来了。\n地点：{place}", "每人{litres}瓶。"],
    "th": ["โทร 119", "ที่หลบภัย", "ห้ามเข้า", "น้ำท่วมระดับ 4", "รถบัสจะมา\nสถานที่: {place}", "คนละ {litres} ขวด"],
    "my": ["119 ကိုခေါ်ပါ။", "ခိုလှုံရာနေရာ", "မဝင်ရ", "ရေကြီး အဆင့် 4", "ဘတ်စ်ကား လာပါမည်။\nနေရာ- {place}",
           "တစ်ယောက် {litres} ပုလင်း။"],
    "ne": ["११९ मा फोन गर्नुहोस्।", "आश्रयस्थल", "प्रवेश निषेध", "बाढी तह ४", "बस आउँछ।\nठाउँ: {place}",
           ["जनही {litres} बोतल।", "जनही {litres} बोतलहरू।"]],
    "km": ["សូមហៅ 119។", "ជម្រក", "ហាមចូល", "ទឹកជំនន់ 4", "រថយន្តក្រុងមក។\nទីកន្លែង: {place}", "ម្នាក់ {litres} ដប។"],
    "mn": ["119-рүү залгана уу.", "Хоргодох байр", "Орж болохгүй", "Үер, 4", "Автобус ирнэ.\nГазар: {place}",
           ["Хүн бүрд {litres} шил.", "Хүн бүрд {litres} шил."]],
}  # fmt: skip
TERMS = {
    "ja-simple": "避難所", "en": "shelter", "es": "refugio", "vi": "nơi lánh nạn", "zh-Hans": "避难所",
    "th": "ที่หลบภัย", "my": "ခိုလှုံရာနေရာ", "ne": "आश्रयस्थल", "km": "ជម្រក", "mn": "хоргодох байр",
}  # fmt: skip
IDS = ["desk.call", "desk.shelter", "desk.keep_out", "desk.flood", "desk.bus", "desk.bottles"]
TITLE = {"ja-simple": "場所《ばしょ》", "en": "Place", "es": "Lugar", "vi": "Nơi chốn", "zh-Hans": "地点",
         "th": "สถานที่",         "my": "နေရာ", "ne": "ठाउँ", "km": "ទីកន្លែង", "mn": "Газар"}  # fmt: skip
Found = set[tuple[str, str, str]]


@pytest.fixture(scope="module")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Folders:
    """A library without a fault, in ten languages."""
    library = build_folders(tmp_path_factory.mktemp("clean"), ENTRIES, LANGUAGES)
    library.write("packs.toml", '[[pack]]\nid = "first"\nsigns = ["desk.keep_out"]\nboards = ["places"]\n')
    library.write("negation.toml", (ROOT / "resources/library/negation.toml").read_text(encoding="utf-8"))
    for tag, texts in TEXTS.items():
        library.translate(tag, dict(zip(IDS, texts, strict=True)) | {"title.places": TITLE[tag]})
        _write_glossary(library, tag, {"shelter": ("避難所", TERMS[tag])})
    return library


@pytest.fixture
def library(clean: Folders, tmp_path: Path) -> Folders:
    shutil.copytree(clean.root, tmp_path / "library")
    return Folders(tmp_path / "library")


@pytest.fixture(scope="module")
def probes(clean: Folders) -> Probes:
    return build_probes(Typesetter(load_languages(clean.resources / "library" / "languages.toml")))


@pytest.fixture
def find(library: Folders, probes: Probes) -> Callable[[], Found]:
    return lambda: {
        (fault.code, fault.language, fault.entry)
        for fault in check_files(library.resources, library.translations, probes).faults
    }


def _write_glossary(library: Folders, tag: str, terms: dict[str, tuple[str, str]]) -> None:
    rows = (f'msgctxt "{id_}"\nmsgid "{ja}"\nmsgstr "{forms}"\n' for id_, (ja, forms) in terms.items())
    library.po(tag).with_name("glossary.po").write_text("\n".join(rows), encoding="utf-8")


def test_without_a_planted_fault_there_is_none(find: Callable[[], Found]) -> None:
    assert find() == set()


IN_TEXTS = [
    # 1. every entry in every language of the first wave, none empty, none left as it was
    ("en", "Please call 119.", "", "desk.call", {"missing"}),
    ("en", "Please call 119.", " ", "desk.call", {"missing", "punctuation", "numbers"}),
    ("es", "{litres} botella por persona.", "", "desk.bottles", {"missing"}),
    ("vi", "Hãy gọi 119.", "Please call 119.", "desk.call", {"untranslated"}),
    ("zh-Hans", "泛滥4级警报", "レベル4氾濫危険警報", "desk.flood", {"untranslated", "script"}),
    # 2. script, normal form, Zawgyi, look-alikes, invisible characters, digits, punctuation
    ("ne", "आश्रयस्थल", "আশ্রয়স্থল", "desk.shelter", {"script", "terms"}),
    ("th", "น้ำท่วม", "flood", "desk.flood", {"script"}),
    ("zh-Hans", "泛滥4级警报", "泛濫4級警報", "desk.flood", {"script"}),
    ("mn", "Үер", "Υер", "desk.flood", {"script", "mixed"}),
    ("vi", "Lũ lụt", "Lũ lu\u0323t", "desk.flood", {"normal-form"}),
    ("es", "{litres} botella por", "{litres} botella po\u0301r", "desk.bottles", {"normal-form"}),
    ("my", "ခေါ်ပါ", "ေခၚပါ", "desk.call", {"order"}),
    ("km", "ទឹកជំនន់", "ទឹក្ជំនន់ ្", "desk.flood", {"order"}),
    ("en", "Do not", "Do\u00a0not", "desk.keep_out", {"invisible"}),
    ("en", "Do not", "Do \u200bnot", "desk.keep_out", {"invisible"}),
    ("ne", "बाढी तह ४", "बाढी तह ၄", "desk.flood", {"digits"}),
    ("ne", "११९", "1१९", "desk.call", {"digits"}),
    ("es", "Llame al 119.", "Llame al 119?", "desk.call", {"punctuation"}),
    ("km", "119។", "119.", "desk.call", {"punctuation"}),
    ("en", "A bus will come.", "A bus will come", "desk.bus", {"punctuation"}),  # in the first of two lines
    ("ja-simple", "入《はい》らないで", "入らないで", "desk.keep_out", {"reading"}),
    # 3. slots, lines and plural forms
    ("vi", "Nơi: {place}", "Nơi: {plaza}", "desk.bus", {"slots"}),
    ("vi", "Nơi: {place}", "Nơi: {place", "desk.bus", {"slots"}),
    ("es", "{litres} botella por", "Una botella por", "desk.bottles", {"slots"}),
    ("th", '\\n"\n"สถานที่', " สถานที่", "desk.bus", {"lines"}),
    ("vi", 'msgid_plural "一人{litres}本です。"\nmsgstr[0]', "msgstr", "desk.bottles", {"plurals"}),
    # 4. denials and numbers
    ("en", "Do not enter", "Please enter", "desk.keep_out", {"negation"}),
    ("my", "မဝင်ရ", "ဝင်ပါ", "desk.keep_out", {"negation"}),
    ("vi", "Hãy gọi 119.", "Hãy gọi 110.", "desk.call", {"numbers"}),
    ("th", "โทร 119", "โทร", "desk.call", {"numbers"}),
    # 5. terms
    ("es", "El refugio", "El albergue", "desk.shelter", {"terms"}),
    # 6. glyphs and room, each plural form too
    ("en", "{litres} bottle each.", "{litres} bottle ⫷ each.", "desk.bottles", {"glyphs"}),
    ("vi", "Không vào", "Không vào " + "không " * 60, "desk.keep_out", {"fit", "punctuation"}),
    ("vi", "Nơi lánh nạn", "Nơi lánh nạn" + " xa lắm rồi" * 30, "desk.shelter", {"fit"}),
    ("es", "{litres} botella por persona.", "{litres}" + " botella por persona" * 60 + ".", "desk.bottles", {"fit"}),
    # a text of other Japanese, or of no entry
    ("en", 'msgid "入らないでください"', 'msgid "立入禁止"', "desk.keep_out", {"stale"}),
]


@pytest.mark.parametrize(("tag", "old", "new", "entry", "codes"), IN_TEXTS)
def test_a_fault_planted_in_a_text_is_found_and_nothing_else(
    library: Folders, find: Callable[[], Found], tag: str, old: str, new: str, entry: str, codes: set[str]
) -> None:
    library.edit_po(tag, old, new)
    assert find() == {(code, tag, entry) for code in codes}


IN_STRUCTURE = [
    ('answers = ["desk.call"]', 'answers = ["desk.none"]', "desk.shelter", "unknown-answer"),
    ('kind = "word"', 'kind = "word"\npictogram = "no-such-pictogram"', "desk.shelter", "unknown-pictogram"),
    ('type = "place" }', 'type = "place" }, { name = "place", type = "text" }', "desk.bus", "slots"),
    ("least = 1, most = 50", "least = 50, most = 1", "desk.bottles", "slots"),
    ("least = 1, most = 50, ", "", "desk.bottles", "slots"),
    ('type = "place" }', 'type = "place", counted = true }', "desk.bus", "slots"),
    ('type = "place" }', 'type = "time", after = "start" }', "desk.bus", "slots"),
    ('since = "2026-05-28"', 'since = "May 2026"', "desk.flood", "since"),
    ('since = "2026-05-28"\n', "", "desk.flood", "since"),
]


@pytest.mark.parametrize(("old", "new", "entry", "code"), IN_STRUCTURE)
def test_a_fault_planted_in_the_structure_is_found(
    library: Folders, find: Callable[[], Found], old: str, new: str, entry: str, code: str
) -> None:
    assert old in ENTRIES
    library.write("entries/places.toml", ENTRIES.replace(old, new))
    assert (code, "", entry) in find()


IN_JAPANESE = [
    ("避難所《ひなんじょ》", "避難所", "desk.shelter", "reading"),
    ("forbids = true\n", "", "desk.keep_out", "negation"),
    ("入《はい》らないでください", "入《はい》ってください", "desk.keep_out", "negation"),
    ('numbers = ["119"]', 'numbers = ["110"]', "desk.call", "numbers"),
    ('{ name = "place", type = "place" }', '{ name = "where", type = "place" }', "desk.bus", "slots"),
    ("じょ》です", "じょ》です⫷", "desk.shelter", "glyphs"),
    ("避難所《ひなんじょ》です", "避難所《ひなんじょ》です" * 20, "desk.shelter", "fit"),
]


@pytest.mark.parametrize(("old", "new", "entry", "code"), IN_JAPANESE)
def test_a_fault_planted_in_the_japanese_is_found(
    library: Folders, find: Callable[[], Found], old: str, new: str, entry: str, code: str
) -> None:
    assert old in ENTRIES
    library.write("entries/places.toml", ENTRIES.replace(old, new))
    assert {found for found in find() if found[1] == "ja"} == {(code, "ja", entry)}


def test_the_readings_above_japanese_need_glyphs_too(library: Folders) -> None:
    asked = []
    probes = Probes(missing_glyphs=lambda language, text: asked.append((language.tag, text)) or "")
    check_files(library.resources, library.translations, probes)
    assert any(tag == "ja" and "ひなんじょ" in text for tag, text in asked)


def test_a_notice_is_measured_with_its_slots_filled(library: Folders, find: Callable[[], Found]) -> None:
    slots = "".join(f', {{ name = "p{number}", type = "place" }}' for number in range(40))
    places = "".join(f"{{p{number}}} " for number in range(40)).strip()
    entries = ENTRIES.replace('type = "place" }', 'type = "place" }' + slots).replace("{place}", "{place} " + places)
    library.write("entries/places.toml", entries)
    assert ("fit", "ja", "desk.bus") in find()  # "{p1} {p2} …" alone would fit


def test_every_glossary_has_every_term(library: Folders, find: Callable[[], Found]) -> None:
    _write_glossary(library, "en", {"shelter": ("避難所", "shelter"), "bus": ("バス", "bus")})
    others = set(TEXTS) - {"en"}
    assert find() == {("missing", tag, "glossary:bus") for tag in others}
    library.po("en").with_name("glossary.po").unlink()
    assert find() == {("missing", "en", "glossary:shelter")}


def test_two_terms_never_have_one_translation_unless_a_person_says_why(
    library: Folders, find: Callable[[], Found]
) -> None:
    for tag in TEXTS:
        name = "shelter" if tag == "en" else f"{TERMS[tag]}{TERMS[tag]}"
        _write_glossary(library, tag, {"shelter": ("避難所", TERMS[tag]), "area": ("避難場所", name)})
    assert find() == {("same-term", "en", "glossary:area")}
    path = library.po("en").with_name("glossary.po")
    reason = "# check-ok: same-term English has one word\n"
    path.write_text(path.read_text(encoding="utf-8").replace('msgctxt "area"', reason + 'msgctxt "area"'))
    assert find() == set()


@pytest.mark.parametrize(
    ("tag", "form", "code"),
    [("mn", "хоргодох байp", "script"), ("my", "ေခိုလှုံရာနေရာ", "order"), ("vi", "nơi lánh na\u0323n", "normal-form")],
)
def test_the_terms_themselves_are_rightly_written(
    library: Folders, find: Callable[[], Found], tag: str, form: str, code: str
) -> None:
    _write_glossary(library, tag, {"shelter": ("避難所", f"{TERMS[tag]} | {form}")})
    assert (code, tag, "glossary:shelter") in find()


@pytest.mark.parametrize("name", ["library.po", "glossary.po"])
def test_a_file_that_cannot_be_read_is_a_fault(library: Folders, probes: Probes, name: str) -> None:
    library.po("vi").with_name(name).write_text('msgid "', encoding="utf-8")
    faults = check_files(library.resources, library.translations, probes).faults
    unread = [fault.detail for fault in faults if fault.code == "unreadable"]
    assert len(unread) == 1
    assert unread[0].startswith("vi/LC_MESSAGES/" + name)


# The command


@pytest.fixture
def run(library: Folders, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., tuple[int, str]]:
    paths = Paths(library.root, *(tmp_path / name for name in ("config", "cache", "logs", "data")), portable=False)

    def build_context() -> Context:
        return Context(paths, library.open(), SettingsStore(paths.settings), Changes(), lambda: None)  # type: ignore[arg-type, return-value]

    def run_check(*arguments: str) -> tuple[int, str]:
        code = run_command(["check", *arguments], build_context)
        return code, capsys.readouterr().out

    return run_check


def test_the_command_says_nothing_of_a_clean_library(run: Callable[..., tuple[int, str]]) -> None:
    assert run() == (0, "")
    assert json.loads(run("--json")[1]) == {"faults": [], "waived": []}


def test_the_command_prints_faults_and_what_was_waived(library: Folders, run: Callable[..., tuple[int, str]]) -> None:
    library.edit_po("en", "Please call 119.", "Please call 110.")
    library.edit_po(
        "es",
        '#, fuzzy\nmsgctxt "desk.keep_out"',
        '# check-ok: negation so it is said\n#, fuzzy\nmsgctxt "desk.keep_out"',
    )
    library.edit_po("es", "No entre", "Entre")
    code, out = run()
    assert code == 1
    assert out.splitlines() == [
        "en\tdesk.call\tnumbers\t119 is missing",
        "en\tdesk.call\tnumbers\t110 is not in the Japanese",
    ]
    code, out = run("--json")
    report = json.loads(out)
    assert code == 1
    assert Fault(**report["faults"][0]) == Fault("numbers", "en", "desk.call", "119 is missing")
    assert report["waived"] == [
        {
            "code": "negation",
            "language": "es",
            "entry": "desk.keep_out",
            "detail": "no word that forbids or denies",
            "reason": "so it is said",
        }
    ]


def test_the_command_says_how_many_terms_agree_with_others(
    library: Folders, run: Callable[..., tuple[int, str]], tmp_path: Path
) -> None:
    library.write("reference.toml", '[[concept]]\nen = ["shelter"]\nentry = "desk.shelter"\n')
    table = tmp_path / "terms.tsv"
    table.write_text("concept_en\tlang\tterm\nshelter\tes\tRefugio\nshelter\tth\tบ้าน\n", encoding="utf-8")
    code, out = run("--reference", str(table), "--json")
    report = json.loads(out)
    assert code == 1
    assert report["reference"] == {"es": {"agree": 1, "compared": 1}, "th": {"agree": 0, "compared": 1}}
    assert [(one["code"], one["language"], one["entry"]) for one in report["faults"]] == [
        ("reference", "th", "desk.shelter")
    ]
    assert run("--reference", str(table))[1] == "th\tdesk.shelter\treference\tที่หลบภัย; elsewhere บ้าน\n"
