"""Encrypted data folders for tests."""
