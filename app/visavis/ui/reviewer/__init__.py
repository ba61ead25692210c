"""The video reviewer: who is in a video, and when, as lanes below it.

Start at `page.ReviewerPage`; a controller (`visavis.ui.controllers.videos.reviewer`) fills it.
"""
