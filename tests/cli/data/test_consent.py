"""`visavis people consent`, and what is said when an agreement has ended."""

import json

import pytest

from visavis.cli import main
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore


@pytest.fixture
def run(folders, capsys, monkeypatch):
    monkeypatch.setenv("VISAVIS_CACHE", str(folders.cache))
    PeopleStore(folders.people).create(PersonName("Ada Lovelace"))

    def call(*words):
        status = main(["--data", str(folders.data), "people", *words])
        out, err = capsys.readouterr()
        return status, out, err

    return call


def test_parts_are_noted_one_after_another_and_never_is_no_end(run):
    status, out, _ = run("consent", "ada lovelace", "--to", "the door", "--until", "2031-05-06", "--json")
    values = json.loads(out)
    assert (status, values["to"], values["at_end"], values["ended"]) == (0, "the door", "ask", False)
    assert values["until"] > "2031-05-06T10"  # the day counts whole, in any time zone
    assert values["given"] is not None
    run("consent", "Ada Lovelace", "--by", "Ada", "--at-end", "forget")
    assert "the door" in run("consent", "Ada Lovelace")[1]
    values = json.loads(run("consent", "Ada Lovelace", "--until", "never", "--json")[1])
    assert (values["by"], values["to"], values["until"], values["at_end"]) == ("Ada", "the door", None, "forget")
    cleared = json.loads(run("consent", "Ada Lovelace", "--clear", "--json")[1])
    assert (cleared["to"], cleared["by"], cleared["given"]) == ("", "", None)


def test_what_is_no_date_is_wrong_usage(run, capsys):
    for words in (["--until", "soon"], ["--given", "0001-01-01"], ["--at-end", "sell"]):
        with pytest.raises(SystemExit) as ended:
            run("consent", "Ada Lovelace", *words)
        assert ended.value.code == 2
        capsys.readouterr()


def test_the_list_marks_an_agreement_that_has_ended_and_says_what_to_do(run):
    run("consent", "Ada Lovelace", "--to", "x", "--until", "2020-01-01")
    status, out, err = run("list")
    assert status == 0
    assert "Ada Lovelace  (their agreement has ended)" in out
    assert "visavis people consent 'Ada Lovelace' --until DATE" in err
    assert "visavis people forget 'Ada Lovelace'" in err
    assert json.loads(run("list", "--json")[1])["agreement"]["ended"] is True


def test_an_end_in_the_past_is_warned_of_and_forgets_nobody(run, folders):
    assert run("consent", "Ada Lovelace", "--to", "x", "--until", "2020-01-01")[2].count("is over already") == 1
    assert run("consent", "Ada Lovelace", "--by", "Ada")[2].count("is over already") == 0  # it was said
    status, _, err = run("consent", "Ada Lovelace", "--at-end", "forget")
    assert status == 1
    assert "is over already cannot have somebody forgotten" in err
    assert "visavis people forget" in err
    consent = PeopleStore(folders.people).find("Ada Lovelace").consent
    assert (consent.by, consent.at_end) == ("Ada", "ask")
    assert run("consent", "Ada Lovelace", "--at-end", "forget", "--until", "2090-01-01")[0] == 0


def test_a_log_that_was_changed_is_warned_of_when_an_agreement_is_noted(run, folders):
    log = folders.people / "audit.jsonl"
    run("consent", "Ada Lovelace", "--to", "x")
    assert "Warning" not in run("consent", "Ada Lovelace", "--to", "y")[2]
    log.write_bytes(log.read_bytes().replace(b"enrolled", b"renamed", 1))
    status, _, err = run("consent", "Ada Lovelace", "--to", "z")
    assert status == 0
    assert "Warning" in err
    assert "visavis audit" in err
    assert PeopleStore(folders.people).find("Ada Lovelace").consent.to == "z"
    assert "Warning" not in run("consent", "Ada Lovelace")[2]  # only shown
