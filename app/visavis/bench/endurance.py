"""Endurance: the same work thousands of times, after which the process uses what it used before."""

import contextlib
import ctypes
import gc
import itertools
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

import cv2
import numpy as np

from visavis.bench.resources import ResourceUsage
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.models.store import ModelStore
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Pipeline
from visavis.sources.demo import RATE, Stage, portraits
from visavis.storage.paths import DataFolders
from visavis.tracking.analyzer import Analyzer
from visavis.tracking.commands import UsePipeline
from visavis.training_client.trainer import Trainer

#: Share of the work after which the first measurement is made: caches and pools are full by then.
WARM_UP = 0.1
#: Memory may grow by less than this share.
GROWTH = 0.05
#: How often each kind of work is done before the first measurement.
_FIRST = 2
#: Size of the frames, in pixels: faces are 50 to 80 pixels wide.
_SIZE = (320, 240)
#: Step between the frames of the demo that are used. All of a period would take 140 MB.
_STEP = 3
#: Frames of the demo in one period, in which each person leaves once.
_PERIOD = 600
#: Frames in a row without a person, after each period.
_EMPTY = 20
#: Samples of one captured person.
_SAMPLES = 20


@dataclass(frozen=True, slots=True)
class EnduranceResult:
    """What one kind of work did to the process."""

    work: str
    count: int
    memory_mb: tuple[float, float]  #: resident, after the warm-up and at the end, in units of 10^6 bytes
    more_threads: int
    more_handles: int
    more_files: int  #: temporary files and folders
    details: str = ""

    @property
    def memory_growth(self) -> float:
        """Growth of the resident memory, as a share."""
        warm, last = self.memory_mb
        return last / warm - 1

    @property
    def is_sound(self) -> bool:
        """Whether memory hardly grew, and nothing is left."""
        return self.memory_growth < GROWTH and max(self.more_threads, self.more_handles, self.more_files) <= 0

    def __str__(self) -> str:
        """One line for people."""
        warm, last = self.memory_mb
        return (
            f"{self.count:,} {self.work}: memory {warm:.0f} -> {last:.0f} MB ({self.memory_growth:+.1%}), "
            f"threads {self.more_threads:+d}, open files {self.more_handles:+d}, "
            f"temporary files {self.more_files:+d}" + (f"; {self.details}" if self.details else "")
        )


class EnduranceRun:
    """Works in the folders of an enrolled cast (`bench.cast.enroll_cast`)."""

    def __init__(self, folders: DataFolders) -> None:
        self._folders = folders
        self._models = ModelStore(folders.models)

    def analyze_frames(self, count: int) -> EnduranceResult:
        """Analyze frames in which two people come and go, as the window does."""
        faces = named = 0

        def work(total: int) -> Iterator[None]:
            nonlocal faces, named
            for analysis in Analyzer(itertools.islice(_frames(), total), self._load()):
                faces += len(analysis.answers)
                named += sum(answer.match.name is not None for answer in analysis.answers)
                yield

        return self._measure("frames", count, work, lambda: f"{faces:,} faces, {named:,} of them named")

    def swap_models(self, count: int) -> EnduranceResult:
        """Put one of two models in use by turns, and load it between two frames."""
        current = self._models.current_id()
        assert current is not None
        ids = itertools.cycle([self._copy_model(current), current])

        def work(total: int) -> Iterator[None]:
            analyzer = Analyzer(_frames(), self._load())
            analyses = iter(analyzer)
            for _ in range(total):
                self._models.use(next(ids))
                analyzer.submit(UsePipeline(self._load))
                next(analyses)
                yield

        return self._measure("model swaps", count, work)

    def cancel_trainings(self, count: int) -> EnduranceResult:
        """Start the training process and cancel it: by turns before it starts, and after its first event."""
        before = self._models.ids(), self._models.current_id()
        events = 0

        def work(total: int) -> Iterator[None]:
            nonlocal events
            for number in range(total):
                trainer = Trainer(self._folders)
                if number % 2:
                    trainer.cancel()
                for _ in trainer:
                    events += 1
                    trainer.cancel()
                yield

        result = self._measure("cancelled trainings", count, work, lambda: f"{events} events before cancelling")
        assert (self._models.ids(), self._models.current_id()) == before, "a cancelled training changed the models"
        return result

    def capture(self, count: int) -> EnduranceResult:
        """Encode and save samples, 20 for each new person, with their sessions; forget every person but the newest."""
        store = PeopleStore(self._folders.people)
        photo = np.asarray(cv2.resize(portraits()[0], (240, 240), interpolation=cv2.INTER_AREA), np.uint8)
        random = np.random.default_rng(0)

        def work(total: int) -> Iterator[None]:
            person = None
            for number in range(total):
                if number % _SAMPLES == 0:
                    if person is not None:
                        store.record_session(person, datetime.now(UTC), datetime.now(UTC))
                        store.delete(person)
                    person = store.find_or_create(PersonName(f"Captured {number}"))
                assert person is not None
                noise = random.integers(0, 9, photo.shape, np.uint8)
                store.add(person, codec.encode(np.asarray(cv2.add(photo, noise), np.uint8)))
                yield
            if person is not None:
                store.delete(person)

        return self._measure("captures", count, work)

    def _load(self) -> Pipeline:
        return create_pipeline(NetworkLoader(self._folders), "live")

    def _copy_model(self, model_id: str) -> str:
        """Publish a copy of a model, not in use; return its ID."""
        card = self._models.verified_card(model_id)
        with self._models.staging_folder() as staged:
            for name in card.files:
                target = staged / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(self._models.path(model_id, name).read_bytes())
            copy = self._models.new_id(card.network)
            return self._models.publish(staged, replace(card, id=copy), use=False).id

    def _measure(
        self,
        work: str,
        count: int,
        make: Callable[[int], Iterator[None]],
        details: Callable[[], str] = str,
    ) -> EnduranceResult:
        """Do the work `count` times. Memory is compared between the warm-up and the last time, all else at the ends."""
        for _ in make(_FIRST):  # what is opened once and kept
            pass
        start, files = _usage(), self._temporary_files()
        warm = last = start
        for number, _ in enumerate(make(count), 1):
            if number == max(round(count * WARM_UP), 1):
                warm = _usage()
            if number == count:
                last = _usage()
        end = _usage()
        return EnduranceResult(
            work,
            count,
            memory_mb=(warm.memory_mb, last.memory_mb),
            more_threads=end.threads - start.threads,
            more_handles=end.handles - start.handles,
            more_files=self._temporary_files() - files,
            details=details(),
        )

    def _temporary_files(self) -> int:
        """How many temporary files and folders there are: those of this system, and hidden ones in the folders."""
        places = (self._folders.data, self._folders.cache)
        hidden = sum(1 for place in places for path in place.rglob(".*") if path.name != ".lock")
        return hidden + sum(1 for _ in Path(tempfile.gettempdir()).glob("visavis*"))


def _usage() -> ResourceUsage:
    """The usage now. Freed memory is returned first: otherwise it depends on where in its arenas glibc has holes."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)  # glibc only
    usage = ResourceUsage.current()
    assert usage is not None, "this platform has no /proc"
    return usage


def _frames() -> Iterator[Frame]:
    """Frames of the demo at a small size, without end, with a pause without people after each period."""
    stage, shrink = Stage(), partial(cv2.resize, dsize=_SIZE, interpolation=cv2.INTER_AREA)
    pictures: list[Image] = [np.asarray(shrink(stage.picture(index)), np.uint8) for index in range(0, _PERIOD, _STEP)]
    empty = np.full_like(pictures[0], 120)
    for index, image in enumerate(itertools.cycle([*pictures, *[empty] * _EMPTY])):
        seconds = index * _STEP / RATE
        yield Frame(image, seconds, index, seconds, "endurance")
