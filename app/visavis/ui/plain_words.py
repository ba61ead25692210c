"""What people are told before they use the program, and in About: the same words in both places."""

from dataclasses import dataclass

PURPOSE = "Visavis puts names to the faces in front of a camera, live, on this computer."


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing to know."""

    icon: str
    title: str
    text: str


STATEMENTS = (
    Statement(
        "lock",
        "Everything stays here",
        "Pictures of the people you enroll, and what is learned from them, are kept in the folder below, readable to "
        "you alone. Nothing is sent anywhere.",
    ),
    Statement(
        "people",
        "Ask people first",
        "A face is personal. Enroll only those who agree, and forget them when they ask: their pictures are deleted.",
    ),
    Statement(
        "scale",
        "It errs, and not equally",
        "Some faces are confused, missed or mistaken for another, and for some people this happens more often than for "
        "others: it depends on skin, age, glasses, light, and on whom it has learned from.",
    ),
    Statement(
        "warning",
        "It is not a lock",
        "A photo of someone passes for them. Do not guard anything with it, and do not decide about people by it.",
    ),
)
