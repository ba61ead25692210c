"""Face regions in XMP: whose faces are where in a picture, as other programs write and read it.

Start at `sidecar` (files beside pictures) and `regions` (from XMP to faces, in both schemas that are in use).
"""
