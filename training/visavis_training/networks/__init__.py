"""What Keras networks are made to show, and their compilation for LiteRT."""
