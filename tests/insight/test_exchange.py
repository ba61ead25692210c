"""Questions and answers survive the way through files; what is damaged is an error."""

from dataclasses import fields, is_dataclass, replace

import numpy as np
import pytest

from support.training.insight import answers, subject
from visavis.errors import DamagedFileError
from visavis.insight.exchange import AugmentationRanges, Question, from_arrays, to_arrays
from visavis.storage import arrays


def plain(value):
    """A value with arrays as lists, and dataclasses as dictionaries."""
    if isinstance(value, np.ndarray):
        return value.tolist()
    if isinstance(value, tuple):
        return [plain(each) for each in value]
    if is_dataclass(value):
        return {each.name: plain(getattr(value, each.name)) for each in fields(value)}
    return value


@pytest.mark.parametrize("number", range(5))
def test_every_part_survives(tmp_path, number):
    part = answers(subject())[number].part
    arrays.write(tmp_path / "part.npz", to_arrays(part))
    found = from_arrays(arrays.read(tmp_path / "part.npz"))
    assert type(found) is type(part)
    assert plain(found) == plain(part)


@pytest.mark.parametrize("ranges", [None, AugmentationRanges(rotation=20, shift=0.2, zoom=0.1, flip=False)])
@pytest.mark.parametrize("network", ["embedding", "cnn64"])
def test_questions_to_several_networks_share_a_file(network, ranges):
    questions = [replace(subject(name).question, augmentation=ranges) for name in ("embedding", "cnn64")]
    shared = questions[0].to_arrays() | questions[1].to_arrays()
    found = Question.from_arrays(network, shared)
    asked = next(question for question in questions if question.network == network)
    assert (found.targets, found.augmentation) == (asked.targets, ranges)
    assert (found.templates is None) == (network == "cnn64")
    assert found.chip.shape == asked.chip.shape


@pytest.mark.parametrize("values", [{}, {"kind": np.array("heat")}, {"kind": np.array("odd")}])
def test_what_is_no_answer_is_refused(values):
    with pytest.raises(DamagedFileError):
        from_arrays(values)


def test_the_ranges_of_a_recipe_are_read():
    recipe = {"augmentation": {"rotation": 7, "shift": 0.03, "flip": False, "eased_in": 0.4}}
    assert AugmentationRanges.from_recipe(recipe) == AugmentationRanges(rotation=7, shift=0.03, flip=False)
    assert AugmentationRanges.from_recipe({"augmentation": None}) is None
