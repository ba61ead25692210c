"""What forgetting someone removed, as it is shown and as it is stored."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from visavis.errors import VisavisError
from visavis.messages import Message, join
from visavis.models.change import ModelChange, ModelOutcome
from visavis.people.person import Person
from visavis.storage import disk

#: Version of a receipt on disk.
_VERSION = 1


@dataclass(frozen=True, slots=True)
class Receipt:
    """What was removed, and when."""

    person: Person | None
    """None where a forgetting was completed that had been interrupted."""
    samples: int
    """Number of samples deleted, without the trash."""
    models: tuple[ModelChange, ...]
    """The models that changed; their messages do not name the person."""
    trash: int = 0
    """Number of pictures deleted from the trash."""
    embeddings: int = 0
    """Number of cached embeddings deleted."""
    rejections: int = 0
    """Number of rejections deleted that were of this person only."""
    log_lines: int = 0
    """Number of log lines removed that named the person."""
    sightings: int = 0
    """Number of sightings deleted."""
    recordings: int = 0
    """Number of recordings deleted in which the person was named."""
    unclear_recordings: int = 0
    """Number of recordings kept that have a face without a name: it may be the person's."""
    forgotten: datetime | None = None
    """With its time zone."""
    problems: tuple[VisavisError, ...] = ()
    """What could not be cleaned; the next start tries again."""

    @property
    def name(self) -> str:
        """The person's name; empty where a forgetting was completed that had been interrupted."""
        return self.person.name if self.person else ""

    @property
    def problem(self) -> Message:
        """A sentence on what could not be cleaned; empty if everything was."""
        if not self.problems:
            return Message("")
        return join(
            Message("Not everything could be cleaned; the next start tries again."),
            *dict.fromkeys(error.message for error in self.problems),
        )

    @property
    def retired(self) -> bool:
        """Whether a model was retired, so that the remaining people must be trained again."""
        return any(change.outcome is ModelOutcome.RETIRED for change in self.models)

    def record(self) -> dict[str, object]:
        """The receipt on disk: when a person was forgotten and what was removed, but not who it was."""
        return {
            "version": _VERSION,
            "forgotten": self.forgotten.isoformat() if self.forgotten else None,
            "pictures": self.samples,
            "trash": self.trash,
            "embeddings": self.embeddings,
            "rejections": self.rejections,
            "log_lines": self.log_lines,
            "sightings": self.sightings,
            "recordings": self.recordings,
            "models": [str(change.message) for change in self.models],
        }


def summary(receipts: Sequence[Receipt]) -> list[Message]:
    """Sentences on what was removed in total, without names, and with each model once."""
    samples, trash, embeddings, rejections, sightings, recordings, log_lines = (
        sum(getattr(receipt, name) for receipt in receipts)
        for name in ("samples", "trash", "embeddings", "rejections", "sightings", "recordings", "log_lines")
    )
    unclear = max((receipt.unclear_recordings for receipt in receipts), default=0)
    removed = {
        Message("{count} pictures deleted.", one="{count} picture deleted.", count=samples): True,
        Message(
            "{count} pictures deleted from the trash.", one="{count} picture deleted from the trash.", count=trash
        ): trash > 0,
        Message(
            "{count} cached embeddings deleted.", one="{count} cached embedding deleted.", count=embeddings
        ): embeddings > 0,
        Message(
            "{count} pictures deleted that were marked as not showing them.",
            one="{count} picture deleted that was marked as not showing them.",
            count=rejections,
        ): rejections > 0,
        Message("{count} visits deleted.", one="{count} visit deleted.", count=sightings): sightings > 0,
        Message(
            "{count} recordings of live sessions deleted that show them.",
            one="{count} recording of a live session deleted that shows them.",
            count=recordings,
        ): recordings > 0,
        Message(
            "{count} recordings have faces without a name, and are kept: look whether they show them.",
            one="{count} recording has faces without a name, and is kept: look whether it shows them.",
            count=unclear,
        ): unclear > 0,
        Message(
            "{count} lines of the logs removed.", one="{count} line of the logs removed.", count=log_lines
        ): log_lines > 0,
    }
    changes = dict.fromkeys(change for receipt in receipts for change in receipt.models)
    return [*(message for message, shown in removed.items() if shown), *(change.message for change in changes)]


def write_receipt(folder: Path, receipt: Receipt) -> None:
    """Write the receipt that does not say who it was.

    Raises
    ------
    DiskError
        If it cannot be written.
    """
    name = f"{receipt.forgotten:%Y%m%dT%H%M%SZ}.json"
    disk.make_private(folder)
    disk.write_json(disk.unused_path(folder, name), receipt.record())
