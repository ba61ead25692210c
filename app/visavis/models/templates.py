"""The file of a model's templates."""

from collections.abc import Collection, Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.errors import FileError, ModelError
from visavis.storage import arrays, disk
from visavis.storage.arrays import Column

#: Difference from 1 that rounding may make in the length of a template: 1e-6 with 128 numbers in float32, and 1e-3 in
#: float16, in which somebody may have kept them.
_LENGTH_TOLERANCE = 2e-3

Templates = Mapping[str, NDArray[np.float32]]
"""The templates of a model, by slug."""


def save_templates(path: Path, templates: Templates) -> None:
    """Write the templates of a model, whole or not at all."""
    disk.write_whole(path, encode(templates))


def encode(templates: Templates) -> bytes:
    """The content of the file of these templates."""
    rows = np.stack(list(templates.values())) if templates else np.zeros((0, 128), np.float32)
    return arrays.encode({"slugs": np.array(list(templates), dtype=np.str_), "templates": rows})


def require_unit(templates: Templates, model_id: str) -> None:
    """Raise a `ModelError` if a template is not of unit length: its products with embeddings would be no cosines."""
    for row in templates.values():
        if abs(float(np.linalg.norm(row.astype(np.float64))) - 1) > _LENGTH_TOLERANCE:
            raise ModelError("The templates of model {model} are not of unit length.", model=model_id)


def load_templates(
    path: Path, length: int | None = None, slugs: Collection[str] = ()
) -> dict[str, NDArray[np.float32]]:
    """The templates of a model, by slug.

    Parameters
    ----------
    length : int, optional
        How many numbers a template must have.
    slugs : collection of str
        Who must have a template: the people of the card.

    Raises
    ------
    ModelError
        If the file is missing or broken, or someone has no template.
    """
    try:
        columns = {"slugs": Column("U", ("people",)), "templates": Column("f", ("people", length or "numbers"))}
        file = arrays.read(path, columns)
    except (OSError, FileError) as error:
        raise ModelError("The templates of model {model} are missing or broken.", model=path.parent.name) from error
    stored = dict(zip(map(str, file["slugs"]), file["templates"].astype(np.float32), strict=True))
    if not stored.keys() >= set(slugs):
        raise ModelError("The templates of model {model} are missing or broken.", model=path.parent.name)
    return stored
