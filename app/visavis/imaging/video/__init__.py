"""Writing videos: frames in, a file that is whole or absent.

Start at `output` (which kind is written, and on which thread).
"""
