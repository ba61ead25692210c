"""What this process holds of the computer."""

import re
import sys
from dataclasses import dataclass
from pathlib import Path

_OWN = Path("/proc/self")


@dataclass(frozen=True, slots=True)
class Holding:
    """What a process holds at a moment."""

    memory_mb: float  #: resident, in units of 10^6 bytes
    threads: int
    handles: int  #: open files, sockets and the like

    @classmethod
    def now(cls) -> "Holding | None":
        """What this process holds; None where the platform does not tell as Linux does."""
        memory = _status("VmRSS")
        if memory is None:
            return None
        return cls(memory, len(list((_OWN / "task").iterdir())), len(list((_OWN / "fd").iterdir())))


def peak_mb() -> float | None:
    """The most memory (resident) this process ever held, in units of 10^6 bytes; None on Windows.

    On Linux not by getrusage: that counts what the parent held when it started us.
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
