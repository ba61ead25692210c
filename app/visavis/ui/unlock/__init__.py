"""Asks for the passphrase of encrypted data, before the window opens.

The application imports it; it may import `widgets` and `text`.
Start at `passphrase_dialog`.
"""
