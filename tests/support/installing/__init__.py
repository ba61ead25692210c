"""Stand-ins for installing packages."""
