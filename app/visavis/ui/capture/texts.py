"""Instructions and names of cells in capture mode, in the language of the window."""

from visavis.enrollment.coverage import Cell, Coverage
from visavis.faces.quality import Refusal
from visavis.ui.capture.session import FreeMovement, Instruction
from visavis.ui.text.counts import picture_count
from visavis.ui.text.language import translate


def format_instruction(instruction: Instruction) -> str:
    """The instruction to the person in front of the camera. Left and right are theirs."""
    return {
        FreeMovement.BEGIN: translate("CaptureMode", "Look at the camera"),
        FreeMovement.MOVE: translate("CaptureMode", "Good. Move your head a little"),
        Cell.FRONT: translate("CaptureMode", "Look at the camera"),
        Cell.LEFT: translate("CaptureMode", "Turn a little to your left"),
        Cell.RIGHT: translate("CaptureMode", "Turn a little to your right"),
        Cell.UP: translate("CaptureMode", "Look up a little"),
        Cell.DOWN: translate("CaptureMode", "Look down a little"),
        Cell.NEAR: translate("CaptureMode", "Come a little closer"),
        Cell.FAR: translate("CaptureMode", "Move back a little"),
        Cell.LIGHT: translate("CaptureMode", "Turn your chair toward another light"),
        Refusal.NO_FACE: translate("CaptureMode", "No face in view"),
        Refusal.SEVERAL_FACES: translate("CaptureMode", "More than one face in view"),
        Refusal.CUT_OFF: translate("CaptureMode", "Move into the picture"),
        Refusal.TOO_SMALL: translate("CaptureMode", "Come closer"),
        Refusal.TOO_DARK: translate("CaptureMode", "Too dark: turn toward the light"),
        Refusal.TOO_BRIGHT: translate("CaptureMode", "Too bright: turn away from the light"),
        Refusal.UNEVEN: translate("CaptureMode", "Too dark on one side: turn toward the light"),
        Refusal.TURN_LEFT: translate("CaptureMode", "Too far: turn back to your left"),
        Refusal.TURN_RIGHT: translate("CaptureMode", "Too far: turn back to your right"),
        Refusal.LOOK_UP: translate("CaptureMode", "Too far down: look up a little"),
        Refusal.LOOK_DOWN: translate("CaptureMode", "Too far up: look down a little"),
        Refusal.UPRIGHT: translate("CaptureMode", "Hold your head upright"),
        Refusal.BLURRED: translate("CaptureMode", "Hold still"),
        Refusal.DUPLICATE: translate("CaptureMode", "Good. Move your head a little"),
        Refusal.OTHER_PERSON: translate("CaptureMode", "Somebody else is in view"),
    }[instruction]


def cell_name(cell: Cell) -> str:
    """The name of a cell, for a list."""
    return {
        Cell.FRONT: translate("CaptureMode", "Front"),
        Cell.LEFT: translate("CaptureMode", "Left"),
        Cell.RIGHT: translate("CaptureMode", "Right"),
        Cell.UP: translate("CaptureMode", "Up"),
        Cell.DOWN: translate("CaptureMode", "Down"),
        Cell.NEAR: translate("CaptureMode", "Near"),
        Cell.FAR: translate("CaptureMode", "Far"),
        Cell.LIGHT: translate("CaptureMode", "Other light"),
    }[cell]


def format_progress(coverage: Coverage, pictures: int) -> str:
    """The progress in words, such as "3 of 8 views · 7 pictures"."""
    views = len(coverage.askable_cells)
    covered = views - len(coverage.missing_cells())
    count = translate("CaptureMode", "{covered} of {all} views").format(covered=covered, all=views)
    return f"{count} · {picture_count(pictures)}"


def format_enough() -> str:
    """What is said once the capture may end, though views are missing."""
    return translate("CaptureMode", "These are enough to recognize the person. Finish, or go on with the other views.")


def format_missing(coverage: Coverage) -> str:
    """The missing views as a list; empty if none is missing."""
    return ", ".join(map(cell_name, coverage.missing_cells()))
