"""The process: its signals, the child process that trains, and the mailbox between its threads.

Every room above `storage` may import it.
Start at `mailbox.Latest` (between threads), `child` (training's process) and `signals` (Ctrl-C).
"""
