"""The entry point of the program with its own Python.

`-m MODULE` runs one of its modules, as Python's own option does: that is how the program starts its other processes.
The name `visavis-gui` opens the window.
"""

import runpy
import sys
from pathlib import Path

from visavis.entrypoints import gui, main

if __name__ == "__main__":
    if len(sys.argv) > 2 and sys.argv[1] == "-m":
        module = sys.argv[2]
        sys.argv[1:3] = []
        runpy.run_module(module, run_name="__main__", alter_sys=True)
    elif Path(sys.argv[0]).stem == "visavis-gui":
        gui()
    else:
        main()
