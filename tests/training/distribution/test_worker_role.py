"""TF_CONFIG says which computer this is, or one sentence says what is wrong with it."""

import json

import pytest

from visavis.errors import TrainingError
from visavis_training.distribution.worker_role import read_role


def environment(cluster, kind="worker", index=0):
    return {"TF_CONFIG": json.dumps({"cluster": cluster, "task": {"type": kind, "index": index}})}


@pytest.mark.parametrize(
    ("cluster", "kind", "index", "number"),
    [
        ({"worker": ["a:1", "b:2"]}, "worker", 0, 0),
        ({"worker": ["a:1", "b:2"]}, "worker", 1, 1),
        ({"chief": ["a:1"], "worker": ["b:2", "[::1]:3"]}, "chief", 0, 0),
        ({"chief": ["a:1"], "worker": ["b:2", "[::1]:3"]}, "worker", 1, 2),
    ],
)
def test_the_first_one_is_the_chief(cluster, kind, index, number):
    role = read_role(environment(cluster, kind, index))
    assert (role.index, role.is_chief) == (number, number == 0)
    assert len(role.addresses) == sum(map(len, cluster.values()))


def test_without_the_variable_it_is_said_what_to_set():
    with pytest.raises(TrainingError, match="TF_CONFIG is not set") as told:
        read_role({})
    assert '"task": {"type": "worker", "index": 0}' in str(told.value.hint)


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ({"TF_CONFIG": "{"}, "no cluster and task in JSON"),
        ({"TF_CONFIG": "[]"}, "no cluster and task in JSON"),
        ({"TF_CONFIG": "[" * 100_000}, "no cluster and task in JSON"),
        ({"TF_CONFIG": '{"cluster": {"worker": ["a:1"]}}'}, "no cluster and task in JSON"),
        (environment({"worker": ["a:1"]}, "ps"), "the task is ps, and not chief or worker"),
        (environment({"worker": ["a:1"], "ps": ["b:1"]}), "ps is no task of this training"),
        (environment({"worker": ["a:1"]}, index=1), "the index is 1, and there are 1 of worker"),
        (environment({"worker": ["a:1"]}, index=-1), "the index is -1"),
        (environment({"worker": ["a:1"]}, index="0"), "the index is 0"),
        (environment({"worker": ["a:1"]}, "chief"), "there are 0 of chief"),
        (environment({"worker": ["a"]}), "a is no address, which is HOST:PORT"),
        (environment({"worker": ["http://a:1"]}), "no address"),
        (environment({"worker": [3]}), "3 is no address"),
        (environment({"worker": "a:1"}), "no list of addresses"),
        (environment({"worker": ["a:1", "a:1"]}), "an address is there twice"),
    ],
)
def test_a_wrong_one_is_one_sentence(given, reason):
    with pytest.raises(TrainingError) as told:
        read_role(given)
    assert str(told.value).startswith("TF_CONFIG does not fit: ")
    assert reason in str(told.value)
    assert "HOST" in str(told.value) or "TF_CONFIG=" in str(told.value.hint)
