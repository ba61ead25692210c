"""File filters of the dialogs that open pictures and videos."""

from collections.abc import Iterable

from visavis.imaging.media import MediaType
from visavis.tagging.kept_tags import ENDING
from visavis.ui.text.language import translate

_PICTURES = tuple(kind for kind in MediaType if kind.is_picture)


def picture_filter() -> str:
    """The filter of dialogs that open pictures."""
    return f"{translate('FileFilters', 'Pictures')} ({_patterns(_PICTURES)});;{_all_files()}"


def video_filter() -> str:
    """The filters of dialogs that open a video or a picture."""
    return f"{translate('FileFilters', 'Videos and pictures')} ({_patterns(MediaType)});;{_all_files()}"


def tagged_video_filter() -> str:
    """The filters of dialogs that open a video, or what is known of one by an earlier call of `visavis tag`."""
    videos = [kind for kind in MediaType if kind.is_video]
    return f"{translate('FileFilters', 'Videos and results')} ({_patterns(videos)} *{ENDING});;{_all_files()}"


def _all_files() -> str:
    """The filter that shows all files: a picture may have any name."""
    return f"{translate('FileFilters', 'All files')} (*)"


def _patterns(kinds: Iterable[MediaType]) -> str:
    return " ".join(f"*{extension}" for kind in kinds for extension in kind.extensions)
