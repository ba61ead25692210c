"""The folder of the results: each source has names of its own, the same in a repeated call."""

from pathlib import Path

import pytest

from visavis.tagging.folder import OutputFolder


@pytest.mark.parametrize("_", range(2))
def test_sources_with_the_same_name_get_different_ones(tmp_path, _):
    folder = OutputFolder(tmp_path)
    paths = [Path(name) for name in ("x/a.mp4", "y/a.mp4", "z/a.mov", "z/a-2.mp4", "b.mp4")]
    assert [folder.stem(path) for path in paths] == ["a", "a-2", "a-3", "a-2-2", "b"]
