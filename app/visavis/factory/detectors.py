"""Building detectors of faces from presets."""

from functools import cached_property

from visavis.detection import haar
from visavis.detection.border import BorderDetector
from visavis.detection.detector import CandidateSearch, Detector, LocalSearch, whole_picture
from visavis.detection.haar import HaarDetector
from visavis.detection.orientation import OrientingDetector
from visavis.detection.presets import NeuralSearch
from visavis.detection.verified import VerifiedDetector
from visavis.detection.yunet import YunetSearch
from visavis.factory.networks import NetworkLoader
from visavis.imaging.geometry import Face, labeled_face
from visavis.imaging.image import Image
from visavis.networks import published
from visavis.networks.published import NetworkCard

#: Preset for samples and other still pictures.
STILLS = "stills"
#: Preset that needs no network.
_WITHOUT_NETWORKS = "plain"
#: Least width of the face in a sample, as a share of the shorter side of the picture: in most samples it is a third.
#: Searching for such faces first takes a fifth of the time (6 ms of processor time instead of 31) and finds the same:
#: in 87 samples, the cosines of the embeddings were 0.97 and more, and 0.9994 in half of them.
_SAMPLE_FACE_SHARE = 0.2


def create_detector(loader: NetworkLoader, preset: str) -> Detector:
    """Create the detector for a preset.

    That for stills also finds faces that fill their picture; with `Preset.any_orientation`, also those in pictures that
    are not upright.

    Raises
    ------
    SettingsError
        If there is no such preset.
    ModelError
        If a cascade or a network is missing or altered.
    """
    cascades = haar.load(preset)
    if not cascades.preset.verified:
        return cascades
    network = _create_yunet(cascades.preset.network)
    rounds: dict[int, list[CandidateSearch]] = {number: [search] for number, search in cascades.rounds.items()}
    if network and cascades.preset.network:
        rounds.setdefault(cascades.preset.network.round, []).append(network)
    ordered = [searches for _, searches in sorted(rounds.items())]
    verified = VerifiedDetector(ordered, loader.load_small(published.LANDMARKS), quick=network)
    detector: Detector = BorderDetector(verified) if preset == STILLS else verified
    if network and cascades.preset.any_orientation:
        return OrientingDetector(detector, verified.is_upright, network)
    return detector


def _create_yunet(sizes: NeuralSearch | None) -> YunetSearch | None:
    return YunetSearch(NetworkCard.load(published.DETECTION).weights.read(), sizes) if sizes else None


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
    def _detector(self) -> OrientingDetector:
        detector = create_detector(self._loader, STILLS)
        assert isinstance(detector, OrientingDetector)  # as the preset says
        return detector

    def __call__(self, image: Image) -> tuple[Face, bool]:
        """Return the face, and whether one was found; if not, the face is the whole picture."""
        height, width = image.shape[:2]
        side, fallback = min(height, width), whole_picture(image)
        large = self._detector.search_locally(image, LocalSearch(fallback.box, _SAMPLE_FACE_SHARE * side, side))
        faces = large if self._detector.has_upright(image, large) else self._detector(image)
        face = labeled_face(faces, width, height)
        return face or fallback, face is not None
