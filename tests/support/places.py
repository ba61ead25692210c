"""Where the checkout lies, and the measured data beside it, which may be absent."""

from pathlib import Path

#: The checkout.
ROOT = Path(__file__).resolve().parents[2]
#: Real faces, videos and odd files; tests marked `real` skip where they are absent.
DATA = ROOT.parent / "shared" / "data"
