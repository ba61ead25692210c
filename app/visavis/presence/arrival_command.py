"""The user's command at an arrival (setting `on_sighting`): started without a shell, and stopped when it takes long."""

import contextlib
import json
import logging
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Hashable, Sequence
from typing import IO

from visavis.sightings.sighting import Sighting
from visavis.storage import disk

#: Maximum number of commands that run at the same time. A crowd must not start a hundred.
_MAX_RUNNING = 4
#: Maximum number of bytes of a command's output that are kept for the log.
_MAX_OUTPUT = 8_000
#: Maximum number of lines of it.
_MAX_LINES = 20
#: Seconds that a command has to end by itself after SIGTERM.
_GRACE_S = 1.0

_log = logging.getLogger(__name__)


class ArrivalCommands:
    """Runs commands, each on a thread of its own.

    Nothing that a command does reaches the caller: its output goes to the log, line by line, and so does its status.
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._running: dict[Hashable, subprocess.Popen[bytes] | None] = {}
        self._closed = False
        self._is_ending = False

    def start(self, arguments: Sequence[str], sighting: Sighting, limit_s: float) -> bool:
        """Run a command for somebody who came; False if one still runs for them, or too many do.

        Parameters
        ----------
        arguments : sequence of str
            The program and its arguments. No shell sees them.
        sighting : Sighting
            What the command gets on standard input: one JSON object, as `sightings --json` prints it.
        limit_s : float
            Seconds after which it is ended.
        """
        who: Hashable = sighting.person or sighting.guest or sighting.source
        with self._changed:
            if self._closed or who in self._running or len(self._running) >= _MAX_RUNNING:
                _log.warning("on_sighting was not run: an earlier run has not ended.")
                return False
            self._running[who] = None
        facts = json.dumps(sighting.as_json(), ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"
        name = "on_sighting"
        threading.Thread(target=self._run, args=(who, list(arguments), facts, limit_s), name=name, daemon=True).start()
        return True

    def close(self, limit_s: float) -> None:
        """Wait for the commands that run, and end those that take longer than `limit_s` seconds."""
        with self._changed:
            self._closed = True
            self._changed.wait_for(lambda: not self._running, limit_s)
            self._is_ending = True  # a command whose process is only now being created is ended by its own thread
            for process in self._running.values():
                if process is not None:
                    _stop(process)
            self._changed.wait_for(lambda: not self._running, _GRACE_S)

    def _run(self, who: Hashable, arguments: list[str], facts: bytes, limit_s: float) -> None:
        started = time.monotonic()
        try:
            status, output = self._run_limited(who, arguments, facts, limit_s)
        except OSError as error:
            _log.warning("on_sighting cannot be started: %s.", disk.reason(error))
            return
        finally:
            with self._changed:
                self._running.pop(who, None)
                self._changed.notify_all()
        seconds = time.monotonic() - started
        level = logging.INFO if status == 0 else logging.WARNING
        what = f"ended after its limit of {limit_s:g} s" if status is None else f"status {status}"
        _log.log(level, "on_sighting: %s, %.1f s.", what, seconds)
        for text in output.decode("utf-8", "backslashreplace").splitlines()[:_MAX_LINES]:
            _log.info("on_sighting says: %s", text)

    def _run_limited(
        self, who: Hashable, arguments: list[str], facts: bytes, limit_s: float
    ) -> tuple[int | None, bytes]:
        """Run a command; its status, None if it was ended, and the beginning of its output."""
        process = subprocess.Popen(
            arguments,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            start_new_session=sys.platform != "win32",  # what it starts is ended with it
        )
        with self._changed:
            self._running[who] = process
            is_too_late = self._is_ending
        if is_too_late:
            _stop(process)
        assert process.stdin is not None
        assert process.stdout is not None
        output = bytearray()
        reader = threading.Thread(target=_read, args=(process.stdout, output), name="on_sighting", daemon=True)
        reader.start()
        with contextlib.suppress(OSError):  # it does not read
            process.stdin.write(facts)
            process.stdin.close()
        status: int | None
        try:
            status = process.wait(limit_s)
        except subprocess.TimeoutExpired:
            _stop(process)
            status = None
        reader.join(_GRACE_S)  # something that it left running may hold the output open
        return status, bytes(output)


def _read(stream: IO[bytes], output: bytearray) -> None:
    """Read all of a stream, and keep the beginning."""
    with contextlib.suppress(OSError, ValueError), stream:
        while chunk := os.read(stream.fileno(), 65536):
            output += chunk[: _MAX_OUTPUT - len(output)]


def _stop(process: "subprocess.Popen[bytes]") -> None:
    """End a command and what it started, at first with SIGTERM."""
    for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        with contextlib.suppress(OSError):  # it has ended
            if sys.platform == "win32":
                process.kill()
            else:
                os.killpg(process.pid, number)
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(_GRACE_S)
            return
