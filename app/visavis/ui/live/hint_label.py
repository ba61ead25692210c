"""A line over the picture that says why nobody is recognized."""

import time

from PySide6.QtWidgets import QLabel, QWidget

from visavis.pipeline import Analysis
from visavis.ui.live.hints import Calm, Reason, reason
from visavis.ui.text.language import translate
from visavis.ui.widgets.announce import announce


class Remark(QLabel):
    """Hidden where there is nothing to say."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remark")
        self.setAccessibleName(self.tr("Why nobody is recognized"))
        self.setContentsMargins(16, 9, 16, 9)
        self._calm = Calm()
        self._said: Reason | None = None
        self.people = 0  #: how many can be named
        self.hide()

    def see(self, analysis: Analysis) -> None:
        """One more frame with its answers."""
        said = self._calm.hear(reason(analysis, self.people), time.monotonic())
        if said is not self._said:
            self._say(said)

    def clear(self) -> None:
        """Another source is shown, or something else is said in this place."""
        self._calm = Calm()
        self._say(None)

    def _say(self, said: Reason | None) -> None:
        self._said = said
        shown = said is not None and said is not Reason.PEOPLE  # that is said by the invitation
        self.setVisible(shown)
        if said is not None and shown:
            self.setText(_words(said))
            announce(self, self.text())


def _words(said: Reason) -> str:
    return {
        Reason.NIGHT: translate("Remark", "The picture is too dark to find faces in it."),
        Reason.SMALL: translate("Remark", "This face is too far away to tell whose it is. Come closer."),
        Reason.DARK: translate("Remark", "This face is too dark to tell whose it is. Turn on a light."),
        Reason.BRIGHT: translate("Remark", "This face is too bright to tell whose it is. Turn away from the light."),
        Reason.BLURRED: translate(
            "Remark", "This face is too blurred to tell whose it is. Hold still, or clean the lens."
        ),
        Reason.TURNED: translate("Remark", "This face is turned away too far to tell whose it is."),
        Reason.PEOPLE: translate("Remark", "Nobody is enrolled yet."),
    }[said]
