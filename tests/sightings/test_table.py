"""The table of visits: the columns of the JSON, and no formulas."""

import csv
import io
from dataclasses import replace

from support.visits import NOON
from visavis.sightings.sighting import Sighting
from visavis.sightings.table import to_csv, with_names

ADA = Sighting("Ada", "camera", NOON, NOON, 0.9, "ada")
GUEST = Sighting(None, "=1+1", NOON, NOON, 0.5, guest=3)


def test_each_visit_is_a_row_with_the_columns_of_the_json():
    rows = list(csv.DictReader(io.StringIO(to_csv([ADA, GUEST]))))
    assert list(rows[0]) == list(ADA.as_json())
    assert [(row["name"], row["guest"]) for row in rows] == [("Ada", ""), ("", "3")]
    assert not rows[1]["source"].startswith("=")


def test_without_visits_there_is_the_head():
    assert to_csv([]) == ",".join(ADA.as_json()) + "\n"


def test_people_have_their_names_of_now_and_who_is_gone_keeps_the_old_one():
    assert [each.name for each in with_names([ADA, GUEST], {"ada": "Augusta"})] == ["Augusta", None]
    assert with_names([ADA], {}) == [ADA]


def test_who_had_the_slug_before_keeps_their_name_and_is_nobody_who_is_here():
    earlier, now = replace(ADA, person_id="1"), replace(ADA, person_id="2")
    found = with_names([earlier, now, ADA], {"ada": "Augusta"}, {"ada": "2"})
    assert [(each.name, each.person) for each in found] == [(ADA.name, None), ("Augusta", "ada"), ("Augusta", "ada")]
