"""Watching the people and models on disk, so that a running program follows what other processes change."""

import contextlib
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from visavis.errors import VisavisError
from visavis.models.store import ModelStore
from visavis.storage.paths import DataFolders

#: Seconds between two looks.
INTERVAL_S = 0.25
#: Maximum share of the time that is spent on looking: with very many people, looks become rarer.
_SHARE = 0.05
#: Seconds for which additions that go on, such as an import, are waited for before they are reported.
_PATIENCE_S = 1.0
#: Minimum time between two loads while additions go on, as a multiple of the time that loading takes.
_LOADS = 10
#: How often loading is tried again that failed without a further change, as in the middle of another process's work.
_RETRIES = 3
#: The file of a model whose modification time counts: every change of a model replaces its card last.
_CARD = "card.json"


@dataclass(frozen=True, slots=True)
class StoreState:
    """The people and models on disk at one moment, by the times of their last changes."""

    people: Mapping[str, int]
    """Modification time of each person's folder, in ns. Adding, removing and replacing a file in it changes it."""
    strangers: int  #: modification time of the folder of rejections, in ns
    models: Mapping[str, int]  #: modification time of each model's card, in ns
    current: str | None  #: the model in use

    @classmethod
    def read(cls, folders: DataFolders) -> "StoreState":
        """The state now. Costs one call of the operating system for each person and model."""
        people: dict[str, int] = {}
        with contextlib.suppress(OSError), os.scandir(folders.people) as entries:
            for entry in entries:
                if not entry.name.startswith("."):
                    with contextlib.suppress(OSError):
                        people[entry.name] = entry.stat(follow_symlinks=False).st_mtime_ns
        store = ModelStore(folders.models)
        models: dict[str, int] = {}
        current = None
        with contextlib.suppress(OSError, VisavisError):
            models = {model_id: _modified_at(store.path(model_id, _CARD)) for model_id in store.ids()}
            current = store.current_id()
        return cls(people, _modified_at(folders.strangers), models, current)

    def only_adds_to(self, earlier: "StoreState") -> bool:
        """Whether nothing that was there before is gone, and the models are the same."""
        return (
            earlier.people.keys() <= self.people.keys()
            and (self.models, self.current) == (earlier.models, earlier.current)
            and self.strangers == earlier.strangers
        )


class StoreWatch:
    """Tells when the people or models on disk differ from those that were loaded last.

    What is removed or exchanged is told at the next look, because a person who was forgotten must not be named any
    more. What is added is told when it is complete, or after a while.

    Any thread may load, and another one may look.

    Parameters
    ----------
    clock
        Seam for tests: seconds on a monotonic clock.
    """

    def __init__(self, folders: DataFolders, clock: Callable[[], float] = time.monotonic) -> None:
        self._folders = folders
        self._clock = clock
        self._loaded: StoreState | None = None
        self._load_s = 0.0
        self._failures = 0  # of loading, since the last change
        self._seen: StoreState | None = None
        self._differs_since: float | None = None
        self._next_at = float("-inf")

    @contextlib.contextmanager
    def mark_load(self) -> Iterator[None]:
        """Around reading people and models. If it raises, the next looks tell a change again, a few times.

        Meanwhile they tell only what changes: a load that takes longer than the time between two looks would otherwise
        be followed by another one, without an end.
        """
        start, state = self._clock(), StoreState.read(self._folders)
        failures = self._failures if state == self._loaded else 0
        self._loaded, self._failures, self._differs_since = state, 0, None
        try:
            yield
        except BaseException:
            self._failures = failures + 1
            raise
        finally:
            self._load_s = self._clock() - start

    def has_changed(self) -> bool:
        """Look, if that is due; return whether people and models must be loaded again."""
        now = self._clock()
        if now < self._next_at:
            return False
        state = StoreState.read(self._folders)
        end = self._clock()
        self._next_at = end + max(INTERVAL_S, (end - now) / _SHARE)
        was_seen, self._seen = state == self._seen, state
        loaded = self._loaded
        if loaded is None:
            return False  # not loaded yet
        if state == loaded:
            self._differs_since = None
            return 0 < self._failures <= _RETRIES
        if self._differs_since is None:
            self._differs_since = now
        if was_seen or not state.only_adds_to(loaded):
            return True
        return now - self._differs_since >= max(_PATIENCE_S, _LOADS * self._load_s)


def _modified_at(path: Path) -> int:
    """The modification time of a file or folder, in ns; 0 if there is none."""
    with contextlib.suppress(OSError):
        return path.stat().st_mtime_ns
    return 0
