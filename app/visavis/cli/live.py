"""`visavis live`: opens the window, or runs the same pipeline without one."""

import argparse

from visavis.cli.command import Commands, Context, Parser, positive_integer, say_error
from visavis.errors import SettingsError, VisavisError
from visavis.networks.engine import DEVICES
from visavis.process.garbage import collection_paused
from visavis.scoring.thresholds import STRICTNESSES, Strictness
from visavis.settings import Settings
from visavis.storage.paths import DataFolders

#: Number of sources that the window shows at most.
_MAX_PICTURES = 2


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("live", parents=[shared], help="open the window and label faces (the default)")
    add_pipeline_options(parser)
    parser.add_argument(
        "--source",
        metavar="S",
        action="append",
        help="camera number or name, file, folder, address, or demo; twice for two at once",
    )
    parser.add_argument("--headless", action="store_true", help="without a window; analyzes every frame of a file")
    parser.add_argument(
        "--max-frames", metavar="N", type=positive_integer, help="stop after N frames (with --headless)"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object per frame on stdout (with --headless)")
    parser.add_argument("--record", action="store_true", help="keep the pictures and their times, to replay them")
    parser.set_defaults(command=run, device=None)  # the window uses its settings
    parser.set_defaults(asks_itself=lambda arguments: not arguments.headless)  # in a dialog


def add_pipeline_options(parser: Parser) -> None:
    """Add the options of all commands that recognize faces."""
    parser.add_argument("--model", metavar="ID", help="a model other than the one in use")
    parser.add_argument("--device", choices=DEVICES, default="auto", help="where networks run")
    parser.add_argument("--strictness", choices=STRICTNESSES, help="how sure a name must be (default: balanced)")
    parser.add_argument("--cascade", metavar="PRESET", help="detection preset, or the path of a cascade's XML file")


def run(context: Context, arguments: argparse.Namespace) -> int:
    if arguments.record and len(arguments.source or []) > 1:
        raise SettingsError("--record works with one source at a time.", hint="Leave out one of the sources.")
    if arguments.headless:
        from visavis.cli.media.headless import run_headless  # imports all that recognition needs

        return run_headless(context, arguments)
    sources: list[str] = arguments.source or []
    if len(sources) > _MAX_PICTURES:
        raise VisavisError("The window shows two sources at most.", hint="With --headless there may be more.")
    with collection_paused():
        from visavis.ui.application import run as open_window  # Qt loads only for the window

    return open_window(
        context.folders,
        source=sources[0] if sources else None,
        second=sources[1] if len(sources) > 1 else None,
        model=arguments.model,
        device=arguments.device,
        cascade=arguments.cascade,
        strictness=arguments.strictness,
        is_recorded=arguments.record,
    )


def threshold_settings(folders: DataFolders, strictness: Strictness | None) -> tuple[Strictness, float]:
    """The strictness and the offset of the threshold: from the option, or from the settings.

    If the settings cannot be read, the error is printed, and the defaults apply.
    """
    if strictness:
        return strictness, 0.0
    settings = read_settings(folders)
    return settings.strictness, settings.stricter


def read_settings(folders: DataFolders) -> Settings:
    """The settings. If they cannot be read, the error is printed, and the defaults apply."""
    try:
        return Settings.load(folders.settings)
    except SettingsError as error:
        say_error(error)
        return Settings()
