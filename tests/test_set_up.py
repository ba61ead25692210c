"""`tools/setup` does nothing when all is there, and says what it needs; `tools/run` opens the window early."""

import os
import shutil
import subprocess
import sys

import pytest

from support.places import ROOT

pytestmark = pytest.mark.skipif(os.name != "posix", reason="shell scripts")


class Checkout:
    """A folder with the scripts and the files that they read, and with commands of ours first on the path."""

    def __init__(self, root):
        self.root = root
        (root / "tools").mkdir(parents=True)
        for name in ("setup", "run", "system-packages"):
            shutil.copy(ROOT / "tools" / name, root / "tools" / name)
        for name in ("pyproject.toml", *(path.name for path in ROOT.glob("requirements*.lock"))):
            (root / name).write_text("")
        self.command("tools/system-packages", "exit 0")

    def command(self, name, script):
        """A program in the checkout; below `bin`, it is found by its name."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(0o755)

    def installed(self, purpose):
        """Pretend that everything for a purpose was installed."""
        self.command(".venv/bin/python", "exit 0")
        asked = "{ pwd && cat pyproject.toml requirements*.lock tools/setup; } | cksum | tr ' ' -"
        fingerprint = subprocess.run(["sh", "-c", asked], cwd=self.root, capture_output=True, text=True, check=True)
        (self.root / ".venv/.installed").write_text(f"{fingerprint.stdout.strip()} {purpose}\n")

    def run(self, *command, **environment):
        path = f"{self.root / 'bin'}{os.pathsep}{os.environ['PATH']}"
        surroundings = {**os.environ, "PATH": path, **environment}
        return subprocess.run(
            command, cwd=self.root, env=surroundings, capture_output=True, text=True, check=False, timeout=60
        )


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path / "a checkout")


@pytest.mark.parametrize(
    ("there", "wanted"),
    [("light", "light"), ("run", "light"), ("run", "run"), ("dev", "light"), ("dev", "run"), ("dev", "dev")],
)
def test_nothing_is_done_where_all_is_there(checkout, there, wanted):
    checkout.installed(there)
    checkout.command("tools/system-packages", "exit 7")  # would be asked next
    assert checkout.run("tools/setup", wanted).returncode == 0


@pytest.mark.parametrize(("there", "wanted"), [("light", "run"), ("light", "dev"), ("run", "dev")])
def test_what_is_missing_is_installed(checkout, there, wanted):
    checkout.installed(there)
    checkout.command("tools/system-packages", "exit 7")
    assert checkout.run("tools/setup", wanted).returncode == 7


def test_a_changed_lock_is_installed(checkout):
    checkout.installed("dev")
    (checkout.root / "requirements.lock").write_text("another")
    checkout.command("tools/system-packages", "exit 7")
    assert checkout.run("tools/setup", "light").returncode == 7


def test_a_disk_that_is_too_small_is_told_before_anything_is_made(checkout):
    checkout.command("bin/df", "echo header; echo disk 1000 500 102400 50% /")
    done = checkout.run("tools/setup", "run", PYTHON=sys.executable)
    assert done.returncode == 1
    assert "needs 3100 MB of disk here, and 100 MB are free" in done.stderr
    assert not (checkout.root / ".venv").exists()


def test_without_a_fitting_python_one_sentence_says_so(checkout):
    done = checkout.run("tools/setup", PYTHON="/no/such/python")
    assert done.returncode == 1
    assert done.stderr.startswith("Visavis needs Python 3.11, 3.12 or 3.13")


@pytest.mark.parametrize(("rest", "said"), [("exit 0", ""), ("echo no network >&2; exit 1", "no network\n")])
def test_the_window_opens_while_the_rest_is_installed(checkout, rest, said):
    """The window here waits until the other installation has begun, which it could not after it."""
    checkout.installed("light")
    checkout.command("tools/setup", f"[ $1 = run ] || exit 0\necho begun >begun\n{rest}")
    checkout.command(".venv/bin/visavis", 'until [ -f begun ]; do :; done; echo "$@"; exit 3')
    done = checkout.run("tools/run", "--source", "demo")
    assert done.returncode == 3  # the window's
    assert done.stdout == "--source demo\n"
    assert "The window opens now." in done.stderr
    assert said in done.stderr
    assert ("could not be installed" in done.stderr) == bool(said)
    assert not (checkout.root / ".venv/.installing").exists()


def test_only_the_window_opens_where_all_is_there(checkout):
    checkout.installed("run")
    checkout.command(".venv/bin/visavis", "echo open")
    done = checkout.run("tools/run")
    assert (done.returncode, done.stdout, done.stderr) == (0, "open\n", "")
