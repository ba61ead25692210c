"""The analysis of all pictures of the window: one thread that owns the networks, for every session.

The live session imports it; controllers submit commands to it. Start at `live_analysis`.
"""
