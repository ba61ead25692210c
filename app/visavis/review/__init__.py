"""What a user asks and says of an answer: corrections, the review queue, explanations.

Only the command line and the window import it.
Start at `corrections.Corrections`, `queue` and `explanation`.
"""
