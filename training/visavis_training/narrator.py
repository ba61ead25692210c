"""A training's events, told to people: figures on stdout, progress on stderr."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tqdm import tqdm

from visavis.cli.command import say
from visavis.training_client.trainer import Event
from visavis_training.report.sentences import listed


class Narrator:
    """Hears one training; remembers only the bar that it draws."""

    def __init__(self) -> None:
        self._bar: tqdm[Any] | None = None
        self._stage = ""

    def __call__(self, event: Event) -> None:
        if event["event"] == "progress":
            self._progress(event)
            return
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        match event["event"]:
            case "start":
                show(_start(event))
            case "epoch":
                say(_epoch(event))
            case "published":
                show(_published(event))

    def _progress(self, event: Event) -> None:
        stage, done, total = event["stage"], event.get("done", 0), event.get("total")
        if self._bar is None or stage != self._stage:
            if self._bar is not None:
                self._bar.close()
            hidden = not sys.stderr.isatty()
            self._bar = tqdm(desc=stage, total=total, file=sys.stderr, leave=False, dynamic_ncols=True, disable=hidden)
            self._stage = stage
        self._bar.update(done - self._bar.n)


def show(lines: Iterable[str]) -> None:
    """Lines for people on stdout, at once."""
    for line in lines:
        print(line, flush=True)  # noqa: T201  this is what the program is for


def _start(event: Event) -> Iterator[str]:
    if event["network"] == "embedding":
        blocks = f", the last {event['fine_tune']} of its blocks learned" if event.get("fine_tune") else ""
        yield f"embedding: published weights{blocks}, on {event['device']}"
        yield f"{event['people']} people, {event['samples']} pictures: each is tried as if it were not enrolled"
    else:
        yield f"{event['network']}, recipe {event['recipe']}: {event['parameters']:,} parameters, on {event['device']}"
        parts = f"{event['train']} to learn from, {event['validation']} to validate, {event['test']} to test"
        yield f"{event['people']} people, {event['samples']} pictures: {parts}"
    if event["whole"]:
        yield f"no face was found in {len(event['whole'])}, which are taken for tight crops and used whole"
    for sentence in event["unreadable"]:
        yield f"skipped: {sentence}"
    if event["unmeasured"]:
        yield f"too few different pictures for a figure: {listed(event['unmeasured'])}"
    if event["one_session"]:
        yield f"pictures of too few sessions for a figure that says much of another day: {listed(event['one_session'])}"
    for one, other in event["suspects"]:
        yield f"the same picture under two names: {one}, {other}"


def _epoch(event: Event) -> str:
    told = f"epoch {event['epoch']:3}/{event['epochs']}  loss {event['loss']:.3f}  right {event['accuracy']:4.0%}"
    if event["val_loss"] is not None:
        told += f"  validation: loss {event['val_loss']:.3f}, right {event['val_accuracy']:4.0%}"
    return f"{told}  {event['seconds']:.1f} s"


def _published(event: Event) -> Iterator[str]:
    metrics = event["metrics"]
    yield ""
    yield "probes  right  missed  person"
    for name, own in metrics["per_person"].items():
        yield f"{own['probes']:6}  {own['accuracy']:5.0%}  {own['fnir']:6.0%}  {name}"
    yield ""
    yield from _figures(metrics)
    for name, paths in event.get("suspects", {}).items():
        yield f"may show someone else than {name}: {listed(paths)}"
    if metrics.get("compared"):
        yield _compared(metrics["compared"])
    yield f"published model {event['model']}, in use now"


def _compared(compared: Mapping[str, Any]) -> str:
    if not compared["searches"]:
        return f"not compared with {compared['model']}: there is no picture that neither has learned from"
    return (
        f"compared with {compared['model']}, on {compared['searches']} pictures that neither has learned from: "
        f"{compared['won']} are right now that were wrong, {compared['lost']} wrong that were right"
    )


def _figures(metrics: Mapping[str, Any]) -> Iterator[str]:
    yield f"best candidate right, what belongs together on one side   {_share(metrics, 'accuracy')}"
    if "book_accuracy" in metrics:
        yield f"best candidate right, split at random as at the source    {_share(metrics, 'book_accuracy')}"
    yield f"not given their name (FNIR), of {metrics['test']:4} test pictures         {_share(metrics, 'fnir')}"
    yield f"strangers given a name (FPIR), of {metrics['impostors']:4} searches          {_share(metrics, 'fpir')}"
    yield f"threshold {metrics['threshold']}. {metrics['measured_on']}"


def _share(metrics: Mapping[str, Any], name: str) -> str:
    interval: Sequence[float] | None = metrics["confidence_95"].get(name)
    if metrics[name] is None:
        return "not measured"
    return f"{metrics[name]:.1%}" + (f" ({interval[0]:.1%} to {interval[1]:.1%})" if interval else "")
