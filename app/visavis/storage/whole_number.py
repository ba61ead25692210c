"""Whole numbers in text from others: Python converts no very long ones, and takes the digits of every script."""

#: Maximum number of digits: nothing of ours counts to a thousand million.
_MAX_DIGITS = 9


def parse_whole_number(text: str) -> int | None:
    """The number that a text consists of: one to nine digits, 0 to 9; None if it is anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) <= _MAX_DIGITS else None
