"""Resources that this process uses."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

_OWN = Path("/proc/self")


@dataclass(frozen=True, slots=True)
class ResourceUsage:
    """What a process uses at one moment."""

    memory_mb: float  #: resident, in units of 10^6 bytes
    threads: int
    handles: int  #: open files, sockets and the like

    @classmethod
    def current(cls) -> "ResourceUsage | None":
        """The usage of this process; None on platforms without /proc."""
        memory = _status("VmRSS")
        if memory is None:
            return None
        return cls(memory, len(list((_OWN / "task").iterdir())), len(list((_OWN / "fd").iterdir())))


def peak_mb() -> float | None:
    """Peak resident memory of this process, in units of 10^6 bytes; None on Windows.

    On Linux getrusage is not used: it includes the memory of the parent process at the time of the fork.
    """
    peak = _status("VmHWM")
    if peak is not None or sys.platform == "win32":
        return peak
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


def _status(key: str) -> float | None:
    try:
        found = re.search(rf"^{key}:\s+(\d+) kB$", (_OWN / "status").read_text(encoding="ascii"), re.MULTILINE)
    except OSError:
        return None
    return int(found.group(1)) * 1024 / 1e6 if found else None
