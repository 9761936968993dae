import builtins

import pytest
from PySide6.QtCore import QLocale

from disaster_support.content.model import Language, Phrase
from disaster_support.features.boards.speech import Speech, match_locale

VOICES = [QLocale(name) for name in ("ja-JP", "zh-HK", "zh-CN", "pt-BR", "es-MX", "vi-VN", "fil-PH")]


@pytest.mark.parametrize(
    ("tag", "voice"),
    [
        ("ja", "ja_JP"),
        ("ja-simple", "ja_JP"),
        ("zh-Hans", "zh_CN"),
        ("zh-Hant", "zh_CN"),
        ("pt-PT", "pt_BR"),
        ("es", "es_MX"),
        ("fil", "fil_PH"),
        ("km", None),
    ],
)
def test_a_voice_is_matched_to_its_language(tag, voice):
    found = match_locale(tag, VOICES)
    assert (found.name() if found else None) == voice


def test_cantonese_is_not_mandarin():
    assert match_locale("zh-Hant", [QLocale("zh-HK")]) is None


def test_without_a_sound_library_nothing_speaks(monkeypatch):
    real = builtins.__import__

    def without_speech(name, *rest):
        if "TextToSpeech" in name:
            raise ImportError(name)
        return real(name, *rest)

    monkeypatch.setattr(builtins, "__import__", without_speech)
    language = Language("vi", "Tiếng Việt", "ベトナム語", "Vietnamese", "Latn", "ltr", "sans", "vi", 1)
    speech = Speech()
    assert not speech.can_speak(language)
    assert not speech.speak(Phrase("Nước"), language)
    speech.stop()
