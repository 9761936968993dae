"""Language tags as people and systems write them, matched to the tags of the library."""

from collections.abc import Iterable

_ALIASES = {
    "zh": "zh-Hans",
    "zh-cn": "zh-Hans",
    "zh-sg": "zh-Hans",
    "zh-tw": "zh-Hant",
    "zh-hk": "zh-Hant",
    "zh-mo": "zh-Hant",
    "pt": "pt-BR",
    "tl": "fil",
    "in": "id",
    "ja-easy": "ja-simple",
}


def match_tag(wanted: str, tags: Iterable[str]) -> str | None:
    """Return the tag that is meant by `wanted` (`pt_BR`, `zh-TW`, `my-MM`, `EN`, `ja@simple`), or None.

    Source: RFC 4647, section 3.4 (look-up drops subtags from the end).
    """
    known = {tag.casefold(): tag for tag in tags}
    plain = wanted.strip().split(".")[0]
    subtags = plain.replace("_", "-").replace("@", "-").casefold().split("-")
    while subtags:
        key = "-".join(subtags)
        found = known.get(key) or known.get(_ALIASES.get(key, "").casefold())
        if found:
            return found
        subtags.pop()
    return None


def po_language(tag: str) -> str:
    """Return the tag as a PO header writes it: `pt_BR`, `zh_Hans`, `ja@simple`.

    Source: GNU gettext manual, "Header Entry", field Language (`ll`, `ll_CC`, `ll@variant`).
    """
    language, *rest = tag.split("-")
    return language + "".join(f"@{part}" if len(part) > 4 else f"_{part}" for part in rest)
