"""The liveness hint: whether a face may be a picture of a face. It deters, it does not protect (docs/liveness.md).

Only `pipeline` and the rooms above it import it. Start with `monitor`.
"""
