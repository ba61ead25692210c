"""Sidecars: the faces of pictures as XMP beside them, for programs that manage pictures."""

from pathlib import Path

from visavis.errors import PictureError, XmpError
from visavis.imaging import codec
from visavis.imaging.geometry import Box
from visavis.imaging.xmp import sidecar
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.region_writer import NewRegion
from visavis.imaging.xmp.sidecar import SidecarFinder
from visavis.messages import Message
from visavis.storage import shared_file
from visavis.tagging.face_log import LEFT, NAME, FaceLog
from visavis.tagging.tagger import TaggedFile


class SidecarWriter:
    """Marks the faces of tagged pictures in their sidecars.

    Attributes
    ----------
    pictures : int
        Number of pictures that have all their faces marked now.
    marked : int
        Number of faces that we marked.
    marked_before : int
        Number of faces that others had marked: these stay as they are.
    problems : list of Message
        A sentence on each picture whose sidecar was left as it is.
    """

    def __init__(self) -> None:
        self._finder = SidecarFinder()
        self._folders: set[Path] = set()
        self.pictures = 0
        self.marked = 0
        self.marked_before = 0
        self.problems: list[Message] = []

    def write(self, tagged: TaggedFile) -> None:
        """Mark the faces of one picture; of a video, nothing.

        Raises
        ------
        DiskError
            If the sidecar cannot be written. An existing one is untouched.
        """
        if not tagged.tags.is_video:
            self._write(tagged.path, tagged.log)

    def _write(self, path: Path, log: FaceLog) -> None:
        try:
            header = _header(path, log)
            if path.parent not in self._folders:
                self._folders.add(path.parent)
                shared_file.remove_temporary_files(path.parent)  # a killed call left them
            _, written = sidecar.write_faces(path, header, _regions(log), self._finder)
        except (PictureError, XmpError) as error:
            self.problems.append(Message("{path} gets no sidecar: {reason}.", path=path, reason=error.message))
            return
        self.pictures += 1
        self.marked += written.written
        self.marked_before += written.marked_before


def _header(path: Path, log: FaceLog) -> PictureHeader:
    header = PictureHeader.parse(codec.read_bytes(path), str(path))
    if header is None or header.upright_size != log.size:
        raise XmpError("the picture is damaged")
    return header


def _regions(log: FaceLog) -> list[NewRegion]:
    """The faces of a picture. Guests have no name there: their numbers mean nothing to other programs."""
    return [
        NewRegion(log.names[row[NAME]] if row[NAME] >= 0 else None, Box(*row[LEFT:]), float(score))
        for row, score in zip(log.faces.tolist(), log.scores, strict=True)
    ]
