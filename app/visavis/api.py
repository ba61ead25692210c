"""Use from Python: people, their faces, and names for pictures and videos. Start with `visavis.open_store`.

    import visavis

    store = visavis.open_store()                    # the data folder of this user
    store.enroll("Ada", "clip_of_ada.mp4")
    store.learn()
    for answer in store.recognize("group.jpg").answers:
        print(answer.match.name, answer.match.score, answer.face.box)

Errors are `visavis.errors.VisavisError`: one sentence, and a hint.
"""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from visavis.enrollment.capture import Capture
from visavis.enrollment.session import Enrollment
from visavis.errors import PictureError, SourceError, StoreError, TrainingError
from visavis.factory.detectors import STILLS, create_detector
from visavis.factory.enrollment import create_face_embedder
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.imaging import codec
from visavis.imaging.frames import Frame
from visavis.imaging.image import Image
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.pipeline import Analysis, Pipeline
from visavis.sources import open_source
from visavis.sources.demo import show_one_person
from visavis.storage.paths import DataFolders
from visavis.tracking import Tracker
from visavis.training_client.trainer import Trainer


class FaceStore:
    """The people of a data folder, and the recognition of their faces. Use one from one thread at a time.

    Parameters
    ----------
    folders : DataFolders
        The data folder and the cache.
    """

    def __init__(self, folders: DataFolders) -> None:
        self.folders = folders
        self._loader = NetworkLoader(folders)
        self._pipelines: dict[str, Pipeline] = {}

    @property
    def people(self) -> list[str]:
        """The names of everybody, in the order of the list in the window."""
        return [str(person.name) for person in PeopleStore(self.folders.people).people()]

    def enroll(self, name: str, source: str | Path, count: int = 20) -> int:
        """Take samples of a person, who may be new, from a source; return how many were accepted.

        `learn` makes them known to recognition.

        Parameters
        ----------
        source : str or Path
            As for `visavis live --source`: a camera's number, a video, a folder of pictures, an address, "demo".
        count : int
            The number of samples to accept.

        Raises
        ------
        PersonNameError
            If that cannot be a name.
        SourceError
            If the source cannot be read.
        StoreError
            If no frame could be used, or `count` is not positive.
        """
        if count < 1:
            raise StoreError(
                "At least one sample has to be taken, not {count}.", hint="20 are usual: leave count out.", count=count
            )
        person = PersonName(name)
        enrollment = Enrollment(count, create_face_embedder(self._loader))
        capture = Capture(enrollment)
        try:
            capture.take(show_one_person(open_source(str(source), paced=False)), create_detector(self._loader, STILLS))
        except SourceError:
            if not enrollment.accepted:
                raise
        finally:
            capture.leave_out_outliers()
            capture.save(PeopleStore(self.folders.people), person)
        if not enrollment.accepted:
            raise StoreError(
                "No frame could be used for {name}.",
                hint="One face has to be in view, large, sharp and well lit.",
                name=person,
            )
        return enrollment.accepted

    def learn(self) -> str:
        """Learn everybody anew, in a process of its own; return the ID of the model that is in use then.

        Raises
        ------
        TrainingError
            If it fails.
        ModelRefusedError
            If the new model is worse than the one in use, which stays.
        """
        published = [event["model"] for event in Trainer(self.folders) if event["event"] == "published"]
        if not published:
            raise TrainingError("Training ended before it published a model.")
        self._pipelines.clear()
        return str(published[-1])

    def recognize(self, picture: str | Path | Image) -> Analysis:
        """Name the faces in a picture. Without a model, every face is unknown.

        Parameters
        ----------
        picture : str, Path or ndarray of uint8
            A file, or the pixels of shape (height, width, 3), BGR.

        Raises
        ------
        PictureError
            If the file is not a picture, or cannot be read; or if the array is not what it should be.
        """
        if isinstance(picture, (str, Path)):
            frame = Frame(codec.read(Path(picture)), 0.0, source=str(picture))
        else:
            _require_picture(picture)
            frame = Frame(picture, 0.0)
        return self._pipeline(STILLS)(frame)

    def follow(self, source: str | Path, *, paced: bool = False) -> Iterator[Analysis]:
        """Name the faces in each frame of a source, as `visavis live --headless` does, until it ends.

        Parameters
        ----------
        source : str or Path
            As for `enroll`.
        paced : bool
            Whether a video is played at its own speed; otherwise each frame is analyzed as soon as the last is.

        Raises
        ------
        SourceError
            If the source cannot be read.
        """
        yield from map(Tracker(self._pipeline("live")), open_source(str(source), paced=paced))

    def _pipeline(self, preset: str) -> Pipeline:
        if preset not in self._pipelines:
            self._pipelines[preset] = create_pipeline(self._loader, preset)
        return self._pipelines[preset]


def _require_picture(picture: object) -> None:
    if (
        not isinstance(picture, np.ndarray)
        or picture.dtype != np.uint8
        or picture.ndim != 3
        or picture.shape[2] != 3
        or picture.size == 0
    ):
        raise PictureError(
            "This is no picture.",
            hint="Give the path of a file, or an array of uint8 of shape (height, width, 3), as cv2.imread returns it.",
        )


def open_store(data: str | Path | None = None) -> FaceStore:
    """Open a data folder, which need not exist yet.

    Parameters
    ----------
    data : str or Path, optional
        None: VISAVIS_DATA, or the folder of this user, which the window uses, too.

    Raises
    ------
    DiskError
        If the path begins with the home folder of a user who has none.
    """
    return FaceStore(DataFolders.of_user(None if data is None else Path(data)))
