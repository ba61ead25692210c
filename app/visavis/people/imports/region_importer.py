"""Import of the people who are marked in pictures, as other programs have written them into XMP."""

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from visavis.errors import PersonNameError, PictureError
from visavis.imaging import codec
from visavis.imaging.geometry import Box, Face
from visavis.imaging.image import Image
from visavis.imaging.xmp import sidecar
from visavis.imaging.xmp.area import is_same_face
from visavis.imaging.xmp.header import PictureHeader
from visavis.imaging.xmp.regions import FaceRegion
from visavis.imaging.xmp.sidecar import SidecarFinder
from visavis.messages import Message
from visavis.people.imports.import_outcomes import ImportOutcome, PassedOverRegion
from visavis.people.imports.importer import Importer, PersonImport
from visavis.people.names import PersonName


@dataclass(frozen=True, slots=True)
class RegionImporter:
    """Imports marked people, each as a sample cut out of the picture, wherever the picture lies.

    A marked face that is not found there is set aside, as a picture without a face is.
    """

    importer: Importer

    def __call__(self, pictures: Sequence[Path]) -> Iterator[ImportOutcome | PassedOverRegion]:
        """Import from pictures one by one. What was imported stays if the import fails later.

        Raises
        ------
        StoreError
            If the pictures are the store's own.
        DiskError
            If the disk refuses.
        """
        self.importer.require_others_pictures(pictures)
        finder = SidecarFinder()
        people: dict[str, PersonImport] = {}
        with contextlib.ExitStack() as stack:
            for path in pictures:
                try:
                    yield from self._import(path, finder, people, stack)
                except PictureError as error:
                    yield PassedOverRegion(path, error.message)

    def _import(
        self, path: Path, finder: SidecarFinder, people: dict[str, PersonImport], stack: contextlib.ExitStack
    ) -> Iterator[ImportOutcome | PassedOverRegion]:
        content = codec.read_bytes(path)
        header = PictureHeader.parse(content, str(path))
        if header is None:
            raise PictureError("{name} is not a picture that can be decoded.", name=path)
        found = sidecar.read_faces(path, header, finder)
        for problem in found.problems:
            yield PassedOverRegion(path, problem)
        unnamed = sum(region.name is None for region in found.regions)
        if unnamed:
            faces = Message("{count} faces have no name", one="{count} face has no name", count=unnamed)
            yield PassedOverRegion(path, faces, is_unnamed=True)
        elif not found.regions and not found.problems:
            yield PassedOverRegion(path, Message("nobody is marked"), is_unnamed=True)
        picture = _MarkedPicture(self.importer, path, content, header, found.regions)
        problems: list[Message] = []
        for key, name, region in _named_regions(found.regions, problems):
            if key not in people:
                people[key] = PersonImport.begin(self.importer, name)
                stack.callback(people[key].end)
            yield people[key].add_region(path, content, picture.image, region.box, picture.face_of(region))
        for problem in problems:
            yield PassedOverRegion(path, problem)


def _named_regions(
    regions: Sequence[FaceRegion], problems: list[Message]
) -> Iterator[tuple[str, PersonName, FaceRegion]]:
    """The regions with a name that can be used, each person once, in the largest one."""
    seen: set[str] = set()
    for region in sorted(regions, key=lambda each: -each.box.area):
        if region.name is None:
            continue
        try:
            name = PersonName(region.name)
        except PersonNameError as error:
            problems.append(error.message)
            continue
        if name.key in seen:
            problems.append(Message("{name} is marked twice, and the smaller one does not count", name=name))
            continue
        seen.add(name.key)
        yield name.key, name, region


@dataclass(eq=False)
class _MarkedPicture:
    """A picture that is decoded when the first of its regions is imported."""

    importer: Importer
    path: Path
    content: bytes
    header: PictureHeader
    regions: Sequence[FaceRegion]

    @cached_property
    def image(self) -> Image:
        image = codec.decode(self.content, str(self.path))
        if (image.shape[1], image.shape[0]) != self.header.upright_size:
            raise PictureError("{name} has another size than it says.", name=self.path)
        return image

    @cached_property
    def _faces(self) -> dict[Box, Face]:
        """The face found in each region; each face counts for the region that it fits best."""
        faces = self.importer.detect(self.image)
        pairs = [
            (region.box.iou(face.box), number, region, face)
            for region in self.regions
            for number, face in enumerate(faces)
            if is_same_face(region.box, face.box)
        ]
        matched: dict[Box, Face] = {}
        used: set[int] = set()
        for _, number, region, face in sorted(pairs, key=lambda pair: -pair[0]):
            if region.box not in matched and number not in used:
                matched[region.box] = face
                used.add(number)
        return matched

    def face_of(self, region: FaceRegion) -> Face | None:
        return self._faces.get(region.box)
