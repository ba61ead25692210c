"""The page has all results in any script, shows every mistake, and loads nothing."""

import re
from html.parser import HTMLParser

import numpy as np
import pytest

from support.training_reports import MARKUP, answered, report
from visavis.imaging import codec
from visavis.models.description import EpochAccuracy
from visavis.scoring.confidence import Proportion
from visavis_training.metrics.condition import Condition
from visavis_training.metrics.search_metrics import SearchMetrics
from visavis_training.report.page import build_page

_ALONE = {"meta", "img", "br", "!doctype", "path", "use"}
#: Elements whose end HTML lets one leave out.
_OPEN = {"tr", "td", "th", "li", "html"}


class Balance(HTMLParser):
    """Fails where an element ends that was not the last to begin."""

    def __init__(self):
        super().__init__()
        self.open, self.seen = [], set()

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag not in _ALONE | _OPEN:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.add(tag)

    def handle_endtag(self, tag):
        if tag not in _OPEN:
            assert self.open.pop() == tag


def parsed(text):
    balance = Balance()
    balance.feed(text)
    assert balance.open == []
    return balance.seen


@pytest.fixture(scope="module")
def page_html(tmp_path_factory):
    picture = tmp_path_factory.mktemp("pictures") / "0001.jpg"
    codec.write(picture, np.full((40, 40, 3), 99, np.uint8))
    return build_page(
        report(picture, suspects={"Ada": [str(picture)]}, doubled=[[str(picture), "gone.jpg"]], notes=["Odd."])
    )


def test_all_elements_are_closed(page_html):
    assert {"svg", "table", "img", "bdi", "figure"} <= parsed(page_html)


def test_names_are_never_markup(page_html):
    assert "<script" not in page_html
    assert "&lt;script&gt;alert(&quot;Bob&quot;)&lt;/script&gt;" in page_html
    assert "山田太郎" in page_html
    assert "محمد علي" in page_html


def test_people_who_look_like_one_are_named():
    text = build_page(report(same_person=[["Ada", MARKUP]]))
    assert "look like the same person" in text
    assert "<script" not in text
    assert "look like the same person" not in build_page(report())


def test_the_page_loads_nothing(page_html):
    assert not re.findall(r"""(?:src|href)=(?!['"]?(?:data:|#))""", page_html)
    assert "url(http" not in page_html


def test_figures_have_confidence_intervals(page_html):
    text = re.sub(r"<[^>]+>|&nbsp;", " ", page_html).replace("  ", " ")
    assert "6 of 7 pictures have a face that is found (48.7 % to 97.4 %)" in text
    assert "3 of 7 searches among 4 people (15.8 % to 75.0 %) did not give an enrolled person their name." in text
    assert "1 of 11 searches among 4 people (1.6 % to 37.7 %) gave a stranger a name." in text


def test_every_kind_of_mistake_is_shown(page_html):
    for title in ("Given another person's name", "Strangers given a name", "People not recognized", "No face found"):
        assert f"<h3>{title} <span class=of>1</span></h3>" in page_html
    assert "like nobody enough" in page_html
    assert page_html.count("the picture is gone") == 0


def test_missing_pictures_are_marked(tmp_path):
    assert "the picture is gone" in build_page(report(tmp_path / "gone.jpg"))


def test_without_strangers_the_page_has_no_fpir(page_html):
    html = build_page(report(metrics=SearchMetrics(report().metrics.probes)))
    parsed(html)
    assert "No strangers were searched for." in html
    assert "At other thresholds" not in html
    assert html.count("<svg") == 1
    assert page_html.count("<svg") == 2


def test_an_empty_test_has_a_page():
    parsed(build_page(report(metrics=SearchMetrics([], []), kind="training")))


def test_charts_use_the_colors_of_the_page(page_html):
    assert "#0a0b0" not in page_html
    assert "var(--bad)" in page_html
    assert "prefers-color-scheme: dark" in page_html


def test_zero_errors_have_an_upper_limit():
    fine = [search for search in report().metrics.probes if search.match and not search.is_missed]
    html = build_page(report(metrics=SearchMetrics(fine, report().metrics.impostors[1:])))
    assert "None of 4 searches among 4 people (at most 75.0&nbsp;%) did not" in html
    assert MARKUP not in html
    assert "No enrolled person was given another person's name." in html


def test_the_page_says_what_was_asked_and_what_happened_by_kind_and_group():
    kinds = [
        Condition("as they are", Proportion(9, 9), Proportion(1, 9), Proportion(2, 200)),
        Condition("dark", Proportion(7, 9), Proportion(2, 9), Proportion(20, 200)),
    ]
    groups = [Condition("small faces", Proportion(3, 3), Proportion(1, 3), Proportion(0, 0))]
    text = build_page(report(asked=0.01, expected="About 1 in 100.", kinds=kinds, groups=groups))
    parsed(text)
    assert "At most 1.0&nbsp;% of strangers may be given a name. About 1 in 100." in text
    assert re.search("<td>as they are.*<td>consistent with what was asked</tr>", text, re.DOTALL)
    assert re.search("<td>dark.*20 of 200 .*<td>clearly more than asked</tr>", text, re.DOTALL)
    assert "<td>small faces" in text


def test_the_page_names_the_two_worst_cases():
    text = build_page(report())
    assert "The stranger who came nearest" in text
    assert "The two people who came nearest" in text


def test_somebody_called_unknown_is_told_from_unknown():
    searches = [
        answered("unknown", "Ada", 0.9),
        answered("Ada", "unknown", 0.9),
        answered("Ada", "Ada", 0.1, named=False),
        answered("a stranger", "Ada", 0.8),
    ]
    page = build_page(report(metrics=SearchMetrics(searches, [])))
    assert "<bdi>Ada</bdi> &rarr; <bdi>“unknown”</bdi>" in page
    assert "<bdi>Ada</bdi> &rarr; <em>unknown</em>" in page
    assert "<bdi>“a stranger”</bdi> &rarr; <bdi>Ada</bdi>" in page


def test_the_page_has_both_learning_curves():
    epochs = [EpochAccuracy(1.5, 0.4, 1.6, 0.3), EpochAccuracy(0.5, 0.9, 0.7, 0.8)]
    text = build_page(report(kind="training", epochs=epochs))
    parsed(text)
    for drawn in ("How it learned", "held out", "trained on", ">loss<", ">right answers<"):
        assert drawn in text
    assert text.count("<figure") == build_page(report(kind="training")).count("<figure") + 2
    assert "How it learned" not in build_page(report(kind="training"))


def test_epochs_without_held_out_pictures_are_drawn():
    text = build_page(report(kind="training", epochs=[EpochAccuracy(1.5, 0.4), EpochAccuracy(0.5, 0.9)]))
    assert "trained on" in text
    assert ">held out<" not in text
