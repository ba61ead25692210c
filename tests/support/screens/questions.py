"""Every question that the window asks, by the function that asks it."""

import ast
from pathlib import Path
from types import SimpleNamespace

import visavis.ui
from support.screens.visit_screens import record_some
from support.tagging.recordings import noise_frame, write_recording
from visavis.people.imports.import_plan import ImportPlan
from visavis.people.names import PersonName
from visavis.sightings.guest_store import GuestStore
from visavis.ui.history import dialogs as of_visits
from visavis.ui.history.guest_model import GuestRow
from visavis.ui.history.visit_rows import VisitRow
from visavis.ui.imports.dropped_files import DroppedPeople, DroppedPictures, DroppedVideo
from visavis.ui.people import dialogs as of_people
from visavis.ui.picture.recordings_dialog import RecordingsDialog
from visavis.ui.shell.closing_guard import ClosingGuard
from visavis.ui.widgets.question_dialog import QuestionDialog
from visavis.update_check import Update

_ROOM = Path(visavis.ui.__file__).parent
_BACKUP = Path("/home/somebody/Documents/Visavis.backup")
_PICTURES = tuple(Path(f"/home/somebody/Pictures/An evening with friends {number}.jpg") for number in range(40))
_FILM = Path("/home/somebody/Videos/An evening with friends.mp4")
_PLAN = ImportPlan(tuple((PersonName(name), path) for name in ("Ada", "Bob", "Cem") for path in _PICTURES))


def asking_functions():
    """The functions of the window that open a `QuestionDialog`, by the module and name of each."""
    for path in sorted(_ROOM.rglob("*.py")):
        module = ".".join(path.relative_to(_ROOM).with_suffix("").parts)
        yield from (f"{module}.{name}" for name in _callers(ast.parse(path.read_text(encoding="utf-8"))))


def _callers(node, place=()):
    """The functions in a tree that call `QuestionDialog`, each once."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef | ast.FunctionDef):
            inside = list(_callers(child, (*place, child.name)))
            calls = [each for each in ast.walk(child) if isinstance(each, ast.Call)]
            asks = any(isinstance(each.func, ast.Name) and each.func.id == "QuestionDialog" for each in calls)
            yield from inside or ([".".join((*place, child.name))] if asks else [])


class Asking:
    """A program that knows Ada and Bob, and has visits and a recording, to ask its questions."""

    def __init__(self, screens):
        self._until = screens.until
        self.program = screens.program()
        self.window = self.program.window
        self.rows = self.program.overview.current.rows
        self.names = [row.name for row in self.rows]
        folders = screens.folders
        self.visit = VisitRow(record_some(folders)[0])
        self.guest = GuestRow(GuestStore(folders.sightings).guests()[0])
        write_recording(folders.recordings, [noise_frame(index) for index in range(4)])

    def ask(self, function):
        """Open the question that a function asks, and return it."""
        before = set(self.window.findChildren(QuestionDialog))
        QUESTIONS[function](self)

        def opened():
            return [each for each in self.window.findChildren(QuestionDialog) if each not in before]

        self._until(lambda: bool(opened()))
        [question] = opened()
        return question

    def ask_for_a_version(self):
        self.program.settings_store.change(update_feed="https://example.org/feed.json")
        self.program.versions.ask()

    def ask_again(self):
        self.program.imports._plan, self.program.imports._passed_over = _PLAN, _PICTURES
        self.program.imports._ask_again()

    def ask_about_a_recording(self):
        self.window.actions_.recordings.trigger()
        self._until(lambda: self.window.findChild(RecordingsDialog) is not None)
        dialog = self.window.findChild(RecordingsDialog)
        self._until(dialog.delete.isEnabled)
        dialog.delete.click()

    def ask_before_closing(self):
        capture = SimpleNamespace(unsaved=12, session=SimpleNamespace(name="Ada Lovelace"))
        ClosingGuard(self.window, capture).may_close()


_BACKUPS = "controllers.documents.backups.BackupsController."
_IMPORTS = "controllers.people.imports.ImportsController."
_VERSIONS = "controllers.documents.versions.VersionsController."
QUESTIONS = {
    _BACKUPS + "_ask_how": lambda on: on.program.backups._ask_how(_BACKUP, ""),
    _BACKUPS + "_ask_passphrase": lambda on: on.program.backups._ask_passphrase(_BACKUP, True),
    _BACKUPS + "_ask_to_encrypt": lambda on: on.program.backups._ask_to_encrypt(_BACKUP),
    _BACKUPS + "_confirm": lambda on: on.program.backups._confirm(_BACKUP, ""),
    "controllers.documents.encryption.EncryptionController._ask_to_decrypt": lambda on: (
        on.program.privacy.encryption._ask_to_decrypt(on.window)
    ),
    _VERSIONS + "ask": Asking.ask_for_a_version,
    _VERSIONS + "_tell_newer": lambda on: on.program.versions._tell_newer(
        Update("99.0", "https://example.org/visavis/releases/99.0")
    ),
    _IMPORTS + "_ask_again": Asking.ask_again,
    _IMPORTS + "_ask_people": lambda on: on.program.imports._ask(DroppedPeople(_PLAN)),
    _IMPORTS + "_ask_video": lambda on: on.program.imports._ask(DroppedVideo(_FILM)),
    _IMPORTS + "_ask_who": lambda on: on.program.imports._ask_who(_FILM),
    _IMPORTS + "_ask_whose": lambda on: on.program.imports._ask(DroppedPictures(_PICTURES, "Ada", _FILM.parent)),
    "controllers.videos.recording.RecordingController._ask": lambda on: on.program.recording._ask(),
    "controllers.videos.recording_list.RecordingListController._ask_delete": Asking.ask_about_a_recording,
    "history.dialogs.ask_delete_visits": lambda on: of_visits.ask_delete_visits(
        on.window, 12, all_=True, on_answer=print
    ),
    "history.dialogs.ask_discard": lambda on: of_visits.ask_discard(on.window, on.guest, print),
    "history.dialogs.ask_who_guest_is": lambda on: of_visits.ask_who_guest_is(on.window, on.guest, on.names, print),
    "history.dialogs.ask_who_it_was": lambda on: of_visits.ask_who_it_was(
        on.window, on.visit, on.names, print, print, has_picture=False
    ),
    "live.source_menu.SourceMenu.open_address": lambda on: on.window.chooser.address.trigger(),
    "people.dialogs.ask_empty": lambda on: of_people.ask_empty(on.window, 3, print),
    "people.dialogs.ask_forget": lambda on: of_people.ask_forget(on.window, on.rows, print, print),
    "people.dialogs.ask_into": lambda on: of_people.ask_into(on.window, on.rows, on.names, print),
    "people.dialogs.ask_name": lambda on: of_people.ask_name(on.window, on.rows[0], print),
    "people.dialogs.ask_whose": lambda on: of_people.ask_whose(on.window, 3, on.names, print),
    "shell.closing_guard.ClosingGuard.may_close": Asking.ask_before_closing,
}
