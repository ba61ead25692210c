"""What every fit of a network needs: progress, checkpoints, calibration and threshold.

The networks' rooms, `publishing` and `run` import it.
Start at `checkpoint.Checkpoint`, `progress.FitProgress` and `threshold`.
"""
