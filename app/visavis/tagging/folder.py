"""The folder of the outputs: which files there are, and when each is written."""

import contextlib
import hashlib
import os
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from visavis.errors import FileError
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.process.handover import read_ahead
from visavis.sources import VideoFile
from visavis.storage import disk, reader
from visavis.tagging import kept_tags
from visavis.tagging.file_tags import FileTags
from visavis.tagging.outputs import edit_list, page, subtitles, tables, timeline
from visavis.tagging.outputs.sidecars import SidecarWriter
from visavis.tagging.renditions import CLIPS, LABELED, REDACTED, RenditionOptions, render_picture, render_video
from visavis.tagging.tagger import Follow, TaggedFile

RenderElsewhere = Callable[[TaggedFile, str], Callable[[], bool]]
"""Begins to make copies and scenes of a video, under names with this stem. What it returns waits until they are made,
and tells whether they were: if not, they are made here."""

#: Version of `tags.json`.
_VERSION = 1
#: Makes nothing of the files.
_NO_RENDITIONS = RenditionOptions()
#: The files about everything that was tagged.
_JSON, _CSV = "tags.json", "tags.csv"


class OutputFolder:
    """Writes what was found: files for each source when it is done, and two about everything at the end.

    Each file is written whole or not at all. The same call writes the same names again.

    Parameters
    ----------
    folder : Path
        It is created if it is missing.
    sources : sequence of Path
        Files that are read, which nothing replaces.
    options : RenditionOptions
        Which pictures and videos to make of each file.
    follow : callable
        Wraps the frames of each video of which others are made.
    sidecars : SidecarWriter, optional
        Marks the faces of pictures beside them.
    render : callable, optional
        Makes copies and scenes of videos somewhere else.
    """

    def __init__(
        self,
        folder: Path,
        sources: Sequence[Path] = (),
        options: RenditionOptions = _NO_RENDITIONS,
        follow: Follow = lambda frames, _: frames,
        sidecars: SidecarWriter | None = None,
        render: RenderElsewhere | None = None,
    ) -> None:
        self.path = disk.make_private(folder)
        disk.remove_temporary_files(folder)  # a killed call left them
        self._sources = {os.path.realpath(path) for path in sources}
        self._options = options
        self._follow = follow
        self._sidecars = sidecars
        self._render = render
        self._used: set[str] = set()
        self._files: list[dict[str, Any]] = []
        self._tags: list[FileTags] = []

    @property
    def has_tags(self) -> bool:
        """Whether any file could be read."""
        return bool(self._tags)

    def write(self, tagged: TaggedFile) -> None:
        """Write the files about one source, and what is made of it. Raises as `begin` and what that returns."""
        self.begin(tagged)()

    def begin(self, tagged: TaggedFile) -> Callable[[], None]:
        """Write the files about one source, and begin what is made of it; what is returned completes that.

        Sources are completed in the order in which they are begun.

        Raises
        ------
        DiskError
            If a file cannot be written.
        PictureError, SourceError
            If the source cannot be read a second time.
        """
        is_video = tagged.tags.is_video
        render = self._write_files(tagged, is_video=is_video) if is_video or not self._options.is_empty else None

        def complete() -> None:
            if render is not None:
                render()
            if self._sidecars:
                self._sidecars.write(tagged)
            self._files.append(tagged.tags.as_json())
            self._tags.append(tagged.tags)

        return complete

    def _write_files(self, tagged: TaggedFile, *, is_video: bool) -> Callable[[], None] | None:
        """Write the files about one source; return what makes others of it."""
        stem = self.stem(tagged.path)
        for ending, content in _texts(tagged.tags, self.path).items() if is_video else ():
            disk.write_whole(self.path / f"{stem}{ending}", content.encode("utf-8", "backslashreplace"))
        if is_video:
            disk.write_whole(self.path / f"{stem}{kept_tags.ENDING}", kept_tags.encode(tagged))
        if self._options.is_empty:
            return None
        return self._begin_video(tagged, stem) if is_video else lambda: self._render_picture(tagged, stem)

    def stem(self, path: Path) -> str:
        """A name for the files about one source, without an extension. Sources of other folders may have the same."""
        stem, number = path.stem or "video", 1
        name = stem
        while os.path.normcase(name) in self._used or self._is_beside_source(name):
            number += 1
            name = f"{stem}-{number}"
        self._used.add(os.path.normcase(name))
        return name

    def _is_beside_source(self, stem: str) -> bool:
        """Whether a file of this name that is made might replace a source."""
        folder = os.path.realpath(self.path)
        return any(
            source.startswith(tuple(os.path.join(folder, f"{stem}{kind}") for kind in (LABELED, REDACTED)))
            or (source.startswith(os.path.join(folder, CLIPS, "")) and os.path.basename(source).startswith(f"{stem}-"))
            for source in self._sources
        )

    def _begin_video(self, tagged: TaggedFile, stem: str) -> Callable[[], None]:
        """Begin to make other videos of a video, unless that was done before a kill."""
        mark = tagged.notes.with_suffix(".json")
        identity = (bool(self._options.label), self._options.hidden, self._options.clips, stem)
        content = repr((identity, tagged.tags.as_json(), sorted(tagged.guests.items())))
        done = {"version": _VERSION, "made": hashlib.sha256(content.encode("utf-8", "surrogateescape")).hexdigest()}
        if _is_marked(mark, done):
            return lambda: None
        wait = self._render(tagged, stem) if self._render is not None else lambda: False

        def complete() -> None:
            if not wait():
                video = VideoFile(tagged.path, paced=False)
                render_video(tagged, self._follow(read_ahead(video), video), self.path, stem, self._options)
            disk.write_json(mark, done)

        return complete

    def _render_picture(self, tagged: TaggedFile, stem: str) -> None:
        frame = Frame(codec.read(tagged.path), 0.0, source=tagged.tags.source)
        extension = tagged.path.suffix.lower()
        extension = extension if extension in codec.WRITTEN_EXTENSIONS else ".jpg"
        for kind, image in render_picture(tagged, frame, self._options).items():
            codec.write(self.path / f"{stem}{kind}{extension}", image)

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
        ".tags.srt": subtitles.srt_subtitles(tags),
        ".tags.vtt": subtitles.vtt_subtitles(tags),
        ".tags.edl": edit_list.edl_text(tags),
        ".tags.otio": timeline.otio_text(tags),
        ".tags.html": page.page_html(tags, folder),
    }


def _is_marked(path: Path, done: dict[str, Any]) -> bool:
    """Whether a mark says that this was done."""
    with contextlib.suppress(OSError, ValueError, FileError):
        return bool(reader.parse_json(reader.read_bytes(path)) == done)
    return False
