"""What the optional parts of the program are for, in the window's language."""

from visavis.process.extras import Extra
from visavis.ui.text.language import QT_TRANSLATE_NOOP, translate

_CONTEXT = "Extras"
#: By the name of an extra: what it is for.
_PURPOSES = {
    "train": QT_TRANSLATE_NOOP("Extras", "Training networks, looking into them, files for other programs"),
    "report": QT_TRANSLATE_NOOP("Extras", "Charts in reports of visavis evaluate"),
    "demo": QT_TRANSLATE_NOOP("Extras", "The photos of the demo"),
    "video": QT_TRANSLATE_NOOP("Extras", "Sound and H.264 in videos"),
    "camera": QT_TRANSLATE_NOOP("Extras", "A camera for calls"),
    "cluster": QT_TRANSLATE_NOOP("Extras", "Tagging on several computers"),
    "encryption": QT_TRANSLATE_NOOP("Extras", "Encryption of the data, and of backups"),
}


def purpose(extra: Extra) -> str:
    """What an extra is for, in a few words."""
    return translate(_CONTEXT, _PURPOSES[extra.name]) if extra.name in _PURPOSES else extra.purpose


def missing_packages(extra: Extra) -> str:
    """The packages that are not there, in one line."""
    return ", ".join(extra.missing)
