"""Face recognition: embeddings, the live gallery, and the decision between a name and *unknown*.

The pipeline, the factory, tracking, review and the window may import it.
Start at `recognizer.Recognizer`, `decision.Decision` (the threshold) and `gallery.Gallery`.
"""
