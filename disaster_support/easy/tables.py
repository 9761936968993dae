"""The helper's own tables under `resources/easy`, each read once."""

import tomllib
from functools import cache
from typing import Any

from disaster_support.paths import find_paths


@cache
def read_table(name: str) -> dict[str, Any]:
    """Return the table `resources/easy/<name>.toml`."""
    path = find_paths().resources / "easy" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
