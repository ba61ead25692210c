"""What tests of several modules share: fakes at the seams, places, small stores and reports.

Tests import from here; no test imports another test.
"""
