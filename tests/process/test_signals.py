"""Interrupts are heard from a program's first moment on, also while one program becomes another."""

import ast
import os
import signal
import subprocess
import sys

import pytest

from support.places import ROOT
from visavis.process import signals

pytestmark = pytest.mark.skipif(os.name != "posix", reason="signals are POSIX")

BEGINNING = """
import os, signal
from visavis.process import signals
signals.exit_on_interrupt()
os.kill(os.getpid(), signal.{name})
print("still there")
"""
BECOMING = """
import os, signal, sys
from visavis.process import signals
signals.exit_on_interrupt()
signals.block_interrupts()
os.kill(os.getpid(), signal.{name})
after = "from visavis.process import signals; signals.exit_on_interrupt(); print('still there')"
os.execv(sys.executable, [sys.executable, "-c", after])
"""


def hears_interrupts():
    """What a shell starts in the background, tests perhaps, ignores SIGINT, and so do its children."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def ignores_interrupts():
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def run(code, before):
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, preexec_fn=before, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
@pytest.mark.parametrize("code", [BEGINNING, BECOMING])
def test_a_program_that_only_begins_ends_at_once(code, name):
    assert run(code.format(name=name), hears_interrupts) == (signals.INTERRUPTED, "", "")


BLOCKED = """
import hashlib, os, signal, threading
from visavis.process import signals
signals.raise_on_interrupt()
signals.exit_from_blocked_calls()
threading.Timer(0.5, os.kill, (os.getpid(), signal.{name})).start()
hashlib.pbkdf2_hmac("sha256", b"a", b"b", 2**31 - 1)  # minutes outside of Python: no handler runs
print("still there")
"""
TWICE = """
import os, signal
from visavis.process import signals
signals.raise_on_interrupt()
try:
    os.kill(os.getpid(), signal.SIGTERM)
except KeyboardInterrupt:
    os.kill(os.getpid(), signal.SIGTERM)
    print("cleaned up")
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_call_that_blocks_outside_of_python_does_not_keep_the_program(name):
    assert run(BLOCKED.format(name=name), hears_interrupts) == (signals.INTERRUPTED, "", "")


LEAVING = """
import atexit, os, signal
from visavis.process import signals
class Last:
    def __del__(self, kill=os.kill, pid=os.getpid(), number=signal.{name}):
        kill(pid, number)  # while the interpreter takes itself apart
signals.exit_on_interrupt()
import builtins
builtins.last = Last()
signals.raise_on_interrupt()
try:
    os.kill(os.getpid(), signal.SIGTERM)
except KeyboardInterrupt:
    signals.exit_on_interrupt()
raise SystemExit(signals.INTERRUPTED)
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM"])
def test_a_second_interrupt_in_the_last_moment_does_not_change_the_status(name):
    assert run(LEAVING.format(name=name), hears_interrupts) == (signals.INTERRUPTED, "", "")


IN_GENERATED_CODE = """
import sys
from visavis.process import signals
signals.exit_on_interrupt()
signals.raise_on_interrupt()
try:
    exec("import os, signal; os.kill(os.getpid(), signal.SIGINT)\\nfor _ in range(9): pass")
except KeyboardInterrupt:
    signals.exit_on_interrupt()
sys.exit(signals.INTERRUPTED)
"""


def test_an_interrupt_in_generated_code_does_not_change_the_status(tmp_path):
    """As in that of a dataclass, while a module is imported by a program that `python -m` started."""
    (tmp_path / "program.py").write_text(IN_GENERATED_CODE)
    path = os.pathsep.join([str(tmp_path), *sys.path])
    command = [sys.executable, "-m", "program"]
    done = subprocess.run(command, preexec_fn=hears_interrupts, env={**os.environ, "PYTHONPATH": path}, check=False)
    assert done.returncode == signals.INTERRUPTED


def test_before_interrupts_are_handled_little_is_imported():
    """Python's own start is left, in which nobody can handle them."""
    code = (
        "import sys; before = set(sys.modules); import visavis.entrypoints; print(*sorted(set(sys.modules) - before))"
    )
    status, imported, _ = run(code, hears_interrupts)
    ours = {"visavis", "visavis.entrypoints", "visavis.process", "visavis.process.signals"}
    assert status == 0
    assert {name for name in imported.split() if name.startswith("visavis")} == ours
    assert not {"pathlib", "logging", "urllib.parse", "subprocess"} & set(imported.split())


LOST = """
import gc, signal, time, weakref
from visavis.process import signals
class Anything: pass
def interrupt(_): signal.raise_signal(signal.SIGINT)
signals.raise_on_interrupt()
anything = Anything()
reference = weakref.ref(anything, interrupt)
try:
    del anything  # Python ignores what a callback raises
    time.sleep(20)
except KeyboardInterrupt:
    print("heard")
"""
HELD = """
import signal
from visavis.process import signals
signals.raise_on_interrupt()
try:
    with signals.hold_interrupts():
        for _ in range(2):
            signal.raise_signal(signal.SIGINT)
        print("held", flush=True)
    print("lost")
except KeyboardInterrupt:
    print("heard")
"""


def test_an_interrupt_that_python_ignores_is_heard_all_the_same():
    assert run(LOST, hears_interrupts) == (0, "heard\n", "")


def test_an_interrupt_is_held_while_other_code_would_lose_it():
    assert run(HELD, hears_interrupts) == (0, "held\nheard\n", "")


def test_commands_without_a_window_hold_interrupts_while_qt_is_imported():
    """Qt loses what a handler raises meanwhile."""
    for path in sorted((ROOT / "app/visavis/cli/media").rglob("*.py")):
        tree = ast.parse(path.read_text("utf-8"))
        held = [
            node
            for node in ast.walk(tree)
            if isinstance(node, ast.With) and "hold_interrupts" in ast.unparse(node.items[0])
        ]
        inside = {each for node in held for each in ast.walk(node)}
        for node in ast.walk(tree):
            if isinstance(node, ast.ImportFrom) and node.module.startswith("visavis.ui"):
                assert node in inside, path


def test_a_signal_to_a_process_and_its_group_is_one_interrupt():
    assert run(TWICE, hears_interrupts) == (0, "cleaned up\n", "")


def test_ignored_signals_stay_ignored():
    assert run(BEGINNING.format(name="SIGINT"), ignores_interrupts) == (0, "still there\n", "")


def test_once_there_is_something_to_lose_it_is_an_exception():
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}
    hook = sys.unraisablehook
    try:
        signals.raise_on_interrupt()
        with pytest.raises(KeyboardInterrupt):
            signal.raise_signal(signal.SIGTERM)
    finally:
        sys.unraisablehook = hook
        for number, handler in before.items():
            signal.signal(number, handler)
