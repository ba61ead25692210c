"""Everything that can go wrong and is not a bug.

    VisavisError                 message: one sentence for the user; hint: what to do
    ├── SettingsError            a value is out of range, or a key is unknown
    ├── SourceError              frames
    │   ├── SourceNotFoundError  it never opened: choose another
    │   ├── SourceBusyError      it is there, but does not deliver yet: try again
    │   ├── SourceLostError      it stopped delivering: try again
    │   └── SourcePictureError   its pictures show nothing: look at the camera
    ├── PictureError             one picture cannot be read: skip it and go on
    ├── XmpError                 what another program says of a picture cannot be read: leave it as it is
    ├── StoreError               people and their samples
    │   ├── PersonNameError      a name that cannot be used, or that is taken
    │   └── PersonNotFoundError  nobody has that name: choose one of those there are
    ├── ModelError               a model is missing, altered, or made for other inputs
    ├── DeviceError              the GPU that was asked for is not there
    ├── MissingExtraError        an optional part of the installation is not there: install it
    ├── InstallationError        an optional part could not be installed: install it by hand
    ├── TrainingError            there is nothing to learn from, or learning failed
    │   └── ModelRefusedError    what was learned is worse than what is there: look, or force it
    ├── EvaluationError          the pictures do not fit the model
    ├── DiskError                the disk is full, read-only or busy
    ├── KeyAccessError           encrypted data cannot be unlocked: the key is not there, or the passphrase is wrong
    └── FileError                a file of ours cannot be read
        ├── DamagedFileError     it is not what it should be: restore or delete it
        ├── LockedFileError      it is encrypted, and this program has no key: unlock the data
        └── NewerFileError       a newer version of the program wrote it: update

A wrong argument from our own code is a `ValueError`: a bug, not advice.
"""

from collections.abc import Mapping

from visavis.messages import Message, Value


class VisavisError(Exception):
    """Something the user can act on.

    Parameters
    ----------
    template : str or Message
        One sentence on what is wrong; a literal, with fields for what differs.
    hint : str or Message, optional
        What to do about it, with fields too; by default that of the class. Empty where nothing can be done.
    extra : str
        Name of the extra (`process.extras`) that is missing, and that the window offers to install.
    **values
        What fills the fields of both.
    """

    hint: Message = Message("")

    def __init__(
        self, template: str | Message, /, *, hint: str | Message | None = None, extra: str = "", **values: Value
    ) -> None:
        self.extra = extra
        self.message = _message(template, values)
        if hint is not None:
            self.hint = _message(hint, values)
        super().__init__(str(self.message))


def _message(template: str | Message, values: Mapping[str, Value]) -> Message:
    """The message of a template, with those of the values that it has fields for."""
    if isinstance(template, Message):
        return template
    return Message.of(template, {name: value for name, value in values.items() if f"{{{name}}}" in template})


class SettingsError(VisavisError):
    """A setting is unknown or out of range."""


class SourceError(VisavisError):
    """A source of frames fails."""


class SourceNotFoundError(SourceError):
    """A source never opened."""

    hint = Message("Choose another source: a camera, a file, a folder, an address, or demo.")


class SourceLostError(SourceError):
    """A source stopped delivering."""

    hint = Message("Check the cable or the network, and close other programs that use the camera.")


class SourceBusyError(SourceError):
    """A source is there but does not deliver, perhaps because another program uses it."""

    hint = Message("Close other programs that use it.")


class SourcePictureError(SourceError):
    """A source delivers pictures in which nothing can be seen."""


class PictureError(VisavisError):
    """One picture cannot be read or decoded."""


class XmpError(VisavisError):
    """The XMP of a picture cannot be read, or cannot be extended. The message is the end of a sentence."""


class StoreError(VisavisError):
    """An operation on the people store cannot be done."""


class PersonNameError(StoreError):
    """A name cannot be used, or is taken."""


class PersonNotFoundError(StoreError):
    """Nobody in the store has that name."""

    hint = Message("See who there is: visavis people list.")


class RecordingNotFoundError(VisavisError):
    """There is no recording of that name."""


class ModelError(VisavisError):
    """A model or a published network is missing, altered, or made for other inputs."""

    hint = Message("Train a new one (visavis train), or go back to an older one (visavis models rollback).")


class DeviceError(VisavisError):
    """The device that was asked for is not usable."""


class MissingExtraError(VisavisError):
    """Something needs an optional part of the installation (`process.extras`) that is not there."""


class InstallationError(VisavisError):
    """An optional part could not be installed; nothing has changed."""


class TrainingError(VisavisError):
    """There is nothing to learn from, or learning failed; the model in use stays."""


class ModelRefusedError(TrainingError):
    """The new model is clearly worse than the one in use, which stays."""

    hint = Message("Look at the samples added since; visavis train --force publishes it anyway.")


class EvaluationError(VisavisError):
    """The pictures given do not fit the model to be evaluated."""


class DiskError(VisavisError):
    """A file cannot be written or locked; what was there before is untouched."""


class KeyAccessError(VisavisError):
    """The key of encrypted data cannot be had: it is lost, or the passphrase or recovery code is wrong."""


class UpdateError(VisavisError):
    """Nobody says which version of the program is the newest; the next day, the program asks again."""


class FileError(VisavisError):
    """A file that the program wrote cannot be read."""

    hint = Message("Check its permissions, then try again.")


class DamagedFileError(FileError):
    """A file that the program wrote is not what it should be: cut off, edited, or of another kind."""

    hint = Message("Restore that file from a backup, or delete it.")


class LockedFileError(FileError):
    """A file is encrypted, and this program has not been given the key. Nothing is damaged."""

    hint = Message("Start the program again: it asks for the passphrase, or takes the key from the keyring.")


class NewerFileError(FileError):
    """A newer version of the program wrote a file."""

    hint = Message("Update Visavis to read it.")
