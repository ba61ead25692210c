"""O-Net: a crop that may show a face to five landmarks and the probability of a face. Read from the published file.

It is the third network of MTCNN [1]_. The package `mtcnn` (MIT) has its weights as a joblib dump in an LZ4 frame [2]_.
Such a dump is a pickle with the bytes of arrays between its instructions. Unpickling a file runs any code that the file
names. This reader runs nothing: it lists the instructions with the standard library and takes the arrays, whose shapes
are known.

References
----------
.. [1] Zhang, K., Zhang, Z., Li, Z. and Qiao, Y. (2016). Joint face detection and alignment using multitask cascaded
   convolutional networks. IEEE Signal Processing Letters 23(10). doi:10.1109/LSP.2016.2603342
.. [2] LZ4 frame format description, version 1.6.
"""

import io
import math
import pickletools
from collections.abc import Iterator, Sequence

import numpy as np

from visavis.errors import ModelError
from visavis.networks.sequential import (
    Convolution,
    FullyConnected,
    Layer,
    MaxPooling,
    ParametricRelu,
    Scaling,
    SequentialNetwork,
    Weights,
)

#: Side of the crop, in pixels.
SIDE = 48
#: Number of outputs.
OUTPUTS = 15
#: Shapes of the arrays in the file: kernel, bias and slopes of four convolutions and of a fully connected layer, then
#: kernel and bias of the heads for the box, the landmarks and the face.
_SHAPES: tuple[tuple[int, ...], ...] = (
    *((3, 3, 3, 32), (32,), (1, 1, 32)),
    *((3, 3, 32, 64), (64,), (1, 1, 64)),
    *((3, 3, 64, 64), (64,), (1, 1, 64)),
    *((2, 2, 64, 128), (128,), (1, 1, 128)),
    *((1152, 256), (256,), (256,)),
    *((256, 4), (4,), (256, 10), (10,), (256, 2), (2,)),
)
#: Max-pooling after each convolution.
_POOLS = (MaxPooling(3, is_padded=True), MaxPooling(3, is_padded=False), MaxPooling(2, is_padded=True), None)
#: Side of the last maps, in pixels.
_LAST_SIDE = 3
#: First bytes of an LZ4 frame [2]_.
_LZ4 = b"\x04\x22\x4d\x18"
#: Flag of a frame that needs a dictionary.
_NEEDS_DICTIONARY = 0x01
#: Flag of a frame that states its size, which takes eight bytes.
_HAS_SIZE = 0x08
#: Flag of a frame whose blocks have checksums of four bytes.
_HAS_BLOCK_CHECKSUMS = 0x10
#: Bit in the size of a block that is stored without compression.
_IS_STORED = 1 << 31


def parse(content: bytes) -> SequentialNetwork:
    """Read O-Net from the content of the file in the package.

    Returns
    -------
    SequentialNetwork
        From float32 (48, 48, 3), RGB 0..255, to float32 (15,): x and y of five landmarks (`Face.landmarks`), the
        offsets of the left, top, right and bottom of the face from those of the crop, both as shares of the side of the
        crop, and the probability of a face, 0..1.

    Raises
    ------
    ModelError
        If it is not this file.
    """
    try:
        arrays = list(_arrays(_unpack(content)))
        return SequentialNetwork("onet", (SIDE, SIDE, 3), tuple(_layers(arrays)))
    except (ValueError, IndexError) as error:
        raise ModelError("The file with the weights of {name} is not the published one.", name="onet") from error


def _layers(arrays: Sequence[Weights]) -> Iterator[Layer]:
    yield Scaling(1 / 128, -127.5 / 128)
    for number, pool in enumerate(_POOLS):
        kernel, bias, slopes = arrays[3 * number : 3 * number + 3]
        yield Convolution(kernel, bias)
        yield ParametricRelu(slopes.ravel())
        if pool:
            yield pool
    kernel, bias, slopes = arrays[12:15]
    # the published kernel takes maps that were flattened by columns
    by_rows = kernel.reshape(_LAST_SIDE, _LAST_SIDE, -1, len(bias)).transpose(1, 0, 2, 3).reshape(kernel.shape)
    yield FullyConnected(by_rows, bias)
    yield ParametricRelu(slopes)
    heads = zip(*(arrays[start : start + 2] for start in (15, 17, 19)), strict=True)
    # the softmax of two outputs is the logistic function of their difference
    kernel, bias = (
        np.concatenate([_interleave(landmarks), box, face[..., 1:] - face[..., :1]], axis=-1)
        for box, landmarks, face in heads
    )
    yield FullyConnected(kernel, bias, probabilities=1)


def _interleave(values: Weights) -> Weights:
    """Change the order on the last axis from x1 x2 ... y1 y2 ... to x1 y1 x2 y2 ..."""
    return values.reshape(*values.shape[:-1], 2, 5).swapaxes(-1, -2).reshape(values.shape)


def _arrays(pickled: bytes) -> Iterator[Weights]:
    """Yield the arrays of a joblib dump.

    After the BUILD instruction of an array's description come one byte, as many bytes of padding as it says, and the
    bytes of the array.
    """
    stream = io.BytesIO(pickled)
    shapes = iter(_SHAPES)
    count = 0
    previous = ""
    for instruction, _, _ in pickletools.genops(stream):  # continues wherever the stream is
        is_array = (previous, instruction.name) == ("SETITEMS", "BUILD")  # not the BUILD of an element type
        previous = instruction.name
        if not is_array:
            continue
        shape = next(shapes, None)
        if shape is None:
            raise ValueError("more arrays than expected")
        [padding] = stream.read(1)
        stream.seek(padding, io.SEEK_CUR)
        yield np.frombuffer(stream.read(4 * math.prod(shape)), "<f4").reshape(shape)
        count += 1
    if count < len(_SHAPES):
        raise ValueError("fewer arrays than expected")


def _unpack(content: bytes) -> bytes:
    """Return the content of an LZ4 frame whose blocks are all stored: weights are too random to be compressed."""
    flags = content[len(_LZ4)]
    if not content.startswith(_LZ4) or flags & _NEEDS_DICTIONARY:
        raise ValueError("not an LZ4 frame")
    # the flags, the block size and the checksum of the header take a byte each
    position = len(_LZ4) + 3 + (8 if flags & _HAS_SIZE else 0)
    blocks: list[bytes] = []
    while header := int.from_bytes(content[position : position + 4], "little"):
        size = header & ~_IS_STORED
        block = content[position + 4 : position + 4 + size]
        if len(block) < size:
            raise ValueError("the file is truncated")
        if not header & _IS_STORED:
            raise ValueError("a block is compressed")
        blocks.append(block)
        position += 4 + size + (4 if flags & _HAS_BLOCK_CHECKSUMS else 0)
    return b"".join(blocks)
