"""One mistake of a test: the picture with the face marked, what was answered, and the people it is about."""

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from threading import Event

import cv2
from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QDesktopServices
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from visavis.errors import VisavisError
from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis.imaging.image import Image
from visavis.recognition.report import SearchResult
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import format_measured, person_name, translate
from visavis.ui.threads import Worker
from visavis.ui.widgets import theme
from visavis.ui.widgets.dialog import Dialog
from visavis.ui.widgets.images import as_pixmap
from visavis.ui.widgets.layout import FlowLayout

#: Width of the dialog, in device-independent pixels.
_WIDTH = 560
#: Maximum side of the picture, in device-independent pixels.
_PICTURE = 360

_CONTEXT = "ReportDialog"


class MistakeDialog(Dialog):
    """Shows a mistake."""

    capture = Signal(str)  #: more pictures of a person
    person = Signal(str)  #: the page of a person

    def __init__(
        self, search: SearchResult, names: Mapping[str, str], disk_worker: Worker, parent: QWidget | None = None
    ) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._is_gone = Event()  # the picture may be read until then
        self.destroyed.connect(self._is_gone.set)
        self.setWindowTitle(mistake_text(search))
        title = QLabel(mistake_text(search), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        title.setFont(theme.bold_font(self.font(), 1.2))
        self.picture = QLabel(alignment=Qt.AlignmentFlag.AlignCenter)
        self.picture.setAccessibleName(self.tr("The picture"))
        self.answer = QLabel(answer_text(search), wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.answer.setProperty("kind", "quiet")
        self.buttons: dict[str, QPushButton] = {}
        flow = FlowLayout(8)
        flow.add_stretch()
        for name in dict.fromkeys(names[name] for name in (search.truth, search.name) if name and name in names):
            self._add(flow, f"person {name}", self.tr("Open {name}").format(name=name), partial(self._leave, name))
        if search.truth and search.truth in names:
            text = self.tr("Take more pictures of {name}").format(name=names[search.truth])
            self._add(flow, "capture", text, partial(self._capture, names[search.truth]))
        if search.picture is not None:
            self._add(flow, "file", self.tr("Open the picture"), partial(_open_file, search.picture))
            disk_worker.submit(partial(_read, search.picture, search.box), self._show, self._fail)
        else:
            self._tell(self.tr("The report does not say which picture it was."))
        self._add(flow, "close", self.tr("Close"), self.reject)
        self.buttons["close"].setDefault(True)
        layout = QVBoxLayout()
        layout.setContentsMargins(24, 22, 24, 20)
        layout.setSpacing(12)
        for widget in (title, self.picture, self.answer):
            layout.addWidget(widget)
        self.arrange(layout, flow, follow=True)
        self.buttons["close"].setFocus()

    def _add(self, flow: FlowLayout, key: str, text: str, clicked: Callable[[], None]) -> None:
        button = self.buttons[key] = QPushButton(text.replace("&", "&&"))
        button.setAutoDefault(False)
        button.clicked.connect(lambda _: clicked())
        flow.addWidget(button)

    def _leave(self, name: str) -> None:
        self.accept()
        self.person.emit(name)

    def _capture(self, name: str) -> None:
        self.accept()
        self.capture.emit(name)

    def _show(self, image: Image) -> None:
        if not self._is_gone.is_set():  # it may be closed
            self.picture.setPixmap(
                as_pixmap(image).scaled(
                    _PICTURE, _PICTURE, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
                )
            )

    def _fail(self, error: VisavisError) -> None:
        if not self._is_gone.is_set():  # it may be closed
            self._tell(translate_message(error.message))
            self.buttons["file"].setEnabled(False)

    def _tell(self, text: str) -> None:
        self.picture.setWordWrap(True)
        self.picture.setText(text)


def mistake_text(search: SearchResult) -> str:
    """A mistake in a few words."""
    if search.truth is None:
        return translate(_CONTEXT, "Stranger, mistaken for {answer}").format(answer=search.name)
    if search.name is None:
        return translate(_CONTEXT, "{truth}, missed").format(truth=person_name(search.truth))
    text = translate(_CONTEXT, "{truth}, mistaken for {answer}")
    return text.format(truth=person_name(search.truth), answer=person_name(search.name))


def answer_text(search: SearchResult) -> str:
    """Who was the most similar, and how sure that was."""
    match = search.match
    if match is None:
        return translate(_CONTEXT, "No face was found in this picture.")
    if match.best is None:
        return ""
    text = translate(_CONTEXT, "Most similar: {name}, {score} sure.").format(
        name=person_name(match.best), score=format_measured(match.score)
    )
    if match.runner_up is None:
        return text
    second = translate(_CONTEXT, "Then {name}, {score} sure.").format(
        name=person_name(match.runner_up[0]), score=format_measured(match.runner_up[1])
    )
    return f"{text} {second}"


def _read(path: Path, box: Box | None) -> Image:
    """Read a picture, with a frame around the face."""
    image = codec.read(path)
    if box is None:
        return image
    width = max(round(max(image.shape[:2]) / 200), 1)
    color = QColor(theme.current().bright)
    corner, far = (box.left, box.top), (box.left + box.width, box.top + box.height)
    cv2.rectangle(image, corner, far, (color.blue(), color.green(), color.red()), width)
    return image


def _open_file(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
