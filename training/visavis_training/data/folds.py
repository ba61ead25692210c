"""K folds: each measured picture is tested once, by a network or templates that have not learned from its group."""

import warnings
from collections import Counter
from collections.abc import Sequence

import numpy as np

from visavis.errors import TrainingError
from visavis_training.data.split import Split
from visavis_training.sentences import join_names


def split_into_folds(labels: Sequence[int], groups: Sequence[int], count: int, seed: int) -> list[Split]:
    """Split the pictures into folds, each of which is the test part of one split; there is no validation part.

    The folds are scikit-learn's `StratifiedGroupKFold`: each group is in one fold, and each person's pictures are
    spread over all folds as evenly as their groups allow.

    Parameters
    ----------
    labels : sequence of int
        The person in each picture.
    groups : sequence of int
        The group of each picture: pictures taken together or of one shot, also across people.
    count : int
        Number of folds, at least 2.

    Returns
    -------
    list of Split
        People with fewer groups than folds are `unmeasured`: they are trained on in every fold, and tested in none. So
        is a group with pictures of several people, because one of the names is wrong.
    """
    from sklearn.model_selection import StratifiedGroupKFold

    owners: dict[int, set[int]] = {}
    for label, each in zip(labels, groups, strict=True):
        owners.setdefault(each, set()).add(label)
    owned = Counter(next(iter(people)) for people in owners.values() if len(people) == 1)
    unmeasured = tuple(sorted(label for label in set(labels) if owned[label] < count))
    truth, group = np.asarray(labels, np.intp), np.asarray(groups, np.intp)
    own = np.array([len(owners[each]) == 1 for each in groups], np.bool_)
    measured = np.flatnonzero(own & ~np.isin(truth, unmeasured))
    if not measured.size:
        return []
    splitter = StratifiedGroupKFold(count, shuffle=True, random_state=seed)
    everything = np.arange(len(truth))
    with warnings.catch_warnings():
        # It counts pictures of the rarest person; groups were counted above.
        warnings.filterwarnings("ignore", "The least populated class", UserWarning)
        tests = [measured[rows] for _, rows in splitter.split(measured, truth[measured], group[measured])]
    return [Split(np.setdiff1d(everything, test), everything[:0], test, unmeasured) for test in tests if test.size]


def require_folds(splits: Sequence[Split], names: Sequence[str], count: int, least_people: int) -> None:
    """Check that enough people can be measured in folds.

    Parameters
    ----------
    names : sequence of str
        The names of all people, by label.
    least_people : int
        The smallest number of people that must be measured.

    Raises
    ------
    TrainingError
        If there are fewer.
    """
    unmeasured = splits[0].unmeasured if splits else range(len(names))
    if len(names) - len(unmeasured) >= least_people:
        return
    raise TrainingError(
        "There are too few different pictures of {names} for {count} folds: each person needs one in each fold.",
        names=join_names([names[label] for label in unmeasured]),
        count=count,
        hint="Take fewer --folds, or leave the option out.",
    )
