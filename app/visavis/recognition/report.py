"""Searches: whom a picture showed and what the answer was, and how a report.json keeps them.

Training writes reports and draws them on a page, the window draws them, too: what one search is, both have from here.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self

from visavis.errors import EvaluationError
from visavis.faces.observation import QualityIssue
from visavis.imaging.geometry import Box
from visavis.recognition.match import Doubt, Match

#: Version of report.json; newer ones are refused.
VERSION = 1

_DOUBTS: dict[str, Doubt | QualityIssue] = {doubt.value: doubt for doubt in (*Doubt, *QualityIssue)}


@dataclass(frozen=True, slots=True)
class SearchResult:
    """One picture that was searched for."""

    truth: str | None  #: whom it shows, as the gallery calls them; None for a stranger
    match: Match | None  #: the answer; None where no face was found
    picture: Path | None = None  #: where it is, for people who want to look
    box: Box | None = None  #: the face in it, in its pixels

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Self:
        """A search as report.json has it; a KeyError, TypeError or ValueError where it is none."""
        second, picture, box = row["runner_up"], row["picture"], row["box"]
        match = None
        if row["score"] is not None:
            doubt = _DOUBTS.get(row["doubt"])
            match = Match(row["name"], row["score"], row["best"], (second[0], second[1]) if second else None, doubt)
        return cls(row["truth"], match, Path(picture) if picture else None, Box(*box) if box else None)

    def record(self) -> dict[str, Any]:
        """The search as report.json has it; `best` and what follows are null where no face was found."""
        match, box = self.match, self.box
        return {
            "truth": self.truth,
            "picture": shown(self.picture) if self.picture else None,
            "box": [box.left, box.top, box.width, box.height] if box else None,
            "name": match.name if match else None,
            "best": match.best if match else None,
            "score": match.score if match else None,
            "runner_up": list(match.runner_up) if match and match.runner_up else None,
            "doubt": match.doubt.value if match and match.doubt else None,
        }

    @property
    def name(self) -> str | None:
        """Whose name was given; None: nobody's, or no face was found."""
        return self.match.name if self.match else None

    @property
    def right(self) -> bool:
        """Whether the best candidate is the right one, however low their score."""
        return self.match is not None and self.match.best == self.truth

    @property
    def named(self) -> bool:
        """Whether a name was given, any."""
        return self.name is not None

    @property
    def missed(self) -> bool:
        """Whether their own name was not given."""
        return self.match is None or self.match.name != self.truth


def read(path: Path) -> tuple[dict[str, Any], tuple[SearchResult, ...]]:
    """All that a report.json holds, and the searches in it.

    Raises
    ------
    EvaluationError
        If it was written by a newer program.
    OSError, ValueError
        If it cannot be read, or is no report.
    """
    try:
        values: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        if values["version"] > VERSION:
            raise EvaluationError("The report was written by a newer version of Visavis.", hint="Update Visavis.")
        return values, tuple(SearchResult.of(row) for row in values["searches"])
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"{path} is no report") from error


def shown(path: Path) -> str:
    """A path as text, whatever bytes are in it."""
    return str(path).encode("utf-8", "backslashreplace").decode()
