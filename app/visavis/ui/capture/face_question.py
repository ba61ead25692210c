"""The question in capture mode whether the face in view is still the same person's."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from visavis.imaging.image import Image
from visavis.ui.capture.session import FaceChange
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import isolate
from visavis.ui.widgets.buttons import ElidingButton
from visavis.ui.widgets.images import as_pixmap

#: Side of a portrait, in device-independent pixels.
_SIDE = 112


class FaceQuestion(QWidget):
    """Two portraits side by side. The panel's main button is the first answer; `answers` holds the others."""

    same = Signal()  #: it is the same person
    anew = Signal()  #: save the pictures so far, then capture the new person

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Who is this?"))
        self._before, self._now = _Portrait(), _Portrait()
        self.text = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.same_button = self._button(self.tr("It is the same person"))
        self.same_button.clicked.connect(self.same)
        self.anew_button = self._button(self.tr("Capture the new person"))
        self.anew_button.clicked.connect(self.anew)
        portraits = QHBoxLayout()
        portraits.setSpacing(16)
        portraits.addStretch()
        portraits.addWidget(self._before)
        portraits.addWidget(self._now)
        portraits.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(12)
        layout.addLayout(portraits)
        layout.addWidget(self.text)
        self.answers = QWidget()
        below = QVBoxLayout(self.answers)
        below.setContentsMargins(0, 0, 0, 0)
        below.setSpacing(10)
        below.addWidget(self.anew_button)
        below.addWidget(self.same_button)

    def ask(self, change: FaceChange, name: str, unsaved: int) -> None:
        """Show who was captured as `name` beside who came into view."""
        self._before.show_face(change.before, name)
        self._now.show_face(change.now, self.tr("New face"))
        text = self.tr(
            "A face came into view that looks different from the pictures of {name}. "
            "The capture waits for you. Whatever you answer, no picture taken so far is lost."
        )
        self.text.setText(text.format(name=name))
        if unsaved:
            self.anew_button.say(
                self.tr("Save {pictures}, then the new person").format(pictures=picture_count(unsaved))
            )
        else:
            self.anew_button.say(self.tr("Capture the new person"))

    def _button(self, text: str) -> ElidingButton:
        button = ElidingButton(text)
        button.setProperty("kind", "large")
        button.setProperty("large", "true")
        return button


class _Portrait(QWidget):
    """A picture with a caption below it."""

    def __init__(self) -> None:
        super().__init__()
        self._picture = QLabel()
        self._picture.setFixedSize(_SIDE, _SIDE)
        self._picture.setScaledContents(True)
        self._caption = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter, textFormat=Qt.TextFormat.PlainText)
        self._caption.setProperty("kind", "quiet")
        self._caption.setFixedWidth(_SIDE)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self._picture)
        layout.addWidget(self._caption)

    def show_face(self, image: Image, caption: str) -> None:
        self._picture.setPixmap(as_pixmap(image, rounding=0.12))
        self._picture.setAccessibleName(caption)
        metrics = self._caption.fontMetrics()
        self._caption.setText(metrics.elidedText(caption, Qt.TextElideMode.ElideRight, _SIDE))
        self._caption.setToolTip(isolate(caption))
