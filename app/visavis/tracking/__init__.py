"""The pipeline with a memory. `Tracker` is the way in; every other module here is a part of it.

A face that was found is followed where it goes (`motion`) by the network that finds landmarks, far cheaper than any
search. Frames are searched, and faces recognized, where and when that pays (`attention`), as far as this computer can
afford it (`governor`). What all looks at one face say together (`evidence`) decides its name, which does not flicker
(`naming`), and holds in a file from the track's start (`hindsight`). One face that takes another's place is noticed
(`identity`), and so is a cut (`scene`). What looks as it did is not asked again soon: a face (`appearance`), and a
picture outside the faces (`novelty`).
"""

from visavis.tracking.backfill import settled
from visavis.tracking.budget import FixedBudget, MeasuredBudget, TimeBudget
from visavis.tracking.schedule import THOROUGH
from visavis.tracking.tracker import Tracker

__all__ = ["THOROUGH", "FixedBudget", "MeasuredBudget", "TimeBudget", "Tracker", "settled"]
