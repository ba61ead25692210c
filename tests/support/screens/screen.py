"""What a screen shows, so that a dialog without a screen is found."""

import inspect


def shows(kind):
    """Note on the method of a screen which kind of dialog or window it returns."""

    def note(method):
        method.kind = kind
        return method

    return note


def names_of(screens):
    """The screens that a class offers, its own ones first: its public methods without parameters."""
    public = [(name, value) for kind in screens.__mro__ for name, value in vars(kind).items() if name[0] != "_"]
    return [
        name for name, value in public if inspect.isfunction(value) and len(inspect.signature(value).parameters) == 1
    ]


def kind_of(screens, name):
    """What a screen says that it shows; None for the window at one of its pages."""
    return getattr(getattr(screens, name), "kind", None)


def open_screen(screens, name):
    """Open a screen, and look whether it shows what it says."""
    shown, kind = getattr(screens, name)(), kind_of(screens, name)
    assert kind is None or type(shown) is kind, f"{name} shows a {type(shown).__name__}"
    return shown
