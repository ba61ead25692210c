"""Reviewing videos: `reviewer.VideoReviewer`."""
