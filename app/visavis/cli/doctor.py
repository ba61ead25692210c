"""`visavis doctor`: checks this computer, and says what to do about problems."""

import argparse
import dataclasses

from visavis.cli.command import Commands, Context, Parser, emit, say


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser(
        "doctor", parents=[shared], help="check cameras, libraries, models and disk, and say what to do"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object per check on stdout")
    parser.add_argument(
        "--check-update",
        action="store_true",
        help="ask the address that the setting update_feed or the package names whether there is a newer version, "
        "and check nothing else",
    )
    parser.set_defaults(command=run, goes_on_locked=True)


def run(context: Context, arguments: argparse.Namespace) -> int:
    from visavis.doctor import examine

    if arguments.check_update:
        return _check_update(context, in_json=arguments.json)
    problems = 0
    for check, finding in examine(context.folders):
        problems += finding.status == "problem"
        if arguments.json:
            emit({"check": check, **dataclasses.asdict(finding)})
        else:
            print(f"{finding.status:8} {finding.what}", flush=True)
            if finding.advice:
                print(f"{'':8} {finding.advice}", flush=True)
    if problems:
        say(f"visavis: {problems} problem{'s' * (problems > 1)} found. Do what is said there, then run it again.")
    return int(problems > 0)


def _check_update(context: Context, *, in_json: bool) -> int:
    """Ask for the newest version, and print it."""
    import visavis
    from visavis.errors import UpdateError
    from visavis.settings import Settings
    from visavis.update_check import fetch_update, find_feed

    feed = find_feed(Settings.load(context.folders.settings).update_feed)
    if feed is None:
        raise UpdateError(
            "This copy of Visavis names no address at which new versions are announced.",
            hint="If you know one, write it as update_feed in {path}.",
            path=context.folders.settings,
        )
    update = fetch_update(feed)
    if in_json:
        emit({"check": "update", "latest": update.version, "page": update.page, "is_newer": update.is_newer})
    elif update.is_newer:
        print(f"Visavis {update.version} is there; this is {visavis.__version__}. {update.page}")
    else:
        print(f"Visavis {visavis.__version__} is the newest version.")
    return 0
