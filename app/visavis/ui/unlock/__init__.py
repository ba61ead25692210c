"""The dialogs of encryption: unlocking the data before the window opens, and turning encryption on and off.

The application and controllers import it; it may import `widgets` and `text`.
Start at `passphrase_dialog` and `encryption_card`.
"""
