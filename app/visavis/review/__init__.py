"""Review of answers by the user: corrections, the queue of questions, explanations.

Only the command line and the window import it.
Start at `corrections.Corrections`, `queue` and `explanation`.
"""
