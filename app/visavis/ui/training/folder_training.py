"""A training on any folders, as the user chose it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from visavis.classification.picture_input import Squaring
from visavis.ui.text.language import QT_TRANSLATE_NOOP

PictureNetwork = Literal["cnn64", "cnn128", "transfer"]


@dataclass(frozen=True, slots=True)
class NetworkChoice:
    """A network as the dialog offers it."""

    network: PictureNetwork
    title: str
    about: str


#: Context of their texts: `FolderTrainingDialog`.
NETWORKS = (
    NetworkChoice(
        "cnn64",
        QT_TRANSLATE_NOOP("FolderTrainingDialog", "Small, from scratch (cnn64)"),
        QT_TRANSLATE_NOOP("FolderTrainingDialog", "Sees 64 x 64 pixels. For simple things, and to try it out."),
    ),
    NetworkChoice(
        "cnn128",
        QT_TRANSLATE_NOOP("FolderTrainingDialog", "Wider, from scratch (cnn128)"),
        QT_TRANSLATE_NOOP("FolderTrainingDialog", "Sees 128 x 128 pixels. For finer things, and many pictures."),
    ),
    NetworkChoice(
        "transfer",
        QT_TRANSLATE_NOOP("FolderTrainingDialog", "Published, only its end learns (transfer)"),
        QT_TRANSLATE_NOOP(
            "FolderTrainingDialog", "Was trained on faces; its last layers learn your pictures. For few pictures."
        ),
    ),
)


@dataclass(frozen=True, slots=True)
class FolderTraining:
    """What to train on, and how."""

    folder: Path
    network: PictureNetwork = "cnn64"
    squaring: Squaring = "pad"
    is_augmented: bool = True
    is_mirrored: bool = False  #: only where it is augmented

    @property
    def arguments(self) -> tuple[str, ...]:
        """The options of `visavis train`."""
        given = [f"--whole={self.folder}", f"--network={self.network}", f"--resize={self.squaring}"]
        if not self.is_augmented:
            given.append("--no-augment")
        elif self.is_mirrored:
            given.append("--mirror")
        return tuple(given)
