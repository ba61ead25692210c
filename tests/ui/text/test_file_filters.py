"""File dialogs offer what can be opened, and what can be dropped."""

import pytest

from visavis.imaging.media import MediaType
from visavis.ui.text.file_filters import picture_filter, video_filter

EXTENSIONS = [(kind, extension) for kind in MediaType for extension in kind.extensions]


@pytest.mark.parametrize(("kind", "extension"), EXTENSIONS)
def test_the_filters_offer_what_can_be_read(kind, extension):
    pictures, videos = (filters().split(";;")[0] for filters in (picture_filter, video_filter))
    assert f"*{extension}" in videos.strip(")").replace("(", " ").split()
    assert (f"*{extension}" in pictures.strip(")").replace("(", " ").split()) == kind.is_picture


@pytest.mark.parametrize("filters", [picture_filter, video_filter])
def test_all_files_can_be_chosen_since_a_picture_may_have_any_name(filters):
    assert filters().split(";;")[1:] == ["All files (*)"]
