"""Inputs for parsers: right ones with bytes or values changed, and any bytes."""

import copy
import json

from hypothesis import strategies as st

#: What stands where something else should: wrong types, ends of ranges, texts that are none, paths, times, depth.
ODD = [
    None,
    True,
    0,
    -1,
    1.5,
    10**18,
    10**40,
    1e308,
    float("nan"),
    float("-inf"),
    "",
    "x",
    "\ud800",
    "\u202e\x1b[2J\n",
    "../../x",
    "/etc/passwd",
    "0001-01-01T00:00:00+14:00",
    "9999-12-31T23:59:59-14:00",
    "2026-11-22T12:00:00",
    [],
    {},
    [None],
    {"": None},
    [["a", "b", "c"]],
]
#: What is put between bytes: beginnings, ends, numbers, escapes, and long runs of them.
TOKENS = [
    b"[",
    b"{",
    b'"',
    b"\\",
    b"\x00",
    b"\xff",
    b"\xef\xbb\xbf",
    b"NaN",
    b"\\ud800",
    b"-",
    b".",
    b"=",
    b"'''",
    b"PK\x01\x02",
    b"9" * 5000,
    b"[" * 2000,
    b'{"a":' * 500,
    b"a." * 3000,
    b"\n" * 100,
    b"<",
    b"/>",
    b"&lt;",
    b"<a>" * 500,
    b"<!DOCTYPE a [<!ENTITY b 'c'>]>",
    b'xmlns:a="b" ',
    b"]]>",
]
_DEEP = 60


@st.composite
def changed_bytes(draw, right):
    """A right content with some of its bytes changed, left out, doubled or put in between."""
    content = bytearray(draw(st.sampled_from(right)))
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, max(len(content) - 1, 0)))
        length = draw(st.integers(1, 40))
        match draw(st.sampled_from(["change", "cut", "leave out", "double", "put in"])):
            case "change" if content:
                content[at] = draw(st.integers(0, 255))
            case "cut":
                del content[at:]
            case "leave out":
                del content[at : at + length]
            case "double":
                content[at:at] = content[at : at + length]
            case "put in":
                content[at:at] = draw(st.sampled_from(TOKENS))
    return bytes(content)


@st.composite
def changed_values(draw, right):
    """A right JSON object in which some values are others, absent, or nested deeply."""
    value = json.loads(draw(st.sampled_from(right)))
    for _ in range(draw(st.integers(1, 3))):
        places = list(_places(value))
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        match draw(st.sampled_from(["odd", "absent", "deep", "double"])):
            case "odd":
                holder[key] = copy.deepcopy(draw(st.sampled_from(ODD)))
            case "absent":
                del holder[key]
            case "deep":
                for _ in range(_DEEP):
                    holder[key] = [holder[key]]
            case "double" if isinstance(holder, list):
                holder.append(copy.deepcopy(holder[key]))
    return json.dumps(value).encode()


def random_bytes(random, right):
    """What `changed_bytes` gives, from a generator of random numbers: a hundred times as fast, and not shrunk."""
    content = bytearray(random.choice(right))
    for _ in range(random.randint(1, 6)):
        at, length = random.randrange(len(content) + 1), random.randint(1, 40)
        match random.randrange(5):
            case 0 if at < len(content):
                content[at] = random.randrange(256)
            case 1 if random.random() < 0.2:  # else hardly anything would be left
                del content[at:]
            case 2:
                del content[at : at + length]
            case 3:
                other = random.choice(right)
                start = random.randrange(len(other) + 1)
                content[at:at] = other[start : start + length]
            case 4:
                content[at:at] = random.choice(TOKENS)
    return bytes(content)


def contents(right):
    """Contents for a parser that reads the right ones."""
    kinds = [st.binary(max_size=300), changed_bytes(right)]
    if all(content.startswith(b"{") and b"}\n{" not in content for content in right):  # one object, no lines
        kinds += [changed_values(right), changed_values(right)]
    return st.one_of(kinds)


def _places(value):
    """Where values stand: holder and key."""
    for key, each in list(value.items() if isinstance(value, dict) else enumerate(value)):
        yield value, key
        if isinstance(each, dict | list):
            yield from _places(each)
