"""Visavis puts names to the faces in front of a webcam. This package is the core, free of Qt; `visavis.ui` is the window."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("visavis")
except PackageNotFoundError:  # run as `python app` from a checkout that was never installed
    __version__ = "0+checkout"
