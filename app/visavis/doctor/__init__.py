"""Checks of this computer, with advice on problems. They change nothing.

Each check is a function from facts to a `Finding`. `examine` collects the facts.
"""

import os
import platform
import sys
from collections.abc import Callable, Iterator

import cv2

from visavis import sources
from visavis.detection.presets import preset_names
from visavis.doctor import computer, data
from visavis.doctor.finding import Finding
from visavis.models.store import ModelStore
from visavis.networks import engine
from visavis.networks.published import DETECTION, NAMES
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.process import qt_libraries
from visavis.process.extras import EXTRAS
from visavis.sightings.store import SightingStore
from visavis.storage.paths import DataFolders


def examine(folders: DataFolders) -> Iterator[tuple[str, Finding]]:
    """Run all checks, and yield their names and findings one by one, since some take seconds."""
    checks: dict[str, Callable[[], Finding]] = {
        "system": computer.system,
        "extras": lambda: computer.extras(EXTRAS),
        "processor": lambda: computer.processor(platform.machine(), computer.cpu_flags()),
        "graphics": lambda: computer.graphics(computer.ask_for_gpu if engine.is_gpu_likely() else None),
        "opencv": lambda: computer.opencv(cv2.__version__, computer.installed_versions(computer.OPENCV_WHEELS)),
        "detection": lambda: computer.presets(preset_names()),
        "window": lambda: computer.window(
            sys.platform, os.environ, qt_libraries.load_plugin, qt_libraries.list_missing
        ),
        "cameras": lambda: computer.cameras(sources.cameras(), computer.forbidden_devices()),
        "networks": lambda: computer.check_published((*NAMES, DETECTION)),
        "settings": lambda: data.settings(folders.settings),
        "updates": lambda: data.updates(folders.settings),
        "people": lambda: data.people(PeopleStore(folders.people), RejectionStore(folders.strangers)),
        "model": lambda: data.model(ModelStore(folders.models), PeopleStore(folders.people), folders.embeddings),
        "sightings": lambda: data.sightings(SightingStore(folders.sightings)),
        "cache": lambda: data.cache(folders.networks),
        "space": lambda: data.space(folders.data, data.free_megabytes(folders.data)),
        "privacy": lambda: data.privacy(folders.data),
        "encryption": lambda: data.encryption(folders),
    }
    for name, check in checks.items():
        try:
            yield name, check()
        except OSError as error:  # a folder that we may not read
            yield name, Finding("problem", f"This could not be checked: {error}.", "Check who may read there.")
