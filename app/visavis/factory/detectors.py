"""Building detectors of faces from presets."""

from functools import cached_property

from visavis.detection import haar
from visavis.detection.border import BorderDetector
from visavis.detection.detector import CandidateSearch, Detector, LocalSearch, whole_picture
from visavis.detection.haar import HaarDetector
from visavis.detection.mtcnn import NetworkSearch
from visavis.detection.verified import VerifiedDetector
from visavis.factory.networks import NetworkLoader
from visavis.imaging.geometry import Face, labeled_face
from visavis.imaging.image import Image
from visavis.networks import published

#: Preset for samples and other still pictures.
STILLS = "stills"
#: Preset that needs no network.
_WITHOUT_NETWORKS = "plain"
#: Least width of the face in a sample, as a share of the shorter side of the picture: in most samples it is a third.
#: Searching for such faces first takes a third of the time and finds the same (87 samples, cosines of the embeddings
#: above 0.9999).
_SAMPLE_FACE_SHARE = 0.2


def create_detector(loader: NetworkLoader, preset: str) -> Detector:
    """Create the detector for a preset. That for stills also finds faces that fill their picture.

    Raises
    ------
    SettingsError
        If there is no such preset.
    ModelError
        If a cascade or a network is missing or altered.
    """
    detector = _create_plain(loader, preset)
    return BorderDetector(detector) if preset == STILLS else detector


def _create_plain(loader: NetworkLoader, preset: str) -> Detector:
    """Create the detector for a preset, verified by O-Net if the preset says so."""
    detector = haar.load(preset)
    if not detector.preset.verified:
        return detector
    rounds: dict[int, list[CandidateSearch]] = {number: [search] for number, search in detector.rounds.items()}
    if detector.preset.networks:
        pnet, rnet = loader.load_small(published.PROPOSALS), loader.load_small(published.REFINEMENT)
        search = NetworkSearch(pnet, rnet, detector.preset.networks)
        rounds.setdefault(detector.preset.networks.round, []).append(search)
    ordered = [searches for _, searches in sorted(rounds.items())]
    return VerifiedDetector(ordered, loader.load_small(published.LANDMARKS))


def create_provisional_detector(preset: str) -> HaarDetector:
    """Create a detector that needs no network: that of the preset, or a plain one until the networks are loaded.

    Raises
    ------
    SettingsError, ModelError
        If there is no such preset, or a cascade is missing or altered.
    """
    detector = haar.load(preset)
    return haar.load(_WITHOUT_NETWORKS) if detector.preset.verified else detector


class SampleFaceFinder:
    """Finds the face in a sample, always with the preset for stills, so that all callers get the same face."""

    def __init__(self, loader: NetworkLoader) -> None:
        self._loader = loader

    @cached_property
    def _detector(self) -> Detector:
        return create_detector(self._loader, STILLS)

    def __call__(self, image: Image) -> tuple[Face, bool]:
        """Return the face, and whether one was found; if not, the face is the whole picture."""
        height, width = image.shape[:2]
        side, fallback = min(height, width), whole_picture(image)
        large = self._detector.search_locally(image, LocalSearch(fallback.box, _SAMPLE_FACE_SHARE * side, side))
        face = labeled_face(large or self._detector(image), width, height)
        return face or fallback, face is not None
