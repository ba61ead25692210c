"""Signals, the child process that trains, and the mailbox between threads.

Every room above `storage` may import it.
Start at `mailbox.Latest` (between threads), `child` (the training process) and `signals` (Ctrl-C).
"""
