"""Notices against the ones that were looked at and found good (`GOLDEN=write` writes them)."""

from datetime import date, time

import pytest

from disaster_support.features.notices.documents import build_notice
from disaster_support.features.notices.filling import Filler
from disaster_support.features.notices.model import NoticeOptions, Place
from disaster_support.printing import Typesetter
from tests.golden.test_golden_documents import check
from tests.helpers.notices import open_notice_library

DAY = date(2026, 11, 23)
WATER = {
    "litres": 3,
    "date": date(2026, 11, 24),
    "start": time(15),
    "end": time(17, 30),
    "place": Place(name="第《だい》1体育館《たいいくかん》"),
}
MISSING = {"name": "Kim 민수", "phone": "03-1234-5678", "bus": "7"}
NOTICES = {
    "notice-water-4": ("water.supply", WATER, NoticeOptions(("my", "km", "ne", "ar"), printed_on=DAY)),
    "notice-water-one-a-page": (
        "water.supply",
        WATER,
        NoticeOptions(("ja-simple", "ne"), paper="A5", landscape=True, one_a_page=True, marks=False, printed_on=DAY),
    ),
    "notice-missing-rtl": ("people.missing", MISSING, NoticeOptions(("ar", "en"), printed_on=DAY)),
    "notice-alert": ("water.flood", {}, NoticeOptions(("en",), landscape=True, printed_on=DAY)),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory):
    return open_notice_library(tmp_path_factory.mktemp("library"))


@pytest.mark.parametrize("name", NOTICES)
def test_notices_look_as_they_were_found_good(name, library):
    notice, values, options = NOTICES[name]
    entry, filler = library.entries[notice], Filler(library, DAY, lambda _text: ())
    phrases = {tag: filler.fill(entry, values, tag) for tag in ("ja", *options.languages)}
    told = {tag: phrase for tag, phrase in phrases.items() if phrase}
    check(name, build_notice(library.languages, entry, told, options, Typesetter(library.languages)).document)
