"""Names of scenarios are parsed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from visavis.bench.scenario import SOAK, Scenario, ScenarioError, default_scenarios

SCENARIOS = st.builds(
    Scenario,
    width=st.integers(64, 8192),
    height=st.integers(64, 8192),
    faces=st.integers(0, 99),
    throttled=st.just(True),
    window=st.booleans(),
    people=st.integers(2, 100_000),
    frames=st.none() | st.integers(100, 100_000),
    empty_cache=st.booleans(),
)


@given(SCENARIOS)
def test_parsing_inverts_the_name(scenario):
    assert Scenario.parse(scenario.name) == scenario


def test_names_have_the_specified_form():
    assert Scenario(window=True).name == "640x480/1 face/30 fps/window"
    assert Scenario(width=1280, height=720, faces=5, throttled=False, people=10).name == (
        "1280x720/5 faces/unthrottled/headless/10 people"
    )
    assert Scenario(empty_cache=True).name == "640x480/1 face/30 fps/headless/empty cache"


def test_soak_is_a_scenario_of_ten_thousand_frames():
    soak = Scenario.parse("soak")
    assert (soak.frames, soak.name) == (10_000, SOAK)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "fast",
        "640x480",
        "640x480/1 face/30 fps",
        "640x480/1 face/30 fps/window/window",
        "640x480/1 face/25 fps/window",
        "640x480/1 face/unthrottled/window",
        "10x10/1 face/30 fps/window",
        "640x480/1 face/30 fps/headless/1 people",
        "640x480/1 face/30 fps/headless/5 frames",
    ],
)
def test_an_impossible_scenario_is_refused_with_a_hint(name):
    with pytest.raises(ScenarioError) as error:
        Scenario.parse(name)
    assert "640x480/1 face/30 fps/window" in str(error.value.hint)


def test_the_default_scenarios_differ():
    names = [scenario.name for scenario in default_scenarios()]
    assert len(set(names)) == len(names)
