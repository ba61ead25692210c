"""Models in a store, published without training."""

import json

from support.fakes import searched
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import REPORT_FILE, ModelStore
from visavis.people.store import PeopleStore
from visavis.scoring.calibration import Calibration

ADA, BOB = Member("ada", "Ada"), Member("bob", "Bob")


def publish(store, model_id="20260101-000000-cnn64", people=(ADA, BOB), content=b"weights"):
    card = ModelCard(
        id=model_id,
        network="cnn64",
        created="2026-01-01T00:00:00Z",
        people=people,
        input=InputSpec("chip", 1, 64),
        threshold=0.7,
        calibration=Calibration(2.0, -1.0),
        data={person.slug: ["0123"] for person in people},
        metrics={"closed_set_accuracy": 0.5},
    )
    with store.staging_folder() as folder:
        (folder / "model.keras").write_bytes(content)
        (folder / "report").mkdir()
        (folder / "report" / "report.json").write_text("{}")
        return store.publish(folder, card)


def publish_with_report(folders):
    """A model of Ada and Bob, in use, with the report of two searches."""
    store = ModelStore(folders.models)
    enrolled = PeopleStore(folders.people).people()
    members = tuple(Member(person.slug, person.name) for person in enrolled)
    card = publish(store, people=members)
    searches = [searched("Ada", "Ada", "Ada", 0.9), searched("Bob", None, "Bob", 0.3)]
    report = {
        "version": 1,
        "kind": "training",
        "model": card.id,
        "network": "cnn64",
        "gallery": 2,
        "threshold": 0.7,
        "measured": "2026-01-01T00:00:00+00:00",
        "suspects": {},
        "doubled": [],
        "notes": [],
        "searches": [search.record() for search in searches],
    }
    store.path(card.id, REPORT_FILE).write_text(json.dumps(report))
    return card.id
