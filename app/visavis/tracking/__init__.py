"""The pipeline with a memory. `Follower` is the way in; every other module here is a part of it.

A face that was found is followed where it goes (`motion`) by the network that finds landmarks, far cheaper than any
search. Frames are searched, and faces recognized, where and when that pays (`attention`), as far as this computer can
afford it (`governor`). What all looks at one face say together (`evidence`) decides its name, which does not flicker
(`naming`), and holds in a file from the track's start (`hindsight`). One face that takes another's place is noticed
(`identity`), and so is a cut (`scene`). What looks as it did is not asked again soon: a face (`appearance`), and a
picture outside the faces (`novelty`).
"""

from visavis.tracking.backfill import settled
from visavis.tracking.budget import Governor, Measured, Steady
from visavis.tracking.follower import Follower
from visavis.tracking.schedule import THOROUGH

__all__ = ["THOROUGH", "Follower", "Governor", "Measured", "Steady", "settled"]
