"""Opens the page about a video, clicks, and prints what it saw as JSON.

python -m support.browsing.video_page PAGE WIDTH HEIGHT
"""

import json
import os
import sys

from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from support.browsing.page import Page

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


def main():
    path, width, height = sys.argv[1], *map(int, sys.argv[2:4])
    _application = QApplication([])
    view, page = QWebEngineView(), Page()
    view.setPage(page)
    view.resize(width, height)
    view.show()
    page.open(path)
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
