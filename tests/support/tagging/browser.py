"""A real browser without a screen: it opens a page, clicks, and prints what it saw as JSON. It runs as a program.

    python -m support.tagging.browser PAGE WIDTH HEIGHT

The application's own tests load no web engine, so this is a process of its own.
"""

import json
import os
import sys

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtWebEngineCore import QWebEnginePage, QWebEngineSettings
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

#: Longest wait for one thing, in milliseconds.
_PATIENCE_MS = 60_000

#: What the page is asked, by name: JavaScript that gives null until the answer is known.
_READY = "document.readyState === 'complete' && (video.readyState >= 1 || video.error) ? true : null"
_FACTS = """JSON.stringify({
  plays: !video.error, duration: video.duration,
  wide: document.documentElement.scrollWidth, view: document.documentElement.clientWidth,
  small: [...document.querySelectorAll(".face")].map((each) => each.getBoundingClientRect().width),
  names: [...document.querySelectorAll(".name")].map((each) => each.textContent),
})"""
_CLICK = "document.querySelectorAll('{target}')[{index}].click(); true"
_PLACE = "video.seeking ? null : video.currentTime"


class Page(QWebEnginePage):
    """A page that keeps what is printed on its console."""

    def __init__(self):
        super().__init__()
        self.console = []
        self.settings().setAttribute(QWebEngineSettings.WebAttribute.PlaybackRequiresUserGesture, True)

    def javaScriptConsoleMessage(self, level, message, line, source):  # noqa: N802  Qt's name
        self.console.append(f"{level.name} {message}")

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


def main():
    path, width, height = sys.argv[1], *map(int, sys.argv[2:4])
    _application = QApplication([])
    view, page = QWebEngineView(), Page()
    view.setPage(page)
    view.resize(width, height)
    view.show()
    loop = QEventLoop()
    page.loadFinished.connect(loop.quit)
    page.load(QUrl.fromLocalFile(path))
    QTimer.singleShot(_PATIENCE_MS, loop.quit)
    loop.exec()
    page.ask(_READY)
    found = json.loads(page.ask(_FACTS))
    found["places"] = []
    for target, index in ((".span", 1), (".face", 0), (".span", 0)):
        page.ask(_CLICK.format(target=target, index=index))
        page.ask("video.pause(); true")
        found["places"].append(page.ask(_PLACE))
    sys.stdout.write(json.dumps({**found, "console": page.console}) + "\n")
    sys.stdout.flush()
    os._exit(0)  # the engine's own end is not what is tested


if __name__ == "__main__":
    main()
