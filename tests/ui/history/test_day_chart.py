"""The chart of a day: where the bars of its visits lie, and what it says of them."""

from datetime import date, datetime, timedelta

import pytest

from visavis.sightings.sighting import Sighting
from visavis.ui.history.day_chart import DayChart, lanes_of
from visavis.ui.history.visit_rows import VisitRow

DAY = date(2026, 11, 25)


def row(name, hour, hours, days=0):
    first = datetime(2026, 11, 25, tzinfo=None).astimezone() + timedelta(days=days, hours=hour)
    return VisitRow(Sighting(name, "Desk", first, first + timedelta(hours=hours), 0.9, name.lower()))


def test_a_bar_reaches_from_begin_to_end_of_a_visit():
    [lane] = lanes_of([row("Ada", 6, 6), row("Ada", 18, 3), row("Ada", 6, 1, days=1)], DAY)
    assert lane.who == "Ada"
    assert lane.bars == (pytest.approx((0.25, 0.5)), pytest.approx((0.75, 0.875)))


def test_a_visit_over_midnight_is_on_both_days():
    rows = [row("Ada", 22, 4)]
    assert lanes_of(rows, DAY)[0].bars == (pytest.approx((22 / 24, 1.0)),)
    assert lanes_of(rows, DAY + timedelta(days=1))[0].bars == (pytest.approx((0.0, 2 / 24)),)


def test_who_came_most_often_is_first_and_the_rest_is_counted(qtbot):
    chart = DayChart()
    qtbot.addWidget(chart)
    rows = [row(name, hour, 0.5) for number, name in enumerate("ABCDEF") for hour in range(1, 8 - number)]
    chart.show_day(rows, DAY)
    assert [lane.who for lane in chart.lanes] == list("ABCDEF")
    assert "27 visits; the 4 people with the most" in chart.accessibleDescription()
    assert "A: 7 visits" in chart.accessibleDescription()
    chart.resize(500, chart.sizeHint().height())
    assert not chart.grab().isNull()


def test_a_day_without_visits_has_no_chart(qtbot):
    chart = DayChart()
    qtbot.addWidget(chart)
    chart.show_day([row("Ada", 1, 1)], DAY + timedelta(days=3))
    assert chart.isHidden()
