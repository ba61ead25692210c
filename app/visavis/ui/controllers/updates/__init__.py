"""What follows when people or models change: here, in another process, or by a training.

The program imports them. Start at `people_updates`.
"""
