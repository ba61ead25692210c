"""Forgetting people everywhere, and completing what was interrupted.

The command line, the window and training may import it.
Start at `erasure.forget`; `traces` is what is looked for, `recovery` what every start does first.
"""

from visavis.forgetting.erasure import delete_entries, empty_expired, find, forget, forget_all
from visavis.forgetting.receipt import Receipt, summary
from visavis.forgetting.recovery import recover

__all__ = ["Receipt", "delete_entries", "empty_expired", "find", "forget", "forget_all", "recover", "summary"]
