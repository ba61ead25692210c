"""How well a model recognizes each of its people, as its card says."""

from dataclasses import dataclass

from visavis.models.card import ModelCard


@dataclass(frozen=True, slots=True)
class RecognitionRate:
    """Result of recognizing held-out pictures of one person."""

    recall: float  #: share of the pictures that got the right name, 0..1
    pictures: int  #: number of held-out pictures

    @property
    def percent(self) -> int:
        """In whole percent; 100 only if no picture was missed."""
        return min(round(100 * self.recall), 99) if self.recall < 1 else 100


def recognition_rates(card: ModelCard) -> dict[str, RecognitionRate]:
    """Rates by slug, for the people of a model that had held-out pictures; none of a model that knows one person.

    Whoever is alone is mistaken for nobody, so a rate would promise too much.
    """
    if len(card.people) == 1:
        return {}
    slugs = {member.name: member.slug for member in card.people}
    rates = {}
    for name, figures in card.metrics.get("per_person", {}).items():
        fnir, probes = figures.get("fnir"), figures.get("probes")
        if name in slugs and fnir is not None and probes:
            rates[slugs[name]] = RecognitionRate(1 - fnir, probes)
    return rates
