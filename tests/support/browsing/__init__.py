"""A real browser without a screen, as a process of its own: the application's own tests load no web engine."""

import json
import os
import subprocess
import sys

import pytest


def browse(module, *arguments):
    """Run one of this room's programs in a process of its own; return what it printed."""
    pytest.importorskip("PySide6.QtWebEngineCore", reason="no web engine to open the page with", exc_type=ImportError)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox --disable-gpu",
        "PYTHONPATH": os.pathsep.join(sys.path),
    }
    command = [sys.executable, "-m", f"support.browsing.{module}", *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.splitlines()[-1])
