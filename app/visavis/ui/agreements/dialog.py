"""The dialog of an agreement: who agreed, when, to what, until when, and what happens then."""

from datetime import UTC, date, datetime, time, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDateEdit, QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from visavis.people.consent import NO_CONSENT, Consent, NoticePeriod
from visavis.ui.text.agreements import last_day
from visavis.ui.widgets import theme
from visavis.ui.widgets.buttons import set_usable
from visavis.ui.widgets.controls import ComboBox, DateField
from visavis.ui.widgets.dialog import Dialog

#: Width of the dialog, in device-independent pixels.
_WIDTH = 520
#: Height of a field for a day, that of other fields, in device-independent pixels.
_FIELD_HEIGHT = 34
#: Days after which a new agreement ends if the user says that it ends: a year.
_USUAL_DAYS = 365
#: How a day is typed, the same in every language.
_FORMAT = "yyyy-MM-dd"


class AgreementDialog(Dialog):
    """Edits an agreement; nothing in it is required."""

    noted = Signal(Consent)

    def __init__(self, name: str, consent: Consent, parent: QWidget) -> None:
        super().__init__(_WIDTH, parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("agreement")
        self.setWindowTitle(self.tr("Agreement"))
        self._before = consent
        head = QLabel(
            self.tr("What {name} agreed to").format(name=name), wordWrap=True, textFormat=Qt.TextFormat.PlainText
        )
        head.setFont(theme.bold_font(self.font(), 1.25))
        self.by, self.to = QLineEdit(consent.by), QLineEdit(consent.to)
        self.by.setPlaceholderText(self.tr("The person, or who decides for them"))
        self.to.setPlaceholderText(self.tr("In your words, such as: greeting at the door"))
        self.given = _day_field(consent.given.astimezone().date() if consent.given else date.today())  # noqa: DTZ011
        self.ends = QCheckBox(self.tr("It &ends after"))
        self.ends.setChecked(consent.until is not None)
        usual = date.today() + timedelta(days=_USUAL_DAYS)  # noqa: DTZ011  of this computer's zone
        self.until = _day_field(last_day(consent.until).date() if consent.until else usual)
        self.until.setAccessibleName(self.tr("Last day"))
        self.at_end = ComboBox()
        self.at_end.addItem(self.tr("I am asked"), "ask")
        self.at_end.addItem(self.tr("They are forgotten"), "forget")
        self.at_end.setCurrentIndex(self.at_end.findData(consent.at_end))
        self.at_end.setAccessibleName(self.tr("What happens then"))
        self.warning = QLabel(wordWrap=True)
        self.warning.setObjectName("warning")
        self.save, self.clear, self.leave = (
            QPushButton(self.tr("&Save")),
            QPushButton(self.tr("&Remove")),
            QPushButton(self.tr("Cancel")),
        )
        self.save.setProperty("kind", "primary")
        self.save.setDefault(True)
        self.clear.setToolTip(self.tr("Nothing is noted any more."))
        self.clear.setVisible(bool(consent))
        self.save.clicked.connect(lambda: self._note(self.consent))
        self.clear.clicked.connect(lambda: self._note(NO_CONSENT))
        self.leave.clicked.connect(self.reject)
        for button in (self.clear, self.leave):
            button.setAutoDefault(False)
        layout = QGridLayout()
        layout.setContentsMargins(26, 24, 26, 20)
        layout.setHorizontalSpacing(12)
        layout.setVerticalSpacing(10)
        layout.setColumnStretch(1, 1)
        layout.addWidget(head, 0, 0, 1, 2)
        rows = ((self.tr("&Who agreed"), self.by), (self.tr("W&hen"), self.given), (self.tr("&To what"), self.to))
        for number, (text, field) in enumerate(rows, 1):
            label = QLabel(text)
            label.setBuddy(field)
            field.setAccessibleName(text.replace("&", ""))
            layout.addWidget(label, number, 0)
            layout.addWidget(field, number, 1)
        layout.addWidget(self.ends, 4, 0)
        layout.addWidget(self.until, 4, 1)
        then = QLabel(self.tr("The&n"))
        then.setBuddy(self.at_end)
        layout.addWidget(then, 5, 0)
        layout.addWidget(self.at_end, 5, 1)
        layout.addWidget(self.warning, 6, 0, 1, 2)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.clear)
        buttons.addStretch(1)
        buttons.addWidget(self.leave)
        buttons.addWidget(self.save)
        self.arrange(layout, buttons, follow=True)
        self.ends.toggled.connect(self._update)
        self.until.dateChanged.connect(self._update)
        self.at_end.currentIndexChanged.connect(self._update)
        self._update()
        self.by.setFocus()

    @property
    def consent(self) -> Consent:
        """The agreement as it is in the fields. Times that were not touched stay as they were noted."""
        given, until = _start_of(self.given), _end_of(self.until)
        before = self._before
        if before.given is not None and before.given.astimezone().date() == _day_of(self.given):
            given = before.given
        if before.until is not None and last_day(before.until).date() == _day_of(self.until):
            until = before.until
        return Consent(
            self.by.text().strip(),
            given,
            self.to.text().strip(),
            until if self.ends.isChecked() else None,
            self.at_end.currentData(),
        )

    def _update(self) -> None:
        ends = self.ends.isChecked()
        for field in (self.until, self.at_end):
            set_usable(field, ends, self.tr("Say first that it ends."))
        period = self.consent.notice_period(self._before, datetime.now(UTC))
        match period:
            case NoticePeriod.REFUSED:
                text = self.tr("This day is over. To forget somebody now, choose Forget on their page.")
            case NoticePeriod.ENDED:
                text = self.tr("This day is over: the agreement has ended already, and you are asked about it.")
            case _:
                text = ""
        self.warning.setText(text)
        self.warning.setVisible(bool(text))
        self.until.setAccessibleDescription(text)
        set_usable(self.save, period is not NoticePeriod.REFUSED, text)

    def _note(self, consent: Consent) -> None:
        self.accept()
        if consent != self._before:
            self.noted.emit(consent)


def _day_field(day: date) -> QDateEdit:
    field = DateField(QDate(day.year, day.month, day.day))
    field.setDisplayFormat(_FORMAT)
    field.setMinimumHeight(_FIELD_HEIGHT)
    field.setDateRange(QDate(1900, 1, 1), QDate(8999, 1, 1))
    return field


def _day_of(field: QDateEdit) -> date:
    day = field.date()
    return date(day.year(), day.month(), day.day())


def _start_of(field: QDateEdit) -> datetime:
    """The beginning of the day, of this computer's zone."""
    return datetime.combine(_day_of(field), time()).astimezone(UTC)


def _end_of(field: QDateEdit) -> datetime:
    """The end of the day: it counts whole."""
    return datetime.combine(_day_of(field) + timedelta(days=1), time()).astimezone(UTC)
