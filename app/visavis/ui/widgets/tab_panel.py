"""The side panel: one page at a time, selected by tabs."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from visavis.ui.text.language import translate
from visavis.ui.widgets import theme

#: Width of the panel, in device-independent pixels.
_WIDTH = 352
#: Width beside the text of a tab, at each side: padding and border, as in the style sheet.
PADDING = 6


class _Tab(QToolButton):
    """A tab with room for its whole text. Qt elides the text of a tool button that gets less than the others."""

    def sizeHint(self) -> QSize:
        text = QFontMetrics(theme.bold_font(self.font(), 1.0)).horizontalAdvance(self.text())
        return QSize(text + 2 * PADDING, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()


class TabPanel(QWidget):
    """Pages with one tab each."""

    page_changed = Signal(str)  #: the title of the page that is shown now

    def __init__(self, pages: dict[str, QWidget], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self.setFixedWidth(_WIDTH)
        self._stack = QStackedWidget()
        self._tabs = QButtonGroup(self)
        self._pages = pages
        bar = QWidget()
        bar.setObjectName("tabs")
        tabs = QHBoxLayout(bar)
        tabs.setContentsMargins(8, 0, 8, 0)
        tabs.setSpacing(0)
        for title, page in pages.items():
            self._stack.addWidget(page)
            tab = _Tab()
            tab.setText(translate("TabPanel", title))
            tab.setCheckable(True)
            tab.setProperty("kind", "tab")
            tab.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            tab.setAccessibleName(self.tr("{title} page").format(title=translate("TabPanel", title)))
            self._tabs.addButton(tab, self._stack.count() - 1)
            tabs.addWidget(tab)
        self._tabs.button(0).setChecked(True)
        self._tabs.idClicked.connect(self._show)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(bar)
        layout.addWidget(self._stack, 1)

    @property
    def page(self) -> str:
        """The title of the current page."""
        return list(self._pages)[self._stack.currentIndex()]

    def mark(self, title: str, text: str) -> None:
        """Show a short text, such as a number, beside the title of a tab; an empty one removes it."""
        tab = self._tabs.button(list(self._pages).index(title))
        tab.setText(f"{translate('TabPanel', title)} {text}".strip())
        tab.setAccessibleDescription(text)

    def title_of(self, title: str) -> str:
        """The displayed text of the tab of a page."""
        return self._tabs.button(list(self._pages).index(title)).text()

    def show_page(self, title: str) -> None:
        """Show a page."""
        self._show(list(self._pages).index(title))

    def _show(self, number: int) -> None:
        self._tabs.button(number).setChecked(True)
        self._stack.setCurrentIndex(number)
        self.page_changed.emit(self.page)
