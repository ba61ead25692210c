"""Who is in a video, and where that is known from: found out now, or taken over from results of `visavis tag`."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from visavis.errors import SourceNotFoundError
from visavis.tagging import kept_tags
from visavis.tagging.kept_tags import KeptTags
from visavis.tagging.tagger import TaggedFile
from visavis.ui.text import language
from visavis.ui.text.language import translate


@dataclass(frozen=True, slots=True, eq=False)
class FoundTags:
    """Who is in a video."""

    tagged: TaggedFile
    kept: KeptTags | None = None  #: the file that it was taken over from; None: it was found out now

    @property
    def origin(self) -> str:
        """A sentence on where it was taken over from; empty if it was not."""
        if self.kept is None:
            return ""
        day = language.day(datetime.fromtimestamp(self.kept.time).astimezone())
        text = translate("FoundTags", "Taken over from {folder}, where it was found out on {day}.")
        return text.format(folder=self.kept.path.parent, day=day)


def find_near(video: Path) -> FoundTags | None:
    """What is known of a video by results that lie beside it, or in a folder beside it."""
    kept = kept_tags.find(video)
    return None if kept is None else FoundTags(kept.of(video), kept)


def read_results(path: Path) -> FoundTags:
    """What is known of a video by a file of results, or by the only one in a folder.

    Raises
    ------
    FileError
        If the file cannot be used.
    SourceError
        If there are results of several videos, or of none, or the video is not there.
    """
    files = kept_tags.files_in(path) if path.is_dir() else [path]
    if not files:
        raise SourceNotFoundError(
            "{folder} has no results of tagging a video.",
            hint="Choose a video, or a folder of such results.",
            folder=path,
        )
    if len(files) > 1:
        raise SourceNotFoundError(
            "{folder} has results of {count} videos.",
            hint="Choose one of the files that end with .tags.npz.",
            folder=path,
            count=len(files),
        )
    kept = kept_tags.read(files[0])
    return FoundTags(kept.of(kept_tags.video_of(kept)), kept)
