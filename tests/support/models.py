"""Models in a store, published without training."""

from visavis.models.card import InputSpec, Member, ModelCard
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
