"""Pictures: decoding and encoding, boxes, crops, frames, annotated copies.

Every room above `storage` may import it; it knows nothing of people or networks.
Start at `codec` (files to pictures), `geometry` (Box, Face), `crop` and `frames.Frame`.
"""
