"""What the core says, in the window's language: errors, hints, progress, receipts.

The core speaks English, to the command line, the logs and the window alike. Here are its sentences that the window can
show, with `{0}`, `{1}` in the places of what differs; a test holds the list against what the core raises. A sentence
that is not listed stays English.
"""

import re
from functools import cache

from visavis.ui.text.language import QT_TRANSLATE_NOOP, translate

#: Hints as `advice` puts them; at the end the reasons that operating systems give.
SENTENCES = (
    QT_TRANSLATE_NOOP("Core", "Model {0} was made with another network than this program's."),
    QT_TRANSLATE_NOOP("Core", "Model {0} was made for other inputs than this program prepares."),
    QT_TRANSLATE_NOOP("Core", "The setting mirror of a camera must be true or false, not {0}."),
    QT_TRANSLATE_NOOP("Core", "The settings width and height of a camera belong together."),
    QT_TRANSLATE_NOOP("Core", "The setting rotation of a camera must be one of {0}, not {1}."),
    QT_TRANSLATE_NOOP("Core", "A camera's settings are a table with {0}, not {1}."),
    QT_TRANSLATE_NOOP("Core", "The setting {0} of a camera must be from 0 to {1}, not {2}."),
    QT_TRANSLATE_NOOP("Core", "The setting cameras must be a table, not {0}."),
    QT_TRANSLATE_NOOP("Core", "The setting stricter must be from {0} to {1}, not {2}."),
    QT_TRANSLATE_NOOP("Core", "There is no setting {0}; {1}"),
    QT_TRANSLATE_NOOP("Core", "did you mean {0}?"),
    QT_TRANSLATE_NOOP("Core", "there are {0}."),
    QT_TRANSLATE_NOOP("Core", "The setting {0} must be one of {1}, not {2}."),
    QT_TRANSLATE_NOOP("Core", "The setting {0} must be from {1} to {2}, not {3}."),
    QT_TRANSLATE_NOOP("Core", "The setting {0} must be {1}, not {2}."),
    QT_TRANSLATE_NOOP("Core", "The settings cannot be read: {0}."),
    QT_TRANSLATE_NOOP("Core", "The settings file is broken: {0}."),
    QT_TRANSLATE_NOOP("Core", "Correct {0}, or delete it: the defaults hold then."),
    QT_TRANSLATE_NOOP("Core", "The cascade file {0} is not the one this program was measured with."),
    QT_TRANSLATE_NOOP("Core", "Install opencv-python-headless again, or choose a cascade by its path."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Install opencv-python-headless again: pip install --force-reinstall --no-deps opencv-python-headless.",
    ),
    QT_TRANSLATE_NOOP("Core", "{0} is not a cascade."),
    QT_TRANSLATE_NOOP("Core", "Choose the XML file of a Haar or LBP cascade for OpenCV."),
    QT_TRANSLATE_NOOP("Core", "There is no detection preset {0}."),
    QT_TRANSLATE_NOOP("Core", "Choose one of {0}, or the path of an XML or JSON file."),
    QT_TRANSLATE_NOOP("Core", "See those in the program's folder cascades."),
    QT_TRANSLATE_NOOP("Core", "The cascade file {0} cannot be read."),
    QT_TRANSLATE_NOOP("Core", "{0} is no detection preset."),
    QT_TRANSLATE_NOOP("Core", "Check its name and folder."),
    QT_TRANSLATE_NOOP("Core", "Cannot write {0}: {1}."),
    QT_TRANSLATE_NOOP("Core", "Another program is writing to {0}."),
    QT_TRANSLATE_NOOP("Core", "Wait until it has finished, or close it, then try again."),
    QT_TRANSLATE_NOOP("Core", "Free some space on that disk, then try again."),
    QT_TRANSLATE_NOOP("Core", "Your quota on that disk is used up; free some space, then try again."),
    QT_TRANSLATE_NOOP("Core", "Check who may write there, or use another data folder."),
    QT_TRANSLATE_NOOP("Core", "That disk is read-only; use another data folder."),
    QT_TRANSLATE_NOOP("Core", "The templates of model {0} are missing or broken."),
    QT_TRANSLATE_NOOP("Core", "{0} is empty."),
    QT_TRANSLATE_NOOP("Core", "{0} is not a picture that can be decoded."),
    QT_TRANSLATE_NOOP("Core", "Pictures can be JPEG, PNG, WebP or BMP."),
    QT_TRANSLATE_NOOP("Core", "A picture of {0}x{1} pixels is too large for a {2} file."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be opened: {1}."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be read: {1}."),
    QT_TRANSLATE_NOOP("Core", "{0} is not a folder."),
    QT_TRANSLATE_NOOP("Core", "There is no folder {0}."),
    QT_TRANSLATE_NOOP("Core", "Give a folder that has a folder of pictures for each person."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be imported into itself."),
    QT_TRANSLATE_NOOP("Core", "Pictures in there count already."),
    QT_TRANSLATE_NOOP("Core", "{0} has no pictures."),
    QT_TRANSLATE_NOOP("Core", "Without --as, it takes one folder a person."),
    QT_TRANSLATE_NOOP("Core", "{0} has pictures, but no folders of people."),
    QT_TRANSLATE_NOOP("Core", "If all are of one person, say of whom with --as NAME; else make one folder a person."),
    QT_TRANSLATE_NOOP("Core", "{0} has no folders with pictures."),
    QT_TRANSLATE_NOOP("Core", "It takes one folder a person: DIR/NAME/."),
    QT_TRANSLATE_NOOP("Core", "{0} is ignored: a person's pictures lie directly in their folder."),
    QT_TRANSLATE_NOOP("Core", "{0} is ignored."),
    QT_TRANSLATE_NOOP("Core", "Pictures directly in {0} are ignored ({1}): nobody's folder holds them."),
    QT_TRANSLATE_NOOP("Core", "No GPU that TensorFlow can use was found."),
    QT_TRANSLATE_NOOP(
        "Core",
        "TensorFlow has no GPU support on Windows itself: use WSL 2, or choose CPU, in the settings.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Choose Automatic or CPU, in the settings; on Linux with an NVIDIA card, install the extra: "
        "pip install 'visavis[gpu]'.",
    ),
    QT_TRANSLATE_NOOP("Core", "{0} in {1} is not a network that Keras can load."),
    QT_TRANSLATE_NOOP("Core", "The networks could not be looked into."),
    QT_TRANSLATE_NOOP("Core", "The log says why: {0}"),
    QT_TRANSLATE_NOOP("Core", "Its log says why: {0}"),
    QT_TRANSLATE_NOOP("Core", "What the networks answered cannot be read."),
    QT_TRANSLATE_NOOP("Core", "Try again."),
    QT_TRANSLATE_NOOP("Core", "The card of model {0} is of version {1}, newer than this program."),
    QT_TRANSLATE_NOOP("Core", "Update Visavis, or use another model: Models, in the menu Training."),
    QT_TRANSLATE_NOOP("Core", "The card of model {0} is missing or broken."),
    QT_TRANSLATE_NOOP("Core", "{0} of model {1} is missing or cannot be read."),
    QT_TRANSLATE_NOOP("Core", "There is no model {0}."),
    QT_TRANSLATE_NOOP("Core", "See which there are: Models, in the menu Training."),
    QT_TRANSLATE_NOOP("Core", "Model {0} is retired: {1}."),
    QT_TRANSLATE_NOOP("Core", "Train a new one: the page Train."),
    QT_TRANSLATE_NOOP("Core", "There is no earlier model to go back to."),
    QT_TRANSLATE_NOOP("Core", "See: Models, in the menu Training."),
    QT_TRANSLATE_NOOP("Core", "Model {0} is in use."),
    QT_TRANSLATE_NOOP("Core", "Put another in use first: Models, in the menu Training."),
    QT_TRANSLATE_NOOP("Core", "{0} of model {1} is not the file that was published."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Train a new one (the page Train), or go back to an older one (Models, in the menu Training).",
    ),
    QT_TRANSLATE_NOOP("Core", "Model {0} no longer knows them."),
    QT_TRANSLATE_NOOP("Core", "Model {0} was retired: {1}."),
    QT_TRANSLATE_NOOP("Core", "Model {0} was damaged, and may have known them: it was removed."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Model {0} names people as before, but its Keras file was removed and could not be made anew.",
    ),
    QT_TRANSLATE_NOOP("Core", "someone it was trained on was forgotten"),
    QT_TRANSLATE_NOOP("Core", "1 picture deleted."),
    QT_TRANSLATE_NOOP("Core", "{0} pictures deleted."),
    QT_TRANSLATE_NOOP("Core", "1 picture deleted from the trash."),
    QT_TRANSLATE_NOOP("Core", "{0} pictures deleted from the trash."),
    QT_TRANSLATE_NOOP("Core", "1 cached embedding deleted."),
    QT_TRANSLATE_NOOP("Core", "{0} cached embeddings deleted."),
    QT_TRANSLATE_NOOP("Core", "1 picture deleted that was said not to be them."),
    QT_TRANSLATE_NOOP("Core", "{0} pictures deleted that were said not to be them."),
    QT_TRANSLATE_NOOP("Core", "1 line of the logs removed."),
    QT_TRANSLATE_NOOP("Core", "{0} lines of the logs removed."),
    QT_TRANSLATE_NOOP("Core", "A name needs at least one letter, digit or sign that can be seen."),
    QT_TRANSLATE_NOOP("Core", "A name can have at most {0} characters, not {1}."),
    QT_TRANSLATE_NOOP("Core", "The name {0} holds line breaks or other characters that are not text."),
    QT_TRANSLATE_NOOP("Core", "Preparing the published networks failed."),
    QT_TRANSLATE_NOOP("Core", "The network {0} in the cache was altered."),
    QT_TRANSLATE_NOOP("Core", "The network {0} in the cache is incomplete."),
    QT_TRANSLATE_NOOP("Core", "The network {0} was not prepared."),
    QT_TRANSLATE_NOOP("Core", "The network {0} was prepared by a newer program."),
    QT_TRANSLATE_NOOP("Core", "Delete the folder {0}; it is made again when needed."),
    QT_TRANSLATE_NOOP("Core", "Try again; visavis doctor, in a terminal, says more."),
    QT_TRANSLATE_NOOP("Core", "The card of the published network {0} is missing or broken."),
    QT_TRANSLATE_NOOP("Core", "Install Visavis again."),
    QT_TRANSLATE_NOOP("Core", "Preparing the network {0}; this is done once."),
    QT_TRANSLATE_NOOP("Core", "Nobody is called {0}."),
    QT_TRANSLATE_NOOP("Core", "Did you mean {0}?"),
    QT_TRANSLATE_NOOP("Core", "See who there is: the page People."),
    QT_TRANSLATE_NOOP("Core", "Choose another."),
    QT_TRANSLATE_NOOP("Core", "{0} is no longer there."),
    QT_TRANSLATE_NOOP("Core", "{0} and {1} are the same person already."),
    QT_TRANSLATE_NOOP("Core", "Name two people."),
    QT_TRANSLATE_NOOP("Core", "The name {0} is taken."),
    QT_TRANSLATE_NOOP("Core", "The folder {0} cannot be a person."),
    QT_TRANSLATE_NOOP("Core", "Rename it."),
    QT_TRANSLATE_NOOP("Core", "{0} is of a newer version of Visavis."),
    QT_TRANSLATE_NOOP("Core", "Update Visavis to read it."),
    QT_TRANSLATE_NOOP("Core", "{0} is damaged."),
    QT_TRANSLATE_NOOP("Core", "Restore that file, or delete it: the person is then called as the folder is."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Restore that file, or delete it: the pictures beside it then are nobody's who is enrolled.",
    ),
    QT_TRANSLATE_NOOP("Core", "{0} stopped giving pictures."),
    QT_TRANSLATE_NOOP("Core", "Check the cable or the network, and close other programs that use the camera."),
    QT_TRANSLATE_NOOP("Core", "{0} opened, but gives no pictures."),
    QT_TRANSLATE_NOOP("Core", "Close other programs that use it, or choose another source."),
    QT_TRANSLATE_NOOP("Core", "Choose another source: a camera, a file, a folder, an address, or demo."),
    QT_TRANSLATE_NOOP("Core", "There is no file {0}."),
    QT_TRANSLATE_NOOP("Core", "{0} is no video that can be read."),
    QT_TRANSLATE_NOOP("Core", "Videos can be MP4, AVI, MKV, MOV or WebM."),
    QT_TRANSLATE_NOOP("Core", "{0} is not connected."),
    QT_TRANSLATE_NOOP("Core", "{0} cannot be opened."),
    QT_TRANSLATE_NOOP("Core", "Connect one, or choose a file, a folder, an address, or demo."),
    QT_TRANSLATE_NOOP("Core", "Close other programs that use it, or choose another."),
    QT_TRANSLATE_NOOP("Core", "{0} does not answer with video."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Check the address, the user name and password in it, and that this computer reaches it.",
    ),
    QT_TRANSLATE_NOOP("Core", "The demo needs a photo from the package {0}, which is missing."),
    QT_TRANSLATE_NOOP("Core", "Install scikit-image and matplotlib: pip install scikit-image matplotlib."),
    QT_TRANSLATE_NOOP("Core", "No camera was found: this is the demo, two people made to move from photos."),
    QT_TRANSLATE_NOOP("Core", "There is no camera, file or folder called {0}."),
    QT_TRANSLATE_NOOP("Core", "No camera was found."),
    QT_TRANSLATE_NOOP("Core", "A source can also be a file, a folder, an address, or demo."),
    QT_TRANSLATE_NOOP("Core", "Cameras: {0}."),
    QT_TRANSLATE_NOOP("Core", "{0} is no address that can be opened."),
    QT_TRANSLATE_NOOP("Core", "Addresses can begin with rtsp://, http:// or https://."),
    QT_TRANSLATE_NOOP("Core", "There is no camera {0}."),
    QT_TRANSLATE_NOOP("Core", "{0} cameras fit {1}."),
    QT_TRANSLATE_NOOP("Core", "Choose one by its number."),
    QT_TRANSLATE_NOOP("Core", "None of the {0} pictures can be read."),
    QT_TRANSLATE_NOOP("Core", "There are no pictures in {0}."),
    QT_TRANSLATE_NOOP("Core", "They can be JPEG, PNG, WebP or BMP."),
    QT_TRANSLATE_NOOP("Core", "No picture has a name like {0}."),
    QT_TRANSLATE_NOOP("Core", "Training ended before it published a model."),
    QT_TRANSLATE_NOOP("Core", "What was deleted of {0} is no longer in the trash."),
    QT_TRANSLATE_NOOP("Core", "Whose pictures these were cannot be read."),
    QT_TRANSLATE_NOOP("Core", "They lie in {0}."),
    QT_TRANSLATE_NOOP("Core", "These are several things at once."),
    QT_TRANSLATE_NOOP("Core", "What can be taken: folders of people, pictures of one person, or one video."),
    QT_TRANSLATE_NOOP("Core", "{0} is neither a picture nor a video."),
    QT_TRANSLATE_NOOP("Core", "The report is from a newer program."),
    QT_TRANSLATE_NOOP("Core", "Update Visavis."),
    QT_TRANSLATE_NOOP("Core", "Model {0} has no report that can be read."),
    QT_TRANSLATE_NOOP("Core", "Train again: the new model has one."),
    QT_TRANSLATE_NOOP("Core", "No model is in use yet, so there is no report."),
    QT_TRANSLATE_NOOP("Core", "No model is in use yet, so there is no line to draw."),
    QT_TRANSLATE_NOOP("Core", "Train one first."),
    QT_TRANSLATE_NOOP(
        "Core",
        "The new model is worse than {0}: of {1} searches for people whom both know, it answers {2} "
        "wrong that were right, and {3} right that were wrong.",
    ),
    QT_TRANSLATE_NOOP(
        "Core",
        "Look at the samples added since, remove those that do not show their person, and train again; or use it "
        "anyway, on the page Train.",
    ),
    QT_TRANSLATE_NOOP("Core", "The pictures have changed since that training was interrupted."),
    QT_TRANSLATE_NOOP("Core", "There is no interrupted training to continue."),
    QT_TRANSLATE_NOOP("Core", "What the interrupted training left cannot be read."),
    QT_TRANSLATE_NOOP("Core", "The interrupted training was another version's."),
    QT_TRANSLATE_NOOP("Core", "Start it anew."),
    QT_TRANSLATE_NOOP("Core", "There is nobody to learn."),
    QT_TRANSLATE_NOOP("Core", "There is nobody to learn yet."),
    QT_TRANSLATE_NOOP("Core", "Capture someone: the page Capture."),
    QT_TRANSLATE_NOOP("Core", "None of the samples can be read."),
    QT_TRANSLATE_NOOP("Core", "See them: the page People."),
    QT_TRANSLATE_NOOP("Core", "The training diverged: its loss is no number any more."),
    QT_TRANSLATE_NOOP("Core", "Try once more."),
    QT_TRANSLATE_NOOP("Core", "cnn64 tells people apart, so it takes two; there is only {0}."),
    QT_TRANSLATE_NOOP("Core", "Too few different pictures of {0}: it takes {1} of each of two people."),
    QT_TRANSLATE_NOOP("Core", "Capture them once more, another day, or import more pictures."),
    QT_TRANSLATE_NOOP("Core", "permission denied"),
    QT_TRANSLATE_NOOP("Core", "operation not permitted"),
    QT_TRANSLATE_NOOP("Core", "no such file or directory"),
    QT_TRANSLATE_NOOP("Core", "no space left on device"),
    QT_TRANSLATE_NOOP("Core", "disk quota exceeded"),
    QT_TRANSLATE_NOOP("Core", "read-only file system"),
    QT_TRANSLATE_NOOP("Core", "is a directory"),
    QT_TRANSLATE_NOOP("Core", "not a directory"),
    QT_TRANSLATE_NOOP("Core", "file exists"),
    QT_TRANSLATE_NOOP("Core", "input/output error"),
    QT_TRANSLATE_NOOP("Core", "file name too long"),
    QT_TRANSLATE_NOOP("Core", "Of searches for {0}, {1} were given a name."),
    QT_TRANSLATE_NOOP("Core", "Of the validation part's, {0} were not given theirs."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Each of {0} samples searched without itself, and of {1} in the gallery without its person; "
        "strangers lie at {2} +- {3} (cosine).",
    ),
    QT_TRANSLATE_NOOP("Core", "1 person was captured in fewer than three sessions: their figures flatter."),
    QT_TRANSLATE_NOOP("Core", "{0} people were captured in fewer than three sessions: their figures flatter."),
    QT_TRANSLATE_NOOP("Core", "No stranger was searched for: that takes three people."),
    QT_TRANSLATE_NOOP(
        "Core",
        "Of {0} pictures of the validation part, the {1} right answers have a score of {2} in {3} "
        "of cases; {4} are wrong.",
    ),
)
#: Where one sentence ends and another begins.
_BETWEEN = re.compile(r"(?<=[.?!]) (?=[A-Z0-9])")


def said(text: str) -> str:
    """A sentence of the core, or several, in the window's language; English where it is not known."""
    parts = _BETWEEN.split(text)
    known = [_one(part) for part in parts]
    if None in known and (whole := _one(text)) is not None:  # what looked like an end is one of a name: Dr. Ada
        return whole
    return " ".join(part if told is None else told for part, told in zip(parts, known, strict=True))


def _one(text: str) -> str | None:
    for pattern, sentence in _patterns():
        if found := pattern.fullmatch(text):
            return translate("Core", sentence).format(*map(said, found.groups()))
    return None


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Those that say more themselves first: "{0} has no folders with pictures." before "{0} has no pictures."."""
    told = sorted(SENTENCES, key=lambda sentence: len(re.sub(r"{\d}", "", sentence)), reverse=True)
    return tuple(
        (re.compile(re.sub(r"\\{\d\\}", "(.+?)", re.escape(sentence)), re.DOTALL), sentence) for sentence in told
    )
