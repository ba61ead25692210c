"""`visavis strangers`: lists and edits rejections, faces of people who are not enrolled or not a certain person."""

import argparse
import re
from pathlib import Path
from typing import Any

from visavis.cli.command import Commands, Context, Parser, emit, progress, say
from visavis.cli.media.picture_paths import pictures_below
from visavis.errors import PictureError, StoreError
from visavis.escaping import line
from visavis.imaging import codec, media
from visavis.imaging.geometry import labeled_face
from visavis.people.rejections import STRANGERS_SLUG, Rejection, RejectionStore
from visavis.people.samples import sample_cut
from visavis.people.store import PeopleStore
from visavis.recognition import embedding_cache


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser(
        "strangers", parents=[shared], help="list, add and remove faces that must stay unknown"
    )
    actions = parser.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    as_json = Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="one JSON object per picture on stdout")
    parents = [shared, as_json]

    listing = actions.add_parser("list", parents=parents, help="list all, with the people whom they do not show")
    listing.set_defaults(command=_list)

    adding = actions.add_parser("add", parents=parents, help="add pictures of people who are not enrolled")
    adding.add_argument("paths", metavar="PATH", nargs="+", type=Path, help="a picture, or a folder of pictures")
    adding.add_argument(
        "--not", dest="name", metavar="NAME", help="they only do not show this person, but may show another"
    )
    adding.set_defaults(command=_add)

    removing = actions.add_parser("remove", parents=parents, help="delete pictures")
    removing.add_argument(
        "pictures", metavar="PICTURE", nargs="+", help="a path, or the first digits of a hash (see list)"
    )
    removing.set_defaults(command=_remove)


def _list(context: Context, arguments: argparse.Namespace) -> int:
    rejections = _store(context).rejections()
    names = _names(context)
    for rejection in rejections:
        if arguments.json:
            emit(_describe(rejection, names))
        else:
            print(f"{rejection.sample.hash}  {line(rejection.sample.path)}  {_describe_meaning(rejection, names)}")
    if not rejections and not arguments.json:
        print("There are none. Add pictures with visavis strangers add, or samples with visavis people reject.")
    return 0


def _add(context: Context, arguments: argparse.Namespace) -> int:
    from visavis.factory.detectors import STILLS, create_detector
    from visavis.factory.networks import NetworkLoader

    person = PeopleStore(context.folders.people).find(arguments.name) if arguments.name else None
    detect = create_detector(NetworkLoader(context.folders, on_progress=say), STILLS)
    store, names = _store(context), _names(context)
    added = 0
    for path in progress(_picture_paths(arguments.paths), "pictures"):
        try:
            image = codec.read(path)
        except PictureError as error:
            say(f"visavis: {error} Skipped.")
            continue
        face = labeled_face(detect(image), image.shape[1], image.shape[0])
        if face is None:
            say(f"visavis: {path} has no face that was found. Skipped.")
            continue
        rejection = store.add(sample_cut(image, face), person)
        added += 1
        if arguments.json:
            emit({"source": str(path), **_describe(rejection, names)})
    if not added:
        raise StoreError("No picture with a face was found.", hint=media.PICTURE_HINT)
    if not arguments.json:
        print(f"{added} kept as {f'not {person.name}' if person else 'strangers'}. They count at once.")
    return 0


def _remove(context: Context, arguments: argparse.Namespace) -> int:
    store, names = _store(context), _names(context)
    chosen = [_find_rejection(store, given) for given in arguments.pictures]
    store.remove(chosen)
    embedding_cache.delete(context.folders.embeddings, STRANGERS_SLUG)
    for rejection in chosen:
        if arguments.json:
            emit(_describe(rejection, names))
        else:
            print(f"{line(rejection.sample.path)} is deleted.")
    return 0


def _store(context: Context) -> RejectionStore:
    return RejectionStore(context.folders.strangers)


def _names(context: Context) -> dict[str, str]:
    return {person.slug: person.name for person in PeopleStore(context.folders.people).people()}


def _picture_paths(paths: list[Path]) -> list[Path]:
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += pictures_below(path)
        else:
            found.append(path)
    return found


def _find_rejection(store: RejectionStore, given: str) -> Rejection:
    """Find a rejection by its path or the first digits of its hash."""
    rejections = store.rejections()
    found = [each for each in rejections if each.sample.path.resolve() == Path(given).resolve()]
    if not found and re.fullmatch("[0-9a-f]{1,16}", given.lower()):
        found = [each for each in rejections if each.sample.hash.startswith(given.lower())]
    if not found:
        raise StoreError(
            "There is no picture {given} among the strangers.", hint="See: visavis strangers list.", given=given
        )
    if len(found) > 1:
        raise StoreError(
            "{count} pictures begin with {given}.", hint="Give more digits, or the path.", count=len(found), given=given
        )
    return found[0]


def _describe(rejection: Rejection, names: dict[str, str]) -> dict[str, Any]:
    return {
        "path": str(rejection.sample.path),
        "hash": rejection.sample.hash,
        "not": [names.get(slug, slug) for slug in rejection.people],
    }


def _describe_meaning(rejection: Rejection, names: dict[str, str]) -> str:
    return f"not {' or '.join(names.get(slug, slug) for slug in rejection.people)}" if rejection.people else "nobody"
