"""A line over the picture that says why no face is recognized."""

import time

from PySide6.QtWidgets import QWidget

from visavis.pipeline import Analysis
from visavis.ui.live.hints import CalmHint, HintReason, find_reason
from visavis.ui.text.language import translate
from visavis.ui.widgets.action_card import LineLabel
from visavis.ui.widgets.announce import announce


class HintLabel(LineLabel):
    """Hidden while there is no hint."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("remark")
        self.setAccessibleName(self.tr("Why nobody is recognized"))
        self.setContentsMargins(16, 9, 16, 9)
        self._calm = CalmHint()
        self._said: HintReason | None = None
        self.people = 0  #: number of people that can be named
        self.hide()

    def see(self, analysis: Analysis) -> None:
        """Update the hint from one more analyzed frame."""
        said = self._calm.update(find_reason(analysis, self.people), time.monotonic())
        if said is not self._said:
            self._say(said)

    def clear(self) -> None:
        """Remove the hint: the source changed, or something else takes this place."""
        self._calm = CalmHint()
        self._say(None)

    def _say(self, said: HintReason | None) -> None:
        self._said = said
        shown = said is not None and said is not HintReason.PEOPLE  # that is said by the invitation
        self.setVisible(shown)
        if said is not None and shown:
            self.setText(_words(said))
            announce(self, self.text())


def _words(said: HintReason) -> str:
    return {
        HintReason.NIGHT: translate("HintLabel", "The picture is too dark to find faces in it."),
        HintReason.SMALL: translate("HintLabel", "This face is too far away to tell whose it is. Come closer."),
        HintReason.DARK: translate("HintLabel", "This face is too dark to tell whose it is. Turn on a light."),
        HintReason.BRIGHT: translate(
            "HintLabel", "This face is too bright to tell whose it is. Turn away from the light."
        ),
        HintReason.BLURRED: translate(
            "HintLabel", "This face is too blurred to tell whose it is. Hold still, or clean the lens."
        ),
        HintReason.TURNED: translate("HintLabel", "This face is turned away too far to tell whose it is."),
        HintReason.PEOPLE: translate("HintLabel", "Nobody is enrolled yet."),
    }[said]
