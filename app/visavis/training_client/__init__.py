"""Training's process, seen from the app, which starts it and reads its events.

The command line, the benchmark and the window may import it.
Start at `trainer.Trainer`; `inspection` asks what networks see, `rebuild` makes models whole again.
"""
