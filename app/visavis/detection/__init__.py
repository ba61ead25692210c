"""Where faces are: Haar cascades, neural search, verification with landmarks.

The pipeline and the factory may import it; only `haar` has cv2.CascadeClassifier.
Start at `detector.Detector` (the protocol), `haar` and `presets`.
"""
