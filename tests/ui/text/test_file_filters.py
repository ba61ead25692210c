"""File dialogs offer what can be opened, and what can be dropped."""

import pytest

from visavis.imaging import codec
from visavis.sources import VIDEO_EXTENSIONS
from visavis.ui.text.file_filters import picture_filter, video_filter


@pytest.mark.parametrize("extension", sorted(VIDEO_EXTENSIONS | codec.EXTENSIONS))
def test_the_video_filter_offers_videos_and_pictures(extension):
    first, all_files = video_filter().split(";;")
    assert f"*{extension}" in first
    assert all_files == "All files (*)"


def test_the_picture_filter_offers_pictures_only():
    assert picture_filter() == "Pictures (*.bmp *.jpeg *.jpg *.png *.webp)"
