"""Face detection: Haar cascades, the network YuNet, and verification with landmarks.

The pipeline and the factory may import it. Only `haar` uses cv2.CascadeClassifier.
Start at `detector.Detector` (the protocol), `haar` and `presets`.
"""
