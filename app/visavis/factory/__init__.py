"""Building detectors, recognizers and pipelines from the files on disk.

The command line, the window, the benchmark and training may import it.
Start at `pipelines.create_pipeline`; `networks.NetworkLoader` is what everything here is built with.
"""
