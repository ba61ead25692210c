"""`visavis models`: lists models, shows one, and chooses the one in use."""

import argparse
from typing import Any

from visavis.cli.command import Commands, Context, Parser, emit, report, say, say_error
from visavis.cli.model_page import model_page
from visavis.errors import ModelError, VisavisError
from visavis.escaping import line
from visavis.models.card import ModelCard
from visavis.models.description import ModelDescription, NetworkLayers
from visavis.models.store import NETWORK_FILE, ModelStore
from visavis.training_client.layer_table import read_layers


def add(commands: "Commands[Parser]", shared: Parser) -> None:
    parser = commands.add_parser("models", parents=[shared], help="list, show, use, roll back and remove models")
    actions = parser.add_subparsers(metavar="ACTION", required=True, parser_class=Parser)
    as_json = Parser(add_help=False)
    as_json.add_argument("--json", action="store_true", help="one JSON object per model on stdout")
    parents = [shared, as_json]
    listing = actions.add_parser("list", parents=parents, help="list all models, oldest first; * marks the one in use")
    listing.set_defaults(command=_list)
    showing = actions.add_parser(
        "show", parents=parents, help="show the layers of a model's network, its parameters and how it learned"
    )
    showing.add_argument("id", metavar="ID", nargs="?", help="default: the model in use")
    showing.set_defaults(command=_show)
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
            text = f"retired: {card.retired}" if card.retired else f"{card.network}, {_count_known(card)}"
        if arguments.json:
            emit(row)
        else:
            print(f"{'*' if model_id == current else ' '} {model_id}  {line(text)}")
    if not arguments.json and not store.ids():
        print("There are no models yet. Train one: visavis train.")
    return 0


def _show(context: Context, arguments: argparse.Namespace) -> int:
    store = ModelStore(context.folders.models)
    current = store.current_id()
    model_id = arguments.id or current
    if model_id is None:
        raise ModelError("No model is in use.", hint="Train one with visavis train, or name one: visavis models list.")
    card = store.card(model_id)
    description = ModelDescription.load(store, model_id)
    network = description.network or _read_layers(context, card)
    if arguments.json:
        emit(
            {
                **_describe(card, current=model_id == current),
                "recipe": card.recipe,
                "measured_on": card.measured_on,
                "layers": [layer.record() for layer in network.layers] if network else None,
                "parameters": network.parameters if network else None,
                "epochs": [{"epoch": number, **each.record()} for number, each in enumerate(description.epochs, 1)],
            }
        )
        return 0
    for text in model_page(card, network, description.epochs, in_use=model_id == current):
        print(line(text) if text else "")
    return 0


def _read_layers(context: Context, card: ModelCard) -> NetworkLayers | None:
    """The layers, where the report does not list them; None, and a sentence on stderr, if they cannot be had."""
    path = ModelStore(context.folders.models).path(card.id, NETWORK_FILE)
    if NETWORK_FILE not in card.files:
        say(f"Model {card.id} has no Keras network, so its layers are not listed.")
        return None
    try:
        return read_layers(context.folders, path)
    except VisavisError as error:
        say_error(error)
        return None


def _use(context: Context, arguments: argparse.Namespace) -> int:
    card = ModelStore(context.folders.models).use(arguments.id)
    return report(arguments, _describe(card, current=True), f"{card.id} is in use.")


def _rollback(context: Context, arguments: argparse.Namespace) -> int:
    card = ModelStore(context.folders.models).rollback()
    return report(arguments, _describe(card, current=True), f"{card.id} is in use again.")


def _remove(context: Context, arguments: argparse.Namespace) -> int:
    ModelStore(context.folders.models).remove(arguments.id)
    return report(arguments, {"id": arguments.id, "removed": True}, f"{arguments.id} was removed.")


def _count_known(card: ModelCard) -> str:
    """How many people a model knows, or how many classes of whole pictures."""
    if card.is_of_pictures:
        return f"{len(card.classes)} classes of whole pictures"
    return "1 person" if len(card.people) == 1 else f"{len(card.people)} people"


def _describe(card: ModelCard, *, current: bool) -> dict[str, Any]:
    return {
        "id": card.id,
        "current": current,
        "network": card.network,
        "created": card.created,
        "people": [person.name for person in card.people],
        "classes": list(card.classes),
        "threshold": card.threshold,
        "metrics": card.metrics,
        "retired": card.retired,
    }
