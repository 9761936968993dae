"""Every language that CLDR knows, found by its own name, in Japanese, in English, or by its code."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from disaster_support.content.model import Language
from disaster_support.features.reception.more_languages import find_language, list_more_languages
from disaster_support.features.reception.pages.checkin.search_list import Row, SearchList
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.ui.tasks import run_in_background


class LanguageSearch(QWidget):
    """The languages that are not on a card; staff may also write what the list lacks, such as ロヒンギャ語."""

    def __init__(self, texts: CheckInTexts) -> None:
        super().__init__()
        name = texts.phrase("form.more_languages")[0].text
        self.search = SearchList(texts.spoken, name, name, _recognise)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.search)
        library = tuple(texts.catalogue.languages)
        # Three hundred of CLDR's files take a second: what is typed meanwhile is looked for once they are read.
        run_in_background(self, lambda _progress: list_more_languages(library), on_done=self._show)

    def tag(self) -> str:
        """Return the tag of the language that is marked, empty where none is."""
        return self.search.key()

    def _show(self, languages: tuple[Language, ...]) -> None:
        self.search.set_rows(map(_row, languages))


def _recognise(text: str) -> Row | None:
    language = find_language(text)
    return _row(language) if language else None


def _row(language: Language) -> Row:
    names = dict.fromkeys((language.autonym, language.name_ja, language.name_en))
    return Row(language.tag, "   ".join(names), " ".join((*names, language.tag)))
