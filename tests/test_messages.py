"""Messages are English by default, can be worded otherwise, and survive JSON."""

import ast
import importlib.util
import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from support.places import ROOT
from visavis import escaping
from visavis.errors import DamagedFileError, ModelError, StoreError, VisavisError
from visavis.messages import Message, fill, from_record, to_record, verbatim
from visavis.people.person import Person

TEXTS = st.text(max_size=20)
NUMBERS = st.integers() | st.floats(allow_nan=False)
FIELDS = st.sampled_from(["name", "path", "count", "reason"])
TEMPLATES = st.lists(TEXTS | FIELDS.map("{{{}}}".format), max_size=5).map("".join)


def messages(values=TEXTS | NUMBERS):
    return st.builds(Message.of, TEMPLATES, st.dictionaries(FIELDS, values), one=TEMPLATES)


NESTED = st.recursive(
    messages(), lambda inner: messages(TEXTS | NUMBERS | inner | st.lists(inner, max_size=3).map(tuple)), max_leaves=5
)


@given(NESTED)
def test_every_message_has_a_text(message):
    assert isinstance(str(message), str)


@given(NESTED)
def test_a_message_survives_json(message):
    read = Message.from_json(json.loads(json.dumps(message.to_json())))
    assert read == message
    assert str(read) == str(message)


@given(TEXTS)
def test_braces_in_a_value_mean_nothing(text):
    assert str(Message("{name} is {count}.", name=text, count=3)) == f"{escaping.line(text)} is 3."
    assert str(verbatim(text)) == escaping.line(text)


@given(TEMPLATES, st.dictionaries(FIELDS, TEXTS))
def test_each_field_is_filled_once(template, texts):
    kept = {name: f"<{name}>" for name in texts}
    filled = fill(template, kept)
    for name, text in kept.items():
        assert f"{{{name}}}" not in filled
        assert filled.count(text) == template.count(f"{{{name}}}") + template.count(text)


def test_a_field_without_a_value_stays():
    assert str(Message("{name} is {state}.", name="Ada")) == "Ada is {state}."


@pytest.mark.parametrize(("count", "text"), [(0, "0 pictures."), (1, "1 picture."), (2, "2 pictures.")])
def test_the_count_decides_between_singular_and_plural(count, text):
    assert str(Message("{count} pictures.", one="1 picture.", count=count)) == text


def test_messages_in_messages_are_worded_by_themselves():
    reason = Message("permission denied")
    message = Message("{path} cannot be opened: {reason}. {more}", path=Path("a"), reason=reason, more=(reason, reason))
    assert str(message) == "a cannot be opened: permission denied. permission denied permission denied"
    assert message.render(
        lambda each: each.template.upper().replace("{PATH}", "{path}").replace("{REASON}", "{reason}")
    )
    words = {"permission denied": "nein", message.template: "{reason}: {path}"}
    assert message.render(lambda each: words[each.template]) == "nein: a"


@pytest.mark.parametrize(
    "value",
    [None, "text", {}, {"template": "{a}"}, {"template": 1, "values": {}}, {"template": "", "values": {"a": None}}],
)
def test_what_is_no_message_is_refused(value):
    with pytest.raises(ValueError, match="message"):
        Message.from_json(value)


@given(NESTED, NESTED)
def test_a_record_has_the_english_texts_and_the_messages(error, hint):
    record = json.loads(json.dumps(to_record(error=error, hint=hint)))
    assert (record["error"], record["hint"]) == (str(error), str(hint))
    assert (from_record(record, "error"), from_record(record, "hint")) == (error, hint)


@pytest.mark.parametrize("messages", [{}, {"messages": None}, {"messages": {"error": "broken"}}])
def test_an_older_record_is_read_in_english(messages):
    assert str(from_record({"error": "It is {broken}.", **messages}, "error")) == "It is {broken}."
    assert not from_record({"error": "", **messages}, "error")
    assert not from_record(messages, "error")


def test_an_error_has_a_message_and_a_hint():
    error = StoreError("{path} is damaged.", hint="Restore {path}, or delete {other}.", path=Path("a"), other="{b}")
    assert str(error) == "a is damaged."
    assert error.message == Message("{path} is damaged.", path=Path("a"))
    assert str(error.hint) == "Restore a, or delete {b}."


def test_the_hint_of_an_error_is_that_of_its_class():
    assert ModelError("It is broken.").hint == ModelError.hint
    assert not ModelError("It is broken.", hint="").hint
    assert not VisavisError("It is broken.").hint


def templates():
    """All templates of messages in the code, with fields."""
    spec = importlib.util.spec_from_file_location("texts", ROOT / "tools/texts.py")
    texts = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(texts)
    trees = [ast.parse(path.read_text("utf-8")) for root in ("app", "training") for path in (ROOT / root).rglob("*.py")]
    errors = texts.error_classes(trees)
    found = [line for tree in trees for line in texts.messages(tree, errors) if "{" in line]
    return [json.loads("[" + line[line.index('"') :].rstrip(")") + "]")[-1] for line in found]


@pytest.mark.parametrize("sentence", ["It is so.", "Is it so?", "Perhaps...", "它是。"])
def test_no_message_has_two_periods_where_a_reason_is_a_sentence(sentence):
    found = templates()
    assert len(found) > 100
    for template in found:
        reason = dict.fromkeys(re.findall(r"{(\w+)}", template), verbatim(sentence))
        text = str(Message.of(template, reason))
        assert not re.search(r"[.?。]\.", text.replace("...", "…")), text
        assert text.count(sentence) == len(re.findall(r"{\w+}", template)), text


def test_a_reason_that_is_no_sentence_gets_its_period():
    assert str(Message("{path} is damaged: {reason}.", path="a", reason=verbatim("it is empty"))) == (
        "a is damaged: it is empty."
    )
    assert str(Message("There is no folder {path}.", path=Path("a."))) == "There is no folder a.."


def test_a_damaged_record_is_told_in_one_sentence(tmp_path):
    path = tmp_path / "person.json"
    path.write_text(
        json.dumps({"version": 1, "name": "", "created": "2026-11-22T12:00:00+00:00", "consent": "", "sessions": []})
    )
    with pytest.raises(DamagedFileError, match=r"damaged: .*[^.]\.$"):
        Person.load(tmp_path)
