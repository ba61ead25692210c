"""What a person agreed to: who said so, when, to what, until when, and what happens then."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import Enum
from typing import Literal, Self, TypedDict, get_args

from visavis.storage import reader
from visavis.storage.reader import Json

#: How long before its end an agreement is said to end soon: time to ask somebody who comes by now and then.
SOON = timedelta(days=30)

AtEnd = Literal["ask", "forget"]
"""What happens when an agreement ends: the user is asked, or the person is forgotten."""
AT_ENDS: tuple[AtEnd, ...] = get_args(AtEnd)


class ConsentRecord(TypedDict):
    """An agreement in a person's record."""

    by: str
    given: str | None
    to: str
    until: str | None
    at_end: AtEnd


class ConsentState(Enum):
    """How an agreement stands."""

    OPEN = "open"  #: it does not end, or not soon; or nothing is noted
    ENDS_SOON = "ends soon"
    ENDED = "ended"


class NoticePeriod(Enum):
    """Whether the end of an agreement that is being noted lies ahead."""

    AHEAD = "ahead"
    ENDED = "ended"  #: it is over already, and the user is asked
    REFUSED = "refused"  #: it is over already, and the person would be forgotten for it


@dataclass(frozen=True, slots=True)
class Consent:
    """An agreement. Nothing in it is required: what is not known is empty."""

    by: str = ""
    """Who agreed: the person, or who decides for them."""
    given: datetime | None = None
    """When, with its time zone."""
    to: str = ""
    """To what, in the words of the user."""
    until: datetime | None = None
    """When it ends, with its time zone; None if it does not."""
    at_end: AtEnd = "ask"

    def __bool__(self) -> bool:
        """Whether anything is noted."""
        return self != NO_CONSENT

    def has_ended(self, now: datetime) -> bool:
        """Whether it was given for a time that is over."""
        return self.until is not None and self.until <= now

    def state(self, now: datetime) -> ConsentState:
        """How it stands."""
        if self.has_ended(now):
            return ConsentState.ENDED
        is_soon = self.until is not None and self.until - now <= SOON
        return ConsentState.ENDS_SOON if is_soon else ConsentState.OPEN

    def notice_period(self, before: "Consent", now: datetime) -> NoticePeriod:
        """Whether its end lies ahead, where it is noted instead of another. An end that stays is not looked at."""
        if not self.has_ended(now) or (self.until, self.at_end) == (before.until, before.at_end):
            return NoticePeriod.AHEAD
        return NoticePeriod.REFUSED if self.at_end == "forget" else NoticePeriod.ENDED

    @classmethod
    def from_record(cls, record: ConsentRecord) -> Self:
        """The agreement of a record.

        Raises
        ------
        ValueError
            If a time is none.
        """
        given, until = record["given"], record["until"]
        return cls(
            record["by"],
            reader.parse_time(given) if given else None,
            record["to"],
            reader.parse_time(until) if until else None,
            record["at_end"],
        )

    def to_record(self) -> ConsentRecord:
        """The agreement for a record."""
        given, until = (time.isoformat() if time else None for time in (self.given, self.until))
        return {"by": self.by, "given": given, "to": self.to, "until": until, "at_end": self.at_end}


#: Nothing is noted.
NO_CONSENT = Consent()


def migrate(values: Json) -> Json:
    """A person's record of version 1 as one of version 2: what was a note is what they agreed to."""
    return {**values, "id": "", "consent": {**NO_CONSENT.to_record(), "to": values.get("consent")}}
