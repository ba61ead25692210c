"""Makes a Python process refuse what the light installation leaves out.

Python imports this when it starts, if this folder is in PYTHONPATH; so do all processes that it starts.
"""

import sys

#: The packages that only extras install, by their names for import, and what they depend on.
REFUSED = (
    *("tensorflow", "keras", "h5py", "sklearn", "scipy", "joblib"),
    *("matplotlib", "skimage", "pandas"),
    *("av", "pyvirtualcam"),
)

for name in REFUSED:
    sys.modules[name] = None  # importing it raises, and looking for it finds nothing, as if it were not installed
