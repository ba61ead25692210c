"""`visavis encryption`: encrypts the data folder, decrypts it, and exchanges what opens it."""

import argparse
import getpass
import sys
from pathlib import Path
from typing import Any

from visavis.cli.command import Commands, Context, Parser, report, say
from visavis.encryption.key_file import LockKind, Phase
from visavis.encryption.sealed_store import SealedStore
from visavis.errors import KeyAccessError, StoreError
from visavis.messages import Message
from visavis.storage import log_lines
from visavis.storage.paths import DataFolders
from visavis.vault import key_store, unlocking
from visavis.vault.conversion import Conversion, require_no_recordings

#: The new passphrase, for scripts, and the path of a file that has it in its first line.
_NEW_VARIABLE, _NEW_FILE_VARIABLE = "VISAVIS_NEW_PASSPHRASE", "VISAVIS_NEW_PASSPHRASE_FILE"


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser(
        "encryption", parents=[shared], help="encrypt the data folder, or decrypt it; change the passphrase"
    )
    parser.set_defaults(command=_status, json=False, stays_locked=True)
    actions = parser.add_subparsers(metavar="ACTION", parser_class=Parser)
    as_json = Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="the result as one JSON object on stdout")
    parents = [shared, as_json]

    status = actions.add_parser(
        "status", parents=parents, help="say whether the data are encrypted, and what opens them"
    )
    status.set_defaults(command=_status, stays_locked=True)
    on = actions.add_parser("on", parents=parents, help="encrypt all data; goes on where it was interrupted")
    _add_way(on)
    on.set_defaults(command=_turn_on, stays_locked=False)
    off = actions.add_parser("off", parents=parents, help="decrypt all data; goes on where it was interrupted")
    off.add_argument("--yes", action="store_true", help="do it without a terminal to confirm in")
    off.set_defaults(command=_turn_off, stays_locked=False)
    change = actions.add_parser("change", parents=parents, help="open the data with another passphrase, or the keyring")
    _add_way(change)
    change.set_defaults(command=_change, stays_locked=False)
    recovery = actions.add_parser("recovery", parents=parents, help="make a new recovery code; the old one ends")
    recovery.set_defaults(command=_renew_code, stays_locked=False)
    log = actions.add_parser("log", parents=[shared], help="print a log, decrypted")
    log.add_argument("name", metavar="NAME", nargs="?", default="visavis", help="visavis (default), training, imprint")
    log.set_defaults(command=_print_log, stays_locked=False)


def _add_way(parser: Parser) -> None:
    way = parser.add_mutually_exclusive_group()
    way.add_argument(
        "--passphrase", action="store_true", help="a passphrase opens the data (the default); it is asked for"
    )
    way.add_argument("--keyring", action="store_true", help="a key in the system's keyring opens them, without asking")


def ask(question: Message) -> str | None:
    """Ask for a secret at the terminal, unseen; None at its end."""
    try:
        return getpass.getpass(f"{question}: ")
    except EOFError:
        return None


def unlock(folders: DataFolders, arguments: argparse.Namespace) -> bool:
    """Unlock the data folder for a command, if it is encrypted; return whether it is open. It asks at a terminal.

    Raises
    ------
    KeyAccessError
        If the key cannot be had.
    """
    store = key_store.find(folders.data)
    if store is None:
        return True
    if getattr(arguments, "stays_locked", False):
        return False
    in_dialog = getattr(arguments, "asks_itself", lambda _: False)(arguments)
    try:
        unlocking.unlock(folders.data, ask if _is_terminal() and not in_dialog else None)
    except KeyAccessError:
        if not in_dialog:
            raise
    return store.is_unlocked


def _is_terminal() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _status(context: Context, arguments: argparse.Namespace) -> int:
    store = key_store.find(context.folders.data)
    if store is None:
        text = "The data are not encrypted. To encrypt them: visavis encryption on."
        return report(arguments, {"encrypted": False, "phase": None, "locks": [], "files": 0}, text)
    left = len(Conversion(context.folders).unconverted_files())
    kinds = [lock.kind.value for lock in store.key_file.locks]
    values = {"encrypted": True, "phase": store.key_file.phase.value, "locks": kinds, "files": left}
    return report(arguments, values, _describe(store, left))


def _describe(store: SealedStore, left: int) -> str:
    if store.key_file.phase is Phase.TURNING_OFF:
        return f"The data are being decrypted; {left} files are left. To go on: visavis encryption off."
    opens = "a passphrase" if store.key_file.lock_of(LockKind.PASSPHRASE) else "a key in the system's keyring"
    text = f"The data are encrypted; {opens} opens them."
    if left or store.key_file.phase is Phase.TURNING_ON:
        text += f" {left} files are not encrypted yet: visavis encryption on."
    return text


def _turn_on(context: Context, arguments: argparse.Namespace) -> int:
    folders, code = context.folders, None
    store = key_store.find(folders.data)
    if store is None:
        require_no_recordings(folders)
        passphrase = (
            None if arguments.keyring else _new_passphrase(unlocking.PASSPHRASE_VARIABLE, unlocking.FILE_VARIABLE)
        )
        store, code = key_store.create(folders.data, passphrase)
        _say_code(code, arguments)
    elif arguments.keyring or arguments.passphrase:
        raise StoreError("The data are encrypted already.", hint="To open them otherwise: visavis encryption change.")
    conversion = Conversion(folders, _show)
    conversion.turn_on(store)
    foreign = conversion.foreign_files()
    for path in foreign:
        say(f"visavis: {path} is no picture of ours, and stays as it is.")
    values: dict[str, Any] = {"encrypted": True, "files": conversion.converted, "left": list(map(str, foreign))}
    if code:
        values["recovery_code"] = code
    return report(arguments, values, f"{conversion.converted} files were encrypted.")


def _turn_off(context: Context, arguments: argparse.Namespace) -> int:
    store = _require_store(context.folders)
    if not arguments.yes:
        if not _is_terminal():
            raise StoreError("Decrypting the data needs to be confirmed.", hint="Add --yes.")
        if input("Everybody who can read the files can then see the faces. Decrypt all data? [y/N] ").lower() != "y":
            return 0
    conversion = Conversion(context.folders, _show)
    conversion.turn_off(store)
    return report(
        arguments,
        {"encrypted": False, "files": conversion.converted},
        f"{conversion.converted} files were decrypted.",
    )


def _change(context: Context, arguments: argparse.Namespace) -> int:
    store = _require_store(context.folders)
    passphrase = None if arguments.keyring else _new_passphrase(_NEW_VARIABLE, _NEW_FILE_VARIABLE)
    changed = key_store.change(store, passphrase)
    kinds = [lock.kind.value for lock in changed.key_file.locks]
    return report(arguments, {"locks": kinds}, f"{_describe(changed, 0)} The recovery code is as before.")


def _renew_code(context: Context, arguments: argparse.Namespace) -> int:
    code = key_store.renew_code(_require_store(context.folders))
    _say_code(code, arguments)
    return report(arguments, {"recovery_code": code}, "The earlier recovery code opens nothing any more.")


def _print_log(context: Context, arguments: argparse.Namespace) -> int:
    name = Path(arguments.name).name
    try:
        print(log_lines.read(context.folders.logs / f"{name}.log"), end="")
    except FileNotFoundError:
        raise StoreError("There is no log {name}.", name=name) from None
    return 0


def _require_store(folders: DataFolders) -> SealedStore:
    store = key_store.find(folders.data)
    if store is None:
        raise StoreError("The data are not encrypted.", hint="To encrypt them: visavis encryption on.")
    return store


def _new_passphrase(variable: str, file_variable: str) -> str:
    """A new passphrase: typed twice, or that of a script."""
    given = unlocking.secret_from_environment(variable, file_variable)
    if given is None:
        if not _is_terminal():
            raise KeyAccessError(
                "A passphrase is needed, and there is no terminal to ask in.",
                hint="Set {variable}, or {file} to a file that has it, or use --keyring.",
                variable=variable,
                file=file_variable,
            )
        given = ask(Message("New passphrase")) or ""
        key_store.require_good(given)
        if ask(Message("The same again")) != given:
            raise KeyAccessError("The two passphrases differ.", hint="Try again.")
    return given


def _say_code(code: str, arguments: argparse.Namespace) -> None:
    """Show the recovery code, once: on standard error, or, for scripts, in the JSON object."""
    if not arguments.json:
        say(f"Recovery code: {code}")
        say("It opens the data if the passphrase or the keyring is lost. Write it down: it is not shown again.")


def _show(message: Message) -> None:
    """Progress, where somebody looks."""
    if sys.stderr is not None and sys.stderr.isatty():
        done, total = message.values["done"], message.values["total"]
        sys.stderr.write(f"\r{done} of {total} files")
        if done == total:
            sys.stderr.write("\n")
        sys.stderr.flush()
