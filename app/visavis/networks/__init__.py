"""Running neural networks: inference engines, published weights, and the input of `cnn64`.

Rooms that detect, recognize or assemble may import it; only `engine` imports LiteRT or Keras.
Start at `engine.load` and `published.ensure`.
"""
