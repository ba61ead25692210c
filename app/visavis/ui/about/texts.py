"""The statements about the program on the welcome page and in About."""

from dataclasses import dataclass

from visavis.ui.text.language import QT_TRANSLATE_NOOP, translate

_CONTEXT = "PlainWords"


@dataclass(frozen=True, slots=True)
class Statement:
    """One statement: icon, title and text."""

    icon: str
    title: str
    text: str


_STATEMENTS = (
    Statement(
        "lock",
        QT_TRANSLATE_NOOP("PlainWords", "Everything stays here"),
        QT_TRANSLATE_NOOP(
            "PlainWords",
            "Pictures of the people you enroll, and what is learned from them, are kept in the folder below, readable "
            "to you alone. Nothing is sent anywhere.",
        ),
    ),
    Statement(
        "people",
        QT_TRANSLATE_NOOP("PlainWords", "Ask people first"),
        QT_TRANSLATE_NOOP(
            "PlainWords",
            "A face is personal. Enroll only those who agree, and forget them when they ask: their pictures are "
            "deleted.",
        ),
    ),
    Statement(
        "scale",
        QT_TRANSLATE_NOOP("PlainWords", "It makes mistakes, more for some people than for others"),
        QT_TRANSLATE_NOOP(
            "PlainWords",
            "It misses some faces and takes some for another person. For some people this happens more often than for "
            "others. Skin, age, glasses, light and the pictures it learned from all matter.",
        ),
    ),
    Statement(
        "warning",
        QT_TRANSLATE_NOOP("PlainWords", "It is not a lock"),
        QT_TRANSLATE_NOOP(
            "PlainWords",
            "A photo of a person passes for that person. Do not use Visavis to protect anything, or to make decisions "
            "about people.",
        ),
    ),
)


def purpose() -> str:
    """The purpose of the program, in one sentence."""
    return translate(_CONTEXT, "Visavis names the people in front of a camera, live, on this computer.")


def statements() -> tuple[Statement, ...]:
    """All statements, in the language of the window."""
    return tuple(
        Statement(each.icon, translate(_CONTEXT, each.title), translate(_CONTEXT, each.text)) for each in _STATEMENTS
    )
