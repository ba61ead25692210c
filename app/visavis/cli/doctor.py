"""`visavis doctor`: checks this computer, and says what to do about problems."""

import argparse
import dataclasses

from visavis.cli.command import Commands, Context, Parser, emit, say


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser(
        "doctor", parents=[shared], help="check cameras, libraries, models and disk, and say what to do"
    )
    parser.add_argument("--json", action="store_true", help="one JSON object per check on stdout")
    parser.set_defaults(command=run, goes_on_locked=True)


def run(context: Context, arguments: argparse.Namespace) -> int:
    from visavis.doctor import examine

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
