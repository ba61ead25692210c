"""What a program finds around it when it starts: standard streams, umask, locale, time zone. It imports little."""

import os
import sys
import time
from pathlib import Path

#: Rights that are taken from every file and folder of ours: those of others. A umask may take the owner's, too.
_UMASK = 0o077


#: The standard streams that were closed at the start.
_closed: set[str] = set()


def is_output_closed() -> bool:
    """Whether the program was started with standard output closed: what it prints reaches nobody."""
    return "stdout" in _closed


def settle() -> None:
    """Make the surroundings ones in which the program works; call it first.

    - Standard streams that are closed lead nowhere: otherwise a file of ours would get their number, and their output.
    - The umask takes the rights of others, and never the owner's.
    - File names are UTF-8, whatever the locale is: in an encoding that is not, the program starts itself anew.
    - A time zone that Python refuses is UTC.
    """
    for number, (name, mode) in enumerate((("stdin", "r"), ("stdout", "w"), ("stderr", "w"))):
        _open_closed(number)
        if getattr(sys, name) is None:  # it was closed, or a desktop starts programs without it
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: SIM115  for the program's life
            _closed.add(name)
    if os.name != "posix":
        return
    os.umask(_UMASK)
    _require_utf8()
    _require_time_zone()


def keep_libraries_in(cache: Path) -> None:
    """Let libraries write into the cache what they keep for themselves, and nothing into the home folder."""
    for variable, name in (("MPLCONFIGDIR", "matplotlib"), ("KERAS_HOME", "keras")):
        os.environ.setdefault(variable, str(cache / name))


def _open_closed(number: int) -> None:
    try:
        os.fstat(number)
    except OSError:
        os.open(os.devnull, os.O_RDWR)  # gets the lowest number that is free


def _require_utf8() -> None:
    if sys.getfilesystemencoding().lower().replace("-", "") == "utf8" or sys.flags.utf8_mode:
        return
    os.environ["PYTHONUTF8"] = "1"  # for the processes that this one starts
    os.execv(sys.executable, [sys.executable, "-X", "utf8", *sys.orig_argv[1:]])  # noqa: S606  our own program


def _require_time_zone() -> None:
    """Use UTC where the zone is a day or more from it: POSIX allows a week, and no `datetime` has that."""
    seconds_a_day = 86_400
    if abs(time.localtime().tm_gmtoff) >= seconds_a_day:
        os.environ["TZ"] = "UTC"
        time.tzset()
