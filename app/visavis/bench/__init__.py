"""Benchmark of the live pipeline: `visavis bench`.

A scenario says what is measured, a scene what the camera sees, and a trial runs one scenario in its own process.
"""
