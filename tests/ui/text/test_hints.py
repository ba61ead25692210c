"""A hint that names a command of the terminal has other words in the window."""

import json
import subprocess
import sys

import pytest

from support.places import ROOT
from visavis.errors import ModelError, PersonNameError
from visavis.messages import Message
from visavis.ui.text import language
from visavis.ui.text.hints import WINDOW_HINTS, translate_hint
from visavis.ui.text.notices import Notice

#: What `tools/texts.py` prints before a template that names a command.
COMMAND = "// names a command: "


@pytest.fixture(scope="module")
def naming_commands():
    paths = [str(path.relative_to(ROOT)) for root in ("app", "training") for path in (ROOT / root).rglob("*.py")]
    command = [sys.executable, "tools/texts.py", *paths]
    found = subprocess.run(command, check=True, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    lines = [line.removeprefix(COMMAND) for line in found.stdout.splitlines() if line.startswith(COMMAND)]
    return {json.loads(line) for line in lines}


def test_every_command_in_a_message_has_words_in_the_window(naming_commands):
    assert naming_commands - WINDOW_HINTS.keys() == set()


def test_the_window_words_no_hint_that_is_gone(naming_commands):
    assert WINDOW_HINTS.keys() - naming_commands == set()


@pytest.mark.parametrize(
    ("hint", "text"),
    [
        (
            ModelError.hint,
            "Train a new one (the page Train), or go back to an older one (Models, in the menu Training).",
        ),
        (Message("Check the cable."), "Check the cable."),
        (Message("Choose another, or merge the two people: visavis people merge."), "Choose another."),
    ],
)
def test_a_hint_in_the_window_s_terms(hint, text):
    assert Notice.of(PersonNameError("The name {name} is taken.", hint=hint, name="Ada")).hint == text


def test_a_hint_that_names_a_command_is_translated(qapp, foreign):
    language.install(qapp, "de")
    hint = translate_hint(ModelError.hint)
    assert "visavis" not in hint
    assert hint.startswith("Trainiere")
