"""Engines: tagging many files at once, in processes of this computer or on a Dask cluster.

The command line may import it. Start at `engine.TaggingEngine`; `file_task` has
the work for one file, wherever it runs. The program that the user started groups guests and writes results.
"""
