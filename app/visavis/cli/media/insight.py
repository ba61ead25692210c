"""`visavis insight`: what a network sees of a picture, as files."""

import argparse
import sys
from pathlib import Path

from visavis.cli.command import Commands, Context, Parser, emit, integer, say
from visavis.errors import PictureError
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import usable_card
from visavis.imaging import codec
from visavis.imaging.geometry import labeled_face
from visavis.insight.gallery_files import InsightFiles, check_new, part_name
from visavis.insight.inspection import InsightAnswer, InsightEvent, Inspection
from visavis.insight.subjects import InsightSubject, create_picture_subject, create_subject, published_subject
from visavis.messages import Message
from visavis.people.samples import FaceCrop
from visavis.process.extras import TRAIN


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser(
        "insight", parents=[shared], help="show what a network sees of a picture, and what it looks for"
    )
    parser.description = (
        "Writes pictures and a page: which parts of the face speak for the person, how layers respond, what their "
        "filters look for, pictures that the network takes for a person, and what it learned from. For a model of "
        "whole pictures (--model ID), PICTURE needs no face."
    )
    parser.add_argument("picture", metavar="PICTURE", type=Path, help="a picture with a face")
    parser.add_argument("--out", metavar="DIR", type=Path, required=True, help="a new folder")
    parser.add_argument("--model", metavar="ID", help="a model other than the one in use")
    parser.add_argument(
        "--layer", metavar="NAME", help="show the filters of this layer (listed by visavis models show)"
    )
    parser.add_argument("--filter", metavar="N", type=_filter_number, help="show this filter only, counted from 0")
    parser.add_argument("--class", dest="class_name", metavar="NAME", help="person or class that pictures are made for")
    parser.add_argument("--json", action="store_true", help="one JSON object on stdout")
    parser.set_defaults(command=run)


def run(context: Context, arguments: argparse.Namespace) -> int:
    TRAIN.require(Message("A look into the networks"))
    check_new(arguments.out)
    subject = _find_subject(context, arguments)
    recognized = subject.decide(subject.question.chip) if subject.decide else None
    files = InsightFiles(str(arguments.picture), subject, recognized)

    def take(event: InsightEvent) -> None:
        if isinstance(event, InsightAnswer):
            files.add(event)
            say(f"{part_name(event.part)}: {event.seconds:.1f} s, of the processors {event.cpu_seconds:.1f} s")
        elif sys.stderr.isatty():
            print(f"\r{event.stage}: {event.done} of {event.total} ", end="", file=sys.stderr, flush=True)

    given = {"layer": arguments.layer, "filter": arguments.filter}
    options = [f"--{name}={value}" for name, value in given.items() if value is not None]
    Inspection(context.folders, lambda: [subject], take, options)()
    files.write(arguments.out)
    if arguments.json:
        emit(files.record(arguments.out))
    else:
        print(f"{arguments.out / 'index.html'}")
    return 0


def _find_subject(context: Context, arguments: argparse.Namespace) -> InsightSubject:
    """The network that is looked into, with the chip of the face in the picture."""
    loader = NetworkLoader(context.folders, "cpu", say)
    card = usable_card(loader, arguments.model)
    image = codec.read(arguments.picture)
    if card is not None and card.is_of_pictures:
        return create_picture_subject(loader, card, image, arguments.class_name)
    face = labeled_face(create_detector(loader, STILLS)(image), image.shape[1], image.shape[0])
    if face is None:
        raise PictureError(
            "No face was found in {path}.", hint="Choose a picture that shows a face larger.", path=arguments.picture
        )
    crop = FaceCrop(image, face)
    if card is None:
        say("No model is in use, so the network is shown as published: it knows nobody.")
        return published_subject(loader, crop)
    return create_subject(loader, card, crop, arguments.class_name)


def _filter_number(text: str) -> int:
    value = integer(text)
    if value < 0:
        raise argparse.ArgumentTypeError(f"must be at least 0, not {value}")
    return value
