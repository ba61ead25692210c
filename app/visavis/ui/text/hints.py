"""What to do about an error, as people in front of the window do it: hints name commands, which the window has not."""

from visavis.ui.text.core_messages import said

#: What a command or an option in a hint is in the window; a longer one stands before the shorter one that it begins
#: with. "" where the window has nothing like it, and the hint does without.
_PLACES = {
    "; visavis train --force publishes it anyway": (
        ", remove those that do not show their person, and train again; or use it anyway, on the page Train"
    ),
    "visavis train": "the page Train",
    "visavis models list": "Models, in the menu Training",
    "visavis models rollback": "Models, in the menu Training",
    "visavis models use ID": "Models, in the menu Training",
    "visavis people list": "the page People",
    "visavis people show NAME": "the page People",
    ", or make the two one: visavis people merge": "",
    "visavis enroll NAME --source 0, or visavis import DIR": "the page Capture",
    "visavis doctor": "visavis doctor, in a terminal,",
    "--device auto or cpu": "Automatic or CPU, in the settings",
    "--device cpu": "CPU, in the settings",
    " (--data)": "",
    ", with another --seed": "",
    ", without --resume": "",
    "Start one without --resume": "Start it anew",
}


def advice(hint: str) -> str:
    """The hint of an error in the window's terms, and its language."""
    for command, place in _PLACES.items():
        hint = hint.replace(command, place)
    return said(hint)
