"""Several sources at once: each has a channel, a mailbox and a tracker, and one thread analyzes them with one pipeline.

Start at `turns` (whose frame is next), `load` (how often each is analyzed) and `trackers`.
"""
