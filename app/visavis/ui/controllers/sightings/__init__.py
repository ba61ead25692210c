"""Controllers of visits: the history and what is changed there, who is here now, and who is told of arrivals.

The program imports them. Start at `history`.
"""
