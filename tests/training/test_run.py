"""A training checks at its start what would fail at its end."""

from datetime import UTC, datetime

import pytest

from visavis.errors import TrainingError
from visavis_training import run


@pytest.mark.parametrize("year", [1970, 1979, 2108, 9999])
def test_a_clock_that_no_archive_can_hold_is_one_sentence(year):
    with pytest.raises(TrainingError, match=f"The clock is at {year}: no model can be written then."):
        run.require_clock(datetime(year, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("year", [1980, 2026, 2107])
def test_any_other_clock_is_fine(year):
    run.require_clock(datetime(year, 12, 31, tzinfo=UTC))
