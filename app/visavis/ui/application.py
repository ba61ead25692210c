"""Starts the window from the command line: dependencies, exception hooks, signals, exit status."""

import logging
import os
import signal
import sys
import threading
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType, TracebackType

from PySide6.QtCore import QMessageLogContext, QObject, QTimer, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QApplication

import visavis
from visavis import forgetting
from visavis.classification.classifier import Classifier
from visavis.detection import haar
from visavis.detection.presets import Preset
from visavis.errors import SettingsError, VisavisError
from visavis.factory.detectors import STILLS, create_detector, create_provisional_detector
from visavis.factory.embeddings import create_current_embedding_cache, create_duplicate_search
from visavis.factory.enrollment import create_face_embedder
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline, create_tagging_pipeline
from visavis.factory.recognizers import create_guesser
from visavis.messages import Message
from visavis.models.store import ModelStore
from visavis.networks import engine, published
from visavis.networks.engine import Device
from visavis.pipeline import Pipeline
from visavis.process import signals
from visavis.process.progress import ProgressCallback
from visavis.scoring.thresholds import Strictness
from visavis.settings import Settings
from visavis.sources import cameras, default_source, open_source
from visavis.storage import leftovers
from visavis.storage.paths import DataFolders
from visavis.tagging import reviewed
from visavis.tagging.reviewed import Report
from visavis.tagging.tagger import TaggedFile
from visavis.training_client.trainer import Trainer
from visavis.ui.controllers.settings_store import LaunchOptions, SettingsStore
from visavis.ui.dependencies import Dependencies
from visavis.ui.program import Program
from visavis.ui.text import language
from visavis.ui.text.notices import Notice, Severity
from visavis.ui.unlock.passphrase_dialog import ask_in_dialog
from visavis.ui.widgets import icons, theme
from visavis.vault import key_store, unlocking

_log = logging.getLogger(__name__)
_qt_log = logging.getLogger("visavis.qt")

_ID = "org.visavis.Visavis"

#: Log levels of Qt's messages, which are for programmers and do not belong on the user's terminal.
_LEVELS = {QtMsgType.QtDebugMsg: logging.DEBUG, QtMsgType.QtCriticalMsg: logging.WARNING}


class NoScreenError(VisavisError):
    """There is no screen to open a window on."""

    hint = Message("Run it in a desktop session, or without a window: visavis live --headless.")


def run(
    folders: DataFolders,
    *,
    source: str | None = None,
    second: str | None = None,
    model: str | None = None,
    device: Device | None = None,
    cascade: str | None = None,
    strictness: Strictness | None = None,
    is_recorded: bool = False,
) -> int:
    """Open the window, and return when it is closed. Options that are None are taken from the settings.

    Parameters
    ----------
    source, second : str, optional
        Of the first picture, and of a second one beside it.
    is_recorded : bool
        Whether the first picture is recorded from its beginning.

    Returns
    -------
    int
        0, or 130 if Ctrl-C or SIGTERM closed it.

    Raises
    ------
    VisavisError
        Before the window opens: a source, model or device does not exist, or there is no screen.
    """
    _unlock(folders)
    settings, notices = _load_settings(folders)
    if cascade is None:
        settings = replace(settings, cascade=_usable_cascade(settings.cascade, notices))
    for text in (source, second):
        if text is not None:
            open_source(text, paced=True)
    if model is not None:
        ModelStore(folders.models).verified_card(model)
    options = LaunchOptions(device, cascade, strictness)
    store = SettingsStore(settings, folders.settings, options, remember=not notices)
    if store.effective.device == "gpu":
        engine.require("gpu")
    dependencies = build_dependencies(folders, store)
    with _qt_logging():
        app = create_application(settings)
        program = Program(dependencies, store, model=model)
        with _bug_reports(program), _interruptible(program) as interrupted:
            program.begin(source, notices, second=second, is_recorded=is_recorded)
            app.exec()
    if not program.all_ended:  # a camera driver hangs, or TensorFlow is being imported, and neither can be interrupted
        _log.info("Something did not end in time; it is left behind.")
        logging.shutdown()
        os._exit(signals.INTERRUPTED if interrupted else 0)
    return signals.INTERRUPTED if interrupted else 0


def build_dependencies(folders: DataFolders, store: SettingsStore) -> Dependencies:
    """The dependencies of the real program.

    Each reads the settings when it is called: a change applies to the next source, pipeline or training.

    Raises
    ------
    SettingsError, ModelError
        If the cascade cannot be used.
    """

    def prepare(on_progress: ProgressCallback) -> None:
        if Preset.load(store.effective.cascade).verified:
            published.ensure(folders.networks, on_progress=on_progress)

    def load_pipeline(model: str | None, on_progress: ProgressCallback) -> Pipeline:
        settings = store.effective
        loader = NetworkLoader(folders, settings.device, on_progress)
        return create_pipeline(loader, settings.cascade, model, settings.strictness, settings.stricter)

    def tag_video(path: Path, report: Report) -> TaggedFile | None:
        settings = store.effective
        loader = NetworkLoader(folders, settings.device)
        named = create_pipeline(loader, STILLS, None, settings.strictness, settings.stricter)
        return reviewed.tag_video(path, *create_tagging_pipeline(named, loader), report)

    def load_classifier(model: str | None) -> Classifier:
        settings, models = store.effective, ModelStore(folders.models)
        chosen = model if model is not None and models.has(model) else None  # a removed one leaves the newest
        return Classifier.load(models, chosen, settings.device, settings.strictness)

    def create_runner() -> Trainer:
        settings = store.effective
        return Trainer(folders, ("--network", settings.network, "--device", settings.device, "--defer-network"))

    def create_picture_runner(options: Sequence[str]) -> Trainer:
        return Trainer(folders, (*options, "--device", store.effective.device))

    return Dependencies(
        folders=folders,
        pipeline=Pipeline(create_provisional_detector(store.effective.cascade)),
        prepare=prepare,
        load_pipeline=load_pipeline,
        create_detector=lambda: create_detector(NetworkLoader(folders), STILLS),
        create_guesser=lambda: create_guesser(NetworkLoader(folders)),
        open_source=lambda text: open_source(text, paced=True, settings=store.effective.cameras),
        default_source=default_source,
        cameras=cameras,
        tag_video=tag_video,
        create_runner=create_runner,
        create_picture_runner=create_picture_runner,
        load_classifier=load_classifier,
        create_face_embedder=lambda pipeline: create_face_embedder(NetworkLoader(folders), pipeline),
        search_duplicates=create_duplicate_search(folders),
        embeddings=lambda: create_current_embedding_cache(NetworkLoader(folders)).load,
    )


def create_application(settings: Settings | None = None) -> QApplication:
    """Return the QApplication, with the name, icon, theme and language of the program.

    Raises
    ------
    NoScreenError
        If there is no screen.
    """
    if sys.platform.startswith("linux") and not any(
        os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    ):
        raise NoScreenError("There is no screen to open a window on.")
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication(sys.argv[:1])
    app.setApplicationName("visavis")
    app.setApplicationDisplayName("Visavis")
    app.setApplicationVersion(visavis.__version__)
    app.setDesktopFileName(_ID)
    app.setWindowIcon(icons.application())
    settings = settings or Settings()
    theme.follow(app, settings.theme)
    language.install(app, settings.language)
    return app


def _unlock(folders: DataFolders) -> None:
    """Ask for the passphrase of encrypted data, once, in the language of the system: the settings are encrypted, too.

    Raises
    ------
    VisavisError
        If the user gives up, or has typed wrong ones; nothing of the data was read.
    """
    store = key_store.find(folders.data)
    if store is None or store.is_unlocked:
        return
    create_application()
    unlocking.unlock(folders.data, ask_in_dialog)
    if leftovers.has_any(folders):
        forgetting.recover(folders)


def _load_settings(folders: DataFolders) -> tuple[Settings, list[Notice]]:
    """Load the settings, with a notice if the file is broken: the program starts all the same."""
    try:
        return Settings.load(folders.settings), []
    except SettingsError as error:
        _log.warning("%s", error)
        return Settings(), [Notice.of(error, "settings", Severity.WARNING)]


def _usable_cascade(cascade: str, notices: list[Notice]) -> str:
    """Return the cascade of the settings, or the default if it cannot be loaded."""
    try:
        haar.load(cascade)
        return cascade
    except VisavisError as error:
        notices.append(Notice.of(error, "settings", Severity.WARNING))
        return Settings().cascade


class _BugSignal(QObject):
    """Carries unexpected exceptions to the GUI thread."""

    raised = Signal(str)


@contextmanager
def _bug_reports(program: Program) -> Iterator[None]:
    """Log unexpected exceptions of any thread, and show a notice; the window stays open."""
    bug_signal = _BugSignal()
    bug_signal.raised.connect(lambda text: program.tell(_bug_notice(text)))

    def hook(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            program.quit()
            return
        _log.critical("Unexpected: %s", "".join(traceback.format_exception(kind, error, trace)))
        bug_signal.raised.emit(kind.__name__)

    before, before_threads = sys.excepthook, threading.excepthook
    sys.excepthook = hook
    threading.excepthook = lambda args: hook(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
    try:
        yield
    finally:
        sys.excepthook, threading.excepthook = before, before_threads


def _bug_notice(kind: str) -> Notice:
    text = language.translate("Program", "An unexpected error occurred ({kind}).").format(kind=kind)
    hint = language.translate(
        "Program", "This is a bug in the program. The log in the data folder has details. Restarting may help."
    )
    return Notice(text, hint, Severity.ERROR, "bug")


@contextmanager
def _interruptible(program: Program) -> Iterator[list[int]]:
    """Let Ctrl-C and SIGTERM close the window like a click. Yields the list of received signals.

    Python runs the handler when the main thread next runs Python code, which the timer of the status bar ensures.
    """
    received: list[int] = []

    def close(number: int, frame: FrameType | None) -> None:
        received.append(number)
        QTimer.singleShot(0, program.quit)

    before = {number: signal.signal(number, close) for number in (signal.SIGINT, signal.SIGTERM)}
    # Whoever listens there ends the process where no handler of theirs is called (signals.exit_from_blocked_calls).
    listener = signal.set_wakeup_fd(-1)
    try:
        yield received
    finally:
        signal.set_wakeup_fd(listener)
        for number, handler in before.items():
            signal.signal(number, handler)


@contextmanager
def _qt_logging() -> Iterator[None]:
    """Log the messages of Qt. A fatal one ends the program with a sentence and status 1 instead of a core dump."""
    before = qInstallMessageHandler(_qt_message)
    try:
        yield
    finally:
        qInstallMessageHandler(before)


def _qt_message(kind: QtMsgType, context: QMessageLogContext, text: str) -> None:
    _qt_log.log(_LEVELS.get(kind, logging.INFO), "%s", text)
    if kind is QtMsgType.QtFatalMsg:
        sys.stderr.write("visavis: The window cannot be opened. See what is missing with: visavis doctor.\n")
        sys.stderr.flush()
        os._exit(1)
