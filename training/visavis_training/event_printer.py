"""Prints a training's events: results on stdout, progress on stderr."""

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from tqdm import tqdm

from visavis import escaping
from visavis.cli.command import say
from visavis.training_client.trainer import Event
from visavis_training.sentences import join_names


class EventPrinter:
    """An `EventCallback` for one training. Its only state is the current progress bar."""

    def __init__(self) -> None:
        self._bar: tqdm[Any] | None = None
        self._stage = ""

    def __call__(self, event: Event) -> None:
        if event["event"] == "progress":
            self._update_bar(event)
            return
        if self._bar is not None:
            self._bar.close()
            self._bar = None
        match event["event"]:
            case "start":
                print_lines(_start_lines_of(event))
            case "epoch":
                say(_epoch_line(event))
            case "restarted":
                print_lines([event["reason"]])
            case "published":
                print_lines(_published_lines_of(event))

    def _update_bar(self, event: Event) -> None:
        stage, done, total = event["stage"], event.get("done", 0), event.get("total")
        if self._bar is None or stage != self._stage:
            if self._bar is not None:
                self._bar.close()
            hidden = not sys.stderr.isatty()
            self._bar = tqdm(desc=stage, total=total, file=sys.stderr, leave=False, dynamic_ncols=True, disable=hidden)
            self._stage = stage
        self._bar.update(done - self._bar.n)


def print_lines(lines: Iterable[str]) -> None:
    """Print lines to stdout, flushing each."""
    for line in lines:
        print(escaping.line(line), flush=True)  # noqa: T201  the output of the program


def _start_lines(event: Event) -> Iterator[str]:
    if event["network"] == "embedding":
        blocks = f", the last {event['fine_tune']} blocks fine-tuned" if event.get("fine_tune") else ""
        yield f"embedding: published weights{blocks}, on {event['device']}"
        yield f"{_counts(event)}: each is also searched for as if not enrolled"
    else:
        yield f"{event['network']}, recipe {event['recipe']}: {event['parameters']:,} parameters, on {event['device']}"
        parts = f"{event['train']} to train on, {event['validation']} to validate, {event['test']} to test"
        yield f"{_counts(event)}: {parts}"
        if event["split"] == "random":
            yield "split at random: nearly the same pictures may be on both sides"
        if event["left_out"]:
            yield f"left out of the test, because nearly the same pictures are trained on: {event['left_out']}"
    if event["whole"]:
        yield f"no face found in {len(event['whole'])} pictures; they are used whole, as you said"
    for path in event["faceless"]:
        yield f"no face found, so left out: {path}"
    if event["faceless"]:
        yield "to use such pictures anyway: visavis people use SAMPLE"
    for sentence in event["unreadable"]:
        yield f"skipped: {sentence}"
    if event["unmeasured"]:
        yield f"too few different pictures to measure: {join_names(event['unmeasured'])}"
    if event.get("untested"):
        yield f"one sitting, so there is no independent test of {join_names(event['untested'])}"
    if event["one_session"]:
        names = join_names(event["one_session"])
        yield f"captured in fewer than three sessions, so their figures are optimistic: {names}"
    for one, other in event["suspects"]:
        yield f"the same picture under two names: {one}, {other}"


def _class_start_lines(event: Event) -> Iterator[str]:
    """The lines on a training on whole pictures, before it begins."""
    yield f"{event['network']}, recipe {event['recipe']}: {event['parameters']:,} parameters, on {event['device']}"
    parts = f"{event['train']} to train on, {event['validation']} to validate, {event['test']} to test"
    yield f"{event['classes']} classes, {event['pictures']} pictures: {parts}"
    if event["split"] == "random":
        yield "split at random: nearly the same pictures may be on both sides"
    if event["left_out"]:
        yield f"left out of the test, because nearly the same pictures are trained on: {event['left_out']}"
    for sentence in event["passed_over"]:
        yield f"passed over: {sentence}"
    if event["passed_over"]:
        yield f"passed over: {len(event['passed_over'])} in all"
    if event["unmeasured"]:
        yield f"too few different pictures to measure: {join_names(event['unmeasured'])}"
    for one, other in event["suspects"]:
        yield f"nearly the same picture in two classes: {one}, {other}"


def _class_published_lines(event: Event) -> Iterator[str]:
    """The lines on a published model of whole pictures."""
    metrics = event["metrics"]
    yield ""
    yield "pictures  right  unknown or wrong  class"
    for name, own in metrics["per_class"].items():
        yield f"{own['pictures']:8}  {own['accuracy']:5.0%}  {own['fnir']:16.0%}  {name}"
    yield ""
    yield f"best class right, of {metrics['test']:4} test pictures       {_percentage(metrics, 'accuracy')}"
    yield f"not given their class                       {_percentage(metrics, 'fnir')}"
    fpir = _percentage(metrics, "fpir")
    yield f"pictures of other things given a class, of {metrics['impostors']:4} {fpir}"
    yield f"threshold {metrics['threshold']}. {metrics['measured_on']}"
    yield f"published model {event['model']}: visavis classify PATH..."


def _start_lines_of(event: Event) -> Iterator[str]:
    """The lines on a training before it begins, by what is trained."""
    if event["network"] == "denoiser":
        return _denoiser_start_lines(event)
    return _class_start_lines(event) if "classes" in event else _start_lines(event)


def _published_lines_of(event: Event) -> Iterator[str]:
    """The lines on what was published."""
    if event.get("network") == "denoiser":
        return _denoiser_lines(event)
    return _class_published_lines(event) if "classes" in event["metrics"] else _published_lines(event)


def _denoiser_start_lines(event: Event) -> Iterator[str]:
    yield f"denoiser: {event['parameters']:,} parameters"
    yield f"{event['samples']} faces: {event['train']} to train on, {event['test']} to test"
    if event["faceless"]:
        yield f"no face found, so left out: {event['faceless']}"
    for sentence in event["unreadable"]:
        yield f"skipped: {sentence}"


def _denoiser_lines(event: Event) -> Iterator[str]:
    for light, psnr in event["metrics"]["psnr_by_light"].items():
        share = f"{float(light):.0%} of the light, brightened again"
        yield f"{share}: {psnr['before']:.1f} dB from the picture as it was, {psnr['after']:.1f} dB without the noise"
    yield f"written to {event['file']}; recognition does not use it (docs/noise.md)"


def _counts(event: Event) -> str:
    people, pictures = event["people"], event["samples"]
    return f"{people} {'person' if people == 1 else 'people'}, {pictures} {'picture' if pictures == 1 else 'pictures'}"


def _epoch_line(event: Event) -> str:
    line = f"epoch {event['epoch']:3}/{event['epochs']}"
    if event["accuracy"] is None:
        return f"{line}  loss {event['loss']:.5f}  validation: loss {event['val_loss']:.5f}  {event['seconds']:.1f} s"
    line += f"  loss {event['loss']:.3f}  right {event['accuracy']:4.0%}"
    if event["val_loss"] is not None:
        line += f"  validation: loss {event['val_loss']:.3f}, right {event['val_accuracy']:4.0%}"
    return f"{line}  {event['seconds']:.1f} s"


def _published_lines(event: Event) -> Iterator[str]:
    metrics = event["metrics"]
    yield ""
    yield "probes  right  missed  person"
    for name, own in metrics["per_person"].items():
        right = "" if _is_alone(metrics) else f"{own['accuracy']:.0%}"
        yield f"{own['probes']:6}  {right:>5}  {own['fnir']:6.0%}  {name}"
    yield ""
    yield from _metrics_lines(metrics)
    for name, paths in event.get("suspects", {}).items():
        yield f"may show someone other than {name}: {join_names(paths)}"
    for one, other in event.get("same_person", ()):
        yield f"{one} and {other} look like the same person: visavis people merge, or visavis people distinct"
    if metrics.get("compared"):
        yield _comparison_line(metrics["compared"])
    yield f"published model {event['model']}, now in use"


def _comparison_line(compared: Mapping[str, Any]) -> str:
    if not compared["searches"]:
        return f"not compared with {compared['model']}: one of the two has learned from every picture"
    return (
        f"compared with {compared['model']}, on {compared['searches']} pictures that neither has learned from: "
        f"{compared['won']} are right now that were wrong, {compared['lost']} wrong that were right"
    )


def _metrics_lines(metrics: Mapping[str, Any]) -> Iterator[str]:
    if metrics["accuracy"] is None and metrics.get("untested"):
        grouped = "one sitting"
    else:
        grouped = "there is one candidate" if _is_alone(metrics) else _percentage(metrics, "accuracy")
    yield f"best candidate right, sessions kept on one side of the split {grouped}"
    if "book_accuracy" in metrics:
        yield f"best candidate right, pictures split at random               {_percentage(metrics, 'book_accuracy')}"
    if "overlapping_accuracy" in metrics:
        share = _percentage(metrics, "overlapping_accuracy")
        yield f"the book's measure: a random half, most of it trained on     {share}"
    yield from _folds_lines(metrics.get("folds"))
    yield f"not given their name (FNIR), of {metrics['test']:4} test pictures            {_percentage(metrics, 'fnir')}"
    fpir = _percentage(metrics, "fpir")
    yield f"strangers given a name (FPIR), of {metrics['impostors']:4} searches             {fpir}"
    yield f"threshold {metrics['threshold']}. {metrics['measured_on']}"


def _folds_lines(folds: Mapping[str, Any] | None) -> Iterator[str]:
    if folds is None:
        return
    meanings = {"accuracy": "best candidate right", "fnir": "not given their name (FNIR)"}
    for name, what in meanings.items():
        if name not in folds:  # one person is always the best candidate; only templates have a FNIR
            continue
        figure = folds[name]
        by_fold = ", ".join(f"{share:.1%}" for share in figure["by_fold"])
        meaning = f"{what}, {folds['count']} folds, {figure['pictures']} pictures"
        yield f"{meaning:60} {figure['mean']:.1%} +- {figure['deviation']:.1%} ({by_fold})"
    if folds["unmeasured"]:
        yield f"too few different pictures for a fold each: {join_names(folds['unmeasured'])}"


def _is_alone(metrics: Mapping[str, Any]) -> bool:
    """Whether the model knows one person, who is the best candidate for everybody: a share would promise too much."""
    return metrics.get("gallery") == 1


def _percentage(metrics: Mapping[str, Any], name: str) -> str:
    interval: Sequence[float] | None = metrics["confidence_95"].get(name)
    if metrics[name] is None:
        return "not measured"
    return f"{metrics[name]:.1%}" + (f" ({interval[0]:.1%} to {interval[1]:.1%})" if interval else "")
