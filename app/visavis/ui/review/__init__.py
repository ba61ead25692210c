"""Answers questioned in the window: the review panel, the face card, why this name.

The window and controllers import it; it may import `people`, `widgets` and `text`.
Start at `panel.ReviewPanel` and `face_card.FaceCard`.
"""
