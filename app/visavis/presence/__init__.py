"""Presence: who is here now, and since when. Visits are made of the answers of live sources, and stored as sightings.

The command line and the window import it; it imports the pipeline's answers, the people and the sightings.
Start at `recorder.SightingRecorder`; `visits` decides what a visit is.
"""
