"""Face tracking: the pipeline with memory. `Tracker` is the entry point."""

from visavis.tracking.backfill import backfill_names
from visavis.tracking.budget import FixedBudget, MeasuredBudget, RecordedBudget, TimeBudget
from visavis.tracking.schedule import OFFLINE
from visavis.tracking.tracker import Tracker

__all__ = ["OFFLINE", "FixedBudget", "MeasuredBudget", "RecordedBudget", "TimeBudget", "Tracker", "backfill_names"]
