"""A country, found by its name in the person's language, in Japanese or in English."""

from collections.abc import Iterator

from disaster_support.content.model import SOURCE_LANGUAGE
from disaster_support.features.reception.pages.checkin.answers.answer_view import AnswerView
from disaster_support.features.reception.pages.checkin.phrases import TwoPhrases
from disaster_support.features.reception.pages.checkin.search_list import Row, SearchList
from disaster_support.features.reception.questions import Question
from disaster_support.features.reception.self_check_in import EMPTY, Answer
from disaster_support.features.reception.self_check_in_texts import CheckInTexts
from disaster_support.lists.countries import country_name, list_countries
from disaster_support.ui.theme import LARGE


class CountryAnswer(AnswerView):
    """A search above all countries; touching one goes on."""

    def __init__(self, question: Question, texts: CheckInTexts, answer: Answer) -> None:
        super().__init__()
        search = "form.search_country"
        self.column.addWidget(TwoPhrases(texts, search, LARGE))
        self.search = SearchList(texts.spoken, texts.phrase(search)[0].text, texts.phrase(question.entry)[0].text)
        self.search.set_rows(_rows(texts), next(iter(answer.values), ""))
        self.search.edited.connect(self.edited)
        self.search.submitted.connect(self.submitted)
        self.column.addWidget(self.search, 1)
        self.first = self.search.line

    def answer(self) -> Answer:
        """Return the code of the country that is marked."""
        code = self.search.key()
        return Answer((code,)) if code else EMPTY


def _rows(texts: CheckInTexts) -> Iterator[Row]:
    for code, name in list_countries(texts.tag):
        japanese = country_name(code, SOURCE_LANGUAGE)
        words = name if name == japanese else f"{name}   {japanese}"
        yield Row(code, words, f"{name} {japanese} {country_name(code, 'en')}")
