"""Encrypting a data folder: giving a process the key, and turning encryption on and off.

The command line and the window import it. Encrypted files are not read and written here, but in `encryption` and
`storage`.
Start at `unlocking` (give this process the key), `key_store` (the key file and its locks) and `conversion` (turn
encryption on and off).
"""
