"""A page that is made in a private folder and opened in the browser."""

import threading
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from visavis.errors import VisavisError
from visavis.storage import tempdirs
from visavis.ui.text.notices import Notice
from visavis.ui.threads import Worker
from visavis.ui.widgets.banner import Banner


class PageWriter(Protocol):
    """Makes one page. The worker calls it; any thread may cancel it."""

    def __call__(self, folder: Path, on_progress: Callable[[float], object], /) -> Path | None:
        """Write the page below a folder, and return its path; None if it was cancelled.

        Raises
        ------
        VisavisError
            If it cannot be written.
        """

    def cancel(self) -> None:
        """Let the call return soon."""


class BrowserPage(QObject):
    """Makes one page after the other.

    The private folder is there until the next page is made, or the program ends: the browser may read it until then.

    Parameters
    ----------
    home : Path
        The private folders are made in it.
    """

    progressed = Signal(float)  #: the share of the page that is done, 0..1
    ended = Signal()  #: the page is open, or was cancelled, or failed

    _written = Signal(object)  # from the worker: the `Path` of the page, or None
    _advanced = Signal(object, float)  # from the worker: the page, and the share of it that is done

    def __init__(self, home: Path, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._home, self._banner = home, banner
        self._writer: PageWriter | None = None
        self._released = threading.Event()  # the page is not needed any more
        self._worker = Worker(self, cancel=self.cancel)
        self._written.connect(self._open)
        self._advanced.connect(self._advance)

    def show(self, writer: PageWriter) -> None:
        """Make a page, and open it. An earlier one is deleted, and one that is being made is cancelled."""
        self.cancel()
        self._writer, self._released = writer, threading.Event()
        self._banner.withdraw("page")
        self._worker.submit(partial(self._write, writer, self._released), on_error=self._fail)

    def cancel(self) -> None:
        """Cancel the page that is being made, and delete the one that is open."""
        self._released.set()
        if self._writer is not None:
            self._writer.cancel()

    def _write(self, writer: PageWriter, released: threading.Event) -> None:
        """Write a page, and keep it until it is not needed any more. Called on the worker."""
        with tempdirs.create(self._home) as folder:
            page = None if released.is_set() else writer(folder, lambda share: self._advanced.emit(writer, share))
            self._written.emit(page)
            if page is not None:
                released.wait()

    def _advance(self, writer: PageWriter, share: float) -> None:
        if writer is self._writer and not self._released.is_set():
            self.progressed.emit(share)

    def _open(self, page: Path | None) -> None:
        self.ended.emit()
        if page is not None and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(page))):
            text = self.tr("The page is in {path}.").format(path=page)
            self._banner.tell(Notice(text, self.tr("No browser could be opened."), about="page"))

    def _fail(self, error: VisavisError) -> None:
        self.ended.emit()
        self._banner.tell(Notice.of(error, "page"))
