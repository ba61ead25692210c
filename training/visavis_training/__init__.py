"""Training and evaluation: from people's folders to a published model, and what that model is worth.

A program of its own, in its own process: the app starts it, reads its JSON lines, and never imports it.
"""

import logging
import os

# Keras and TensorFlow read these when they are loaded.
os.environ["KERAS_BACKEND"] = "tensorflow"
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")  # its greetings are not for our users' terminals
logging.getLogger("tensorflow").setLevel(logging.ERROR)  # it warns of our short trainings, each of which compiles anew
