"""Any text is a number or none; none is an error."""

from hypothesis import given
from hypothesis import strategies as st

from visavis.storage.whole_number import parse_whole_number


@given(st.text() | st.integers(0, 10**12).map(str) | st.text("0123456789²٣", max_size=6000))
def test_a_text_is_a_number_or_none(text):
    number = parse_whole_number(text)
    assert number is None or (int(text) == number and len(text) <= 9)


@given(st.integers(0, 10**9 - 1))
def test_numbers_are_read(number):
    assert parse_whole_number(str(number)) == number


def test_what_is_too_long_is_none():
    assert parse_whole_number("9" * 5001) is None
