"""What the user is told, one sentence at a time: which, and when it is not said again."""

from dataclasses import dataclass
from enum import IntEnum

from visavis.errors import VisavisError
from visavis.ui.text.core_messages import translate_message
from visavis.ui.text.hints import translate_hint

#: Seconds in which the same sentence is counted, not shown again once it was closed.
REPEAT_S = 30.0
#: Seconds after which good news leaves by itself; what went wrong stays until it is closed or mended.
PASSING_S = 10.0


class Severity(IntEnum):
    """How much it matters; the most severe notice is shown first."""

    INFO = 0
    WARNING = 1
    ERROR = 2


@dataclass(frozen=True, slots=True)
class Notice:
    """One thing to tell: a sentence, and what to do about it."""

    text: str
    hint: str = ""
    severity: Severity = Severity.INFO
    about: str = ""  #: what it concerns, such as "source": how it is withdrawn when that is mended
    extra: str = ""  #: name of the extra that would help, which a button offers to install

    @classmethod
    def of(cls, error: VisavisError, about: str = "", severity: Severity = Severity.ERROR) -> "Notice":
        return cls(translate_message(error.message), translate_hint(error.hint), severity, about, error.extra)


@dataclass(slots=True)
class _Entry:
    notice: Notice
    told: float  #: when it was told first
    times: int = 1
    shown: float | None = None  #: since when it is on the screen
    closed: float | None = None  #: when the user closed it

    def over(self, now: float) -> bool:
        """Whether it is no longer to be seen."""
        passed = self.notice.severity is Severity.INFO and self.shown is not None and now - self.shown > PASSING_S
        return passed or self.closed is not None


class NoticeBoard:
    """The notices that wait to be read. All times are seconds on one clock that does not go back."""

    def __init__(self) -> None:
        self._entries: list[_Entry] = []

    def post(self, notice: Notice, now: float) -> None:
        """Tell something; what is told already is counted, what was closed a moment ago stays closed.

        A second notice about the same matter takes the place of the first.
        """
        self._entries = [entry for entry in self._entries if not _forgotten(entry, now)]
        for entry in self._entries:
            if entry.notice == notice:
                entry.times += 1
                return
        self._entries = [entry for entry in self._entries if entry.over(now) or not _same_matter(entry.notice, notice)]
        self._entries.append(_Entry(notice, now))

    def current(self, now: float) -> tuple[Notice, int] | None:
        """The notice to show and how often it was told, or None."""
        waiting = [entry for entry in self._entries if not entry.over(now)]
        if not waiting:
            return None
        entry = max(waiting, key=lambda entry: entry.notice.severity)  # of equals, the first
        entry.shown = now if entry.shown is None else entry.shown
        return entry.notice, entry.times

    def close(self, notice: Notice, now: float) -> None:
        """The user has read it."""
        for entry in self._entries:
            if entry.notice == notice:
                entry.closed = now

    def withdraw(self, about: str) -> None:
        """What that matter was is over: nothing about it is shown any more, and it may be told anew."""
        self._entries = [entry for entry in self._entries if entry.notice.about != about]

    def withdraw_extra(self, name: str) -> None:
        """An extra is there now: nothing that it would help is shown any more."""
        self._entries = [entry for entry in self._entries if entry.notice.extra != name]


def _same_matter(one: Notice, other: Notice) -> bool:
    return bool(one.about) and one.about == other.about


def _forgotten(entry: _Entry, now: float) -> bool:
    """Whether the same may be told anew."""
    last = entry.shown if entry.closed is None else entry.closed
    return entry.over(now) and last is not None and now - last > REPEAT_S
