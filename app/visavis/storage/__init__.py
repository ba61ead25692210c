"""Files on disk: private, written whole or not at all, and sealed where the data folder is encrypted.

Every room may import it; it imports only `visavis.encryption` and `visavis.errors`.
Start at `disk` (write a file), `data_files` (read one), `paths` (the data and cache folders) and `logs`.
"""
