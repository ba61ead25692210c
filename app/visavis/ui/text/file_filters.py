"""File filters of the dialogs that open pictures and videos."""

from collections.abc import Iterable

from visavis.imaging import codec
from visavis.sources import VIDEO_EXTENSIONS
from visavis.ui.text.language import translate


def picture_filter() -> str:
    """The filter of dialogs that open pictures."""
    return f"{translate('FileFilters', 'Pictures')} ({_patterns(codec.EXTENSIONS)})"


def video_filter() -> str:
    """The filters of dialogs that open a video or a picture."""
    label, all_files = translate("FileFilters", "Videos and pictures"), translate("FileFilters", "All files")
    return f"{label} ({_patterns(VIDEO_EXTENSIONS)} {_patterns(codec.EXTENSIONS)});;{all_files} (*)"


def _patterns(extensions: Iterable[str]) -> str:
    return " ".join(f"*{extension}" for extension in sorted(extensions))
