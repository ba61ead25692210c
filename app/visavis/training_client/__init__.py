"""Client of the training process: starts it and reads its events.

The command line, the benchmark and the window may import it.
Start at `trainer.Trainer`. `inspection` shows what networks see; `rebuild` restores networks removed by forgetting.
"""
