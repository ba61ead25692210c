"""Which of several computers this one is, by the variable TF_CONFIG as TensorFlow documents it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

from visavis.errors import TrainingError
from visavis.messages import Message
from visavis.storage import reader

StrategyName = Literal["mirrored", "multiworker"]
"""On all GPUs of this computer; on all GPUs of several computers."""

#: All strategies.
STRATEGIES: tuple[StrategyName, ...] = ("mirrored", "multiworker")
#: The variable.
_VARIABLE = "TF_CONFIG"
#: What a task can be. Parameter servers and evaluators have nothing to do here.
_TASKS = ("chief", "worker")
#: HOST:PORT; an IPv6 address is in brackets.
_ADDRESS = re.compile(r"(\[[0-9a-fA-F:.]+\]|[^\s:/\[\]]+):\d{1,5}")

#: What it looks like.
_EXAMPLE = """TF_CONFIG='{"cluster": {"worker": ["ONE:2222", "TWO:2222"]}, "task": {"type": "worker", "index": 0}}'"""
#: What to do about a wrong one.
_HINT = Message(
    "Set it on each computer, the first of which is the chief: {example}",
    example=_EXAMPLE,
)


@dataclass(frozen=True, slots=True)
class WorkerRole:
    """One of the computers of a training."""

    index: int  #: from 0, which is the chief
    addresses: tuple[str, ...]  #: of all, the chief first

    @property
    def is_chief(self) -> bool:
        """Whether this one publishes the model and says what happens."""
        return self.index == 0


def read_role(environment: Mapping[str, str]) -> WorkerRole:
    """Read which computer this is.

    Raises
    ------
    TrainingError
        If the variable is missing, or does not say it.
    """
    text = environment.get(_VARIABLE)
    if not text:
        raise TrainingError("TF_CONFIG is not set: it says which computers train together.", hint=_HINT)
    try:
        values = reader.parse_json(text.encode(errors="surrogateescape"))
        cluster, task = values["cluster"], values["task"]
        kind, index = task["type"], task["index"]
        lists = {name: cluster.get(name, []) for name in _TASKS}
        others = set(cluster) - {*_TASKS}
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise _wrong(Message("it has no cluster and task in JSON")) from error
    if kind not in _TASKS:
        raise _wrong(Message("the task is {kind}, and not chief or worker", kind=str(kind)))
    if others:
        raise _wrong(Message("{kind} is no task of this training", kind=min(map(str, others))))
    addresses = tuple(address for name in _TASKS for address in _require_addresses(lists[name]))
    if len(set(addresses)) < len(addresses):
        raise _wrong(Message("an address is there twice"))
    if not isinstance(index, int) or isinstance(index, bool) or not 0 <= index < len(lists[kind]):
        raise _wrong(
            Message(
                "the index is {index}, and there are {count} of {kind}",
                index=str(index),
                count=len(lists[kind]),
                kind=kind,
            )
        )
    return WorkerRole(index + (len(lists["chief"]) if kind == "worker" else 0), addresses)


def _require_addresses(values: Any) -> list[str]:
    if not isinstance(values, list):
        raise _wrong(Message("the cluster has no list of addresses"))
    for value in values:
        if not isinstance(value, str) or not _ADDRESS.fullmatch(value):
            raise _wrong(Message("{address} is no address, which is HOST:PORT", address=str(value)))
    return values


def _wrong(reason: Message) -> TrainingError:
    return TrainingError("TF_CONFIG does not fit: {reason}.", hint=_HINT, reason=reason)
