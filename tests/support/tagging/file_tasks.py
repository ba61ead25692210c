"""What the processes of an engine do in tests: nothing, slowly, or their end."""

import os
import signal
import time
from pathlib import Path

#: What a reply has for a file: enough to tell whose it is.
ENDING = b" seen"


def read_slowly(snapshot, file, versions, worker, folders, report):
    """The name of a file, after a moment; a file called "deadly" kills its process."""
    path = Path(file["path"])
    report(0.5)
    if path.name == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    if path.name == "buggy":
        raise ZeroDivisionError("a bug")
    if path.name == "refused":
        return {"refused": {"template": "No.", "values": {}}, "hint": {"template": "Go.", "values": {}}}
    if path.name == "unreadable":
        return {
            "error": {"template": "It is odd.", "values": {}},
            "hint": {"template": "", "values": {}},
        }
    if path.name.startswith("slow"):
        time.sleep(0.3)
    return {"log": file["source"].encode() + ENDING}


class Unstartable:
    """What cannot be sent to a process that starts."""

    def __call__(self, *_):
        raise AssertionError

    def __reduce__(self):
        return os._exit, (1,)


def render_slowly(plan, record, versions, worker, folders, report):
    """Write a file for a video, after a moment; one called "deadly" kills its process."""
    name = Path(record["path"]).name
    if name == "deadly":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "buggy":
        raise ZeroDivisionError("a bug")
    if name.startswith("slow"):
        time.sleep(0.3)
    (plan.folder / name).write_text(record["stem"])
    return {"rendered": True}
