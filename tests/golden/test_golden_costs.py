"""The yearly list of costs against the one that was looked at; to renew it see `test_golden_documents`."""

from datetime import date
from pathlib import Path

import pytest

from disaster_support import i18n
from disaster_support.bilingual import Bilingual
from disaster_support.features.costs.model import Category, Expense, Occasion, Subject
from disaster_support.features.costs.paper import build_yearly_list
from disaster_support.features.costs.yearly import YearlyList
from disaster_support.printing import Typesetter
from tests.golden.small_library import open_small_library
from tests.golden.test_golden_documents import check

OCCASIONS = {
    "c": Occasion("c", Subject.COURSE, Bilingual("消防学校 初任教育", "Fire school, initial education"), "2026"),
    "d": Occasion("d", Subject.DRILL, Bilingual("夜間の避難訓練", "Night drill"), "2026-11-23"),
}
LINES = (
    ("2026-05-12", Category.INSTRUCTORS, "講師謝金（やさしい日本語 2時間）", 30_000, "R8-0012", "一般財源", "c"),
    ("2026-06-30", Category.TRANSLATION, "避難所だよりの翻訳 6言語", 198_000, "R8-0101", "県補助金", ""),
    ("2026-11-23", Category.DRILLS, "Interpreters: four people, three hours each", 72_000, "", "", "d"),
)


@pytest.fixture(scope="module")
def typesetter(tmp_path_factory):
    return Typesetter(open_small_library(tmp_path_factory.mktemp("small-library")).languages)


@pytest.mark.parametrize(("language", "lines"), [("ja", LINES), ("en", LINES), ("en", ())])
def test_yearly_list(language, lines, typesetter):
    i18n.use_language(language, Path("no catalogues"))  # the words stay in English, what is typed is Japanese
    try:
        expenses = [
            Expense(
                *(str(number), date.fromisoformat(day), category, text, amount, receipt, funding),
                OCCASIONS[subject_id].subject if subject_id else Subject.GENERAL,
                subject_id,
            )
            for number, (day, category, text, amount, receipt, funding, subject_id) in enumerate(lines)
        ]
        document = build_yearly_list(YearlyList(2026, date(2026, 11, 23), expenses, OCCASIONS), typesetter)
    finally:
        i18n.use_language("en", Path("no catalogues"))
    check(f"paper-costs-{language if lines else 'none'}", document)
