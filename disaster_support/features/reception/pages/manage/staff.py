"""Members of staff: who they are, what they may do, and the passphrases of those who forgot theirs."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from disaster_support.context import Context
from disaster_support.errors import UserError
from disaster_support.features.reception.pages.forms import Form, LineField
from disaster_support.features.reception.pages.manage.parts import RoleBox, column_of, describe_role, say_role
from disaster_support.features.reception.pages.passphrases import NewPassphrase
from disaster_support.i18n import gettext as _
from disaster_support.i18n import pgettext
from disaster_support.storage import staff
from disaster_support.storage.roles import Role, StaffMember
from disaster_support.ui.buttons import Button
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.flow import FlowLayout
from disaster_support.ui.panels import MessagePanel, wrapping_label
from disaster_support.ui.say import say
from disaster_support.ui.theme import TARGET, current_theme

_NAME = 120  # px at text size 1.0: the roles stand below one another


class StaffSection(QWidget):
    """Everybody who may open the register, a row each, and the form for one more."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.card = Form(
            lambda: _("Who may open the register"),
            lambda: _("Everybody has a passphrase of their own, so that the log says who did what."),
        )
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        self.card.column.addLayout(self._rows)
        self.rows: dict[str, MemberRow] = {}
        self.adding = AddForm(context, self._tell_added)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(column_of(self.card, self.adding))
        self.show_staff()

    def show_staff(self) -> None:
        """Show everybody as they stand in the register now."""
        for row in self.rows.values():
            self._rows.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = {}
        members = sorted(staff.list_staff(self._context.door.register), key=lambda one: (not one.active, one.name))
        for member in members:
            self.rows[member.id] = MemberRow(self._context, member, self._tell)
            self._rows.addWidget(self.rows[member.id])

    def _tell_added(self, sentence: str) -> None:
        self._tell("", sentence)

    def _tell(self, staff_id: str, sentence: str) -> None:
        self.show_staff()
        if staff_id in self.rows:
            self.rows[staff_id].passphrase.setFocus()
        window = self.window()
        if hasattr(window, "show_message"):
            window.show_message("success", lambda: sentence)


class MemberRow(QFrame):
    """One member of staff: name, role, and below what is being asked about them."""

    def __init__(self, context: Context, member: StaffMember, on_changed: Callable[[str, str], object]) -> None:
        super().__init__()
        self.setProperty("panel", "surface")
        self._context, self.member, self._on_changed = context, member, on_changed
        self.asked: Form | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(16, 8, 16, 8)
        line = QWidget()
        row = FlowLayout(line, 12)
        name = QLabel()
        name.setProperty("type", "strong")
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setMinimumSize(current_theme().px(_NAME), current_theme().px(TARGET))
        say(name, name.setText, self._say_name)
        row.addWidget(name)
        self.role = RoleBox(member.role, lambda: _("Role of {name}").format(name=member.name))
        self.role.setVisible(member.active)
        self.role.activated.connect(lambda _index: self._change_role())
        row.addWidget(self.role)
        self.passphrase = Button(self._say_passphrase, self.ask_passphrase, height="small")
        self.removal = Button(lambda: pgettext("manage", "Remove"), self.ask_removal, height="small")
        say(self.removal, self.removal.setAccessibleName, lambda: _("Remove {name}").format(name=member.name))
        self.removal.setVisible(member.active)
        row.addWidget(self.passphrase)
        row.addWidget(self.removal)
        self._column.addWidget(line)
        self._failure = MessagePanel("error", lambda: "")
        self._failure.hide()
        self._column.addWidget(self._failure)

    def ask_passphrase(self) -> None:
        """Let the member of staff type a new passphrase twice."""
        fields = NewPassphrase()
        name = self.member.name
        form = Form(
            lambda: _("A new passphrase for {name}").format(name=name),
            lambda: _("Let {name} type it; nobody else should know it.").format(name=name),
        )
        form.add(fields)

        def change() -> None:
            passphrase = fields.read()
            if passphrase is None:
                return
            register, staff_id = self._context.door.register, self.member.id
            form.run(
                lambda: staff.reset_passphrase(register, staff_id, passphrase),
                lambda _none: self._on_changed(
                    staff_id, _("{name} opens the register with the new passphrase.").format(name=name)
                ),
                fields.first_field.show_error,
            )

        self._ask(form, Button(lambda: _("Keep the new passphrase"), change, kind="filled"))
        fields.second.returnPressed.connect(change)
        fields.first.setFocus()

    def ask_removal(self) -> None:
        """Ask once before somebody is let in no longer."""
        name = self.member.name
        form = Form(
            lambda: _("Remove {name}?").format(name=name),
            lambda: _("{name} can open the register no longer. What they did stays in the log.").format(name=name),
        )
        button = Button(lambda: _("Remove {name}").format(name=name), self._remove, kind="filled")
        self._ask(form, button)
        button.setFocus()

    def _ask(self, form: Form, button: Button) -> None:
        self._put_away()
        self.asked = form
        form.add_buttons(button, Button(lambda: _("Leave it as it is"), self._put_away, kind="text"))
        self._column.addWidget(form)
        form.show()  # at once, so that it can take the focus

    def _put_away(self) -> None:
        if self.asked is not None:
            self._column.removeWidget(self.asked)
            self.asked.hide()
            self.asked.deleteLater()
            self.asked = None
            self.passphrase.setFocus()

    def _remove(self) -> None:
        name = self.member.name
        self._do(
            lambda: staff.remove_member(self._context.door.register, self.member.id),
            _("{name} can open the register no longer.").format(name=name),
        )

    def _change_role(self) -> None:
        role = self.role.role()
        if role is self.member.role:
            return
        self._do(
            lambda: staff.change_role(self._context.door.register, self.member.id, role),
            # Translators: a member of staff has another role now.
            _("{name}: {role}. It holds from the next time they open the register.").format(
                name=self.member.name, role=say_role(role)
            ),
        )

    def _do(self, work: Callable[[], object], sentence: str) -> None:
        try:
            work()
        except UserError as error:
            said = str(error)
            self.role.choose(self.member.role)
            self._put_away()
            self._failure.set_words(lambda: said)
            self._failure.show()
            return
        self._on_changed(self.member.id, sentence)

    def _say_name(self) -> str:
        if self.member.active:
            return self.member.name
        # Translators: a member of staff who can open the register no longer.
        return _("{name} (removed)").format(name=self.member.name)

    def _say_passphrase(self) -> str:
        return _("New passphrase") if self.member.active else _("Let in again")


class AddForm(Form):
    """One more member of staff."""

    def __init__(self, context: Context, on_added: Callable[[str], object]) -> None:
        super().__init__(
            lambda: _("Add a member of staff"),
            lambda: _("Let them type the passphrase themselves; nobody else should know it."),
        )
        self._context, self._on_added = context, on_added
        self.name = self.add(LineField(lambda: _("Name")))
        self.role = RoleBox(Role.RECEPTION, lambda: _("Role"))
        self.add(LabelledField(lambda: _("Role"), self.role))
        self._about = self.add(wrapping_label())
        self._about.setProperty("type", "secondary")
        say(self._about, self._about.setText, lambda: describe_role(self.role.role()))
        self.role.currentIndexChanged.connect(lambda _index: self._about.setText(describe_role(self.role.role())))
        self.passphrase = self.add(NewPassphrase(lambda: _("Their passphrase")))
        self.add_buttons(Button(lambda: _("Add"), self.save, kind="filled"))
        self.passphrase.second.returnPressed.connect(self.save)

    def save(self) -> None:
        """Let them in from now on, unless something is missing."""
        if not self.name.is_filled(_("Give a name.")):
            return
        passphrase = self.passphrase.read()
        if passphrase is None:
            return
        register, name, role = self._context.door.register, self.name.text(), self.role.role()
        self.run(lambda: staff.add_member(register, name, role, passphrase), self._finish, self._fail)

    def _finish(self, member: StaffMember) -> None:
        self.name.line.clear()
        self.passphrase.clear()
        self.name.line.setFocus()
        self._on_added(_("{name} can open the register now.").format(name=member.name))

    def _fail(self, sentence: str) -> None:
        self.name.show_error(sentence)
        self.name.line.setFocus()
