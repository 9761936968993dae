import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from disaster_support.content.catalogues import main, update_catalogues, write_translations
from disaster_support.content.po import read_translations
from disaster_support.errors import UserError
from tests.unit.content.small_library import ENTRIES, Folders, build_folders


def update(library: Folders) -> list[Path]:
    return update_catalogues(library.resources, library.translations)


def test_catalogues_hold_every_entry_in_library_order_with_what_translators_need(library: Folders) -> None:
    library.translate("pt-BR", {})
    text = library.po("pt-BR").read_text(encoding="utf-8")
    ids = [line.split('"')[1] for line in text.splitlines() if line.startswith("msgctxt")]
    assert ids == ["place.toilet", "place.shelter", "place.keep_out", "answer.yes", "title.places"]
    assert '"Language: pt_BR\\n"' in text
    assert "Plural-Forms: nplurals=2" in text
    assert "charset=UTF-8" in text
    assert "Creation-Date" not in text
    assert "#. Category of the sign: prohibition" in text
    assert "#. Evacuee to staff." in text
    assert 'msgid "避難所"\nmsgstr ""' in text


def test_updating_twice_changes_nothing(library: Folders) -> None:
    library.translate("en", {"answer.yes": 'Yes, "quoted" \\ and\ntwo lines {x} 100 % sure'})
    assert update(library) == []
    first = library.po("en").read_bytes()
    library.translate("en", {})
    assert library.po("en").read_bytes() == first


def test_changed_japanese_makes_the_text_fuzzy_and_shows_what_was(library: Folders) -> None:
    library.translate("en", {"place.shelter": "Shelter", "answer.yes": "Yes"})
    library.edit_po("en", "#, fuzzy\n", "# reviewed: Ann; 2026-11-23\n")
    library.write("entries/places.toml", ENTRIES.replace("避難所《ひなんじょ》", "避難場所《ひなんばしょ》"))
    assert update(library) == [library.po("en")]
    text = library.po("en").read_text(encoding="utf-8")
    assert '#, fuzzy\n#| msgid "避難所"\nmsgctxt "place.shelter"\nmsgid "避難場所"\nmsgstr "Shelter"' in text
    found = read_translations(library.po("en"))
    assert (found["place.shelter"].fuzzy, found["answer.yes"].fuzzy) == (True, False)
    assert found["answer.yes"].reviewer == "Ann"
    assert update(library) == []


def test_a_text_whose_entry_is_gone_is_kept_as_obsolete_and_comes_back_with_it(library: Folders) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    library.write("entries/places.toml", ENTRIES.replace('id = "answer.yes"', 'id = "answer.yeah"'))
    update(library)
    assert "answer.yes" not in read_translations(library.po("en"))
    assert '#~ msgctxt "answer.yes"' in library.po("en").read_text(encoding="utf-8")
    assert update(library) == []
    library.write("entries/places.toml", ENTRIES)
    update(library)
    assert read_translations(library.po("en"))["answer.yes"].text == "Yes"
    assert "#~" not in library.po("en").read_text(encoding="utf-8")


def test_what_is_written_is_unreviewed_and_an_equal_text_keeps_its_review(library: Folders) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    library.edit_po("en", "#, fuzzy\n", "# reviewed: Ann; 2026-11-23\n# about this\n")
    library.translate("en", {"answer.yes": "Yes"})
    assert not read_translations(library.po("en"))["answer.yes"].fuzzy
    library.translate("en", {"answer.yes": "Yeah"})
    found = read_translations(library.po("en"))["answer.yes"]
    assert (found.fuzzy, found.reviewer) == (True, "")
    assert "# about this" in library.po("en").read_text(encoding="utf-8")


def test_people_and_dates_of_the_header_stay(library: Folders) -> None:
    library.translate("en", {})
    people = '"PO-Revision-Date: 2026-11-20 10:00+0900\\n"\n"Last-Translator: A <a@b.c>\\n"\n'
    library.edit_po("en", '"Language: en', people + '"Language: en')
    library.translate("en", {"answer.yes": "Yes"})
    text = library.po("en").read_text(encoding="utf-8")
    assert "PO-Revision-Date: 2026-11-20 10:00+0900" in text
    assert "Last-Translator: A <a@b.c>" in text


def test_broken_sources_change_nothing(library: Folders) -> None:
    library.translate("en", {"answer.yes": "Yes"})
    before = library.po("en").read_bytes()
    library.write("entries/places.toml", "[[entry]")
    with pytest.raises(UserError, match=r"places\.toml"):
        update(library)
    assert library.po("en").read_bytes() == before


def test_a_broken_catalogue_is_not_written_over(library: Folders) -> None:
    library.translate("en", {})
    library.po("en").write_text('msgid "', encoding="utf-8")
    with pytest.raises(UserError, match=r"library\.po"):
        library.translate("en", {"answer.yes": "Yes"})
    assert library.po("en").read_text(encoding="utf-8") == 'msgid "'


def test_unknown_ids_and_languages_are_refused(library: Folders) -> None:
    for tag, texts in (("en", {"no.such": "x"}), ("xx", {}), ("ja", {})):
        with pytest.raises(UserError):
            write_translations(library.resources, library.translations, tag, texts)


def test_the_command_says_what_is_out_of_date(library: Folders, capsys: pytest.CaptureFixture[str]) -> None:
    library.translate("en", {})
    assert main(["--check"], library.root) == 0
    library.write("entries/places.toml", ENTRIES.replace("はい", "ええ"))
    assert main(["--check"], library.root) == 1
    assert "translations/en/LC_MESSAGES/library.po" in capsys.readouterr().out
    assert main([], library.root) == 0
    assert main(["--check"], library.root) == 0


def test_the_first_wave_gets_its_catalogues(tmp_path: Path) -> None:
    library = build_folders(tmp_path, languages={"ja": 1, "ja-simple": 1, "vi": 1, "ar": 2})
    assert sorted(update(library)) == [library.po("ja-simple"), library.po("vi")]
    assert "Language: ja@simple" in library.po("ja-simple").read_text(encoding="utf-8")


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]) | st.just("\n"), min_size=1))
@settings(max_examples=40, deadline=None)
def test_every_text_comes_back_as_it_was_written(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    library = build_folders(tmp_path_factory.mktemp("library"), languages={"ja": 1, "en": 2})
    library.translate("en", {"answer.yes": text})
    assert read_translations(library.po("en"))["answer.yes"].text == unicodedata.normalize("NFC", text)


def test_the_former_japanese_of_several_lines_stays_as_it_was(library: Folders) -> None:
    several = ENTRIES.replace('ja = "はい"', 'ja = "「はい」\\n\\"です\\"。\\n場所"')
    library.write("entries/places.toml", several)
    library.translate("en", {"answer.yes": "Yes"})
    library.write("entries/places.toml", several.replace("場所", "場所《ばしょ》です"))
    update(library)
    first = library.po("en").read_text(encoding="utf-8")
    assert update(library) == []
    library.write("entries/places.toml", several)
    update(library)
    assert "#|" in first
    assert "#|" not in library.po("en").read_text(encoding="utf-8")  # the Japanese is again what it was made from
