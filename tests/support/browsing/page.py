"""A page in a real browser: it keeps its console and every address that it asks for."""

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtWebEngineCore import (
    QWebEnginePage,
    QWebEngineProfile,
    QWebEngineSettings,
    QWebEngineUrlRequestInterceptor,
)

#: Longest wait for one thing, in milliseconds.
_PATIENCE_MS = 60_000


class _Requests(QWebEngineUrlRequestInterceptor):
    """Writes down the addresses that a page asks for, and lets none but files through."""

    def __init__(self):
        super().__init__()
        self.asked = []

    def interceptRequest(self, request):  # noqa: N802  Qt's name
        address = request.requestUrl()
        self.asked.append(address.toString())
        request.block(address.scheme() not in {"file", "data", "blob", "chrome", "qrc", "about"})


class Page(QWebEnginePage):
    """A page that keeps what is printed on its console, and what it asks for."""

    def __init__(self):
        self._profile = QWebEngineProfile()  # off the record: nothing stays
        super().__init__(self._profile)
        self.console = []
        self.requests = _Requests()
        self._profile.setUrlRequestInterceptor(self.requests)
        self.settings().setAttribute(QWebEngineSettings.WebAttribute.PlaybackRequiresUserGesture, True)

    def javaScriptConsoleMessage(self, level, message, line, source):  # noqa: N802  Qt's name
        self.console.append(f"{level.name} {message}")

    def open(self, path, *, fragment="", query=""):
        """Load a file; return whether that worked."""
        address = QUrl.fromLocalFile(str(path))
        address.setQuery(query)
        address.setFragment(fragment)
        loop, loaded = QEventLoop(), []

        def finish(well):
            loaded.append(well)
            loop.quit()

        self.loadFinished.connect(finish)
        self.load(address)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        if not loaded:
            loop.exec()
        self.loadFinished.disconnect(finish)
        return loaded == [True]

    def ask(self, script):
        """Run a script until it gives an answer."""
        loop, answers = QEventLoop(), []

        def take(answer):
            if answer is None or answer == "":
                QTimer.singleShot(50, lambda: self.runJavaScript(script, 0, take))
            else:
                answers.append(answer)
                loop.quit()

        self.runJavaScript(script, 0, take)
        QTimer.singleShot(_PATIENCE_MS, loop.quit)
        loop.exec()
        if not answers:
            raise SystemExit(f"no answer to {script}; console: {self.console}")
        return answers[0]
