from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from disaster_support.changes import Change, Changes
from disaster_support.context import Context
from disaster_support.documents.model import Direction, Document, Page, QrCode
from disaster_support.errors import UserError
from disaster_support.features.signs.explain import explain
from disaster_support.features.signs.model import Missing, Moved, SignOptions, share_evenly
from disaster_support.features.signs.service import SignService
from disaster_support.features.signs.thumbnails import Thumbnails
from disaster_support.paper_files import save_pages
from disaster_support.paths import Paths
from disaster_support.settings import SettingsStore

OPTIONS = SignOptions(("en", "ko"))


class StoppedError(Exception):
    pass


def ignore(done, total, text):
    pass


def build_board(catalogue, situation, languages, paper, measurer, /, *, printed_on=None, marks=True):
    if not languages:
        raise UserError("no languages.")
    said = QrCode(10, 10, 30, " ".join(languages) if marks else "no marks")
    return Document(f"{situation} {' '.join(languages)}", "ja", (Page(paper.width_mm, paper.height_mm, (said,)),))


@pytest.fixture
def context(small, tmp_path):
    paths = Paths(
        tmp_path, tmp_path / "config", tmp_path / "cache", tmp_path / "logs", tmp_path / "data", portable=False
    )
    return Context(paths, small, SettingsStore(paths.settings), Changes(), lambda: datetime(2026, 11, 23, tzinfo=UTC))


@pytest.fixture
def service(context):
    return SignService(context, build_board)


def sizes_mm(pdf: bytes, tmp_path: Path) -> list[tuple[int, int]]:
    path = tmp_path / "made.pdf"
    path.write_bytes(pdf)
    return [tuple(round(float(side) * 25.4 / 72) for side in page.mediabox[2:]) for page in pypdf.PdfReader(path).pages]


def test_signs_are_made_as_one_pdf(service, tmp_path):
    made = service.make_signs(["facilities.toilet", "rules.no_smoking"], OPTIONS)
    assert made.pages == 2
    assert sizes_mm(made.pdf, tmp_path) == [(210, 297), (210, 297)]


@pytest.mark.parametrize(
    ("copies", "landscape", "size"),
    [(2, False, (297, 210)), (2, True, (210, 297)), (4, False, (210, 297)), (4, True, (297, 210))],
)
def test_copies_share_a_sheet_of_the_paper_chosen(copies, landscape, size, service, tmp_path):
    options = SignOptions(("en",), landscape=landscape, copies_on_a_page=copies)
    made = service.make_signs(["facilities.toilet"], options)
    assert sizes_mm(made.pdf, tmp_path) == [size]


def test_more_languages_than_a_tile_takes_make_several_boards(service):
    made = service.make_board("reception", SignOptions(("en", "ko", "vi", "th", "ne", "my", "km")))
    assert made.title == "reception en ko vi th"
    assert made.pages == 2


@given(st.integers(0, 40), st.integers(1, 9))
def test_languages_are_shared_evenly(count, most):
    languages = tuple(str(number) for number in range(count))
    groups = share_evenly(languages, most)
    assert tuple(one for group in groups for one in group) == languages
    assert max(map(len, groups)) <= most
    assert len(groups) == max(1, -(-count // most))


def test_marks_are_left_off_signs_and_boards_alike(service):
    unmarked = replace(OPTIONS, marks=False)
    assert (
        service.make_signs(["facilities.toilet"], unmarked).pdf
        != service.make_signs(["facilities.toilet"], OPTIONS).pdf
    )
    assert service.make_board("reception", unmarked).pdf != service.make_board("reception", OPTIONS).pdf


def test_what_nobody_has_checked_is_told(service):
    assert service.make_signs(["facilities.toilet"], OPTIONS).has_unreviewed
    assert service.make_board("reception", OPTIONS).has_unreviewed
    assert not service.make_signs(["facilities.toilet"], SignOptions()).has_unreviewed


def test_leaving_off_the_marks_is_forgotten_at_the_next_start(service, context):
    service.keep_options(replace(OPTIONS, marks=False))
    again = SignService(replace(context, settings=SettingsStore(context.settings.path)), build_board)
    assert again.usual_options().marks


def test_a_board_says_what_is_not_translated(service):
    made = service.make_board("reception", SignOptions(("ar",)))
    assert Missing("reception.free", "ar") in made.missing


def test_a_pdf_is_saved(service, tmp_path):
    made = service.make_signs(["facilities.toilet"], OPTIONS)
    assert save_pages(made, tmp_path / "a.PDF") == (tmp_path / "a.PDF",)
    assert (tmp_path / "a.PDF").read_bytes() == made.pdf


def test_each_page_is_a_png(service, tmp_path):
    one = service.make_signs(["facilities.toilet"], OPTIONS)
    two = service.make_signs(["facilities.toilet", "rules.no_smoking"], OPTIONS)
    assert save_pages(one, tmp_path / "one.png") == (tmp_path / "one.png",)
    assert save_pages(two, tmp_path / "two.png") == (tmp_path / "two-1.png", tmp_path / "two-2.png")
    assert (tmp_path / "two-2.png").read_bytes().startswith(b"\x89PNG")


def test_another_ending_is_said(service, tmp_path):
    made = service.make_signs(["facilities.toilet"], OPTIONS)
    with pytest.raises(UserError, match=r"\.pdf or \.png"):
        save_pages(made, tmp_path / "a.docx")


def test_a_pack_is_a_folder_of_numbered_files(service, tmp_path):
    reports = []
    saved = service.save_pack("opening", OPTIONS, tmp_path / "new" / "pack", lambda *step: reports.append(step))
    names = ["00-all.pdf", "01-sign-facilities-toilet.pdf", "02-sign-rules-no_smoking.pdf", "03-board-reception.pdf"]
    assert [path.name for path in saved.files] == names
    assert sorted(path.name for path in (tmp_path / "new" / "pack").iterdir()) == names
    assert len(pypdf.PdfReader(saved.files[0]).pages) == 3
    assert [step[0] for step in reports] == [0, 1, 2, 3, 4]
    assert {step[1] for step in reports} == {4}


def test_a_stopped_pack_leaves_whole_files_only(service, tmp_path):
    def stop(done, total, text):
        if done == 2:
            raise StoppedError

    with pytest.raises(StoppedError):
        service.save_pack("opening", OPTIONS, tmp_path, stop)
    files = sorted(tmp_path.glob("*.pdf"))
    assert [path.name for path in files] == ["01-sign-facilities-toilet.pdf", "02-sign-rules-no_smoking.pdf"]
    assert all(len(pypdf.PdfReader(path).pages) == 1 for path in files)
    assert not list(tmp_path.glob(".*.part"))


def test_a_pack_does_not_point_where_one_sign_points(service, tmp_path):
    of_one_sign = replace(OPTIONS, room="2F", note="Closed at 20:00", arrow=Direction.LEFT)
    saved = service.save_pack("opening", of_one_sign, tmp_path, ignore)
    text = "".join(page.extract_text() for page in pypdf.PdfReader(saved.files[0]).pages)
    assert "2F" not in text
    assert "Closed" not in text


def test_a_pack_without_a_language_is_said_before_a_file_is_written(service, tmp_path):
    with pytest.raises(UserError, match="language"):
        service.save_pack("opening", replace(OPTIONS, languages=()), tmp_path / "pack", ignore)
    assert not (tmp_path / "pack").exists()


def test_an_unknown_pack_is_said(service, tmp_path):
    with pytest.raises(UserError, match="opening"):
        service.save_pack("opening2", OPTIONS, tmp_path, ignore)


def test_what_was_chosen_is_there_at_the_next_start(service, context):
    service.keep_options(SignOptions(("km", "en"), paper="A3", landscape=True))
    again = SignService(
        Context(context.paths, context.catalogue, SettingsStore(context.settings.path), Changes(), context.clock),
        build_board,
    )
    options = again.usual_options()
    assert (options.languages, options.paper, options.landscape) == (("km", "en"), "A3", True)
    assert options.printed_on.isoformat() == "2026-11-23"


def test_language_sets_are_kept_replaced_and_forgotten(service, context):
    heard = []
    context.changes.listen(heard.append)
    service.save_language_set(" factory ", ["ja", "vi", "id"])
    service.save_language_set("factory", ["vi", "ne"])
    assert service.language_sets() == {"factory": ("vi", "ne")}
    service.delete_language_set("factory")
    assert service.language_sets() == {}
    assert heard == [Change.LANGUAGE_SETS] * 3


@pytest.mark.parametrize(("name", "tags"), [(" ", ("en",)), ("x", ()), ("x", ("ja",))])
def test_a_set_needs_a_name_and_languages(name, tags, service):
    with pytest.raises(UserError):
        service.save_language_set(name, tags)


def test_signs_are_found_by_any_language(service):
    assert [entry.id for entry in service.search("smoking")["rules"]] == ["rules.no_smoking"]
    assert [entry.id for entry in service.search("きんえん")["rules"]] == ["rules.no_smoking"]
    assert service.search("zzzz") == {}
    assert service.search(" ") == service.signs()


def test_boards_are_found_by_their_title(service):
    assert set(service.boards()) == {"reception", "answers", "language"}
    assert service.boards("recep") == ("reception",)


def test_what_happened_is_said_in_sentences(small):
    moved, missing = (Moved("a", "ko", 2), Moved("a", "vi", 2)), (Missing("a", "ar"), Missing("b", "ar"))
    first, second = explain(small, moved, missing, SignOptions(("en", "ko", "vi"), landscape=True))
    assert "Korean, Vietnamese" in first
    assert "larger paper" in first
    assert "Keep to one sheet" in first
    assert second.endswith("Arabic.")
    assert explain(small, (), (), SignOptions()) == ()


def test_a_thumbnail_is_drawn_once_and_then_read(service, context):
    document = service.first_page("sign", "facilities.toilet", OPTIONS)
    first = Thumbnails(context).draw(document)
    (kept,) = (context.paths.cache / "thumbnails").iterdir()
    kept.write_bytes(b"kept")
    assert first.startswith(b"\x89PNG")
    assert Thumbnails(context).draw(document) == b"kept"
    other = service.first_page("sign", "facilities.toilet", SignOptions(("vi",)))
    assert Thumbnails(context).draw(other) != b"kept"


def test_a_thumbnail_needs_no_disk(service, context):
    context.paths.cache.write_text("a file where the folder should be")
    assert Thumbnails(context).draw(service.first_page("board", "reception", OPTIONS)).startswith(b"\x89PNG")
