"""What is said while someone is captured, in the window's language."""

from visavis.enrollment.coverage import Cell
from visavis.faces.quality import Refusal
from visavis.ui.capture.session import Freely, Wish
from visavis.ui.text.language import translate


def asked(wish: Wish) -> str:
    """What the person in front of the camera is asked to do. Left and right are their own."""
    return {
        Freely.BEGIN: translate("Capture", "Look at the camera"),
        Freely.MOVE: translate("Capture", "Good. Move your head a little"),
        Cell.FRONT: translate("Capture", "Look at the camera"),
        Cell.LEFT: translate("Capture", "Turn a little to your left"),
        Cell.RIGHT: translate("Capture", "Turn a little to your right"),
        Cell.UP: translate("Capture", "Look up a little"),
        Cell.DOWN: translate("Capture", "Look down a little"),
        Cell.NEAR: translate("Capture", "Come a little closer"),
        Cell.FAR: translate("Capture", "Move back a little"),
        Cell.LIGHT: translate("Capture", "Turn your chair toward another light"),
        Refusal.NO_FACE: translate("Capture", "No face in view"),
        Refusal.SEVERAL_FACES: translate("Capture", "More than one face in view"),
        Refusal.CUT_OFF: translate("Capture", "Move into the picture"),
        Refusal.TOO_SMALL: translate("Capture", "Come closer"),
        Refusal.TOO_DARK: translate("Capture", "Too dark: turn toward the light"),
        Refusal.TOO_BRIGHT: translate("Capture", "Too bright: turn away from the light"),
        Refusal.UNEVEN: translate("Capture", "Too dark on one side: turn toward the light"),
        Refusal.TURN_LEFT: translate("Capture", "Too far: turn back to your left"),
        Refusal.TURN_RIGHT: translate("Capture", "Too far: turn back to your right"),
        Refusal.LOOK_UP: translate("Capture", "Too far down: look up a little"),
        Refusal.LOOK_DOWN: translate("Capture", "Too far up: look down a little"),
        Refusal.UPRIGHT: translate("Capture", "Hold your head upright"),
        Refusal.BLURRED: translate("Capture", "Hold still"),
        Refusal.DUPLICATE: translate("Capture", "Good. Move your head a little"),
    }[wish]


def called(cell: Cell) -> str:
    """A way of being seen, as a word in a list."""
    return {
        Cell.FRONT: translate("Capture", "Front"),
        Cell.LEFT: translate("Capture", "Left"),
        Cell.RIGHT: translate("Capture", "Right"),
        Cell.UP: translate("Capture", "Up"),
        Cell.DOWN: translate("Capture", "Down"),
        Cell.NEAR: translate("Capture", "Near"),
        Cell.FAR: translate("Capture", "Far"),
        Cell.LIGHT: translate("Capture", "Other light"),
    }[cell]


def pictures(number: int) -> str:
    """Such as "1 picture" and "2 pictures"."""
    return translate("Capture", "1 picture") if number == 1 else translate("Capture", "%n pictures", None, number)
