"""Python's collection of garbage cycles, which the start of a program can do without."""

import contextlib
import gc
from collections.abc import Iterator


@contextlib.contextmanager
def collection_paused() -> Iterator[None]:
    """Collect no cycles meanwhile, and never those that exist then: for imports, which stay until the program ends.

    Imports make some 300,000 objects and hardly any garbage. Collections took 45 of the 670 ms of processor time until
    the window's first picture. Without `gc.freeze`, the next one would look at all of these objects.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        if was_enabled:
            gc.enable()
