"""Nothing is sent anywhere: the whole program runs where no socket can be had, and where no network is.

`make offline` prints what was run.
"""

import os
import shlex
import signal
import subprocess
import sys

import cv2
import pytest

from support import sealed
from support.places import ROOT
from visavis.imaging import codec
from visavis.sources.demo import Stage

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(sys.platform != "linux", reason="Linux can take the network from a process"),
]

#: Everything that the program does, in the order of a user's first hour. {data} is the data folder, {in} a folder of
#: pictures per person, {out} a folder for results, {picture} a picture, {video} a video.
COMMANDS = {
    "doctor": "doctor",
    "enroll": "enroll Eileen --source demo --count 12",
    "import": "import {in}",
    "people list": "people list",
    "people show": "people show Eileen",
    "people rename": "people rename Grace Hopper",
    "people export": "people export {out}/export",
    "train embedding": "train --seed 1",
    "train cnn64": "train --network cnn64 --epochs 1 --force --seed 1",
    "models list": "models list",
    "models rollback": "models rollback",
    "evaluate": "evaluate --images {in2} --report {out}/report",
    "recognize picture": "recognize {picture} --annotate {out}/annotated",
    "recognize video": "recognize {video} --annotate {out}/annotated",
    "frames": "frames {video} --out {out}/frames --every 5",
    "live headless": "live --headless --source demo --max-frames 10 --json",
    "live headless, file": "live --headless --source {video} --json",
    "live window": "bench --scenario '640x480/1 face/30 fps/window' --json",
    "people forget": "people forget Hopper --yes",
}
"""Name of a step, and its command line."""

#: What runs in the namespace too, unless the checks run whole. It is less strict than the filter.
SHORT = ("doctor", "enroll", "recognize picture", "live window")


@pytest.fixture(params=["filter", "namespace"])
def way(request):
    """How the network is taken away."""
    return request.param


@pytest.fixture
def run(way):
    """A function that runs a command without a network and returns the completed process."""

    def run(*command):
        environment = {
            **os.environ,
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT / "training")]),
        }
        arguments = [sys.executable, sealed.__file__, way, sys.executable, *map(str, command)]
        done = subprocess.run(
            arguments,
            env=environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        if done.returncode == sealed.UNAVAILABLE:
            pytest.skip(f"the kernel offers no {way} here")
        return done

    return run


@pytest.fixture
def material(tmp_path, photos):
    """Pictures of two people, one picture, and a video, made from the demo's photos."""
    for person, photo in zip(("Eileen", "Grace"), photos, strict=True):
        for number in range(10):
            turned = cv2.convertScaleAbs(photo, alpha=1 - 0.05 * number, beta=3 * number)
            codec.write(tmp_path / "in" / person / f"{number}.jpg", turned)
    codec.write(tmp_path / "in2" / "Eileen" / "0.jpg", cv2.convertScaleAbs(photos[0], alpha=0.8, beta=11))
    stage, video = Stage(), tmp_path / "video.avi"
    writer = cv2.VideoWriter(str(video), cv2.VideoWriter.fourcc(*"MJPG"), 10, (640, 480))
    for number in range(10):
        writer.write(cv2.resize(stage.picture(number), (640, 480)))
    writer.release()
    return {
        "in": tmp_path / "in",
        "in2": tmp_path / "in2",
        "out": tmp_path / "out",
        "picture": tmp_path / "in2" / "Eileen" / "0.jpg",
        "video": video,
    }


def test_the_whole_program_needs_no_network(run, way, material, folders, pytestconfig):
    names = COMMANDS if way == "filter" or pytestconfig.getoption("--whole") else SHORT
    for name in names:
        words = shlex.split(COMMANDS[name].format(**material))
        done = run("-m", "visavis", "--data", folders.data, *words)
        sys.stdout.write(f"{way}: {name}: status {done.returncode}\n")
        assert done.returncode == 0, (name, done.stderr[-2000:])


PYTHON_SOCKET = "import socket; socket.socket(socket.AF_INET)"
FFMPEG_SOCKET = "import cv2; cv2.VideoCapture('http://127.0.0.1:9/', cv2.CAP_FFMPEG)"


@pytest.mark.parametrize("way", ["filter"])
@pytest.mark.parametrize("code", [PYTHON_SOCKET, FFMPEG_SOCKET])
def test_the_filter_kills_what_asks_for_a_socket(run, code):
    assert run("-c", code).returncode == -signal.SIGSYS


@pytest.mark.parametrize("way", ["filter"])
def test_only_a_source_that_the_user_named_is_asked_for(run, folders):
    done = run("-m", "visavis", "--data", folders.data, "live", "--headless", "--source", "http://127.0.0.1:9/")
    assert done.returncode == -signal.SIGSYS
