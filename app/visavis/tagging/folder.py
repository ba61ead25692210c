"""The folder of the outputs: which files there are, and when each is written."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from visavis.storage import disk
from visavis.tagging.file_tags import FileTags
from visavis.tagging.outputs import edit_list, page, subtitles, tables, timeline
from visavis.tagging.tagger import TaggedFile

#: Version of `tags.json`.
_VERSION = 1
#: The files about everything that was tagged.
_JSON, _CSV = "tags.json", "tags.csv"


class OutputFolder:
    """Writes what was found: files for each video when it is done, and two about everything at the end.

    Each file is written whole or not at all. The same call writes the same names again.
    """

    def __init__(self, folder: Path) -> None:
        self.path = disk.make_private(folder)
        self._used: set[str] = set()
        self._files: list[dict[str, Any]] = []
        self._tags: list[FileTags] = []

    def stem(self, path: Path) -> str:
        """A name for the files about one source, without an extension. Sources of other folders may have the same."""
        stem, number = path.stem or "video", 1
        name = stem
        while os.path.normcase(name) in self._used:
            number += 1
            name = f"{stem}-{number}"
        self._used.add(os.path.normcase(name))
        return name

    def write(self, tagged: TaggedFile) -> None:
        """Write the files about one source."""
        self._files.append(tagged.tags.as_json())
        self._tags.append(tagged.tags)
        if not tagged.tags.is_video:
            return
        stem = self.stem(tagged.path)
        for ending, content in _texts(tagged.tags, self.path).items():
            disk.write_whole(self.path / f"{stem}{ending}", content.encode("utf-8", "backslashreplace"))

    def add_error(self, values: dict[str, Any]) -> None:
        """Take note of a file that cannot be read."""
        self._files.append(values)

    def finish(self) -> None:
        """Write the files about everything."""
        disk.write_json(self.path / _JSON, {"version": _VERSION, "files": self._files})
        disk.write_whole(self.path / _CSV, tables.csv_text(self._tags).encode("utf-8", "backslashreplace"))


def _texts(tags: FileTags, folder: Path) -> Mapping[str, str]:
    """The contents of the files about one video, by the endings of their names."""
    return {
        ".srt": subtitles.srt_subtitles(tags),
        ".vtt": subtitles.vtt_subtitles(tags),
        ".edl": edit_list.edl_text(tags),
        ".otio": timeline.otio_text(tags),
        ".html": page.page_html(tags, folder),
    }
