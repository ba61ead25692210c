"""Formatting of lists in sentences."""

from collections.abc import Sequence


def join_names(names: Sequence[str]) -> str:
    """Join names for a sentence: "A", "A and B", "A, B and C"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else "".join(names)
