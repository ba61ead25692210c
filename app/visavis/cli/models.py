"""`visavis models`: lists models, and chooses the one in use."""

import argparse
from typing import Any

from visavis.cli.command import Commands, Context, Parser, emit, report, say_error
from visavis.errors import ModelError
from visavis.escaping import line
from visavis.models.card import ModelCard
from visavis.models.store import ModelStore


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("models", parents=[shared], help="list, use, roll back and remove models")
    actions = parser.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    as_json = Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="one JSON object per model on stdout")
    parents = [shared, as_json]
    listing = actions.add_parser("list", parents=parents, help="list all models, oldest first; * marks the one in use")
    listing.set_defaults(command=_list)
    using = actions.add_parser("use", parents=parents, help="use a model from now on")
    using.add_argument("id", metavar="ID")
    using.set_defaults(command=_use)
    back = actions.add_parser("rollback", parents=parents, help="use the previous model again")
    back.set_defaults(command=_rollback)
    removal = actions.add_parser("remove", parents=parents, help="delete a model that is not in use")
    removal.add_argument("id", metavar="ID")
    removal.set_defaults(command=_remove)


def _list(context: Context, arguments: argparse.Namespace) -> int:
    store = ModelStore(context.folders.models)
    try:
        current = store.current_id()
    except ModelError as error:  # the list is needed to choose another
        say_error(error)
        current = None
    for model_id in store.ids():
        try:
            card = store.card(model_id)
        except ModelError as error:
            row = {"id": model_id, "current": model_id == current, "broken": str(error)}
            text = f"broken: {error}"
        else:
            row = _describe(card, current=model_id == current)
            people = "1 person" if len(card.people) == 1 else f"{len(card.people)} people"
            text = f"retired: {card.retired}" if card.retired else f"{card.network}, {people}"
        if arguments.json:
            emit(row)
        else:
            print(f"{'*' if model_id == current else ' '} {model_id}  {line(text)}")
    if not arguments.json and not store.ids():
        print("There are no models yet. Train one: visavis train.")
    return 0


def _use(context: Context, arguments: argparse.Namespace) -> int:
    card = ModelStore(context.folders.models).use(arguments.id)
    return report(arguments, _describe(card, current=True), f"{card.id} is in use.")


def _rollback(context: Context, arguments: argparse.Namespace) -> int:
    card = ModelStore(context.folders.models).rollback()
    return report(arguments, _describe(card, current=True), f"{card.id} is in use again.")


def _remove(context: Context, arguments: argparse.Namespace) -> int:
    ModelStore(context.folders.models).remove(arguments.id)
    return report(arguments, {"id": arguments.id, "removed": True}, f"{arguments.id} was removed.")


def _describe(card: ModelCard, *, current: bool) -> dict[str, Any]:
    return {
        "id": card.id,
        "current": current,
        "network": card.network,
        "created": card.created,
        "people": [person.name for person in card.people],
        "threshold": card.threshold,
        "metrics": card.metrics,
        "retired": card.retired,
    }
