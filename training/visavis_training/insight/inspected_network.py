"""A network that is looked into: its layers, and how much a picture looks like each class to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Self

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import keras

#: Smallest side of a map, in pixels. Smaller ones show nothing recognizable.
MIN_SIDE = 4
#: Largest input value of networks that take RGB 0..255; all others take RGB 0..1.
_BYTE = 255.0


@dataclass(frozen=True, slots=True, eq=False)
class InspectedNetwork:
    """A Keras network, taken apart. Pictures are tensors, float32 (n, side, side, 3), RGB 0..1."""

    layers: tuple[keras.layers.Layer, ...]  #: in order; each gets the output of the one before it
    places: dict[str, tuple[Any, Any]]
    """By the name of a layer, the symbolic tensors of its input and its output."""
    inputs: Any  #: the symbolic tensor of the pictures in the network's own range
    max_value: float  #: of `inputs`: RGB in [0, max_value]
    finish: Callable[[Any], Any]
    """From the output of the last layer to (n, classes): logits before the softmax, or cosines."""
    is_classifier: bool  #: whether `finish` gives logits

    @classmethod
    def of_classifier(cls, model: keras.Model) -> Self:
        """Take a network apart that ends with a softmax over classes.

        What answers for the mirrored picture, too, is looked at for the picture itself only.
        """
        import keras

        layers = _layers_of(model)
        last = max(index for index, layer in enumerate(layers) if isinstance(layer, keras.layers.Dense))
        head = layers[last]

        def finish(features: Any) -> Any:
            return keras.ops.matmul(features, head.kernel) + head.bias

        return cls._chain(model, layers[:last], 1.0, finish, is_classifier=True)

    @classmethod
    def of_embedder(cls, trunk: keras.Model, templates: NDArray[np.float32]) -> Self:
        """Take a network apart that embeds faces.

        Parameters
        ----------
        templates : ndarray of float32, shape (people, 128)
            Unit length; there may be none.
        """
        import keras

        columns = keras.ops.convert_to_tensor(np.ascontiguousarray(templates.T))

        def finish(vectors: Any) -> Any:
            return keras.ops.matmul(keras.ops.normalize(vectors, axis=-1, epsilon=1e-6), columns)

        return cls._chain(trunk, _layers_of(trunk), _BYTE, finish, is_classifier=False)

    @classmethod
    def _chain(
        cls,
        model: keras.Model,
        layers: Sequence[keras.layers.Layer],
        max_value: float,
        finish: Callable[[Any], Any],
        *,
        is_classifier: bool,
    ) -> Self:
        """Call the layers one after the other. All our networks are chains up to their last dense layer.

        The tensors that Keras keeps of a layer may belong to another call: loading a network calls its layers again.
        """
        import keras

        x = inputs = keras.layers.Input(model.input_shape[1:])
        places = {}
        for layer in layers:
            y = layer(x)
            places[layer.name] = (x, y)
            x = y
        return cls(tuple(layers), places, inputs, max_value, finish, is_classifier)

    @property
    def side(self) -> int:
        """Side of the input, in pixels."""
        return int(self.inputs.shape[1])

    @property
    def convolutions(self) -> list[keras.layers.Layer]:
        """The convolutions over all colors or channels whose maps are large enough to show something, in order."""
        import keras

        return [layer for layer in self.spatial_layers if type(layer) is keras.layers.Conv2D]

    @property
    def shown_layers(self) -> list[keras.layers.Layer]:
        """The layers whose activations are worth looking at: the nonlinearity after each convolution."""
        import keras

        def is_shown(layer: Any) -> bool:
            if isinstance(layer, keras.layers.Conv2D):
                return layer.activation is not keras.activations.linear  # else a later layer is its activation
            return isinstance(layer, keras.layers.Activation | keras.layers.PReLU)

        return [layer for layer in self.spatial_layers if is_shown(layer)]

    @property
    def spatial_layers(self) -> list[keras.layers.Layer]:
        """All layers with maps of at least `MIN_SIDE`, in order."""
        shapes = {layer.name: self.places[layer.name][1].shape for layer in self.layers}
        return [layer for layer in self.layers if len(shapes[layer.name]) == 4 and shapes[layer.name][1] >= MIN_SIDE]

    def filter_count(self, layer: keras.layers.Layer) -> int:
        """Number of filters of a layer: of maps, or channels."""
        return int(self.places[layer.name][1].shape[-1])

    def scorer(self) -> Callable[[Any], Any]:
        """What computes the scores of pictures, (n, classes)."""
        inner = self._run(self.places[self.layers[-1].name][1])
        return lambda pictures: self.finish(inner(pictures))

    def split_at(self, layer: keras.layers.Layer) -> tuple[Callable[[Any], Any], Callable[[Any], Any]]:
        """What computes the maps of a layer, (n, height, width, channels), and what computes the scores from them."""
        import keras

        maps = self.places[layer.name][1]
        rest = keras.Model(maps, self.places[self.layers[-1].name][1])
        return self._run(maps), lambda maps: self.finish(rest(maps, training=False))

    def activations(self, layers: Sequence[keras.layers.Layer], pictures: Any) -> list[Any]:
        """The outputs of layers for pictures, each (n, height, width, channels)."""
        outputs = self._run([self.places[layer.name][1] for layer in layers])(pictures)
        return list(outputs) if isinstance(outputs, list | tuple) else [outputs]

    def filter_responses(self, layer: keras.layers.Layer) -> Callable[[Any], Any]:
        """What computes the maps of the filters of a layer, (n, height, width, filters).

        Of a convolution, before its nonlinearity: below 0 that has no gradient, and an ascent could not begin.
        """
        import keras

        before, after = self.places[layer.name]
        if not isinstance(layer, keras.layers.Conv2D) or layer.activation is keras.activations.linear:
            return self._run(after)
        run = self._run(before)
        bias = layer.bias if layer.use_bias else 0.0
        return lambda pictures: keras.ops.conv(run(pictures), layer.kernel, layer.strides, layer.padding) + bias

    def _run(self, outputs: Any) -> Callable[[Any], Any]:
        import keras

        inner = keras.Model(self.inputs, outputs)
        return lambda pictures: inner(pictures * self.max_value, training=False)


def _layers_of(model: keras.Model) -> list[keras.layers.Layer]:
    import keras

    return [layer for layer in model.layers if not isinstance(layer, keras.layers.InputLayer)]
