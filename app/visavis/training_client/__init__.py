"""Client of the training process: starts it and reads its events.

The command line, the benchmark and the window may import it.
Start at `trainer.Trainer`. `layer_table` lists the layers of a network; `rebuild` restores networks removed by
forgetting.
"""
