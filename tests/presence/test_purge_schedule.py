"""Purges are due every ten minutes, but not after the calendar jumped ahead."""

from datetime import timedelta

from support.visits import NOON
from visavis.presence.purge_schedule import PurgeSchedule


def dates(schedule, *jumps):
    """Ask every minute for three hours; the minutes in which a purge is due. `jumps` are (minute, hours)."""
    due, offset = [], timedelta()
    for minute in range(180):
        offset += sum((timedelta(hours=hours) for at, hours in jumps if at == minute), timedelta())
        if schedule.is_due(minute * 60.0, NOON + timedelta(minutes=minute) + offset):
            due.append(minute)
    return due


def test_a_purge_is_due_at_the_start_and_every_ten_minutes():
    assert dates(PurgeSchedule()) == list(range(0, 180, 10))


def test_a_calendar_that_jumps_ahead_and_is_set_back_causes_none():
    assert 30 not in dates(PurgeSchedule(), (25, 24 * 400), (35, -24 * 400))


def test_a_calendar_that_stays_ahead_is_believed_later():
    due = dates(PurgeSchedule(), (25, 24))
    assert 30 not in due
    assert 40 in due


def test_a_calendar_that_is_set_back_hinders_nothing():
    assert dates(PurgeSchedule(), (25, -48)) == list(range(0, 180, 10))
