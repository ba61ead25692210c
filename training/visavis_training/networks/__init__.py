"""The published networks as native Keras models: weights read from packages, layers built one by one."""
