"""How many strangers are named where 5, 1 or 0.1 % are asked for, with people and strangers not fitted to.

People and strangers are split in halves. The figures of strangers' cosines are fitted on one half, and galleries of the
other half are searched for that half's strangers, with the program's own functions. Then the halves change places.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from visavis.models.threshold import MARGIN, best_log_odds
from visavis.recognition.embedder import Vectors
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.gallery import gallery_traits, template
from visavis.scoring.calibration import Calibration
from visavis.scoring.log_odds import log_odds
from visavis.scoring.own_searches import OwnSearches
from visavis.scoring.stranger_rates import StrangerRates
from visavis.scoring.thresholds import TARGET_FPIR, StrangerFigures
from visavis_training.fitting.strangers import CalibrationSet, draw_samples, fit_strangers

#: The asked shares of strangers.
ASKED = tuple(TARGET_FPIR.values())
#: Bootstrap samples behind an interval.
_RESAMPLES = 1000


@dataclass(frozen=True, slots=True)
class Design:
    """One cell of the table: what is enrolled, what is searched for, and how much of it."""

    enrolled: str  #: kind of the enrolled pictures
    searched: str  #: kind of the searched ones
    people: int  #: in the gallery
    samples: int  #: per person


@dataclass(slots=True, eq=False)
class Happened:
    """What happened where shares of strangers were asked for, counted by stranger and by enrolled person."""

    named: NDArray[np.float64]  #: (asked, people, strangers) how often a stranger was given a person's name
    searched: NDArray[np.float64]
    """(people, strangers) how often a stranger was searched for in a gallery with a person, divided by its size."""
    missed: NDArray[np.float64] = field(default_factory=lambda: np.zeros(len(ASKED)))
    """(asked,) searches for enrolled people who were not given their name."""
    mistaken: NDArray[np.float64] = field(default_factory=lambda: np.zeros(len(ASKED)))
    """(asked,) those of them that were given another's."""
    probes: int = 0  #: searches for enrolled people

    @classmethod
    def empty(cls, people: int, strangers: int) -> "Happened":
        """Return counts of no search."""
        return cls(np.zeros((len(ASKED), people, strangers)), np.zeros((people, strangers)))

    @property
    def searches(self) -> int:
        """Number of searches for strangers."""
        return round(float(self.searched.sum()))

    @property
    def shares(self) -> NDArray[np.float64]:
        """(asked,) share of strangers who were named."""
        return np.asarray(self.named.sum(axis=(1, 2)) / self.searched.sum())

    def intervals(self, random: np.random.Generator) -> NDArray[np.float64]:
        """Return 95 % intervals of the shares, (asked, 2): people and strangers are drawn again, both at once [1]_.

        If nobody was named, the upper end is 3 / n for n pairs of a stranger and a gallery's share of people.

        References
        ----------
        .. [1] Owen, A. B. (2007). The pigeonhole bootstrap. Annals of Applied Statistics 1(2).
        """
        people, strangers = self.searched.shape
        by_person = random.multinomial(people, np.full(people, 1 / people), _RESAMPLES).astype(np.float64)
        by_stranger = random.multinomial(strangers, np.full(strangers, 1 / strangers), _RESAMPLES).astype(np.float64)
        searched = np.einsum("rp,ps,rs->r", by_person, self.searched, by_stranger)
        named = np.einsum("rp,aps,rs->ar", by_person, self.named, by_stranger)
        ends = np.quantile(named / np.maximum(searched, 1e-12), [0.025, 0.975], axis=1).T
        per_pair = self.searched.sum() / np.maximum((self.searched > 0).sum(), 1)
        nothing = 3 * per_pair / self.searched.sum()
        return np.where(self.named.sum(axis=(1, 2))[:, np.newaxis] > 0, ends, np.array([0.0, min(nothing, 1.0)]))


def measure_asked(
    kinds: Mapping[str, CalibrationSet],
    designs: Sequence[Design],
    fitted: Sequence[str],
    *,
    splits: int,
    galleries: int,
    seed: int = 0,
) -> dict[Design, Happened]:
    """Count what happens, over random splits in halves.

    A gallery with more people than a half has is drawn from all people: then only the strangers are new.

    Parameters
    ----------
    kinds : mapping
        People and strangers by kind of picture; the same in all kinds.
    fitted : sequence of str
        The kinds that the figures are fitted to.
    splits : int
        Number of splits; each gives two halves to fit and two to search.
    galleries : int
        Galleries drawn for each half and design.
    """
    names = sorted(set.intersection(*(set(kind.people) for kind in kinds.values())))
    strangers = sorted({key for kind in kinds.values() for key in kind.strangers.hashes})
    counts = {design: Happened.empty(len(names), len(strangers)) for design in designs}
    random = np.random.default_rng(seed)
    for _ in range(splits):
        orders = random.permutation(len(names)), random.permutation(len(strangers))
        for side in (0, 1):
            (known, new), (known_strangers, new_strangers) = (np.roll(np.array_split(each, 2), side) for each in orders)
            chosen = [strangers[index] for index in known_strangers]
            halves = [kinds[kind].select([names[index] for index in known], chosen) for kind in fitted]
            figures = fit_strangers(halves, seed)
            for design, happened in counts.items():
                pool = new if design.people <= len(new) else np.arange(len(names))
                search = _Search(kinds[design.enrolled], kinds[design.searched], figures, names, strangers)
                for _ in range(galleries):
                    members = random.choice(pool, design.people, replace=False)
                    search.run(members, new_strangers, design.samples, happened, random)
    return counts


@dataclass(frozen=True, slots=True, eq=False)
class _Search:
    """Searches galleries as the program does."""

    enrolled: CalibrationSet
    searched: CalibrationSet
    figures: StrangerFigures
    names: Sequence[str]
    strangers: Sequence[str]

    def run(
        self,
        members: NDArray[np.intp],
        strangers: NDArray[np.intp],
        samples: int,
        happened: Happened,
        random: np.random.Generator,
    ) -> None:
        """Enroll people, search for strangers and for the people's other pictures, and count.

        Parameters
        ----------
        members, strangers : ndarray of int
            Indexes of the names and the strangers.
        """
        own = [draw_samples(self.enrolled.people[self.names[member]], samples, random) for member in members]
        templates = np.stack([template(each)[0] for each in own])
        calibration, rates = self._learn(own, templates)
        margin = MARGIN * calibration.slope
        lines = np.array([log_odds(rates.threshold(len(own), fpir)) for fpir in ASKED])

        def answers(vectors: NDArray[np.float32]) -> tuple[NDArray[np.intp], NDArray[np.bool_]]:
            """The best candidate for each vector, and whether it is named, (asked, vectors)."""
            cosines = vectors @ templates.T
            best = np.array([best_log_odds(calibration, margin, row) for row in cosines])
            return cosines.argmax(axis=1), best >= lines[:, np.newaxis]

        rows = {key: row for row, key in enumerate(self.searched.strangers.hashes)}
        present = [index for index in strangers if self.strangers[index] in rows]
        vectors = self.searched.strangers.vectors[[rows[self.strangers[index]] for index in present]]
        best, is_named = answers(vectors)
        happened.searched[np.ix_(members, present)] += 1 / len(members)
        for asked, named in enumerate(is_named):
            np.add.at(happened.named[asked], (members[best[named]], np.array(present)[named]), 1)
        for truth, (member, enrolled) in enumerate(zip(members, own, strict=True)):
            everything = self.searched.people[self.names[member]]
            probes = everything.select([key not in enrolled.hashes for key in everything.hashes])
            if not len(probes):
                continue
            best, is_named = answers(probes.vectors)
            happened.probes += len(probes)
            happened.missed += (~(is_named & (best == truth))).sum(axis=1)
            happened.mistaken += (is_named & (best != truth)).sum(axis=1)

    def _learn(self, own: Sequence[SampleEmbeddings], templates: Vectors) -> tuple[Calibration, StrangerRates]:
        """The calibration of a gallery, and how many strangers it names."""
        strangers = self.figures.strangers(gallery_traits(own))
        if len(own) == 1:
            return strangers.calibration, StrangerRates(strangers.calibration, strangers)
        impostors = [each.vectors @ np.delete(templates, row, axis=0).T for row, each in enumerate(own)]
        strangers = self.figures.agreed_strangers(strangers, float(np.concatenate(impostors).mean()), len(own))
        calibration = strangers.calibration
        margin = MARGIN * calibration.slope
        best = [best_log_odds(calibration, margin, row) for cosines in impostors for row in cosines]
        who = np.repeat(np.arange(len(own)), [len(each) for each in own])
        searches = OwnSearches.from_scores(len(own) - 1, np.array(best), who.tolist())
        return calibration, StrangerRates(calibration, strangers, searches)
