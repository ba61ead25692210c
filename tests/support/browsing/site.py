"""Reads every page of a built site as narrow as a phone, in both color schemes, and prints what it saw as JSON.

    python -m support.browsing.site SITE WORD ...

The words are searched for, one after the other.
"""

import json
import os
import sys
from pathlib import Path

from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QApplication

from support.browsing.page import Page

#: Width and height of the view, in device-independent pixels: a small phone.
_WIDTH, _HEIGHT = 360, 740

#: What a page is asked.
_FACTS = Path(__file__).with_name("site.js").read_text(encoding="utf-8")
#: What the page of the search is asked: what was found, once it is done.
_FOUND = """(() => {
  const summary = document.querySelector("#search-results .search-summary");
  if (!summary || !/[0-9]|did not match/.test(summary.textContent)) return null;
  return JSON.stringify([...document.querySelectorAll("#search-results li a")].map((each) => each.textContent));
})()"""


def main():
    site, words = Path(sys.argv[1]), sys.argv[2:]
    _application = QApplication([])
    view, page = QWebEngineView(), Page()
    view.setPage(page)
    view.resize(_WIDTH, _HEIGHT)
    view.show()
    pages, found = {}, {}
    for path in sorted(site.rglob("*.html")):
        page.console.clear()
        opened = page.open(path)
        facts = json.loads(page.ask(_FACTS))
        pages[path.relative_to(site).as_posix()] = {**facts, "opened": opened, "console": list(page.console)}
    page.console.clear()
    for word in words:
        page.open(site / "search.html", query=f"q={word}")
        found[word] = json.loads(page.ask(_FOUND))
    seen = {"pages": pages, "found": found, "search_console": page.console, "asked": page.requests.asked}
    sys.stdout.write(json.dumps(seen) + "\n")
    sys.stdout.flush()
    os._exit(0)  # the engine's own end is not what is tested


if __name__ == "__main__":
    main()
