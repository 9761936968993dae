"""What staff should know of an alert's name, in the line that they read themselves."""

from dataclasses import replace
from datetime import date

from disaster_support.content.model import Entry, Phrase


def add_history(entry: Entry, japanese: Phrase) -> Phrase:
    """Return the Japanese with the day from which it holds and the names that it had before, where any are known.

    It stays Japanese whatever the language of the interface: it continues the Japanese line.
    """
    facts = []
    if entry.since:
        day = date.fromisoformat(entry.since)
        facts.append(f"{day.year}年{day.month}月{day.day}日から")
    if entry.formerly:
        facts.append(f"前の名前：{'、'.join(entry.formerly)}")
    return replace(japanese, text=f"{japanese.text}（{'。'.join(facts)}）") if facts else japanese
