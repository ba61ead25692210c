"""Once on a real X server: offscreen alone would not see that the platform's plugin is missing a library."""

import ctypes
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QLibraryInfo

from visavis import images

pytestmark = pytest.mark.xserver

SCRIPT = Path(__file__).with_name("x_window.py")
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


def test_the_demo_face_is_boxed(display, tmp_path):
    shot = tmp_path / "window.png"
    root = SCRIPT.parents[2]
    environment = {
        **{name: value for name, value in os.environ.items() if name not in {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY"}},
        "DISPLAY": display,
        "PYTHONPATH": os.pathsep.join([str(root / "app"), os.environ.get("PYTHONPATH", "")]),
    }
    command = [sys.executable, SCRIPT, tmp_path / "data", shot]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["platform"] == "xcb"
    window = images.read(shot)
    assert window.std() > 20  # not blank
    text, left, top, width, height = told["marks"][0]
    assert text == "Unknown"
    scale = window.shape[1] / 1280
    around = np.array([left - 3, top - 3, left + width + 4, top + height + 4]) * scale
    box = window[slice(*around[1::2].round().astype(int)), slice(*around[0::2].round().astype(int))]
    painted = np.abs(box.astype(int) - UNKNOWN).max(axis=2) < 30
    assert painted.sum() > width  # dashes along four sides
