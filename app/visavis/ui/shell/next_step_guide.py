"""What to do next, over the picture: play an ended source again, capture somebody, or train."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from visavis.ui.actions import Actions
from visavis.ui.live.next_step import NextAction, next_step
from visavis.ui.people.overview import OverviewStore
from visavis.ui.picture.pane import PicturePane
from visavis.ui.shell.pages import CAPTURE, TRAIN
from visavis.ui.widgets.tab_panel import TabPanel


class NextStepGuide(QObject):
    """Keeps the offer over the picture up to date."""

    def __init__(
        self,
        pane: PicturePane,
        panel: TabPanel,
        overview: OverviewStore,
        actions: Actions,
        show_page: Callable[[str], None],
    ) -> None:
        super().__init__(pane)
        self._offer, self._panel, self._overview = pane.next_step, panel, overview
        self._actions, self._show_page = actions, show_page
        self._replay: Callable[[], None] | None = None
        overview.changed.connect(self.update)
        panel.page_changed.connect(self.update)
        actions.panel.toggled.connect(self.update)
        actions.classify.toggled.connect(self.update)

    def show_end(self, replay: Callable[[], None] | None) -> None:
        """Offer to replay a source that has ended; None: another source plays."""
        self._replay = replay
        self.update()

    def update(self) -> None:
        """Show what to do next, unless the panel beside the picture shows that already, or no face is looked for."""
        if self._replay is not None:
            self._offer.offer(self.tr("The source has ended."), self.tr("Play again"), self._replay)
            return
        overview = self._overview.current
        step = next_step(len(overview.rows), overview.unlearned) if self._overview.loaded else None
        page = {NextAction.CAPTURE: CAPTURE, NextAction.TRAIN: TRAIN}[step.action] if step else None
        is_shown = self._panel.isVisible() and self._panel.page in {page, CAPTURE}
        if step is None or page is None or is_shown or self._actions.classify.isChecked():
            self._offer.hide()
        elif page == CAPTURE:
            self._offer.offer(step.text, self.tr("Capture a person"), self._actions.new.trigger)
        else:
            self._offer.offer(step.text, self.tr("Train …"), lambda: self._show_page(TRAIN))
