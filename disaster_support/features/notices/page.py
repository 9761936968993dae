"""The notices page: templates and what was made before, the form, and every language at once or the printed page."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from disaster_support.changes import Change
from disaster_support.content.model import Entry, Phrase
from disaster_support.context import Context
from disaster_support.documents.wall.model import MAX_LANGUAGES
from disaster_support.features.notices.explain import explain
from disaster_support.features.notices.model import Filling, KeptSet, Place
from disaster_support.features.notices.pages.alert_facts import AlertFacts
from disaster_support.features.notices.pages.kept_panel import KeptPanel
from disaster_support.features.notices.pages.making import Making, Ready, Wish
from disaster_support.features.notices.pages.options_panel import OptionsPanel
from disaster_support.features.notices.pages.places_panel import PlacesPanel
from disaster_support.features.notices.pages.slots_form import SlotsForm
from disaster_support.features.notices.pages.template_list import TemplateList
from disaster_support.features.notices.pages.texts_view import TextsView
from disaster_support.features.notices.reading import write_text
from disaster_support.features.notices.service import Made, NoticeService
from disaster_support.i18n import current_language
from disaster_support.i18n import gettext as _
from disaster_support.people_here import NobodyHere, PeopleHere
from disaster_support.ui.buttons import Button
from disaster_support.ui.choices import Switch
from disaster_support.ui.notice import Notice
from disaster_support.ui.output import Output, OutputBar
from disaster_support.ui.page import Page, scrolling
from disaster_support.ui.panels import MessagePanel
from disaster_support.ui.parts import attempt, column_in, label
from disaster_support.ui.preview import PdfPreview
from disaster_support.ui.tasks import run_in_background
from disaster_support.ui.theme import current_theme
from disaster_support.ui.unreviewed import UnreviewedLegend, printed_sentence

_DEBOUNCE_MS = 200
_LIST_WIDTH, _FORM_WIDTH = 304, 376
_STACKED_LIST_HEIGHT, _STACKED_TEXTS_HEIGHT = 360, 560
_TEXTS, _PAPER = "texts", "paper"
_UNLIMITED = 16777215


class NoticesPage(Page):
    """Pick, fill in, see it in every language, print. Every change is drawn a moment after the last one."""

    def __init__(self, context: Context, here: PeopleHere | None = None) -> None:
        super().__init__()
        self._context = context
        self._here = here or NobodyHere()
        self._chosen_by_hand = False  # then the languages stay, whoever comes
        self._was_asked = False  # to fill in what is missing, and has not done so yet
        self._drafts: dict[str, dict[str, str]] = {}  # what was typed into notices that were left
        self.entry: Entry | None = None
        languages = context.catalogue.languages
        self.service = NoticeService(context)
        self.templates = TemplateList(self.service)
        self.kept = KeptPanel(self.service)
        self.title = label(self._say_title, "title")
        self.form = SlotsForm(self.service.today)
        self.facts = AlertFacts()
        self.places = PlacesPanel(self.service)
        self.options = OptionsPanel(self.service, tuple(languages.values()))
        self.texts = TextsView(languages)
        self.preview = PdfPreview()
        self.making = Making(self, self.service)
        self.notice = Notice()
        self.output = Output(self, self.service, self.notice)
        self.hint = MessagePanel("information", lambda: "")
        self.hint.hide()
        self.legend = UnreviewedLegend(printed_sentence)
        self.legend.hide()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_DEBOUNCE_MS)
        self._build()
        self._connect()
        self._offer_places()
        self._follow_people()
        self.setFocusProxy(self.templates.rows)
        self.templates.rows.pick_again()
        self._tell_damage()

    def help_text(self) -> str:
        """Return how a notice is made."""
        return _(
            "Choose a notice at the left and fill in its fields: the day, the time, the place. At the right it stands "
            "in every language at once, beside the Japanese; each text can be copied.\n\n"
            "The shelter's own places are in the list of the field; “List of places” below the fields adds, names and "
            "removes them. A place with a reading is given in Latin letters too.\n\n"
            "What was printed or saved is kept at the top left: one press fills in the same notice for today or "
            "tomorrow. A notice that names a person is not kept.\n\n"
            "A notice is printed with as many languages as you choose on as few sheets as they can be read on, or with "
            "a page for each language."
        )

    def screen_states(self) -> Iterable[tuple[str, Callable[[], None]]]:
        """Return the page with a notice filled in, as it prints, and with the list of places."""
        yield "filled", self._show_example
        yield "paper", partial(self.view.choose, _PAPER)
        yield "places", partial(self.open_places.setChecked, True)

    def _show_example(self) -> None:
        entry = next((one for group in self.service.templates().values() for one in group if one.slots), None)
        if entry:
            times = iter(("15:00", "17:00", "18:00", "19:00"))
            places = iter(self.service.places())
            values = {"time": lambda: next(times, "20:00"), "place": lambda: write_text(next(places))}
            texts = {slot.name: values[slot.type]() for slot in entry.slots if slot.type in values}
            self.show_notice(entry.id, texts)

    # -- building

    def _build(self) -> None:
        self._left = QWidget()
        left = column_in(self._left, spacing=16)
        left.addWidget(self.kept)
        left.addWidget(self.templates, 1)
        self._middle = self._build_middle()
        self._right = self._build_right()
        whole = QWidget()
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight, whole)
        self._parts.setContentsMargins(16, 16, 16, 16)
        self._parts.setSpacing(16)
        self._parts.addWidget(self._left)
        self._parts.addWidget(self._middle)
        self._parts.addWidget(self._right, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolling(whole))
        self.arrange(one_column=False)

    def _build_middle(self) -> QWidget:
        fields = QWidget()
        rows = QVBoxLayout(fields)
        rows.setContentsMargins(0, 0, 8, 0)
        rows.setSpacing(16)
        self.open_places = Button(lambda: _("List of places"), height="small", icon_name="map-marker")
        self.open_places.setCheckable(True)
        self.open_places.toggled.connect(self.places.setVisible)
        self.open_places.toggled.connect(lambda _on: self._fit_fields())
        self.places.hide()
        for part in (self.title, self.facts, self.form):
            rows.addWidget(part)
        rows.addWidget(self.open_places, 0, Qt.AlignmentFlag.AlignLeading)
        rows.addWidget(self.places)
        rows.addWidget(self.options)
        rows.addStretch(1)
        self._fields = fields
        self._scroller = scrolling(fields)
        middle = QWidget()
        column = column_in(middle)
        column.addWidget(self._scroller, 1)
        self.bar = OutputBar(self, lambda: _("Save the notice as PDF (Ctrl+S)"))
        column.addWidget(self.bar)
        return middle

    def _build_right(self) -> QWidget:
        right = QWidget()
        self.view = Switch(
            lambda: _("What is shown"), ((_TEXTS, lambda: _("All languages")), (_PAPER, lambda: _("As it prints")))
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.texts)
        self._stack.addWidget(self.preview)
        column = column_in(right)
        for part in (self.view, self.notice, self.hint):
            column.addWidget(part)
        column.addWidget(self._stack, 1)
        column.addWidget(self.legend)
        return right

    def _connect(self) -> None:
        self._timer.timeout.connect(self._make)
        self.templates.picked.connect(self.show_notice)
        self.kept.used.connect(self._use_kept)
        self.form.changed.connect(self._timer.start)
        self.options.changed.connect(self._timer.start)
        self.options.languages.changed.connect(self._choose_by_hand)
        self.places.changed.connect(lambda: self._offer_places(self.form.texts().values()))
        self.places.added.connect(self.form.fill_place)
        self.view.changed.connect(lambda: self._stack.setCurrentIndex(int(self.view.key() == _PAPER)))
        self.making.said.connect(self._show_phrases)
        self.making.done.connect(self._show_made)
        self.making.failed.connect(self._fail)
        self.bar.printing.connect(self._print)
        self.bar.saving.connect(self._save)
        self._context.changes.listen(self._hear)
        search = self.templates.search
        QShortcut(QKeySequence("Ctrl+F"), self, lambda: search.setFocus(Qt.FocusReason.ShortcutFocusReason))

    def _hear(self, change: Change) -> None:
        if change is Change.LANGUAGE_SETS:
            self.options.languages.refresh_sets()
        elif change is Change.LIBRARY:
            self.retranslate()
            self._timer.start()
        elif change in (Change.REGISTER, Change.PEOPLE):
            self._follow_people()

    def retranslate(self) -> None:
        """Say lists and titles in the new language."""
        self.templates.retranslate()
        self.kept.refresh()
        self.places.refresh()
        self._offer_places(self.form.texts().values())
        self.title.setText(self._say_title())
        if self.making.ready:
            self._explain(self.making.ready.made)

    def restyle(self) -> None:
        """Give list and form the room that larger letters need."""
        self.kept.refresh()
        self.arrange(self._parts.direction() is QBoxLayout.Direction.TopToBottom)

    def arrange(self, one_column: bool) -> None:
        """Put list, form and texts side by side, or one below the other."""
        directions = QBoxLayout.Direction
        self._parts.setDirection(directions.TopToBottom if one_column else directions.LeftToRight)
        larger = current_theme().scale - 1
        for part, usual, share in ((self._left, _LIST_WIDTH, 0.2), (self._middle, _FORM_WIDTH, 0.4)):
            width = round(usual * (1 + larger * share))  # grown just enough for the largest letters at 1366 px
            part.setMinimumWidth(0 if one_column else width)
            part.setMaximumWidth(_UNLIMITED if one_column else width)
        self.templates.setMinimumHeight(_STACKED_LIST_HEIGHT if one_column else 0)
        self._right.setMinimumHeight(_STACKED_TEXTS_HEIGHT if one_column else 0)
        self._fit_fields()

    def _fit_fields(self) -> None:
        """Show all fields at once where the whole page scrolls."""
        is_stacked = self._parts.direction() is QBoxLayout.Direction.TopToBottom
        self._scroller.setMinimumHeight(self._fields.sizeHint().height() if is_stacked else 0)

    # -- the languages of the people here

    def _choose_by_hand(self) -> None:
        self._chosen_by_hand = True

    def _tell_damage(self) -> None:
        if copy := self.service.store.damaged_copy:
            sentence = _("The notices kept before could not be read, so the list begins anew. The old file is: {path}")
            self.notice.say("warning", lambda: sentence.format(path=copy))

    def _follow_people(self) -> None:
        run_in_background(
            self,
            lambda _progress: self._here.languages(),
            on_done=self._show_people,
            on_error=lambda _sentence: None,  # the register was locked meanwhile: nothing is known then
        )

    def _show_people(self, languages: Sequence[str]) -> None:
        wanted = tuple(languages[:MAX_LANGUAGES])
        if wanted and not self._chosen_by_hand and wanted != self.options.languages.languages():
            self.options.languages.set_languages(wanted)
            self._timer.start()

    # -- what is filled in

    def show_notice(self, notice: str, texts: dict[str, str] | None = None) -> None:
        """Show a template with these texts, or with what was typed into it before."""
        if self.entry and self.entry.id == notice and texts is None:
            return
        if self.entry:
            self._drafts[self.entry.id] = self.form.texts()
        self.entry = self.service.get_template(notice)
        self.templates.select(notice)
        self.title.setText(self._say_title())
        self.facts.show_entry(self.entry)
        texts = self._drafts.get(notice, {}) if texts is None else texts
        self._offer_places(texts.values())
        self.form.show_entry(self.entry, texts)
        self._fit_fields()
        self._scroller.verticalScrollBar().setValue(0)
        self._show_place_button()
        self._was_asked = False
        self.notice.clear()
        self._timer.start()

    def _use_kept(self, one: KeptSet, days: int) -> None:
        self.show_notice(one.notice, self.service.use_kept(one, days))

    def _say_title(self) -> str:
        return self.service.title(self.entry, current_language()) if self.entry else ""

    def _show_place_button(self) -> None:
        has_places = self.entry is not None and any(slot.type == "place" for slot in self.entry.slots)
        self.open_places.setVisible(has_places)
        self.places.setVisible(has_places and self.open_places.isChecked())

    def _offer_places(self, texts: Iterable[str] = ()) -> None:
        """Offer the shelter's places, and what these texts name of the library."""
        tag = current_language()
        named = (Place(entry=text) for text in texts if text in self._context.catalogue.entries)
        places = dict.fromkeys((*self.service.places(), *named))
        self.form.set_places([(write_text(one), self.service.say_place(one, tag)) for one in places])

    def _read(self) -> Filling:
        assert self.entry
        return self.service.read(self.entry, self.form.texts())

    def _make(self) -> None:
        if self.entry:
            filling = self._read()
            self.form.show_filling(filling)
            if filling.is_complete and self._was_asked:
                self._was_asked = False
                self.notice.clear()
            self.making.start(Wish(self.entry, self.form.texts(), filling.values, self.options.options()))

    def _show_phrases(self, wish: Wish, phrases: dict[str, Phrase]) -> None:
        self.texts.show_phrases(phrases, wish.options.languages)

    def _show_made(self, ready: Ready) -> None:
        made, options = ready.made, ready.wish.options
        self._explain(made)
        self.legend.setVisible(made.has_unreviewed)
        if layout := self._right.layout():
            layout.activate()  # a resized preview would give up the PDF that it is just given
        self.preview.show_pdf(made.pdf)
        attempt(
            self.notice,
            lambda: self.service.keep_choice(options.languages, options.paper, landscape=options.landscape),
        )

    def _explain(self, made: Made) -> None:
        sentences = explain(self._context.catalogue, made.moved, made.missing)
        self.hint.set_words(lambda: "\n".join(sentences))
        self.hint.setVisible(bool(sentences))

    def _fail(self, sentence: str) -> None:
        self.preview.clear()
        self.legend.hide()
        self.hint.set_words(lambda: sentence)
        self.hint.show()

    # -- what is done with it

    def _when_complete(self, action: Callable[[Ready], object]) -> None:
        """Do this with what is filled in now; where something is wrong, say it at its field instead."""
        if not self.entry:
            return
        filling = self._read()
        if not filling.is_complete:
            self.form.insist(filling)
            self._was_asked = True
            self.notice.say("error", lambda: _("Fill in the fields that are marked first."))
            return
        if self._timer.isActive():
            self._timer.stop()
            self._make()
        self.making.when_ready(action)

    def _print(self) -> None:
        self._when_complete(self._send_to_printer)

    def _send_to_printer(self, ready: Ready) -> None:
        self.output.send_to_printer(ready.made, self.options.copies.value(), partial(self.keep, ready.wish))

    def _save(self, suffix: str) -> None:
        self._when_complete(partial(self._ask_file, suffix))

    def _ask_file(self, suffix: str, ready: Ready) -> None:
        self.output.ask_file(ready.made, ready.wish.entry.id, suffix, partial(self.keep, ready.wish))

    def keep(self, wish: Wish) -> None:
        """Keep what was made for the next time, and that it was made for these languages."""
        attempt(self.notice, lambda: self.service.keep(wish.entry, wish.texts))
        attempt(self.notice, lambda: self._here.note_printed(wish.options.languages))
        self.kept.refresh()
