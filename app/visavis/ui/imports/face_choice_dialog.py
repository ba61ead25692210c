"""The dialog that asks whose the faces are in pictures with several: one picture after the other, or all at once."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from visavis.errors import PersonNameError
from visavis.imaging.geometry import Face
from visavis.people.names import PersonName
from visavis.ui.imports.group_picture import FaceCandidate, FaceRule, GroupPicture
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import percent, translate
from visavis.ui.widgets import theme
from visavis.ui.widgets.controls import ComboBox
from visavis.ui.widgets.dialog import Dialog
from visavis.ui.widgets.images import as_pixmap
from visavis.ui.widgets.layout import ScrollArea
from visavis.ui.widgets.picture_model import ROUNDING

#: Size of the dialog, in device-independent pixels.
_WIDTH = 770
#: Side of the picture of a face, in device-independent pixels.
_PICTURE = 88
#: Width of a face with its name, in device-independent pixels.
_TILE = 170
#: Height of the row of faces, in device-independent pixels.
_ROW = 196

FaceChoice = tuple[PersonName, Path, Face]
"""A face to import: whose it is, the picture, and the face in pixels of the picture."""


class FaceChoiceDialog(Dialog):
    """Shows the faces of each picture with a guess, and a field for whose each is. An empty field leaves it out."""

    decided = Signal(list)  #: the `FaceChoice` of each face to import, when all pictures are decided

    def __init__(self, parent: QWidget, pictures: Sequence[GroupPicture], names: Sequence[str]) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("faces")
        self.setWindowTitle(self.tr("Several faces"))
        self._pictures = pictures
        self._names = QStringListModel(sorted({*names, *(picture.name for picture in pictures)}), self)
        self._choices: list[list[FaceChoice]] = []
        self._tiles: list[FaceTile] = []
        self._title = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._title.setFont(theme.bold_font(self.font(), 1.25))
        self._place = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._place.setProperty("kind", "quiet")
        self._row = ScrollArea(QWidget())
        self._row.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._row.setFixedHeight(_ROW)
        self._row.setAccessibleName(self.tr("Faces, from left to right"))
        self._problem = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self._problem.hide()
        self._rules_label = QLabel(self.tr("In this picture and all that follow, take:"))
        self._rules_label.setProperty("kind", "quiet")
        self.central, self.largest = QPushButton(self.tr("The face in the middle")), QPushButton(self.tr("The largest"))
        self.alike = QPushButton(self.tr("Everybody who is recognized"))
        self.back, self.next = QPushButton(self.tr("Back")), QPushButton()
        self.cancel = QPushButton(self.tr("Import none of them"))
        self.next.setProperty("kind", "primary")
        self.next.setDefault(True)
        self._arrange()
        self._connect()
        self._show_picture()

    def _arrange(self) -> None:
        rules = QHBoxLayout()
        rules.setSpacing(8)
        for button in (self.central, self.largest, self.alike):
            rules.addWidget(button)
        rules.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.cancel)
        buttons.addStretch(1)
        buttons.addWidget(self.back)
        buttons.addWidget(self.next)
        layout = QVBoxLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setSpacing(10)
        for widget in (self._title, self._place, self._row, self._problem, self._rules_label):
            layout.addWidget(widget)
        layout.addLayout(rules)
        self.arrange(layout, buttons)

    def _connect(self) -> None:
        self.central.clicked.connect(lambda: self._decide_rest(lambda picture: picture.take_only(picture.central)))
        self.largest.clicked.connect(lambda: self._decide_rest(lambda picture: picture.take_only(picture.largest)))
        self.alike.clicked.connect(lambda: self._decide_rest(lambda picture: picture.guessed_names))
        self.next.clicked.connect(self._decide)
        self.back.clicked.connect(self._go_back)
        self.cancel.clicked.connect(self.reject)

    def _show_picture(self) -> None:
        number, count = len(self._choices), len(self._pictures)
        picture = self._pictures[number]
        self._title.setText(self.tr("Which face is {name}?").format(name=picture.name))
        place = self.tr("{file} · {number} of {count}. Faces without a name are left out.")
        self._place.setText(place.format(file=picture.path.name, number=number + 1, count=count))
        self.setAccessibleDescription(f"{self._title.text()} {self._place.text()}")
        proposed = picture.take_only(picture.proposed)
        self._tiles = [
            FaceTile(candidate, name, self._names) for candidate, name in zip(picture.candidates, proposed, strict=True)
        ]
        row = QWidget()
        tiles = QHBoxLayout(row)
        tiles.setContentsMargins(0, 0, 0, 0)
        tiles.setSpacing(10)
        for tile in self._tiles:
            tiles.addWidget(tile)
        tiles.addStretch(1)
        self._row.setWidget(row)
        self._problem.hide()
        self.alike.setVisible(any(any(each.guessed_names) for each in self._pictures[number:]))
        self.back.setVisible(number > 0)
        self.next.setText(self.tr("Import") if number + 1 == count else self.tr("Next"))
        self._tiles[picture.proposed].field.setFocus()

    def _decide(self) -> None:
        """Take the names in the fields, and go on to the next picture."""
        try:
            choices = _choices(self._pictures[len(self._choices)], [tile.name for tile in self._tiles])
        except PersonNameError as error:
            self._problem.setText(translate_message(error.message))
            self._problem.show()
            return
        self._choices.append(choices)
        if len(self._choices) == len(self._pictures):
            self._end()
        else:
            self._show_picture()

    def _decide_rest(self, rule: FaceRule) -> None:
        """Decide this picture and all that follow by a rule."""
        rest = self._pictures[len(self._choices) :]
        self._choices += [_choices(picture, rule(picture)) for picture in rest]
        self._end()

    def _go_back(self) -> None:
        self._choices.pop()
        self._show_picture()

    def _end(self) -> None:
        self.accept()
        self.decided.emit([choice for choices in self._choices for choice in choices])


class FaceTile(QWidget):
    """One face: its picture, whom it looks like, and the field for its name."""

    def __init__(self, candidate: FaceCandidate, name: str, names: QStringListModel) -> None:
        super().__init__()
        portrait = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        pixmap = as_pixmap(candidate.image, ROUNDING)
        pixmap.setDevicePixelRatio(pixmap.width() / _PICTURE)
        portrait.setPixmap(pixmap)
        self.guess = QLabel(_guess_text(candidate), alignment=Qt.AlignmentFlag.AlignHCenter, wordWrap=True)
        self.guess.setTextFormat(Qt.TextFormat.PlainText)
        self.guess.setProperty("kind", "quiet")
        self.field = ComboBox()
        self.field.setEditable(True)
        self.field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.field.setModel(names)
        self.field.setCurrentText(name)
        edit, completer = self.field.lineEdit(), self.field.completer()
        assert edit is not None  # the field is editable
        assert completer is not None
        edit.setPlaceholderText(self.tr("Leave out"))
        edit.setAccessibleName(self.tr("Whose face this is"))
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.field.setAccessibleName(self.tr("Whose face this is"))
        self.field.setAccessibleDescription(self.guess.text())
        self.field.view().setAccessibleName(self.tr("People"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for widget in (portrait, self.guess, self.field):
            layout.addWidget(widget)
        layout.addStretch(1)
        self.setFixedWidth(_TILE)

    @property
    def name(self) -> str:
        """What the user typed or chose; empty to leave the face out."""
        return self.field.currentText().strip()


def _guess_text(candidate: FaceCandidate) -> str:
    if candidate.guess.name is None:
        return translate("FaceTile", "Not recognized")
    text = translate("FaceTile", "Looks like {name}, {percent}")
    return text.format(name=candidate.guess.name, percent=percent(candidate.guess.score))


def _choices(picture: GroupPicture, names: Sequence[str]) -> list[FaceChoice]:
    """The faces of a picture to import.

    Raises
    ------
    PersonNameError
        If a text cannot be a name.
    """
    return [
        (PersonName(name), picture.path, candidate.face)
        for name, candidate in zip(names, picture.candidates, strict=True)
        if name
    ]
