"""Files on disk: private, and written whole or not at all.

Every room may import it; it imports only `visavis.errors`.
Start at `disk` (write a file), `paths` (the data and cache folders) and `logs`.
"""
