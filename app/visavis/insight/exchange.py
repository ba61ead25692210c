"""The files between the program and the process that looks into networks: named arrays in a private folder."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray

from visavis.errors import DamagedFileError
from visavis.imaging.image import Image
from visavis.insight.parts import (
    AugmentedChips,
    ClassPictures,
    FilterPatterns,
    HeatMap,
    InsightPart,
    LayerActivations,
    NetworkActivations,
)

#: File in the folder with what is asked of each network.
INPUT_FILE = "asked.npz"

Arrays = dict[str, NDArray[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class AugmentationRanges:
    """How a network's samples were changed at random in training (docs/evaluation.md)."""

    rotation: float  #: degrees
    shift: float  #: share of the side
    zoom: float = 0.0  #: share
    contrast: float = 0.0  #: share
    flip: bool = True

    @classmethod
    def from_recipe(cls, recipe: Mapping[str, Any]) -> Self | None:
        """Read those of a card; None if the samples were not changed."""
        values = recipe.get("augmentation")
        if not isinstance(values, dict):
            return None
        known = ("rotation", "shift", "zoom", "contrast")
        return cls(
            **{"rotation": 0.0, "shift": 0.0, **{name: float(values.get(name, 0)) for name in known}},
            flip=bool(values.get("flip", True)),
        )


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Question:
    """What is asked of one network."""

    network: str  #: "embedding" or "cnn64"; of whole pictures "whole-..."
    chip: Image  #: the picture that it looks at
    templates: NDArray[np.float32] | None = None
    """Of a network that embeds: what classes are compared by, shape (people, 128); there may be none."""
    targets: tuple[int, ...] = ()
    """Numbers of the classes that pictures are made for; the first is that of the heat map."""
    learned: NDArray[np.uint8]
    """Samples that it learned from, as it sees them, shape (n, side, side, 3), BGR; there may be none."""
    augmentation: AugmentationRanges | None = None  #: None if its samples were not changed

    def to_arrays(self) -> Arrays:
        """Convert it to named arrays."""
        found: Arrays = {"chip": self.chip, "targets": np.array(self.targets, np.int64), "learned": self.learned}
        if self.templates is not None:
            found["templates"] = self.templates
        if (ranges := self.augmentation) is not None:
            values = (ranges.rotation, ranges.shift, ranges.zoom, ranges.contrast, ranges.flip)
            found["augmentation"] = np.array(values, np.float64)
        return {f"{self.network}/{name}": values for name, values in found.items()}

    @classmethod
    def from_arrays(cls, network: str, arrays: Arrays) -> Self:
        """Read the question to one network."""
        ranges = arrays.get(f"{network}/augmentation")
        augmentation = None
        if ranges is not None:
            rotation, shift, zoom, contrast, flip = ranges.tolist()
            augmentation = AugmentationRanges(
                rotation=rotation, shift=shift, zoom=zoom, contrast=contrast, flip=bool(flip)
            )
        return cls(
            network=network,
            chip=arrays[f"{network}/chip"],
            templates=arrays.get(f"{network}/templates"),
            targets=tuple(arrays[f"{network}/targets"].tolist()),
            learned=arrays[f"{network}/learned"],
            augmentation=augmentation,
        )


def to_arrays(part: InsightPart) -> Arrays:
    """Convert an answer to named arrays. The first names its kind."""
    match part:
        case NetworkActivations(filters, layers):
            maps = {f"{number}/{each.channels}/{each.name}": each.maps for number, each in enumerate(layers)}
            return {"kind": np.array("activations"), "filters": filters, **maps}
        case HeatMap(target, heat, scores, layer):
            return {
                "kind": np.array("heat"),
                "target": np.array(target),
                "heat": heat,
                "scores": scores,
                "layer": np.array(layer),
            }
        case FilterPatterns(layer, count, numbers, pictures, responses):
            return {
                "kind": np.array("patterns"),
                "layer": np.array(layer),
                "count": np.array(count),
                "numbers": np.array(numbers, np.int64),
                "pictures": pictures,
                "responses": responses,
            }
        case ClassPictures(targets, fooling, dreams):
            return {
                "kind": np.array("classes"),
                "targets": np.array(targets, np.int64),
                "fooling": fooling,
                "dreams": dreams,
            }
        case AugmentedChips(chips):
            return {"kind": np.array("augmented"), "chips": chips}


def from_arrays(arrays: Arrays) -> InsightPart:
    """Read an answer.

    Raises
    ------
    DamagedFileError
        If it is none.
    """
    try:
        match str(arrays["kind"]):
            case "activations":
                return NetworkActivations(arrays["filters"], tuple(_layers(arrays)))
            case "heat":
                return HeatMap(int(arrays["target"]), arrays["heat"], arrays["scores"], str(arrays["layer"]))
            case "patterns":
                numbers = tuple(arrays["numbers"].tolist())
                pictures, responses = arrays["pictures"], arrays["responses"]
                return FilterPatterns(str(arrays["layer"]), int(arrays["count"]), numbers, pictures, responses)
            case "classes":
                return ClassPictures(tuple(arrays["targets"].tolist()), arrays["fooling"], arrays["dreams"])
            case "augmented":
                return AugmentedChips(arrays["chips"])
    except (KeyError, TypeError, ValueError) as error:
        raise DamagedFileError("The answer about a network is damaged.") from error
    raise DamagedFileError("The answer about a network is damaged.")


def _layers(arrays: Arrays) -> list[LayerActivations]:
    keys = sorted((key.split("/", 2) for key in arrays if key.count("/") >= 2), key=lambda parts: int(parts[0]))
    return [LayerActivations(name, int(channels), arrays[f"{n}/{channels}/{name}"]) for n, channels, name in keys]
