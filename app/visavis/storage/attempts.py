"""Work that goes on although parts of it fail, and says in the end what failed."""

import contextlib
from collections.abc import Iterator

from visavis.errors import VisavisError
from visavis.storage import disk


class Attempts:
    """What failed in several independent steps."""

    def __init__(self) -> None:
        self.errors: list[VisavisError] = []

    @contextlib.contextmanager
    def step(self) -> Iterator[None]:
        """A step that may fail with a `VisavisError` or an `OSError`; the next one is done all the same."""
        try:
            yield
        except VisavisError as error:
            self.errors.append(error)
        except OSError as error:
            self.errors.append(disk.disk_error(error, error.filename or ""))

    def raise_first(self) -> None:
        """Raise the first error, if there is one."""
        if self.errors:
            raise self.errors[0]
