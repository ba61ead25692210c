"""The file of the denoiser: an autoencoder for noisy chips, which names nobody (`visavis train --denoise`).

Its weights come from people's chips, and do not say from whose: forgetting anybody deletes it (`models.erasure`). Its
folder is hidden like that of an interrupted training, so it is no model, and backups leave it out.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from visavis.storage import disk

#: The folder, in that of all models.
DENOISER_FOLDER = ".denoiser"
#: The network, for Keras.
DENOISER_FILE = f"{DENOISER_FOLDER}/denoiser.keras"
#: What was learned and measured, in numbers.
DENOISER_CARD = f"{DENOISER_FOLDER}/card.json"


def write(models: Path, content: bytes, card: dict[str, Any], is_allowed: Callable[[], bool]) -> bool:
    """Write a denoiser in place of an earlier one; return whether it was allowed.

    Parameters
    ----------
    models : Path
        The folder of all models.
    content : bytes
        Of the Keras file.
    card : dict
        With "version".
    is_allowed : callable
        Called with the lock of the models held: whether everybody whom it learned from is still there. Forgetting
        deletes pictures first, and then, with that lock, what is here.

    Raises
    ------
    DiskError
        If it cannot be written.
    """
    with disk.lock(models):
        if not is_allowed():
            return False
        disk.make_private(models / DENOISER_FOLDER)
        disk.write_whole(models / DENOISER_FILE, content)
        disk.write_json(models / DENOISER_CARD, card)
    return True
