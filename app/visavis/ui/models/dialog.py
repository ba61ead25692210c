"""The dialog of models: lists them, compares each with the model in use, and offers what can be done with it."""

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

from visavis.messages import from_record
from visavis.ui.models.rows import ModelRow, current_model, figure_changes
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.language import moment, percent, translate
from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.dialog import fit_to_screen

#: Size of the dialog, in device-independent pixels.
_WIDTH = 860
_HEIGHT = 560


class ModelsDialog(QDialog):
    """Lists models. Signals request what to do with the selected one; `show_rows` then shows the result."""

    use = Signal(str)
    compare = Signal(str)  #: show its answers in the live picture, beside those of the model in use; "" ends that
    classify = Signal(str)  #: let it say what the picture shows, without looking for faces
    report = Signal(str)
    remove = Signal(str)
    go_back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Models"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        fit_to_screen(self, _WIDTH, _HEIGHT)
        self._rows: Sequence[ModelRow] = ()
        self._compared = self._classified = ""
        self._model = QStandardItemModel(self)
        self.table = QTableView()
        self.table.setAccessibleName(self.tr("Models, newest first"))
        self.table.setModel(self._model)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setProperty("kind", "rows")
        self.table.setShowGrid(False)
        self.table.setTabKeyNavigation(False)  # so that Tab leaves the table
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.horizontalHeader().setHighlightSections(False)
        self.table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.table.doubleClicked.connect(lambda _: self._use_button.click())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._refresh())
        self.details = QLabel(wordWrap=True, textFormat=Qt.TextFormat.PlainText)
        self.details.setAccessibleName(self.tr("Compared with the model in use"))
        self.details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.details.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.buttons: dict[str, QPushButton] = {
            "back": self._button(self.tr("&Roll back"), self.tr("Use the model that was in use before")),
            "remove": self._button(
                self.tr("Re&move"), self.tr("Delete this model. The model in use cannot be deleted")
            ),
            "compare": self._button(
                self.tr("&Compare live"), self.tr("Show its answers beside those of the model in use")
            ),
            "report": self._button(self.tr("R&eport …"), self.tr("Results of its test, and mistakes as pictures")),
            "use": self._button(self.tr("&Use"), self.tr("Recognize with this model from now on")),
            "classify": self._button(
                self.tr("Use it for the &picture"), self.tr("Say what the picture shows, without looking for faces")
            ),
        }
        for name in ("use", "classify"):
            self.buttons[name].setProperty("kind", "primary")
        self.buttons["classify"].clicked.connect(lambda: self.classify.emit(self._id))
        self.buttons["use"].clicked.connect(lambda: self.use.emit(self._id))
        self.buttons["compare"].clicked.connect(self._compare)
        self.buttons["report"].clicked.connect(lambda: self.report.emit(self._id))
        self.buttons["remove"].clicked.connect(lambda: self.remove.emit(self._id))
        self.buttons["back"].clicked.connect(self.go_back)
        self._arrange()
        self.show_rows(())

    def show_rows(self, rows: Sequence[ModelRow]) -> None:
        """List models. The selection stays; at first it is the model in use."""
        selected = self._id
        self._rows = rows
        self._model.clear()
        self._model.setHorizontalHeaderLabels(
            [
                self.tr("Created"),
                self.tr("Network"),
                self.tr("People"),
                self.tr("Right"),
                self.tr("People missed"),
                self.tr("Strangers named"),
                self.tr("State"),
            ]
        )
        for row in rows:
            self._model.appendRow(self._items(row))
        header, last = self.table.horizontalHeader(), self._model.columnCount() - 1
        # the last one is stretched to what is left, also if that is less than it needs: then the table scrolls
        header.setMinimumSectionSize(max(self.table.sizeHintForColumn(last), header.sectionSizeHint(last)))
        names = [row.id for row in rows]
        current = current_model(rows)
        first = selected if selected in names else current.id if current else names[0] if names else None
        if first is not None:
            index = self._model.index(names.index(first), 0)
            flags = QItemSelectionModel.SelectionFlag
            self.table.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)
        self._refresh()

    def show_compared(self, model_id: str) -> None:
        """Show which model is compared live; "" for none."""
        self._compared = model_id
        self._refresh()

    def show_classified(self, model_id: str) -> None:
        """Show which model says what the picture shows; "" for none."""
        self._classified = model_id
        self.show_rows(self._rows)

    @property
    def _use_button(self) -> QPushButton:
        """The button that uses the selected model for what it is made for."""
        row = self.selected
        return self.buttons["classify" if row is not None and row.classes else "use"]

    @property
    def selected(self) -> ModelRow | None:
        """The model that the buttons apply to."""
        number = self.table.currentIndex().row()
        return self._rows[number] if 0 <= number < len(self._rows) else None

    @property
    def _id(self) -> str:
        return self.selected.id if self.selected else ""

    def _compare(self) -> None:
        self.compare.emit("" if self._compared == self._id else self._id)

    def _button(self, text: str, description: str) -> QPushButton:
        button = QPushButton(text)
        button.setToolTip(description)
        button.setAccessibleDescription(description)
        button.setAutoDefault(False)
        return button

    def _arrange(self) -> None:
        card = QFrame()
        card.setObjectName("card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(16, 12, 16, 12)
        inner.addWidget(self.details)
        card.setMinimumHeight(120)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.buttons["back"])
        buttons.addWidget(self.buttons["remove"])
        buttons.addStretch(1)
        buttons.addWidget(self.buttons["compare"])
        buttons.addWidget(self.buttons["report"])
        buttons.addWidget(self.buttons["use"])
        buttons.addWidget(self.buttons["classify"])
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 18)
        layout.setSpacing(14)
        layout.addWidget(self.table, 1)
        layout.addWidget(card)
        layout.addLayout(buttons)

    def _items(self, row: ModelRow) -> list[QStandardItem]:
        made = moment(row.created) if row.created else row.id
        state = row.obstacle or (self.tr("In use") if row.current else "")
        if row.id == self._classified:
            state = self.tr("In use for the picture")
        size = self.tr("%n classes", None, row.classes) if row.classes else str(row.people) if row.people else ""
        texts = [made, row.network, size]
        shares = [row.share(key) for key in ("accuracy", "fnir", "fpir")]
        if row.people == 1:  # the best candidate of one is always right
            shares[0] = None
        texts += ["" if share is None else percent(share, 1) for share in shares]
        items = [QStandardItem(text) for text in (*texts, state)]
        for item in items:
            item.setData(row.id, Qt.ItemDataRole.ToolTipRole)
            if row.current:
                item.setFont(theme.bold_font(self.font()))
        return items

    def _refresh(self) -> None:
        row, current = self.selected, current_model(self._rows)
        usable = row is not None and not row.obstacle
        is_of_pictures = row is not None and row.classes > 0
        self.buttons["use"].setVisible(not is_of_pictures)
        self.buttons["classify"].setVisible(is_of_pictures)
        set_usable(self.buttons["classify"], usable and is_of_pictures, self.tr("Select a model that can be used."))
        in_use = self.tr("This model is in use.")
        unusable = in_use if row is not None and row is current else self.tr("Select a model that can be used.")
        set_usable(self.buttons["use"], usable and row is not current, unusable)
        comparing = row is not None and self._compared == row.id
        comparable = usable and row is not current and not is_of_pictures
        no_faces = self.tr("This model classifies whole pictures and knows no faces.")
        set_usable(self.buttons["compare"], comparable or comparing, no_faces if is_of_pictures else unusable)
        self.buttons["compare"].setText(self.tr("End &comparing") if comparing else self.tr("&Compare live"))
        set_usable(self.buttons["report"], usable, self.tr("Select a model that can be used."))
        set_usable(self.buttons["remove"], row is not None and row is not current, unusable)
        is_alone = current is None or sum(not row.classes for row in self._rows) < 2
        set_usable(self.buttons["back"], not is_alone, self.tr("There is no earlier model."))
        self.details.setText(self._comparison(row, current))
        measured = translate_message(from_record(row.metrics, "measured_on")) if row is not None else ""
        self.details.setToolTip(measured)

    def _comparison(self, row: ModelRow | None, current: ModelRow | None) -> str:
        if row is None:
            return self.tr("There are no models yet. Models you train are listed here.")
        if row.obstacle:
            return row.obstacle
        if row.classes:
            return _class_result_text(row)
        if current is None or row is current:
            return _result_text(row)
        changes = figure_changes(row, current)
        head = self.tr("Compared with the model in use, each measured on its own pictures:")
        return (
            "\n".join([head, *(change.text for change in changes)])
            if changes
            else self.tr("As good as the one in use.")
        )


def _result_text(row: ModelRow) -> str:
    """The result of the model's test in plain words; how it was measured is in the tool tip."""
    missed, searches = row.share("fnir"), row.metrics.get("test")
    if missed is None or not isinstance(searches, int) or not searches:
        return translate("ReportDialog", "There were too few pictures for a test.")
    text = translate("ReportDialog", "{count} of {of} test pictures got the right name.")
    return text.format(count=searches - round(missed * searches), of=searches)


def _class_result_text(row: ModelRow) -> str:
    """The result of the test of a model of whole pictures, in plain words."""
    missed, searches = row.share("fnir"), row.metrics.get("test")
    if missed is None or not isinstance(searches, int) or not searches:
        return translate("ReportDialog", "There were too few pictures for a test.")
    text = translate("ReportDialog", "{count} of {of} test pictures got the right class. No face is looked for.")
    return text.format(count=searches - round(missed * searches), of=searches)
