"""Training and evaluation: from people's folders to a published model, and how well that model performs.

It runs in its own process. The app starts it and reads its JSON lines, but never imports it.
"""

import logging
import os
import socket

# Keras and TensorFlow read these when they are loaded.
os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # hide TensorFlow's start-up messages from users' terminals
logging.getLogger("tensorflow").setLevel(logging.ERROR)  # it warns because each short training is compiled anew
socket.has_ipv6 = False  # TensorFlow imports urllib3, which would open a socket to find out; nothing here connects
