"""Once on a real X server: offscreen alone would not see that the platform's plugin is missing a library."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import cv2
import numpy as np
import pytest
from PySide6.QtCore import QLibraryInfo

from support.places import ROOT
from visavis.imaging import codec
from visavis.sources.demo import Stage

pytestmark = pytest.mark.xserver

SCRIPT = Path(__file__).with_name("x_window.py")
JOURNEY = SCRIPT.with_name("x_journey.py")
UNKNOWN = (0xE0, 0xD9, 0xD5)  # BGR, of the box around an unknown face


@pytest.fixture
def display(tmp_path):
    """A screen of its own, on a display that is free."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    try:
        ctypes.CDLL(str(plugins / "platforms" / "libqxcb.so"))
    except OSError as error:
        pytest.skip(f"Qt's xcb plugin lacks a library (tools/system-packages installs what it needs): {error}")
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1400x900x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as server:
        yield f":{server.stdout.readline().strip()}"
        server.terminate()


def environment(display):
    return {
        **{name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}},
        "DISPLAY": display,
        "PYTHONPATH": os.pathsep.join([str(ROOT / "app"), str(ROOT / "training"), os.environ.get("PYTHONPATH", "")]),
    }


def test_the_demo_face_is_boxed(display, tmp_path):
    shot = tmp_path / "window.png"
    command = [sys.executable, SCRIPT, tmp_path / "data", shot]
    done = subprocess.run(command, env=environment(display), capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["platform"] == "xcb"
    window = codec.read(shot)
    assert window.std() > 20  # not blank
    text, left, top, width, height = told["marks"][0]
    assert text == "Unknown"
    scale = window.shape[1] / 1280
    around = np.array([left - 3, top - 3, left + width + 4, top + height + 4]) * scale
    box = window[slice(*around[1::2].round().astype(int)), slice(*around[0::2].round().astype(int))]
    painted = np.abs(box.astype(int) - UNKNOWN).max(axis=2) < 30
    assert painted.sum() > width  # dashes along four sides


@pytest.fixture(scope="module")
def film(tmp_path_factory):
    """Someone alone, who comes closer, goes back and tilts their head; two and a half minutes."""
    path, stage = tmp_path_factory.mktemp("film") / "eileen.mp4", Stage()
    pictures = []
    for number in range(90):
        turn = 2 * np.pi * number / 90
        matrix = cv2.getRotationMatrix2D((190.0, 205.0), 9 * np.sin(3 * turn), 1.1 + 0.4 * np.sin(turn))
        matrix[:, 2] += (320 - 190, 0)
        alone = stage.picture(100 + number)  # the other one of the demo is away then
        pictures.append(cv2.warpAffine(alone, matrix, (640, 480), borderMode=cv2.BORDER_REPLICATE))
    writer = cv2.VideoWriter(str(path), cv2.VideoWriter.fourcc(*"mp4v"), 10, (640, 480))
    for number in range(1500):
        writer.write(pictures[number % 90])
    writer.release()
    return path


@pytest.mark.slow
def test_a_new_user_is_named_within_four_clicks(display, tmp_path, film, published_networks):
    """Start, capture from a file, train, see the label, close: with the real networks and the real training."""
    pictures = tmp_path / "pictures"
    pictures.mkdir()
    folders = [tmp_path / "data", published_networks.parent, film, pictures]
    command = [sys.executable, JOURNEY, *folders, str(time.time())]
    done = subprocess.run(command, env=environment(display), capture_output=True, text=True, timeout=200, check=False)
    assert done.returncode == 0, done.stderr
    sys.stdout.write(done.stdout)  # with -s
    told = json.loads(done.stdout)
    assert told["error"] == "none"
    assert told["platform"] == "xcb"
    assert told["label"].startswith("Eileen")
    assert told["clicks"] <= 4
    assert told["pictures"][0] >= 5
    assert codec.read(max(pictures.glob("*.png"), key=lambda path: int(path.name.split("-")[0]))).std() > 20
