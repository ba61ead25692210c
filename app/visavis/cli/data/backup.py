"""`visavis backup` and `visavis restore`: everything of the data folder in one file, and back."""

import argparse
import getpass
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self

from visavis.audit.log import AuditEvent, AuditFact, AuditLog
from visavis.backup import extraction, restore
from visavis.backup.backup import back_up
from visavis.backup.restore import Restoration
from visavis.cli import encryption
from visavis.cli.command import Commands, Context, Parser, confirm, report, say
from visavis.cli.output import count_of
from visavis.errors import StoreError
from visavis.escaping import line
from visavis.messages import Message
from visavis.process import extras
from visavis.storage import reader

#: The variable that may have the passphrase: for scripts. Other programs of the user can read it.
_VARIABLE = "VISAVIS_BACKUP_PASSPHRASE"
#: Maximum size of a file with a passphrase, in bytes.
_MAX_PASSPHRASE = 10_000


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    backing = commands.add_parser("backup", parents=[shared], help="write everything of the data folder to one file")
    backing.add_argument("file", metavar="FILE", type=Path, help="a new file, or a backup that is replaced")
    backing.add_argument("--encrypt", action="store_true", help="so that only a passphrase opens it; it is asked for")
    _add_shared(backing)
    backing.set_defaults(command=_back_up)

    restoring = commands.add_parser("restore", parents=[shared], help="bring back what is in a backup")
    restoring.add_argument("file", metavar="FILE", type=Path)
    how = restoring.add_mutually_exclusive_group()
    how.add_argument("--merge", action="store_true", help="unite it with what is there")
    how.add_argument("--replace", action="store_true", help="in place of what is there, which is deleted")
    restoring.add_argument("--yes", action="store_true", help="do not ask for confirmation")
    _add_shared(restoring)
    restoring.set_defaults(command=_restore)


def _add_shared(parser: Parser) -> None:
    parser.add_argument(
        "--passphrase-file", metavar="FILE", type=Path, help=f"read the passphrase from a file (or from {_VARIABLE})"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")


def _back_up(context: Context, arguments: argparse.Namespace) -> int:
    passphrase = None
    if arguments.encrypt:
        extras.ENCRYPTION.require(Message("An encrypted backup"))
        passphrase = _read_passphrase(arguments, is_new=True)
    with _Bar("backup") as bar:
        made = back_up(context.folders, arguments.file, passphrase, bar.show)
    AuditLog(context.folders.people).record(AuditFact(AuditEvent.BACKED_UP))
    for path in made.passed_over:
        say(f"visavis: {path} is no regular file, and is not in the backup.")
    values = {
        "file": str(made.path),
        "bytes": made.size,
        "people": made.people,
        "pictures": made.pictures,
        "encrypted": made.is_encrypted,
        "passed_over": [str(path) for path in made.passed_over],
    }
    is_sealed = made.is_encrypted or context.folders.encryption.is_file()
    note = "" if is_sealed else " Whoever gets the file sees them: keep it as safe as the data folder."
    text = (
        f"{count_of(made.people, 'person', 'people')} with {count_of(made.pictures, 'picture', 'pictures')} in "
        f"{line(made.path)}, {made.size / 1e6:.1f} MB.{note}\n"
        "Forgetting somebody does not reach into backups: delete those from before, or make them anew."
    )
    return report(arguments, values, text)


def _restore(context: Context, arguments: argparse.Namespace) -> int:
    folders = context.folders
    passphrase = _read_passphrase(arguments) if extraction.is_locked(arguments.file) else None
    head = extraction.read_head(arguments.file, passphrase)
    replaces = arguments.replace
    if not arguments.merge and not restore.is_empty(folders):
        if not arguments.yes or not replaces:
            if not sys.stdin.isatty():
                raise StoreError(
                    "Nothing is restored: there are data in {folder} already, and nobody can be asked.",
                    hint="Add --merge, or --replace --yes.",
                    folder=folders.data,
                )
            question = f"Delete what is in {folders.data}, for good, and restore the backup in its place?"
            if not arguments.yes and not confirm(question):
                say("visavis: Nothing was changed. To unite both: --merge.")
                return 1
        replaces = True
    with _Bar("restore") as bar:
        done = restore.restore(
            folders,
            arguments.file,
            passphrase,
            merges=arguments.merge,
            replaces=replaces,
            on_progress=bar.show,
            ask=encryption.ask if sys.stdin is not None and sys.stdin.isatty() else None,
        )
    return _tell(arguments, done, f"{head.created.astimezone():%Y-%m-%d %H:%M}")


def _tell(arguments: argparse.Namespace, done: Restoration, made: str) -> int:
    for sentence in done.unreadable:
        say(f"visavis: {sentence}")
    values: dict[str, object] = {
        "file": str(arguments.file),
        "created": done.head.created.isoformat(),
        "people": done.people,
        "forgotten": done.forgotten,
        "forgotten_since": done.forgotten_since,
    }
    texts = [f"The backup of {made} is restored: {count_of(done.people, 'person', 'people')}."]
    if (merge := done.merge) is not None:
        values |= {
            "new": merge.new_people,
            "joined": merge.joined_people,
            "left_out": merge.left_out_people,
            "pictures": merge.pictures,
            "pictures_left_out": merge.left_out_pictures,
            "visits": merge.visits,
            "models": merge.models,
            "models_left_out": merge.left_out_models,
        }
        merged = (
            f"The backup of {made} is merged: {count_of(len(merge.new_people), 'new person', 'new people')}, "
            f"{len(merge.joined_people)} who were in both; {count_of(merge.pictures, 'picture', 'pictures')}, "
            f"{count_of(merge.visits, 'visit', 'visits')} and {count_of(len(merge.models), 'model', 'models')} added."
        )
        texts = [merged]
        texts += [f"{name} stays out: you deleted them." for name in merge.left_out_people]
        if merge.left_out_pictures:
            texts.append(
                f"{count_of(merge.left_out_pictures, 'picture stays', 'pictures stay')} out: you took them out."
            )
        texts += [f"Model {each} stays out: its people are called otherwise here." for each in merge.left_out_models]
    if done.forgotten:
        count = count_of(done.forgotten, "person in it was", "people in it were")
        texts.append(f"{count} forgotten since the backup was made, and stay{'s' * (done.forgotten == 1)} forgotten.")
    if done.forgotten_since > done.forgotten:
        say(
            f"visavis: {count_of(done.forgotten_since, 'person was', 'people were')} forgotten here after the backup "
            "was made. Look through the list for somebody who should not be there: visavis people list."
        )
    return report(arguments, values, "\n".join(texts))


def _read_passphrase(arguments: argparse.Namespace, *, is_new: bool = False) -> str:
    """The passphrase: from a file, a variable, or a terminal, where a new one is asked for twice."""
    if arguments.passphrase_file is not None:
        hint = Message("Give a text file with the passphrase in its first line.")
        try:
            text = reader.read_text(arguments.passphrase_file, hint, _MAX_PASSPHRASE)
        except (FileNotFoundError, NotADirectoryError):
            raise StoreError("There is no file {path}.", path=arguments.passphrase_file, hint=hint) from None
        passphrase = (text.splitlines() or [""])[0]
    elif _VARIABLE in os.environ:
        passphrase = os.environ[_VARIABLE]
    elif sys.stdin.isatty():
        passphrase = getpass.getpass("Passphrase of the backup: ")
        if is_new and getpass.getpass("Again: ") != passphrase:
            raise StoreError("The two passphrases differ.", hint="Try again.")
    else:
        raise StoreError(
            "A passphrase is needed, and nobody can be asked.",
            hint="Give it in a file (--passphrase-file) or in the variable {variable}.",
            variable=_VARIABLE,
        )
    if not passphrase:
        raise StoreError("The passphrase is empty.", hint="Give one of several words that nobody guesses.")
    return passphrase


class _Bar:
    """Progress in bytes, on stderr if that is a terminal."""

    def __init__(self, what: str) -> None:
        self._what = what
        self._bar: object = None
        self._update: Callable[[int], object] | None = None
        self._done = 0

    def __enter__(self) -> Self:
        return self

    def show(self, done: int, total: int) -> None:
        if not sys.stderr.isatty():
            return
        from tqdm import tqdm

        if self._update is None:
            bar = tqdm(total=total, desc=self._what, unit="B", unit_scale=True, file=sys.stderr, leave=False)
            self._bar, self._update = bar, bar.update
        self._update(done - self._done)
        self._done = done

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()  # type: ignore[attr-defined]
