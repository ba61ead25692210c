"""The results of searches, and how report.json stores them. Training writes reports; the window shows them."""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Required, Self, TypedDict

from visavis.errors import EvaluationError, FileError, NewerFileError
from visavis.faces.observation import QualityIssue
from visavis.imaging.geometry import Box
from visavis.messages import Message
from visavis.recognition.match import Doubt, Match
from visavis.storage import reader
from visavis.storage.reader import JsonFormat

#: Version of report.json; newer ones are refused.
VERSION = 1

_DOUBTS: dict[str, Doubt | QualityIssue] = {doubt.value: doubt for doubt in (*Doubt, *QualityIssue)}
#: Maximum size of a report.json, in bytes: some 100,000 searches.
_MAX_BYTES = 64_000_000


class _SearchRecord(TypedDict):
    truth: str | None
    picture: str | None
    box: tuple[int, int, int, int] | None
    name: str | None
    best: str | None
    score: float | None
    runner_up: tuple[str, float] | None
    doubt: str | None


class _ConditionCounts(TypedDict):
    detected: tuple[int, int]
    fnir: tuple[int, int]
    fpir: tuple[int, int]


class _ConditionRecord(TypedDict):
    name: str
    counts: _ConditionCounts


class _ReportRecord(TypedDict, total=False):
    kind: str
    model: str
    network: str
    gallery: int
    threshold: float
    measured: str
    asked: float | None
    expected: str
    suspects: dict[str, list[str]]
    doubled: list[list[str]]
    same_person: list[tuple[str, str]]
    notes: list[str]
    kinds: list[_ConditionRecord]
    groups: list[_ConditionRecord]
    searches: Required[list[_SearchRecord]]


#: Everything in a report is read, so it is checked in `_from_values`.
_FORMAT = JsonFormat(dict[str, Any], VERSION, Message("Train again: the new model has one."), max_bytes=_MAX_BYTES)


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The result of one search: the true person of a picture, and the answer."""

    truth: str | None  #: name of the person in the picture; None for a stranger
    match: Match | None  #: the answer; None if no face was found
    picture: Path | None = None  #: path of the picture
    box: Box | None = None  #: of the face, in pixels of the picture

    @classmethod
    def from_record(cls, row: _SearchRecord) -> Self:
        """Read a result from report.json."""
        picture, box, match = row["picture"], row["box"], None
        if row["score"] is not None:
            doubt = _DOUBTS.get(row["doubt"] or "")
            match = Match(row["name"], row["score"], row["best"], row["runner_up"], doubt)
        return cls(row["truth"], match, Path(picture) if picture else None, Box(*box) if box else None)

    def record(self) -> dict[str, Any]:
        """Return the result for report.json; `best` and the following fields are null if no face was found."""
        match, box = self.match, self.box
        return {
            "truth": self.truth,
            "picture": path_text(self.picture) if self.picture else None,
            "box": [box.left, box.top, box.width, box.height] if box else None,
            "name": match.name if match else None,
            "best": match.best if match else None,
            "score": match.score if match else None,
            "runner_up": list(match.runner_up) if match and match.runner_up else None,
            "doubt": match.doubt.value if match and match.doubt else None,
        }

    @property
    def name(self) -> str | None:
        """The name that was given; None for unknown, or if no face was found."""
        return self.match.name if self.match else None

    @property
    def is_right(self) -> bool:
        """Whether the best candidate is the true person, whatever the score."""
        return self.match is not None and self.match.best == self.truth

    @property
    def is_named(self) -> bool:
        """Whether any name was given."""
        return self.name is not None

    @property
    def other(self) -> tuple[str, float] | None:
        """The most similar person who is not the one in the picture, with the score; None if there is none."""
        match = self.match
        if match is None or match.best is None:
            return None
        return match.runner_up if match.best == self.truth else (match.best, match.score)

    @property
    def is_missed(self) -> bool:
        """Whether the true name was not given."""
        return self.match is None or self.match.name != self.truth


def nearest_stranger(searches: Iterable[SearchResult]) -> SearchResult | None:
    """Return the search for a stranger with the highest score; None if there is none."""
    return max((search for search in searches if search.truth is None and search.match), key=_score, default=None)


def nearest_pair(searches: Iterable[SearchResult]) -> tuple[str, str, float] | None:
    """Return the two enrolled people who came nearest: whose picture, whom it resembles, and the score."""
    pairs = ((search.truth, *other) for search in searches if search.truth is not None and (other := search.other))
    return max(pairs, key=lambda pair: pair[2], default=None)


def load_report(path: Path) -> tuple[dict[str, Any], tuple[SearchResult, ...]]:
    """Load a report.json: all of its values, and the search results in it.

    Raises
    ------
    EvaluationError
        If it was written by a newer program.
    OSError, ValueError
        If it cannot be read, or is no report.
    """
    try:
        return reader.read_json(path, _FORMAT, _from_values)
    except NewerFileError as error:
        raise EvaluationError("The report was written by a newer version of Visavis.", hint=error.hint) from error
    except FileError as error:
        raise ValueError(str(error)) from error


def _from_values(values: dict[str, Any]) -> tuple[dict[str, Any], tuple[SearchResult, ...]]:
    record = reader.check(values, _ReportRecord)
    return {**values, **record}, tuple(map(SearchResult.from_record, record["searches"]))


def _score(search: SearchResult) -> float:
    return search.match.score if search.match else 0.0


def path_text(path: Path) -> str:
    """Return a path as text; bytes that are no text are escaped."""
    return str(path).encode("utf-8", "backslashreplace").decode()
