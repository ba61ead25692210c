"""The dialog of a look into the networks: a page for each, which fills while the process of training computes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QProgressBar, QTabWidget, QVBoxLayout, QWidget

from visavis.insight.inspection import InsightEvent, InsightStep
from visavis.ui.models.insight_page import InsightPage
from visavis.ui.text.core_messages import translate_message
from visavis.ui.widgets.dialog import fit_to_screen

#: Size of the dialog, in device-independent pixels.
_WIDTH = 720
_HEIGHT = 640


class InspectionDialog(QDialog):
    """Shows parts as they arrive, and says how far the look is. Closing it ends the look."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("What the network sees"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self.waiting = QLabel(self.tr("Inspecting the networks. This takes some seconds …"), wordWrap=True)
        self.waiting.setTextFormat(Qt.TextFormat.PlainText)
        self.progress = QProgressBar(textVisible=False)
        self.progress.setRange(0, 0)
        self.progress.setAccessibleName(self.waiting.text())
        self.pages = QTabWidget()
        self.pages.setDocumentMode(True)
        self.pages.hide()
        self._by_network: dict[str, InsightPage] = {}
        self._spring = QWidget()  # takes the room of the pages until there are some
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(10)
        layout.addWidget(self.pages, 1)
        layout.addWidget(self._spring, 1)
        layout.addWidget(self.waiting)
        layout.addWidget(self.progress)
        layout.addWidget(buttons)

    def show_event(self, event: InsightEvent) -> None:
        """Show a part, or how far the look is."""
        if isinstance(event, InsightStep):
            text = self.tr("{network}: {stage} …").format(network=event.network, stage=translate_message(event.stage))
            self.waiting.setText(text)
            self.progress.setAccessibleName(text)
            self.progress.setRange(0, event.total)
            self.progress.setValue(event.done)
            return
        network = event.subject.network
        if network not in self._by_network:
            self._by_network[network] = InsightPage(event.subject)
            self.pages.addTab(self._by_network[network], network)
            self._show_pages()
        self._by_network[network].add(event)

    def show_end(self) -> None:
        """Say that nothing more will come, and which network has no model."""
        self.waiting.hide()
        self.progress.hide()
        if "cnn64" not in self._by_network:
            none = QLabel(self.tr("There is no model of cnn64 yet. Train one to inspect it here."), wordWrap=True)
            none.setTextFormat(Qt.TextFormat.PlainText)
            none.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self.pages.addTab(none, "cnn64")
        self._show_pages()

    def _show_pages(self) -> None:
        if self.pages.isHidden():
            self._spring.hide()
            self.pages.show()
            self.pages.tabBar().setFocus()
