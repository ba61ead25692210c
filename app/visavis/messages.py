"""Messages: English templates with the values that fill them, so that each front end can word them for itself.

The command line and the logs print `str(message)`, which is English. The window translates the template first
(`visavis.ui.text.core_messages`). Templates are literals where they are written: `tools/texts.py` collects them for
translation, and refuses any that is put together.
"""

import re
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from pathlib import PurePath
from typing import Any, TypeAlias, Union

from visavis import escaping

Value: TypeAlias = Union[str, int, float, PurePath, "Message", tuple["Message", ...]]
"""What fills a field. A message is worded by itself; several are joined by spaces, as sentences are."""

#: A field of a template, and the period after it that ends the sentence.
_FIELD = re.compile(r"{(\w+)}([.\u3002]?)")
#: What ends a sentence, in the languages of the window.
_ENDS = (".", "!", "?", "…", "\u3002", "\uff01", "\uff1f")
#: Where records have the messages whose English texts lie beside it.
_MESSAGES = "messages"


@dataclass(frozen=True, slots=True, init=False)
class Message:
    """A template such as ``"{path} cannot be opened: {reason}."``, and its values by the names of the fields.

    Parameters
    ----------
    template : str
        In English. Fields without a value stay as they are, and so do all other braces.
    one : str, optional
        The template where the value `count` is 1.
    **values
        What fills the fields. Braces in them mean nothing, what could mislead in a line is escaped, and passwords in
        addresses are left out.
    """

    template: str
    one: str
    values: Mapping[str, Value] = field(hash=False)

    def __init__(self, template: str, /, *, one: str = "", **values: Value) -> None:
        object.__setattr__(self, "template", template)
        object.__setattr__(self, "one", one)
        object.__setattr__(self, "values", values)

    @classmethod
    def of(cls, template: str, values: Mapping[str, Value], *, one: str = "") -> "Message":
        """The message of a template that is known, with values of any names."""
        message = cls(template, one=one)
        object.__setattr__(message, "values", values)
        return message

    def __bool__(self) -> bool:
        return bool(self.template)

    def __str__(self) -> str:
        return self.render(lambda message: message.one if message.one and message.count == 1 else message.template)

    @property
    def count(self) -> int | None:
        """What decides between singular and plural; None where nothing does."""
        count = self.values.get("count")
        return count if self.one and isinstance(count, int) else None

    def render(self, template_of: Callable[["Message"], str]) -> str:
        """The text of this message and of those in it, each with the template that `template_of` gives for it."""
        texts = {name: _text(value, template_of) for name, value in self.values.items()}
        sentences = {name for name, value in self.values.items() if isinstance(value, Message | tuple)}
        return fill(template_of(self), texts, sentences)

    def to_json(self) -> dict[str, Any]:
        """The message as JSON has it; paths become text."""
        plural = {"one": self.one} if self.one else {}
        return {
            "template": self.template,
            **plural,
            "values": {name: _to_json(value) for name, value in self.values.items()},
        }

    @classmethod
    def from_json(cls, value: Any) -> "Message":
        """The message that `to_json` wrote.

        Raises
        ------
        ValueError
            If it is something else.
        """
        match value:
            case {"template": str(template), "values": dict(values)}:
                fields = {str(name): _from_json(each) for name, each in values.items()}
                return cls.of(template, fields, one=str(value.get("one", "")))
        raise ValueError("no message")


def to_record(**messages: Message) -> dict[str, Any]:
    """Messages for events and files: each in English by its name, and under "messages" with templates and values."""
    texts = {name: str(message) for name, message in messages.items()}
    return {**texts, _MESSAGES: {name: message.to_json() for name, message in messages.items()}}


def from_record(record: Mapping[str, Any], name: str) -> Message:
    """One of the messages that `to_record` wrote; the English text alone where older versions wrote the record."""
    try:
        return Message.from_json(record[_MESSAGES][name])
    except (KeyError, TypeError, ValueError):
        return verbatim(str(record.get(name) or ""))


def verbatim(text: str) -> Message:
    """A text that is not translated."""
    return Message("{text}", text=text) if text else Message("")


def join(*messages: Message) -> Message:
    """Several sentences as one message."""
    return messages[0] if len(messages) == 1 else Message("{sentences}", sentences=messages)


def fill(template: str, texts: Mapping[str, str], sentences: Collection[str] = ()) -> str:
    """The template with its fields filled in; those without a text stay.

    Parameters
    ----------
    sentences : collection of str
        The fields that may hold a sentence: where one ends with a period of its own, that of the template is left out.
    """

    def replacement(found: re.Match[str]) -> str:
        name, period = found[1], found[2]
        if name not in texts:
            return found[0]
        text = texts[name]
        return text if period and name in sentences and text.endswith(_ENDS) else text + period

    return _FIELD.sub(replacement, template)


def _text(value: Value, template_of: Callable[[Message], str]) -> str:
    match value:
        case Message():
            return value.render(template_of)
        case tuple():
            return " ".join(each.render(template_of) for each in value)
    return escaping.line(value)


def _to_json(value: Value) -> Any:
    match value:
        case Message():
            return value.to_json()
        case tuple():
            return [each.to_json() for each in value]
        case PurePath() | str():
            return escaping.without_credentials(str(value))
    return value


def _from_json(value: Any) -> Value:
    match value:
        case str() | int() | float():
            return value
        case dict():
            return Message.from_json(value)
        case list():
            return tuple(map(Message.from_json, value))
    raise ValueError("no value of a message")
