import tomllib
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from disaster_support.content.check_texts import TEXT_CHECKS
from disaster_support.content.checks import CheckReport, Probes, check_files, main
from disaster_support.content.fingerprint import catalogue_path
from disaster_support.content.glossary import Rules, read_rules
from disaster_support.content.languages import build_language
from disaster_support.content.model import Entry, Kind
from disaster_support.content.sample import Sample
from disaster_support.ruby import strip_ruby
from tests.unit.content.small_library import ENTRIES, Folders, build_folders

ROOT = Path(__file__).parents[3]
RULES: Rules = read_rules(ROOT / "resources", ROOT / "translations", ())


@dataclass(frozen=True)
class Case:
    """A text, and what it is a translation of."""

    tag: str
    text: str
    japanese: str = "水をください。"
    english: str = "Water, please."
    kind: Kind = Kind.STAFF
    forbids: bool = False
    numbers: tuple[str, ...] = ()
    terms: dict[str, tuple[str, ...]] = field(default_factory=dict)


def faults(case: Case) -> set[str]:
    language = build_language(case.tag, wave=1)
    entry = Entry("x", case.kind, "s", "n", forbids=case.forbids, numbers=case.numbers)
    sample = Sample(
        language, entry, strip_ruby(case.text), case.text, case.japanese, case.english,
        RULES.negations.get(case.tag, ()), case.terms,
    )  # fmt: skip
    return {code for code, check in TEXT_CHECKS.items() if list(check(sample))}


CLEAN = [
    Case("en", "Water, please."),
    Case("en", "Don’t use the Wi-Fi here."),
    Case("zh-Hans", "请给我水。"),
    Case("zh-Hant", "請給我水。"),
    Case("zh-Hans", "水", "水", "water", Kind.WORD),
    Case("ko", "물 주세요."),
    Case("vi", "Xin cho tôi nước."),
    Case("es", "¿Me da agua, por favor?"),
    Case("fil", "Pahingi po ng tubig."),
    Case("th", "ขอน้ำหน่อย"),
    Case("th", "เริ่มเวลา 9.00 น.", "9時00分からです。"),
    Case("ne", "कृपया पानी दिनुहोस्।"),
    Case("my", "ရေပေးပါ။"),
    Case("my", "မြန်မာနိုင်ငံသား ဖြစ်ပါသလား။"),
    Case("my", "ကျေးဇူးပြု၍ ဆေးရုံသို့ သွားပါ။"),
    Case("my", "တစ်ယောက်ချင်း ဝင်ပါ။"),
    Case("km", "សូមឱ្យទឹកខ្ញុំ។"),
    Case("km", "ទឹក\u200bស្អាត។"),
    Case("mn", "Ус өгнө үү."),
    Case("fr", "De l’eau, s’il vous plaît\u202f!"),
    Case("ar", "من فضلك، أريد ماءً."),
    Case("fa", "لطفاً آب بدهید."),
    Case("ur", "پانی دیجیے۔"),
    Case("lo", "ຂໍນ້ຳແດ່"),
    Case("hi", "कृपया पानी दीजिए।"),
    Case("si", "කරුණාකර වතුර දෙන්න."),
    Case("ta", "தயவுசெய்து தண்ணீர் கொடுங்கள்."),
    Case("bn", "দয়া করে পানি দিন।"),
    Case("ru", "Дайте воды, пожалуйста."),
    Case("ja-simple", "水《みず》を ください。", "水をお願いします。"),
    Case("en", "AED", "AED", "AED", Kind.WORD),
    Case("es", "AED", "AED", "AED", Kind.WORD),
    Case("th", "Wi-Fi", "Wi-Fi", "Wi-Fi", Kind.WORD),
    Case("ko", "119에 전화하세요.", "119に電話してください。", "Call 119."),
    Case("ne", "१८ वर्ष", "18歳", "18 years", Kind.WORD, numbers=("18",)),
    Case("en", "At {time} in {place}.", "{place}で{time}からです。"),
    Case("en", "A bus comes.\nTime: 9", "バスが来ます。\n時間：9時", kind=Kind.NOTICE),
    Case("en", "Two people, 2nd floor", "二人、二階", kind=Kind.WORD),
    Case("en", "No entry", "立入禁止", kind=Kind.SIGN, forbids=True),
    Case("en", "Keep out.", "入らないでください。", kind=Kind.SIGN, forbids=True),
    Case("th", "ห้ามเข้า", "入らないでください。", forbids=True),
    Case("ne", "यहाँ फोहोर नफाल्नुहोस्।", "ごみを捨てないでください。", forbids=True),
    Case("my", "မဝင်ရ။", "入らないでください。", forbids=True),
    Case("ko", "들어가지 마세요.", "入らないでください。", forbids=True),
    Case("vi", "Đến nơi lánh nạn.", "避難所へ行ってください。", terms={"避難所": ("nơi lánh nạn",)}),
    Case(
        "en",
        "The long-term shelter.",
        "福祉避難所です。",
        terms={"避難所": ("Z",), "福祉避難所": ("long",)},
    ),
]
FAULTY = [
    ("untranslated", Case("es", "Water, please.")),
    ("untranslated", Case("zh-Hant", "避難所受付", "避難所受付", kind=Kind.WORD)),
    ("untranslated", Case("ja-simple", "避難所《ひなんじょ》はどこにありますか。", "避難所はどこにありますか。")),
    ("normal-form", Case("vi", "Xin cho to\u0302i nước.")),
    ("script", Case("en", "Wаtеr, please.")),
    ("script", Case("zh-Hans", "請給我水。")),
    ("script", Case("zh-Hant", "请给我水。")),
    ("script", Case("th", "ขอ water หน่อย")),
    ("script", Case("mn", "Ус єгнє її.")),
    ("script", Case("ne", "পানি দিনুহোস্।")),
    ("script", Case("ko", "水 주세요.")),
    ("mixed", Case("mn", "Уc өгнө үү.")),
    ("mixed", Case("en", "Wаter, please.")),
    ("invisible", Case("en", "Water,\u200b please.")),
    ("invisible", Case("en", "Water,\u00a0please.")),
    ("invisible", Case("ar", "من فضلك\u200f، أريد ماءً.")),
    ("invisible", Case("km", "ទឹក\u200b\u200bស្អាត។")),
    ("invisible", Case("ja", "水《みず》を\ufeffください。")),
    ("order", Case("my", "ေရေပးပါ။")),
    ("order", Case("my", "ျမန္မာ။")),
    ("order", Case("my", "ေက်းဇူးျပဳၿပီး။")),
    ("order", Case("my", "ရရေေပးပါ။")),
    ("order", Case("th", "เเก้ว")),
    ("order", Case("th", "นํ้า ทํา")),
    ("order", Case("th", "น้ำำ")),
    ("order", Case("km", "ទឹក្")),
    ("order", Case("km", "េីង។")),
    ("order", Case("ne", "पाानी।")),
    ("digits", Case("ne", "१8 वर्ष।")),
    ("digits", Case("en", "１８ years.")),
    ("digits", Case("th", "၁၈ ปี")),
    ("punctuation", Case("en", "Water, please")),
    ("punctuation", Case("en", "Water.", "水", kind=Kind.WORD)),
    ("punctuation", Case("en", "Water , please.")),
    ("punctuation", Case("en", "Water,  please.")),
    ("punctuation", Case("en", " Water, please.")),
    ("punctuation", Case("ko", "물 주세요。")),
    ("punctuation", Case("zh-Hans", "水,谢谢。")),
    ("punctuation", Case("zh-Hans", "请给我水.")),
    ("punctuation", Case("th", "ขอน้ำหน่อย.")),
    ("punctuation", Case("km", "សូមឱ្យទឹកខ្ញុំ.")),
    ("punctuation", Case("my", "ရေပေးပါ.")),
    ("punctuation", Case("ne", "पानी दिनुहोस्.")),
    ("punctuation", Case("ne", "पानी दिनुहोस्|")),
    ("punctuation", Case("ar", "هل تريد ماء?")),
    ("punctuation", Case("es", "Me da agua?")),
    ("punctuation", Case("fr", "De l’eau !")),
    ("slots", Case("en", "At {tme} in {place}.", "{place}で{time}からです。")),
    ("slots", Case("en", "At {time.", "{time}からです。")),
    ("lines", Case("en", "A bus comes at 9.", "バスが来ます。\n時間：9時", kind=Kind.NOTICE)),
    ("punctuation", Case("en", "A bus comes\nTime: 9", "バスが来ます。\n時間：9時", kind=Kind.NOTICE)),
    ("numbers", Case("en", "Call 110.", "119に電話してください。")),
    ("numbers", Case("en", "Call.", "電話してください。", numbers=("119",))),
    ("numbers", Case("en", "Within 24 hours.", "すぐにです。")),
    ("negation", Case("en", "Please enter.", "入らないでください。", forbids=True)),
    ("negation", Case("th", "อย่างนี้", "入らないでください。", forbids=True)),
    ("negation", Case("ne", "यहाँ नुहाउनुहोस्।", "入らないでください。", forbids=True)),
    ("negation", Case("my", "ဝင်ပါ။", "入らないでください。", forbids=True)),
    ("reading", Case("ja", "水《みず》と食べ物。")),
    ("reading", Case("ja-simple", "水《mizu》です。")),
    ("reading", Case("ja", "ﾄｲﾚです。")),
    ("reading", Case("ja", "水《みずです。")),
    (
        "terms",
        Case("vi", "Đến nơi trú ẩn.", "避難所へ行ってください。", terms={"避難所": ("nơi lánh nạn",)}),
    ),
]


@pytest.mark.parametrize("case", CLEAN, ids=lambda case: f"{case.tag}-{case.text}")
def test_what_is_right_passes_every_check(case: Case) -> None:
    assert faults(case) == set()


@pytest.mark.parametrize(("code", "case"), FAULTY, ids=str)
def test_each_check_finds_its_fault(code: str, case: Case) -> None:
    assert code in faults(case)


def test_every_check_is_shown_to_fail() -> None:
    assert {code for code, _ in FAULTY} == set(TEXT_CHECKS)


def check(library: Folders, **probes: object) -> CheckReport:
    negation = ROOT / "resources/library/negation.toml"
    library.write("negation.toml", negation.read_text(encoding="utf-8"))
    return check_files(library.resources, library.translations, Probes(**probes))  # type: ignore[arg-type]


def found(report: CheckReport) -> set[tuple[str, str, str]]:
    return {(fault.code, fault.language, fault.entry) for fault in report.faults}


def test_a_clean_library_has_no_faults(library: Folders) -> None:
    library.translate("en", {"place.toilet": "Where is the toilet?", "place.keep_out": "No entry"})
    assert check(library) == CheckReport((), ())


def test_the_first_wave_must_be_complete(tmp_path: Path) -> None:
    library = build_folders(tmp_path, languages={"ja": 1, "en": 1, "vi": 2})
    library.translate("en", dict.fromkeys(["place.toilet", "place.shelter"], "Where?"))
    missing = {entry for code, tag, entry in found(check(library)) if (code, tag) == ("missing", "en")}
    assert missing == {"place.keep_out", "answer.yes", "title.places"}


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('answers = ["answer.yes"]', 'answers = ["answer.no"]', ("unknown-answer", "", "place.toilet")),
        ('category = "prohibition"\n', "", ("category", "", "place.keep_out")),
        ('kind = "answer"', 'kind = "answer"\ncategory = "fire"', ("category", "", "answer.yes")),
        ('kind = "answer"', 'kind = "answer"\nsituation = "x"', ("unknown-situation", "", "answer.yes")),
        ('kind = "answer"', 'kind = "answer"\npictogram = "none"', ("unknown-pictogram", "", "answer.yes")),
        ('id = "place.keep_out"', 'id = "place.stay_out"', ("unknown-sign", "", "first")),
        ("避難所《ひなんじょ》", "避難所", ("reading", "ja", "place.shelter")),
    ],
)
def test_what_is_named_exists(library: Folders, old: str, new: str, fault: tuple[str, str, str]) -> None:
    assert old in ENTRIES
    library.write("entries/places.toml", ENTRIES.replace(old, new))
    assert found(check(library, has_pictogram=lambda name: name != "none")) == {fault}


def test_titles_and_boards_exist(library: Folders) -> None:
    library.write("situations.toml", '[[situation]]\nid = "places"\ntitle = "title.none"\npictogram = "none"\n')
    library.write("packs.toml", '[[pack]]\nid = "first"\nsigns = []\nboards = ["none"]\n')
    report = check(library, has_pictogram=lambda name: name != "none")
    assert found(report) == {
        ("unknown-title", "", "places"),
        ("unknown-pictogram", "", "places"),
        ("unknown-board", "", "first"),
    }


def test_texts_of_other_japanese_or_of_no_entry_are_faults(library: Folders) -> None:
    library.translate("en", {"answer.yes": "Yes", "place.shelter": "Shelter"})
    library.edit_po("en", 'msgid "はい"', 'msgid "ええ"')
    library.edit_po("en", 'msgctxt "place.shelter"', 'msgctxt "place.gone"')
    assert found(check(library)) == {("stale", "en", "answer.yes"), ("gone", "en", "place.gone")}


def test_a_person_can_waive_one_code_for_one_entry_in_one_language(library: Folders) -> None:
    library.translate("en", {"answer.yes": "Yes.", "place.shelter": "Shelter."})
    library.edit_po(
        "en", '#, fuzzy\nmsgctxt "answer.yes"', '# check-ok: punctuation it is said so\n#, fuzzy\nmsgctxt "answer.yes"'
    )
    report = check(library)
    assert found(report) == {("punctuation", "en", "place.shelter")}
    assert [(waiver.fault.entry, waiver.reason) for waiver in report.waived] == [("answer.yes", "it is said so")]


def test_printing_says_what_it_cannot_show_or_fit(library: Folders) -> None:
    report = check(
        library,
        missing_glyphs=lambda language, text: "所" if "所" in text and language.tag == "ja" else "",
        overflow=lambda language, entry, phrase: "tile" if phrase.text == "はい" else "",
    )
    expected = {("glyphs", "ja", "place.shelter"), ("glyphs", "ja", "title.places"), ("fit", "ja", "answer.yes")}
    assert found(report) == expected


def test_glossaries_are_kept_to_and_a_broken_one_is_reported(library: Folders) -> None:
    library.translate("en", {"place.shelter": "Refuge"})
    path = catalogue_path(library.translations, "en", "glossary.po")
    path.write_text('msgctxt "shelter"\nmsgid "避難所"\nmsgstr "evacuation center | shelter"\n', encoding="utf-8")
    assert found(check(library)) == {("terms", "en", "place.shelter")}
    library.translate("en", {"place.shelter": "Shelters"})
    assert found(check(library)) == set()
    path.write_text('msgid "', encoding="utf-8")
    assert {code for code, _, _ in found(check(library))} == {"unreadable"}


def test_every_language_has_words_that_deny() -> None:
    registry = tomllib.loads((ROOT / "resources/library/languages.toml").read_text(encoding="utf-8"))
    assert set(RULES.negations) == {table["tag"] for table in registry["language"]}


def test_the_command_prints_the_faults_of_a_language(library: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    library.translate("en", {"answer.yes": "Yes."})
    check(library)
    assert main(["vi"], library.root) == 0
    assert main(["en"], library.root) == 1
    assert capsys.readouterr().out.startswith("en\tanswer.yes\tpunctuation\t")
