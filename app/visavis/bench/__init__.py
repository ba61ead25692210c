"""How fast the live pipeline is on this computer: `visavis bench`.

A scenario is what is measured, a scene what the camera sees in it, a trial one scenario run in a process of its own.
"""
