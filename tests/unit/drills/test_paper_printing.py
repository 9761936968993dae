"""Papers as PDF: one by one, and all into a folder."""

from datetime import UTC, datetime
from types import SimpleNamespace

import pytest

from disaster_support.errors import UserError
from disaster_support.features.drills.printing import (
    Kind,
    has_languages,
    list_feedback_languages,
    print_paper,
    print_report,
    say_paper,
    write_folder,
)
from tests.helpers.drills import make_plan
from tests.helpers.pdf import read_text


@pytest.fixture
def context(real, real_typesetter):
    """What printing asks of a context."""
    return SimpleNamespace(catalogue=real, typesetter=real_typesetter, clock=lambda: datetime(2026, 11, 23, tzinfo=UTC))


@pytest.mark.parametrize("kind", Kind)
def test_a_template_prints_each_paper_without_a_register(kind, context):
    pdf = print_paper(context, kind, make_plan(), ["vi"] if has_languages(kind) else ())
    title = "Phiếu hỏi ý kiến về buổi diễn tập" if kind is Kind.FEEDBACK else say_paper(kind)
    assert title in read_text(pdf)


def test_folder_holds_every_paper_and_progress_is_told(context, tmp_path):
    told = []
    paths = write_folder(
        context, make_plan(), tmp_path / "drill", ["en", "my"], lambda done, steps, words: told.append((done, words))
    )
    assert sorted((tmp_path / "drill").iterdir()) == paths
    assert [path.stem for path in paths] == list(Kind)
    assert all(path.read_bytes().startswith(b"%PDF") for path in paths)
    assert told == [(done, say_paper(kind)) for done, kind in enumerate(Kind)]


def test_folder_that_cannot_be_made_is_refused_with_its_name(context, tmp_path):
    (tmp_path / "drill").write_text("a file", encoding="utf-8")
    with pytest.raises(UserError, match="drill"):
        write_folder(context, make_plan(), tmp_path / "drill", ["en"])


def test_report_of_a_kept_drill(context, register, drill):
    assert "After-action report and improvement plan" in read_text(print_report(context, register, drill))


def test_feedback_is_offered_in_the_languages_that_have_it(context):
    tags = list_feedback_languages(context)
    assert {"ja", "en", "vi", "my", "km", "ne"} <= set(tags)
    assert "tr" not in tags
