"""`visavis bench`: measures the speed of the live pipeline on this computer."""

import argparse
import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from visavis.cli.command import Commands, Context, Parser, emit, say

if TYPE_CHECKING:
    from visavis.bench.trial import TrialOutcome

_EPILOG = (
    "Frames show moving faces, cut from photos inside packages; each scenario runs in a process of its own, on people "
    "of its own. 'labeled' is the share of the camera's frames shown with an answer at most two frames old; 'right' "
    "how often the two enrolled people had their name; 'age' what passes between taking a picture and showing its "
    "label, in milliseconds; 'processor' the processor seconds that a second of video takes, without the camera's; "
    "'search' (and following), 'name' and 'paint' milliseconds a frame on average; 'picture' and 'label' seconds from "
    "the start to the first one; 'MB' the most memory held."
)


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser(
        "bench", parents=[shared], help="measure how fast this computer labels faces", epilog=_EPILOG
    )
    parser.add_argument(
        "--scenario",
        metavar="NAME",
        action="append",
        help="only this one (may be repeated), such as '640x480/1 face/30 fps/window'; '/empty cache' at its end is a "
        "first start; soak looks for what grows",
    )
    parser.add_argument("--json", action="store_true", help="one JSON object per scenario on stdout")
    parser.add_argument("--trial", nargs=2, metavar=("SCENE", "STARTED"), help=argparse.SUPPRESS)  # see bench.trial
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    if arguments.trial:
        return _trial(context, arguments.scenario[0], Path(arguments.trial[0]), float(arguments.trial[1]))
    from visavis.bench import trial
    from visavis.bench.scenario import Scenario, default_scenarios

    scenarios = [Scenario.parse(name) for name in arguments.scenario] if arguments.scenario else default_scenarios()
    say(f"{len(scenarios)} scenario{'s' * (len(scenarios) > 1)}; first two people are enrolled and trained on.")
    if not arguments.json:
        width = max(len(scenario.name) for scenario in scenarios)
    for number, outcome in enumerate(trial.run(context.folders, scenarios)):
        if arguments.json:
            emit(outcome.measured)
        else:
            if number == 0:
                print(_row("scenario", _COLUMNS, width), flush=True)
            print(_row(outcome.measured["scenario"], _cells(outcome.measured), width), flush=True)
        if scenarios[number].frames is not None:
            _say_growth(outcome)
    return 0


_COLUMNS = (
    *("frames/s", "labeled", "right", "age p50", "p95", "p99", "processor"),
    *("search", "name", "paint", "picture", "label", "MB"),
)


#: Stages as the table sums them up.
_STAGES = ({"cut", "follow", "search"}, {"recognize", "decide"}, {"paint"})


def _row(name: str, cells: Sequence[str], width: int) -> str:
    fitted = (f"{cell:>{max(len(title), 5)}}" for cell, title in zip(cells, _COLUMNS, strict=True))
    return "  ".join((f"{name:{width}}", *fitted))


def _cells(measured: dict[str, Any]) -> list[str]:
    """The figures as people read them; a dash where there is none."""
    age, stages = measured["age_ms"], measured["stages_ms"]
    return [
        f"{measured['fps']:.1f}",
        f"{measured['labeled_share']:.1%}",
        "-" if measured["named_right"] is None else f"{measured['named_right']:.1%}",
        *(f"{age[key]:.1f}" for key in ("p50", "p95", "p99")),
        f"{measured['cpu_per_second']:.3f}",
        *(f"{sum(map(stages.get, each)):.2f}" if (each := group & stages.keys()) else "-" for group in _STAGES),
        *("-" if measured[key] is None else f"{measured[key]:.2f}" for key in ("first_picture_s", "first_label_s")),
        "-" if measured["peak_mb"] is None else f"{measured['peak_mb']:.0f}",
    ]


def _say_growth(outcome: "TrialOutcome") -> None:
    """What grew while it ran: nothing should."""
    if len(outcome.held) < 2:
        say("This platform does not tell what a process holds.")
        return
    begun, ended = outcome.held
    memory, threads, handles = (ended[key] - begun[key] for key in ("memory_mb", "threads", "handles"))
    say(
        f"{outcome.measured['scenario']}: {memory:+.1f} MB, {threads:+} threads, {handles:+} open files "
        f"between warm-up and end."
        + (f" Closing the window took {outcome.closing_s:.2f} s." if outcome.closing_s is not None else "")
    )


def _trial(context: Context, name: str, path: Path, started: float) -> int:
    """One scenario, in this process: what `visavis.bench.trial` starts."""
    from visavis.bench.scenario import Scenario
    from visavis.bench.scene import Scene

    scenario, scene, closing_s = Scenario.parse(name), Scene.load(path), None
    if scenario.window:
        from visavis.ui import benchmark

        measurement, held, closing_s = benchmark.measure(context.folders, scenario, scene, started)
    else:
        from visavis.bench import headless

        measurement, held = headless.measure(context.folders, scenario, scene, started)
    figures = [dataclasses.asdict(each) for each in held]
    emit({"measured": measurement.as_json(), "held": figures, "closing_s": closing_s})
    return 0
