"""What tests look for on every page and dialog of the window."""
