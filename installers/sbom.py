"""Writes a software bill of materials (CycloneDX) from a lock: packages with versions and hashes.

    python installers/sbom.py requirements-package.lock > sbom.cdx.json

The same lock gives the same bytes. Format: CycloneDX 1.6 (ECMA-424) in JSON; package URLs (ECMA-427) name packages.
"""

import hashlib
import json
import re
import sys
import tomllib
import uuid
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
#: A package in a lock: its name and version, perhaps a marker, and a hash a line.
_ENTRY = re.compile(
    r"^([a-z0-9.-]+)==(\S+)(?: ; (.+?))? \\\n((?: +--hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def project() -> dict[str, Any]:
    """The table `project` of pyproject.toml."""
    return dict(tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"])


def text(lock: Path) -> str:
    """The document about a lock, as it is written."""
    return json.dumps(document(lock.read_text(encoding="utf-8")), indent=1) + "\n"


def document(lock: str) -> dict[str, Any]:
    """The document about a lock's packages.

    Parameters
    ----------
    lock : str
        The content of the lock.
    """
    about = project()
    program = f"{about['name']}@{about['version']}"
    components = [component(*entry) for entry in _ENTRY.findall(lock)]
    return {
        "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "serialNumber": f"urn:uuid:{uuid.UUID(bytes=hashlib.sha256(lock.encode()).digest()[:16], version=4)}",
        "version": 1,
        "metadata": {
            "component": {
                "type": "application",
                "bom-ref": program,
                "name": about["name"],
                "version": about["version"],
                "purl": f"pkg:pypi/{program}",
                "licenses": [{"license": {"id": about["license"]}}],
            }
        },
        "components": components,
        "dependencies": [{"ref": program, "dependsOn": [each["bom-ref"] for each in components]}],
    }


def component(name: str, version: str, marker: str, hashes: str) -> dict[str, Any]:
    """One package. A hash stands for each of its wheels, and for its source."""
    found: dict[str, Any] = {
        "type": "library",
        "bom-ref": f"{name}@{version}" + (f";{marker}" if marker else ""),
        "name": name,
        "version": version,
        "purl": f"pkg:pypi/{name}@{version}",
        "properties": [{"name": "visavis:sha256", "value": value} for value in re.findall(r"[0-9a-f]{64}", hashes)],
    }
    if marker:
        found["properties"].insert(0, {"name": "visavis:marker", "value": marker})
    return found


if __name__ == "__main__":
    sys.stdout.write(text(Path(sys.argv[1])))
