"""Copies of a network that learn together, each from its share of every batch.

Keras 3's own `fit` runs under `MirroredStrategy` and fails under `MultiWorkerMirroredStrategy` (ADR 37). So a step is
run by the strategy itself: the gradients of all replicas are summed by Keras' optimizer, and every replica makes the
same update. Batches have the size that the recipe says, whatever the number of replicas, and learn as without them.

References
----------
https://www.tensorflow.org/tutorials/distribute/multi_worker_with_ctl
"""

import contextlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np
import tensorflow as tf
from numpy.typing import NDArray

from visavis.errors import TrainingError
from visavis.messages import Message
from visavis_training.distribution.worker_role import StrategyName, WorkerRole, read_role

#: Number of digits of a fingerprint that are compared, so that it fits into 63 bits.
_COMPARED_DIGITS = 15
#: What TensorFlow raises when another worker is gone or does not answer.
_LOSSES = (
    tf.errors.UnavailableError,
    tf.errors.DeadlineExceededError,
    tf.errors.AbortedError,
    tf.errors.CancelledError,
    tf.errors.InternalError,
)

Step = Callable[..., Mapping[str, Any]]
"""Of one replica: takes its arrays, makes an update, and gives scalars that are summed over all replicas."""


class Replicas:
    """The replicas of one training.

    Parameters
    ----------
    strategy : tf.distribute.Strategy
        It must have as many replicas on each computer.
    role : WorkerRole, optional
        Which computer this is, if there are several.
    """

    def __init__(self, strategy: Any, role: WorkerRole | None = None) -> None:
        self._strategy = strategy
        self._role = role or WorkerRole(0, ("",))
        self._local = len(strategy.extended.worker_devices)

    @classmethod
    def create(cls, name: StrategyName, devices: Sequence[str] | None = None) -> "Replicas":
        """Create those of a strategy, before TensorFlow computes anything. With several computers, wait for them.

        Parameters
        ----------
        devices : sequence of str, optional
            Of `mirrored`: by default all GPUs, or the CPU.

        Raises
        ------
        TrainingError
            If TF_CONFIG is wrong, or the other computers do not answer.
        """
        if name == "mirrored":
            return cls(tf.distribute.MirroredStrategy(devices))
        role = read_role(os.environ)
        with translated_losses():
            return cls(tf.distribute.MultiWorkerMirroredStrategy(), role)

    @property
    def count(self) -> int:
        """How many there are, on all computers."""
        return int(self._strategy.num_replicas_in_sync)

    @property
    def is_chief(self) -> bool:
        """Whether this process publishes the model and says what happens."""
        return self._role.is_chief

    @property
    def seed_offset(self) -> int:
        """What is added to seeds, so that pictures are augmented differently on each computer."""
        return 1000 * self._role.index

    def scope(self) -> Any:
        """Around building what all replicas have: variables and the optimizer."""
        return self._strategy.scope()

    def own_parts(self, rows: NDArray[Any], batch_size: int) -> list[NDArray[Any]]:
        """The shares of this computer's replicas in each batch of these rows: batch by batch, replica by replica.

        All replicas have as many rows in a batch. So that the last one divides, the first rows may come twice.
        """
        parts = []
        for batch in np.array_split(rows, range(batch_size, len(rows), batch_size)):
            missing = -len(batch) % self.count
            whole = np.concatenate([batch, np.resize(rows, missing)]) if missing else batch
            shares = np.split(whole, self.count)
            first = self._role.index * self._local
            parts += shares[first : first + self._local]
        return parts

    def compile(self, step: Step) -> Callable[[Sequence[Sequence[Any]]], dict[str, float]]:
        """Compile a step. It takes the arrays of each replica of this computer, and gives what all replicas give."""

        def run(*arguments: Any) -> dict[str, Any]:
            given = self._strategy.run(step, args=arguments)
            return {name: self._strategy.reduce("SUM", value, axis=None) for name, value in given.items()}

        compiled = tf.function(run, reduce_retracing=True)

        def call(arrays: Sequence[Sequence[Any]]) -> dict[str, float]:
            with translated_losses():
                given = compiled(*(self._distribute(values) for values in zip(*arrays, strict=True)))
                return {name: float(value) for name, value in given.items()}

        return call

    def local_batches(self, batches: Iterator[Any]) -> Iterator[list[Any]]:
        """The batches of one step after another: one for each replica of this computer."""
        while step := [batch for _, batch in zip(range(self._local), batches, strict=False)]:
            yield step

    def mean(self, values: Sequence[NDArray[Any]]) -> list[NDArray[Any]]:
        """The means of values of all replicas; this computer's replicas have these ones."""

        def run(*arguments: Any) -> list[Any]:
            given = self._strategy.run(lambda *each: list(each), args=arguments)
            return [self._strategy.reduce("MEAN", value, axis=None) for value in given]

        with translated_losses():
            return [
                np.asarray(value)
                for value in tf.function(run)(*(self._distribute([value] * self._local) for value in values))
            ]

    def require_same(self, fingerprint: str) -> None:
        """Check that all computers learn the same.

        Parameters
        ----------
        fingerprint : str
            Hexadecimal digits, a hash of what determines the training.

        Raises
        ------
        TrainingError
            If one has another.
        """
        own = np.array([int(fingerprint[:_COMPARED_DIGITS], 16)], np.int64)
        with translated_losses():
            everyone = np.asarray(self._strategy.gather(self._distribute([own] * self._local), axis=0))
        if (everyone != own).any():
            raise TrainingError(
                "The computers do not have the same people, pictures and options.",
                hint="Start all with the same options, and with a data folder that all see.",
            )

    def _distribute(self, values: Sequence[Any]) -> Any:
        """Values for the replicas of this computer, as TensorFlow takes them."""
        first = self._role.index * self._local

        def value(context: Any) -> Any:
            return tf.convert_to_tensor(values[context.replica_id_in_sync_group - first])

        return self._strategy.experimental_distribute_values_from_function(value)


@contextlib.contextmanager
def translated_losses() -> Iterator[None]:
    """Turn what TensorFlow raises when another computer is gone into an error with a sentence."""
    try:
        yield
    except _LOSSES as error:
        raise TrainingError(
            "The other computers of this training do not answer: {reason}.",
            hint=Message("Start the training again on all of them, with --resume."),
            reason=str(error.message).splitlines()[0].rstrip("."),
        ) from error
