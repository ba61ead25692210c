"""Encryption at rest: what is written to disk is sealed with a key, and read with it.

Only `storage` and rooms above it import it; it imports only errors and messages. `cryptography` is an extra, and is
imported when something is sealed or opened.
Start at `stream` (the format of a sealed file) and `wrapping` (keys behind a passphrase).
"""
