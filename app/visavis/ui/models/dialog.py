"""The dialog of models: which there are, what each is beside the one in use, and what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from visavis.ui.models.rows import ModelRow, changes, in_use
from visavis.ui.text.core_messages import said
from visavis.ui.text.language import moment, percent
from visavis.ui.widgets import theme

_WIDTH, _HEIGHT = 860, 560


class ModelsDialog(QDialog):
    """Lists models; what is done with one is asked for by signals, and `show_entries` shows what came of it."""

    use = Signal(str)
    compare = Signal(str)  #: beside the one in use, in the live picture; "" ends it
    report = Signal(str)
    remove = Signal(str)
    go_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.resize(_WIDTH, _HEIGHT)
        self._entries: Sequence[ModelRow] = ()
        self._compared = ""
        self._model = QStandardItemModel(self)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Models, newest first"))
        self.table.setModel(self._model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setProperty("kind", "rows")
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)  # Tab leaves the table
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.doubleClicked.connect(lambda _: self.buttons["use"].click())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._refresh())
        self.details = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.details.setAccessibleName(self.tr("Beside the model in use"))
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons: dict[str, QPushButton] = {
            "back": self._button(self.tr("&Roll back"), self.tr("Use the model that was in use before")),
            "remove": self._button(self.tr("Re&move"), self.tr("Delete this model; one that is in use stays")),
            "compare": self._button(self.tr("&Compare live"), self.tr("Show its answers beside the ones in use")),
            "report": self._button(self.tr("R&eport …"), self.tr("What its training measured, with its mistakes")),
            "use": self._button(self.tr("&Use"), self.tr("Recognize with this model from now on")),
        }
        self.buttons["use"].setProperty("kind", "primary")
        self.buttons["use"].clicked.connect(lambda: self.use.emit(self._id))
        self.buttons["compare"].clicked.connect(self._compare)
        self.buttons["report"].clicked.connect(lambda: self.report.emit(self._id))
        self.buttons["remove"].clicked.connect(lambda: self.remove.emit(self._id))
        self.buttons["back"].clicked.connect(self.go_back)
        self._arrange()
        self.show_entries(())

    def show_entries(self, entries: Sequence[ModelRow]) -> None:
        """List these; the one that was chosen stays chosen, at first the one in use is."""
        chosen = self._id
        self._entries = entries
        self._model.clear()
        self._model.setHorizontalHeaderLabels(
            [
                self.tr("Made"),
                self.tr("Network"),
                self.tr("People"),
                self.tr("Right"),
                self.tr("People missed"),
                self.tr("Strangers named"),
                self.tr("State"),
            ]
        )
        for entry in entries:
            self._model.appendRow(self._items(entry))
        names = [entry.id for entry in entries]
        current = in_use(entries)
        first = chosen if chosen in names else current.id if current else names[0] if names else None
        if first is not None:
            index = self._model.index(names.index(first), 0)
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._refresh()

    def show_compared(self, model_id: str) -> None:
        """Which model is compared live now; "" for none."""
        self._compared = model_id
        self._refresh()

    @property
    def chosen(self) -> ModelRow | None:
        """The model that the buttons are about."""
        row = self.table.currentIndex().row()
        return self._entries[row] if 0 <= row < len(self._entries) else None

    @property
    def _id(self) -> str:
        return self.chosen.id if self.chosen else ""

    def _compare(self) -> None:
        self.compare.emit("" if self._compared == self._id else self._id)

    def _button(self, text: str, about: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(about)
        button.setAccessibleDescription(about)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(self.details)
        card.setMinimumHeight(120)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.buttons["back"])
        row.addWidget(self.buttons["remove"])
        row.addStretch(1)
        row.addWidget(self.buttons["compare"])
        row.addWidget(self.buttons["report"])
        row.addWidget(self.buttons["use"])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 18)
        layout.setSpacing(14)
        layout.addWidget(self.table, 1)
        layout.addWidget(card)
        layout.addLayout(row)

    def _items(self, entry: ModelRow) -> list[QStandardItem]:
        made = moment(entry.created) if entry.created else entry.id
        state = entry.obstacle or (self.tr("In use") if entry.current else "")
        texts = [made, entry.network, str(entry.people) if entry.people else ""]
        shares = [entry.share(key) for key in ("accuracy", "fnir", "fpir")]
        texts += ["" if share is None else percent(share, 1) for share in shares]
        items = [QStandardItem(text) for text in (*texts, state)]
        for item in items:
            item.setData(entry.id, Qt.ItemDataRole.ToolTipRole)
            if entry.current:
                item.setFont(theme.strong(self.font()))
        return items

    def _refresh(self) -> None:
        entry, current = self.chosen, in_use(self._entries)
        usable = entry is not None and not entry.obstacle
        self.buttons["use"].setEnabled(usable and entry is not current)
        comparing = entry is not None and self._compared == entry.id
        self.buttons["compare"].setEnabled((usable and entry is not current) or comparing)
        self.buttons["compare"].setText(self.tr("End &comparing") if comparing else self.tr("&Compare live"))
        self.buttons["report"].setEnabled(usable)
        self.buttons["remove"].setEnabled(entry is not None and entry is not current)
        self.buttons["back"].setEnabled(current is not None and len(self._entries) > 1)
        self.details.setText(self._said(entry, current))

    def _said(self, entry: ModelRow | None, current: ModelRow | None) -> str:
        if entry is None:
            return self.tr("There are no models yet. Train one, and it is listed here.")
        if entry.obstacle:
            return entry.obstacle
        if current is None or entry is current:
            return said(str(entry.metrics.get("measured_on", "")))
        found = changes(entry, current)
        head = self.tr("Beside the model in use, each measured on its own pictures:")
        return "\n".join([head, *(change.text for change in found)]) if found else self.tr("As good as the one in use.")
