"""What the window says: its language, messages of the core, notices, answers in words.

Every room of the window may import it.
Start at `language.translate` and `notices.Notice`.
"""
