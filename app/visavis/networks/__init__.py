"""Running neural networks: inference engines, published networks, and the input of `cnn64`.

Rooms that detect, recognize or assemble may import it; only `engine` imports LiteRT or Keras.
Start at `engine.load` and `published.ensure`.
"""
