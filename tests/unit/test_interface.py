"""The interface speaks Japanese and English, whole, and never stops the program."""

import os
import re
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from disaster_support import i18n
from disaster_support.app import system_language
from disaster_support.interface_catalogues import collect_strings, update_catalogue
from disaster_support.interface_compiled import compile_interface
from disaster_support.paths import find_paths

PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "Stop"\nmsgstr "{stop}"\n'
JAPANESE = find_paths().translations / "ja" / "LC_MESSAGES" / "interface.po"


@pytest.fixture
def translations(tmp_path):
    path = tmp_path / "translations" / "ja" / "LC_MESSAGES" / "interface.po"
    path.parent.mkdir(parents=True)
    path.write_text(PO.format(stop="止める"), encoding="utf-8")
    return path


def speak_japanese(translations: Path) -> str:
    root = translations.parents[2]
    compile_interface(root, root.parent / "compiled")
    i18n.use_language("ja", root.parent / "compiled")
    return i18n.gettext("Stop")


def test_a_catalogue_is_built_and_spoken(translations):
    assert speak_japanese(translations) == "止める"


@pytest.mark.parametrize("seconds", [-100_000, 100_000])
def test_another_catalogue_takes_its_place_however_old(translations, seconds):
    speak_japanese(translations)
    time = translations.stat().st_mtime + seconds
    translations.write_text(PO.format(stop="中止"), encoding="utf-8")
    os.utime(translations, (time, time))
    assert speak_japanese(translations) == "中止"


def test_without_a_catalogue_the_strings_stay_english(translations):
    translations.unlink()
    assert speak_japanese(translations) == "Stop"


def test_a_broken_build_leaves_english(translations):
    speak_japanese(translations)
    (translations.parents[3] / "compiled" / "interface-ja.mo").write_bytes(b"rubbish")
    assert speak_japanese(translations) == "Stop"


def test_every_string_of_the_code_has_its_japanese(tmp_path):
    copy = tmp_path / "interface.po"
    copy.write_bytes(JAPANESE.read_bytes())
    changed = update_catalogue(collect_strings(find_paths().program / "disaster_support"), copy, "ja")
    assert not changed, "run python3 dev.py catalogues, then translate what is new"
    with JAPANESE.open("rb") as file:
        empty = [message.id for message in read_po(file) if message.id and not all(message.string or [""])]
    assert empty == []


def test_brackets_in_japanese_are_wide():
    with JAPANESE.open("rb") as file:
        texts = [(message.id, text) for message in read_po(file) if message.id for text in _texts(message.string)]
    files = "*.csv"  # Qt reads the brackets of "Lists (*.csv)" itself
    kept = [text for id_, text in texts if "({endings})" in id_]
    assert all(f"({files})" in text.format(endings=files) for text in kept)
    narrow = re.compile(r"[ぁ-んァ-ヶー一-龥。」}] ?\(|\)[ぁ-んァ-ヶ一-龥。、]")
    assert [text for _id, text in texts if text not in kept and narrow.search(text)] == []


def _texts(string):
    return string if isinstance(string, tuple) else (string,)


def test_placeholders_are_the_same_in_japanese():
    with JAPANESE.open("rb") as file:
        faults = [(message.id, error) for message, errors in read_po(file).check() for error in errors]
    assert faults == []


@pytest.mark.parametrize(
    ("environment", "tag"),
    [
        ({}, "ja"),
        ({"LANG": "C.UTF-8"}, "ja"),
        ({"LANG": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "en_US.UTF-8", "LC_ALL": "ja_JP.UTF-8"}, "ja"),
        ({"LANG": "vi_VN.UTF-8"}, "ja"),
    ],
)
def test_japanese_comes_first(environment, tag):
    assert system_language(environment) == tag
