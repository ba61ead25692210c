"""Every search is counted in exactly one cell."""

from hypothesis import given
from hypothesis import strategies as st

from support.training_reports import MARKUP, answered, report
from visavis.recognition.report import SearchResult
from visavis_training.metrics.confusable_pairs import confusable_pairs
from visavis_training.metrics.confusion_matrix import build_matrix
from visavis_training.metrics.mistakes import Mistakes
from visavis_training.metrics.search_metrics import SearchMetrics

PEOPLE = [f"P{index:02}" for index in range(60)]
NAMES = st.sampled_from(PEOPLE[:4])


@given(
    st.lists(
        st.builds(answered, NAMES | st.none(), NAMES, st.just(0.7), named=st.booleans())
        | st.builds(SearchResult, NAMES, st.none())
    )
)
def test_every_search_is_counted_once(searches):
    counted = build_matrix(SearchMetrics([s for s in searches if s.truth], [s for s in searches if not s.truth]))
    assert sum(counted.totals) == len(searches)
    for row, name in enumerate((*counted.people, None)):
        assert counted.totals[row] == sum(search.truth == name for search in searches)


def test_beyond_fifty_people_only_confused_ones_are_shown():
    right = [answered(name, name, 0.9) for name in PEOPLE]
    counted = build_matrix(
        SearchMetrics([*right, answered("P07", "P50", 0.9), answered("P08", "P51", 0.4, named=False)])
    )
    assert (counted.people, counted.left_out) == (("P07", "P50"), 58)
    assert counted.named[:2] == ((1, 1), (0, 1))
    assert len(build_matrix(SearchMetrics(right[:50])).people) == 50


def test_mistakes_are_sorted_by_descending_score():
    found = Mistakes.from_metrics(report().metrics)
    assert [search.match.name for search in found.misnamed] == ["山田太郎"]
    assert [search.match.name for search in found.strangers] == [MARKUP]
    assert [search.truth for search in found.missed] == ["Ada"]
    assert [search.match for search in found.undetected] == [None]
    many = [answered("A", "B", score) for score in (0.7, 0.9, 0.8)]
    assert [search.match.score for search in Mistakes.from_metrics(SearchMetrics(many)).misnamed] == [0.9, 0.8, 0.7]


def test_confusable_pairs_are_sorted_by_confusions_and_lead():
    pairs = confusable_pairs(
        [
            answered("A", "A", 0.9, runner_up="B"),
            answered("B", "B", 0.6, runner_up="A"),
            answered("C", "A", 0.5, runner_up="C"),
            answered("C", "C", 0.99, runner_up="B"),
            answered("C", "C", 0.99),
        ]
    )
    assert [(each.first, each.second, each.confusions) for each in pairs] == [
        ("A", "C", 1),
        ("A", "B", 0),
        ("B", "C", 0),
    ]
    assert pairs[0].lead < 0 < pairs[1].lead < pairs[2].lead
