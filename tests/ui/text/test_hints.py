"""Nobody in front of the window is told to type a command that the window has a place for."""

import pytest

from visavis.errors import ModelError, PersonNameError
from visavis.ui.text.notices import Notice


@pytest.mark.parametrize(
    ("hint", "said"),
    [
        (
            ModelError.hint,
            "Train a new one (the page Train), or go back to an older one (Models, in the menu Training).",
        ),
        ("Check the cable.", "Check the cable."),
        ("Choose another, or make the two one: visavis people merge.", "Choose another."),
    ],
)
def test_a_hint_in_the_window_s_terms(hint, said):
    assert Notice.of(PersonNameError("The name Ada is taken.", hint=hint)).hint == said
