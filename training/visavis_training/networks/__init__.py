"""Converts the published networks to Keras: reads their weights from packages and builds their layers."""
