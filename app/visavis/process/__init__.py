"""Signals, the child process that trains, and what passes between threads.

Every room above `storage` may import it.
Start at `mailbox.Latest` and `handover.Handover` (between threads), `child` (the training process) and `signals`
(Ctrl-C).
"""
