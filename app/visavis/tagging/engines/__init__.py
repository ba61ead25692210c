"""Engines: watching many files at once, in processes of this computer or on a Dask cluster.

The command line may import it. Start at `engine.TaggingEngine`; what is done for one file, wherever that is, stands in
`file_task`. Guests are grouped and results are written by the program that the user started.
"""
