"""Sightings: who came, and when, in one SQLite file of the data folder.

Presence writes them; people and forgetting keep them true to the store; the command line and the window read them.
Start at `store.SightingStore`; `database` opens the file.
"""
