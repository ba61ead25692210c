"""Which face of a picture with several is imported: by rule, or by asking in the terminal."""

import argparse
import sys
from collections.abc import Callable, Sequence
from functools import cached_property

from visavis.cli.command import say
from visavis.factory.networks import NetworkLoader
from visavis.factory.recognizers import create_guesser
from visavis.imaging.geometry import Face
from visavis.people.imports.importer import FaceChooser, SeveralFaces, center_face, largest_face
from visavis.people.names import UNKNOWN, comparison_key, shown_name
from visavis.recognition.match import Match
from visavis.storage.whole_number import parse_whole_number

#: The rules by name, with what the output says of the face that they take.
RULES: dict[str, tuple[FaceChooser, str]] = {
    "center": (center_face, "the one nearest the center was taken"),
    "largest": (largest_face, "the largest was taken"),
}
#: Asks for each picture.
ASK = "ask"


def face_rule(text: str) -> str:
    """Parse the argument of --face. Asking needs a terminal."""
    if text not in RULES and text != ASK:
        raise argparse.ArgumentTypeError(f"must be {', '.join(RULES)} or {ASK}, not {text!r}")
    if text == ASK and not sys.stdin.isatty():
        raise argparse.ArgumentTypeError(f"{ASK} needs a terminal to ask in; choose {' or '.join(RULES)}")
    return text


class TerminalChooser:
    """Asks which of several faces is the person's, with a guess for each by the model in use."""

    def __init__(self, loader: NetworkLoader, ask: Callable[[str], str] = input) -> None:
        self._loader = loader
        self._ask = ask

    @cached_property
    def _guess(self) -> Callable[..., list[Match]]:
        return create_guesser(self._loader)

    def __call__(self, picture: SeveralFaces) -> Face | None:
        """See `FaceChooser`."""
        faces = sorted(picture.faces, key=lambda face: face.box.left)
        guesses = self._guess(picture.image, faces)
        proposed = _propose(picture, faces, guesses)
        say(f"{picture.path} has {len(faces)} faces. Which is {picture.name}?")
        for number, (face, guess) in enumerate(zip(faces, guesses, strict=True), start=1):
            looks = f"looks like {shown_name(guess.name)} ({guess.score:.2f})" if guess.name else UNKNOWN
            say(f"  {number}: {face.box.width} pixels wide, {face.box.left} from the left: {looks}")
        while True:
            try:
                answer = self._ask(f"Number from left to right, 0 for none [{proposed}]: ").strip()
            except EOFError:  # the terminal was closed
                return None
            chosen = parse_whole_number(answer or str(proposed))
            if chosen is not None and chosen <= len(faces):
                return faces[chosen - 1] if chosen else None
            say(f"Type a number from 0 to {len(faces)}.")


def _propose(picture: SeveralFaces, faces: Sequence[Face], guesses: Sequence[Match]) -> int:
    """The number of the face that looks like the person, else of the one nearest the center."""
    for number, guess in enumerate(guesses, start=1):
        if guess.name and comparison_key(guess.name) == picture.name.key:
            return number
    central = center_face(picture)
    return next(number for number, face in enumerate(faces, start=1) if face is central)
