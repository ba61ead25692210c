"""The card of an `embedding` model, as training and migration begin it."""

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from visavis.faces import alignment
from visavis.models import threshold
from visavis.models.card import InputSpec, Member, ModelCard
from visavis.networks import published
from visavis.networks.published import NetworkCard
from visavis.people.person import Person
from visavis.scoring.thresholds import Strangers


def draft_embedding_card(
    model_id: str, people: Sequence[Person], data: Mapping[str, Sequence[str]], strangers: Strangers
) -> ModelCard:
    """Return the card of a model of the published network, still without a fitted threshold and metrics.

    Parameters
    ----------
    model_id : str
        `ModelStore.new_id`.
    people : sequence of Person
        In the order of the templates.
    data : mapping
        The hashes of the samples used, by slug.
    strangers : Strangers
        The distribution of strangers' cosines, which gives the calibration.
    """
    calibration = strangers.calibration
    return ModelCard(
        id=model_id,
        network="embedding",
        created=datetime.now(UTC).isoformat(timespec="seconds"),
        people=tuple(Member(person.slug, person.name) for person in people),
        input=InputSpec("aligned chip", alignment.EMBEDDING_INPUT_VERSION, alignment.CHIP_SIDE),
        threshold=0.5,
        margin=threshold.MARGIN * calibration.slope,
        calibration=calibration,
        recipe={"network": "embedding"},
        data={slug: list(hashes) for slug, hashes in data.items()},
        network_id=NetworkCard.load(published.EMBEDDING).id,
        strangers=strangers,
    )
