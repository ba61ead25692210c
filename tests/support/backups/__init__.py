"""For tests of backups."""
