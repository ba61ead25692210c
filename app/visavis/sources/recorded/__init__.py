"""Live sessions recorded without loss, and replayed with identical answers.

Whoever imports `sources` may import it. Start at `writer.RecordingWriter` and `replay.Replay`.
"""
