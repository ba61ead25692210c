"""What `visavis models show` prints about one model."""

from collections.abc import Iterator, Sequence

from visavis.models.card import ModelCard
from visavis.models.description import EpochAccuracy, NetworkLayers

#: Characters of the bar of an epoch.
_BAR = 20


def model_page(
    card: ModelCard, network: NetworkLayers | None, epochs: Sequence[EpochAccuracy], *, in_use: bool
) -> Iterator[str]:
    """Yield the lines: the model, its layers and its learning curves."""
    yield f"{card.id}{', in use' if in_use else ''}{f', retired: {card.retired}' if card.retired else ''}"
    recipe = card.recipe.get("name")
    yield f"network {card.network}{f', recipe {recipe}' if recipe else ''}, created {card.created}"
    what = "classes" if card.is_of_pictures else "people"
    yield f"{what}: {', '.join(card.classes or [person.name for person in card.people])}"
    yield f"input: {card.input.size} x {card.input.size} pixels. Minimum score for a name: {card.threshold:.3f}"
    if network is not None:
        yield ""
        yield from layer_lines(network)
    if epochs:
        yield ""
        yield from epoch_lines(epochs)


def layer_lines(network: NetworkLayers) -> Iterator[str]:
    """Yield the table of the layers."""
    width = max([len(layer.name) for layer in network.layers] + [5])
    kinds = max([len(layer.type) for layer in network.layers] + [4])
    shapes = max([len(layer.shape) for layer in network.layers] + [6])
    yield f"{'layer':{width}}  {'type':{kinds}}  {'output':{shapes}}  {'parameters':>11}"
    for layer in network.layers:
        yield f"{layer.name:{width}}  {layer.type:{kinds}}  {layer.shape:{shapes}}  {layer.parameters:11,}"
    yield f"{len(network.layers)} layers, {network.parameters:,} parameters"


def epoch_lines(epochs: Sequence[EpochAccuracy]) -> Iterator[str]:
    """Yield both learning curves: a line for each epoch; its bar is the share of right answers, of held-out pictures.

    If none were held out, it is that of the pictures that were trained on.
    """
    yield "       trained on      held out"
    yield "epoch    loss   right    loss   right"
    for number, epoch in enumerate(epochs, 1):
        shown = epoch.accuracy if epoch.val_accuracy is None else epoch.val_accuracy
        bar = "#" * round(_BAR * shown) if shown is not None else ""
        yield (
            f"{number:5}  {_loss(epoch.loss)}  {_share(epoch.accuracy)}  {_loss(epoch.val_loss)}  "
            f"{_share(epoch.val_accuracy)}  {bar}"
        ).rstrip()


def _loss(value: float | None) -> str:
    return f"{'-':>6}" if value is None else f"{value:6.3f}"


def _share(value: float | None) -> str:
    return f"{'-':>6}" if value is None else f"{100 * value:5.1f}%"
