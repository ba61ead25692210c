"""The file of a model's templates."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from visavis.errors import FileError, ModelError
from visavis.storage import arrays
from visavis.storage.arrays import Column


def save_templates(path: Path, templates: Mapping[str, NDArray[np.float32]]) -> None:
    """Write the templates of a model, by slug, whole or not at all."""
    rows = np.stack(list(templates.values())) if templates else np.zeros((0, 128), np.float32)
    arrays.write(path, {"slugs": np.array(list(templates), dtype=np.str_), "templates": rows})


def load_templates(path: Path, length: int | None = None) -> dict[str, NDArray[np.float32]]:
    """The templates of a model, by slug.

    Parameters
    ----------
    length : int, optional
        How many numbers a template must have.

    Raises
    ------
    ModelError
        If the file is missing or broken.
    """
    try:
        columns = {"slugs": Column("U", ("people",)), "templates": Column("f", ("people", length or "numbers"))}
        file = arrays.read(path, columns)
    except (OSError, FileError) as error:
        raise ModelError("The templates of model {model} are missing or broken.", model=path.parent.name) from error
    return dict(zip(map(str, file["slugs"]), file["templates"].astype(np.float32), strict=True))
