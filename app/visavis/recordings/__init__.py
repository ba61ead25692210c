"""Recordings of live sessions: a list of them, whom they show, and what was recorded for each frame.

Every room above `storage` but `imaging` may import it. Start at `index.RecordingIndex`, which lies beside the videos of
a recording; `store.RecordingStore` lists and deletes. `visavis.sources.recorded` writes and replays them.
"""
