"""Whole pictures in the window: saying what they show, and learning folders of them.

The program makes them. Start at `controllers.WholePictures`.
"""
