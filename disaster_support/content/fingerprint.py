"""Where the library's sources lie, and whether they changed: by name, size and time, without opening any."""

from collections.abc import Iterable
from pathlib import Path

FORMAT = 4  # of the compiled form: raise it when that changes


def catalogue_path(translations: Path, tag: str, name: str = "library.po") -> Path:
    """Return where a catalogue of a language lies."""
    return translations / tag / "LC_MESSAGES" / name


def has_sources(resources: Path) -> bool:
    """Whether the library can be compiled here."""
    return (resources / "library" / "languages.toml").is_file()


def list_catalogues(translations: Path) -> list[tuple[str, Path]]:
    """Return the folders of languages by name, each with where its catalogue lies if it has one."""
    folders = sorted(translations.iterdir()) if translations.is_dir() else ()
    return [(folder.name, catalogue_path(translations, folder.name)) for folder in folders]


def fingerprint_sources(resources: Path, translations: Path, overlay: Path | None = None) -> str:
    """Return one line a source file: it differs as soon as a file was added, changed or removed.

    `overlay` is the folder of a municipality's own corrections.
    """
    library = resources / "library"
    lines = [f"format {FORMAT}", *_stamps(library.glob("*.toml")), *_stamps(library.glob("entries/*.toml"))]
    for folder in (translations, overlay):
        lines += _stamps(path for _tag, path in list_catalogues(folder)) if folder else []
    return "\n".join(lines)


def _stamps(paths: Iterable[Path]) -> list[str]:
    return sorted(stamp for path in paths if (stamp := _stamp(path)))


def _stamp(path: Path) -> str:
    try:
        stat = path.stat()
    except OSError:
        return ""
    return f"{path} {stat.st_size} {stat.st_mtime_ns}"
