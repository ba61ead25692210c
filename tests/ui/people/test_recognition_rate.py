"""How well people are recognized, as a model's card says."""

import pytest

from support.models import ADA, BOB, publish
from visavis.models.store import ModelStore
from visavis.ui.people.recognition_rate import RecognitionRate, recognition_rates


@pytest.mark.parametrize(("people", "rates"), [((ADA, BOB), {"ada": RecognitionRate(1.0, 8)}), ((ADA,), {})])
def test_one_person_alone_has_no_rate(folders, people, rates):
    card = publish(ModelStore(folders.models), people=people)
    card.metrics["per_person"] = {"Ada": {"probes": 8, "fnir": 0.0}}
    assert recognition_rates(card) == rates
