"""The layers of a network come from a process; what goes wrong there is a sentence."""

import sys

import pytest

from visavis.errors import ModelError
from visavis.training_client.layer_table import read_layers


def read(folders, program):
    return read_layers(folders, folders.models / "m" / "model.keras", lambda *_: [sys.executable, "-c", program])


def test_the_printed_layers_are_read(folders):
    row = '{"name": "a", "type": "Dense", "output": [null, 2], "parameters": 6}'
    found = read(folders, f"""print('{{"event": "layers", "layers": [{row}], "parameters": 7}}')""")
    [layer] = found.layers
    assert (layer.name, layer.shape, layer.parameters, found.parameters) == ("a", "? x 2", 6, 7)


@pytest.mark.parametrize(
    ("program", "sentence"),
    [
        ("""print('{"event": "failed", "error": "It is broken.", "hint": ""}')""", "It is broken"),
        ("""print('{"event": "layers", "layers": 3}')""", "could not be read"),
        ("raise SystemExit(1)", "could not be read"),
    ],
)
def test_what_goes_wrong_is_said(folders, program, sentence):
    with pytest.raises(ModelError, match=sentence):
        read(folders, program)
