"""Measures what one computer carries: hours of video an hour, people, samples; and what more processes cost and gain.

Videos are made of the two photos of the demo, 640x360, with one or two faces in four fifths of the time. Processor time
is that of the program and its processes; elapsed times mean something on an idle computer only, so the load is printed.
"""

import argparse
import json
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import cv2
import numpy as np

from visavis.factory.detectors import SampleFaceFinder
from visavis.factory.networks import NetworkLoader
from visavis.factory.recognizers import create_anonymous_recognizer
from visavis.imaging.image import Image
from visavis.recognition.gallery import Gallery
from visavis.sources.demo import portraits
from visavis.storage.paths import DataFolders

#: Width and height of the videos, in pixels, and frames per second.
SIZE, RATE = (640, 360), 25
#: Seconds of each scene of a video: one face, two, none.
SCENES = (("one", 4), ("two", 4), ("none", 2))
#: Sizes of galleries that faces are compared with.
PEOPLE = (10, 1_000, 10_000, 100_000)
#: Seconds between two looks at the memory of processes.
_LOOK_S = 0.1


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=8, help="videos (default: 8)")
    parser.add_argument("--seconds", type=int, default=60, help="of each video (default: 60)")
    parser.add_argument("--workers", type=int, nargs="+", default=[1, 2], help="numbers of processes (default: 1 2)")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        videos = folder / "videos"
        videos.mkdir()
        for number in range(arguments.files):
            write_video(videos / f"{number}.mp4", arguments.seconds)
        hours = arguments.files * arguments.seconds / 3600
        measure_tag(videos, folder / "warm", 1)  # compiles the networks, once
        values: dict[str, Any] = {
            "processors": os.cpu_count(),
            "load": os.getloadavg()[0],
            "hours": hours,
            "tag": [measure_tag(videos, folder / f"out{workers}", workers) for workers in arguments.workers],
            "annotate": measure_tag(videos, folder / "copies", 1, "--annotate"),
            "sample_ms": measure_sample(),
            "comparison_us": {count: measure_comparison(count) for count in PEOPLE},
        }
    print(json.dumps(values) if arguments.json else "\n".join(lines(values)))
    return 0


def lines(values: dict[str, Any]) -> Iterator[str]:
    """The measurement in words."""
    first = values["tag"][0]
    yield f"{values['processors']} processors, load {values['load']:.1f} at the end"
    for run in values["tag"]:
        used, elapsed = run["processor_s"], run["elapsed_s"]
        yield (
            f"{run['workers']} processes: processor {used:.1f} s ({used / first['processor_s']:.2f}), "
            f"elapsed {elapsed:.1f} s ({elapsed / first['elapsed_s']:.2f}), "
            f"{values['hours'] / (used / 3600):.1f} hours of video for an hour of one processor, "
            f"largest process {run['peak_mb']:.0f} MB"
        )
    for kind, run in (("tag", first), ("tag --annotate", values["annotate"])):
        yield (
            f"{kind}, one process: {values['hours'] * 3600 / run['elapsed_s']:.1f} times as fast as the videos play, "
            f"{run['processor_s'] / values['hours'] / 3600:.2f} s of processor time for a second of video"
        )
    yield f"a sample: {values['sample_ms']:.1f} ms of processor time"
    for count, micros in values["comparison_us"].items():
        yield f"a face against {count} people: {micros:.0f} us"


def write_video(path: Path, seconds: int) -> None:
    """Write a video in which nobody, one and two people come and go."""
    writer = cv2.VideoWriter(str(path), cv2.CAP_FFMPEG, cv2.VideoWriter.fourcc(*"mp4v"), RATE, SIZE)
    people = portraits()
    total = sum(length for _, length in SCENES)
    for index in range(seconds * RATE):
        at, scene = (index / RATE) % total, "none"
        for kind, length in SCENES:
            if at < length:
                scene = kind
                break
            at -= length
        writer.write(frame(people[: {"none": 0, "one": 1, "two": 2}[scene]], index))
    writer.release()


def frame(people: list[Image], index: int) -> Image:
    """A frame with these people beside each other, who sway."""
    width, height = SIZE
    image = np.full((height, width, 3), 60, np.uint8)
    for place, person in enumerate(people):
        scale = height / person.shape[0]
        shift = place * width / 2 + 8 * np.sin(index / 9 + place)
        move = np.array([[scale, 0, shift], [0, scale, 0]], np.float32)
        cv2.warpAffine(person, move, SIZE, image, borderMode=cv2.BORDER_TRANSPARENT)
    return image


def measure_tag(videos: Path, out: Path, workers: int, *words: str) -> dict[str, float]:
    """Tag the videos in so many processes, as a user does."""
    command = [sys.executable, "-m", "visavis", "--data", str(out.with_suffix(".data")), "tag", str(videos)]
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(
        [*command, "--out", str(out), "--workers", str(workers), "--json", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    peak = PeakMemory(process.pid)
    status = process.wait()
    elapsed, after = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
    if status:
        raise SystemExit(f"tag ended with {status}")
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"workers": workers, "processor_s": used, "elapsed_s": elapsed, "peak_mb": peak.stop()}


class PeakMemory:
    """Looks at the memory of a process and its children (Linux)."""

    def __init__(self, pid: int) -> None:
        self._pid, self._peak, self._ended = pid, 0.0, threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def stop(self) -> float:
        """The peak of the largest process, in MB."""
        self._ended.set()
        self._thread.join()
        return self._peak

    def _look(self) -> None:
        while not self._ended.wait(_LOOK_S):
            for pid in [self._pid, *children(self._pid)]:
                self._peak = max(self._peak, memory_mb(pid))


def children(pid: int) -> list[int]:
    """The processes that a process has started."""
    try:
        texts = [path.read_text() for path in Path(f"/proc/{pid}/task").glob("*/children")]
    except OSError:
        return []
    return [int(each) for text in texts for each in text.split()]


def memory_mb(pid: int) -> float:
    """The peak of the resident memory of a process, in MB."""
    try:
        text = Path(f"/proc/{pid}/status").read_text()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in text.splitlines() if line.startswith("VmHWM:")), 0.0)


def measure_sample(count: int = 30) -> float:
    """Processor time of finding the face in a sample and embedding it, in ms."""
    loader = NetworkLoader(DataFolders.of_user(), "cpu")
    find, recognizer, photo = SampleFaceFinder(loader), create_anonymous_recognizer(loader), portraits()[0]
    find(photo)
    start = time.process_time()
    for _ in range(count):
        recognizer.embed(recognizer.chips(photo, [find(photo)[0]]))
    return 1e3 * (time.process_time() - start) / count


def measure_comparison(people: int, count: int = 50) -> float:
    """Processor time of comparing one embedding with a gallery, in us."""
    templates = np.random.default_rng(0).normal(size=(people, 128)).astype(np.float32)
    gallery = Gallery((), (), templates)
    vector = templates[:1]
    start = time.process_time()
    for _ in range(count):
        gallery.similarities(vector)
    return 1e6 * (time.process_time() - start) / count


if __name__ == "__main__":
    sys.exit(main())
