"""Settings survive a restart, a damaged file and values from another version."""

import json

from hypothesis import given
from hypothesis import strategies as st

from disaster_support.settings import Settings, SettingsStore, parse_settings


def test_what_was_chosen_is_there_at_the_next_start(tmp_path):
    path = tmp_path / "config" / "settings.json"
    SettingsStore(path).update(theme="dark", language_sets={"usual here": ("vi", "ne")}, sign_languages=("my",))
    again = SettingsStore(path)
    assert again.current == Settings(theme="dark", language_sets={"usual here": ("vi", "ne")}, sign_languages=("my",))
    assert again.damaged_copy is None


def test_a_damaged_file_is_kept_aside_and_told(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"theme": "da')
    store = SettingsStore(path)
    assert store.current == Settings()
    assert store.damaged_copy == tmp_path / "settings.damaged.json"
    assert store.damaged_copy.read_bytes() == b'{"theme": "da'


def test_a_wrong_value_spoils_only_its_own_field():
    data = {"theme": "pink", "text_scale": 1.25, "sign_languages": "vi", "future": 1, "paper": ["A4"]}
    assert parse_settings(data) == Settings(text_scale=1.25)


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(st.sampled_from(list(Settings.__dataclass_fields__)), json_values))
def test_whatever_the_file_holds_gives_settings(data):
    settings = parse_settings(json.loads(json.dumps(data)))
    assert settings.theme in ("light", "dark", "contrast")
    assert all(isinstance(tag, str) for tag in (*settings.sign_languages, *settings.board_languages))
