"""Reception's papers against the ones that were looked at and found good; to renew them see `test_golden_documents`."""

from datetime import date, datetime
from pathlib import Path

import pytest

from disaster_support import i18n
from disaster_support.documents.paper import A4
from disaster_support.features.reception.model import Level, NeedKind, SpokenLanguage, State
from disaster_support.features.reception.paper.card_data import CardData
from disaster_support.features.reception.paper.count_sheet import (
    CountSheet,
    LanguageLine,
    build_count_sheets,
    count_ages,
)
from disaster_support.features.reception.paper.personal_card import build_personal_cards
from disaster_support.features.reception.paper.public_list import build_public_list
from disaster_support.features.reception.paper.recovery_sheet import build_recovery_sheet
from disaster_support.features.reception.paper.registration_card import build_registration_cards
from disaster_support.features.reception.paper.roster import Order, RosterRow, build_roster
from disaster_support.features.reception.paper.wristband import build_wristbands
from disaster_support.printing import Typesetter
from tests.golden.small_forms import open_small_forms
from tests.golden.test_golden_documents import check

DAY, AT = date(2026, 11, 23), datetime(2026, 11, 23, 6, 30)
SHELTER, EVENT = "中央小学校避難所", "令和8年11月地震"
CARDS = (
    CardData("မသီတာ အောင်", "A-1-1", "DS-0001", ("my", "en"), "Ma Thida Aung", "A-1", SHELTER, needs_interpreter=True),
    CardData("Nguyễn Thị Mai Ánh", "A-2-1", "DS-0002", ("vi", "ja"), "NGUYEN THI MAI ANH", "A-2", SHELTER),
    CardData("عبد الرحمن الخطيب", "A-3-1", "DS-0003", ("ar", "fa"), "Abdulrahman Al-Khatib", "A-3", SHELTER),
    CardData("山田 太郎", "A-4-1", "DS-0004", ("ja",), "", "A-4", SHELTER),
    CardData("བསྟན་འཛིན", "A-5-1", "DS-0005", ("bo",), "Tenzin", "A-5"),
    CardData("𞤀𞤣𞤤𞤢𞤥", "A-6-1", "DS-0006", (), "", "A-6"),
)
ROWS = (
    RosterRow(
        *("A-1-1", "မသီတာ အောင်", "", "Ma Thida Aung", "female", 34),
        languages=(SpokenLanguage("my", Level.INTERPRETER), SpokenLanguage("en", Level.SLOW)),
        needs=(NeedKind.PREGNANCY, NeedKind.DIET),
        room="体育館",
        household="A-1",
        is_public=True,
    ),
    RosterRow(
        *("A-2-1", "Nguyễn Thị Mai Ánh", "", "", "-", None),
        languages=(SpokenLanguage("vi"),),
        state=State.ON_LEAVE,
        household="A-2",
        is_public=True,
    ),
    RosterRow(
        *("A-10-1", "山田 太郎", "ヤマダ タロウ", "", "male", 71),
        languages=(SpokenLanguage("ja", Level.FLUENT),),
        needs=tuple(NeedKind),
        room="1-2 教室",
        household="A-10",
        is_public=True,
    ),
)
COUNT = CountSheet(
    *(SHELTER, AT, 233, 81, 14, 6, 3, 690),
    languages=(LanguageLine("ja", 120), LanguageLine("my", 40, 31), LanguageLine("bo", 1, 1), LanguageLine("", 72)),
    nationalities=(("JP", 118), ("MM", 41), ("?", 2), ("-", 4), ("", 68)),
    ages=count_ages([3, 7, 22, 40, 70, None]),
    sexes={"female": 120, "male": 100, "-": 13},
    needs={NeedKind.MEDICINE: 12, NeedKind.INFANT: 3},
)


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return open_small_forms(tmp_path_factory.mktemp("forms"))


@pytest.fixture(scope="module")
def typesetter(library):
    return Typesetter(library.languages)


@pytest.mark.parametrize("languages", ["ja", "vi", "en,my"])
def test_registration_cards(languages, library, typesetter):
    document = build_registration_cards(
        *(library, languages.split(","), ["A-12"], A4, typesetter),
        shelter=SHELTER,
        event=EVENT,
        printed_on=DAY,
    )
    check(f"paper-registration-{languages.replace(',', '-')}", document)


def test_personal_cards(library, typesetter):
    check("paper-personal-cards", build_personal_cards(CARDS, library, typesetter, printed_on=DAY).document)


def test_wristbands(library, typesetter):
    check("paper-wristbands", build_wristbands(CARDS, library, typesetter, printed_on=DAY).document)


@pytest.mark.parametrize(("language", "order"), [("en", Order.ROOM), ("ja", Order.LANGUAGE), ("en", Order.HOUSEHOLD)])
def test_roster(language, order, library, typesetter):
    i18n.use_language(language, Path("no catalogues"))  # names of languages are Japanese, words stay in English
    document = build_roster(ROWS, library, typesetter, at=AT, shelter=SHELTER, order=order)
    check(f"paper-roster-{order}-{language}", document)


def test_list_for_the_notice_board(library, typesetter):
    document = build_public_list(ROWS, library, typesetter, at=AT, shelter=SHELTER, has_rooms=True)
    check("paper-public-list", document)


@pytest.mark.parametrize("language", ["en", "ja"])
def test_count_sheet(language, library, typesetter):
    i18n.use_language(language, Path("no catalogues"))
    check(f"paper-count-{language}", build_count_sheets([COUNT], library, typesetter))


def test_recovery_sheet(typesetter):
    document = build_recovery_sheet(
        *("7KQ29-XMV4T-RDW8H-N3BGP-6YCEJ", typesetter),
        event=EVENT,
        shelter=SHELTER,
        made_by="佐藤 花子",
        made_on=AT,
    )
    check("paper-recovery", document)
