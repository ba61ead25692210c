"""Encryption at rest: files are sealed with a key when they are written, and opened with it when they are read.

Only `storage` and rooms above it import it; it imports only errors and messages. `cryptography` is an extra, and is
imported when something is sealed or opened.
Start at `stream` (the format of a sealed file) and `wrapping` (keys behind a passphrase).
"""
