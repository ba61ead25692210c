"""Backups: writes a data folder to one file, and restores it, merged with or in place of what is there.

The command line and the window may import it.
Start at `backup.back_up` and `restore.restore`; `archive` is the format of the file.
"""
