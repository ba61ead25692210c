"""The autoencoder that removes noise. It has stock Keras layers only, so that it loads without our code.

References
----------
.. [1] Chollet, F. (2016). Building autoencoders in Keras. https://blog.keras.io/building-autoencoders-in-keras.html
.. [2] Zhang, K., Zuo, W., Chen, Y., Meng, D. and Zhang, L. (2017). Beyond a Gaussian denoiser: residual learning of
   deep CNN for image denoising. IEEE Transactions on Image Processing 26(7). doi:10.1109/TIP.2017.2662206
"""

import keras
from keras import layers

#: Filters of all convolutions but the last.
FILTERS = 32
#: Sides of pictures must be multiples of this: two poolings halve them, and two upsamplings double them.
SIDE_STEP = 4
#: Learning rate of Adam: the default of Keras.
RATE = 1e-3


def build_book(height: int | None = 28, width: int | None = 28) -> keras.Model:
    """The autoencoder of the source [1]_: 28,353 parameters, for gray pictures, float32 (n, height, width, 1), 0..1.

    Two convolutions, each with a max-pooling, encode a picture; two, each with an upsampling, decode it, and a last one
    has the sigmoid. The loss is the cross-entropy of each pixel.
    """
    inputs = layers.Input((height, width, 1), name="picture")
    outputs = layers.Conv2D(1, 3, padding="same", activation="sigmoid")(_decode(*_encode(inputs)))
    model = keras.Model(inputs, outputs, name="denoiser_book")
    model.compile(optimizer=keras.optimizers.Adam(RATE), loss="binary_crossentropy", jit_compile=False)
    return model


def build_chip(height: int | None = None, width: int | None = None) -> keras.Model:
    """The autoencoder for chips: RGB, float32 (n, height, width, 3), 0..1, of any size by default.

    It has the convolutions of `build_book`, with 29,507 parameters because of the colors. Two things are added, which
    have no parameters. What the encoder saw at a resolution is added where the decoder has it again; without that, it
    blurs faces to a quarter of their resolution. And the last convolution gives the noise, which is subtracted, and not
    the picture [2]_. The loss is the mean squared error.
    """
    inputs = layers.Input((height, width, 3), name="chip")
    noise = layers.Conv2D(3, 3, padding="same")(_decode(*_encode(inputs), has_skips=True))
    model = keras.Model(inputs, layers.Subtract()([inputs, noise]), name="denoiser_chip")
    model.compile(optimizer=keras.optimizers.Adam(RATE), loss="mean_squared_error", jit_compile=False)
    return model


def _encode(inputs: keras.KerasTensor) -> tuple[keras.KerasTensor, list[keras.KerasTensor]]:
    """What two stages of convolution and pooling make of a picture, and what each had before its pooling."""
    x, before = inputs, []
    for _ in range(2):
        x = layers.Conv2D(FILTERS, 3, padding="same", activation="relu")(x)
        before.append(x)
        x = layers.MaxPooling2D(2, padding="same")(x)
    return x, before


def _decode(x: keras.KerasTensor, before: list[keras.KerasTensor], *, has_skips: bool = False) -> keras.KerasTensor:
    for skip in reversed(before):
        x = layers.Conv2D(FILTERS, 3, padding="same", activation="relu")(x)
        x = layers.UpSampling2D(2)(x)
        if has_skips:
            x = layers.Add()([x, skip])
    return x
