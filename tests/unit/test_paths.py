"""Where files are kept: in the user's own folders, or beside the program."""

from disaster_support import paths


def test_the_users_own_folders(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "_beside_program", lambda: tmp_path)
    found = paths.find_paths()
    assert not found.portable
    assert found.settings.name == "settings.json"
    assert "disaster-support" in found.settings.parts
    assert not found.config.is_relative_to(tmp_path)


def test_a_portable_file_keeps_everything_beside_the_program(monkeypatch, tmp_path):
    monkeypatch.setattr(paths, "_beside_program", lambda: tmp_path)
    (tmp_path / "portable").touch()
    found = paths.find_paths()
    assert found.portable
    assert all(folder.is_relative_to(tmp_path) for folder in (found.config, found.cache, found.logs))


def test_the_program_finds_its_library():
    found = paths.find_paths()
    assert (found.resources / "library" / "languages.toml").is_file()
    assert (found.translations / "en" / "LC_MESSAGES" / "library.po").is_file()
