"""Texts that stand in Japanese and English side by side: templates of courses and drills."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bilingual:
    """A text in Japanese, the language of record, and in English; the English may be missing in what users typed."""

    ja: str
    en: str = ""

    def say(self, language: str) -> str:
        """Return the text for an interface in this language; Japanese where there is no English."""
        return self.ja if language == "ja" else self.en or self.ja

    def with_text(self, text: str, language: str) -> "Bilingual":
        """Return it with the text of one language changed; what had only one text keeps only one."""
        if language == "ja" or not self.en:
            return Bilingual(text, self.en if language == "ja" else "")
        return Bilingual(self.ja, text)


EMPTY = Bilingual("")
