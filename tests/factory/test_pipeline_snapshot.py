"""A snapshot of a pipeline gives the same answers elsewhere, without the people, the models and the settings."""

import numpy as np
import pytest

from visavis.errors import DamagedFileError
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.factory.pipelines import create_pipeline
from visavis.imaging.frames import Frame
from visavis.people.names import PersonName
from visavis.people.rejections import RejectionStore
from visavis.people.store import PeopleStore
from visavis.storage import arrays
from visavis.storage.paths import DataFolders
from visavis_training.embedding import trainer
from visavis_training.options import Options, RunOptions


@pytest.fixture
def loader(tmp_path, published_networks, photos):
    """A user with a model of one person, another who was enrolled since, and a rejected face."""
    folders = DataFolders(tmp_path / "data", published_networks.parent)
    people = PeopleStore(folders.people)
    people.add(people.create(PersonName("Eileen")), photos[0])
    trainer.train(folders, Options(), RunOptions(device="cpu"), lambda _: None)
    people.add(people.create(PersonName("Grace")), photos[1])
    RejectionStore(folders.strangers).add(photos[0][::-1], people.find(PersonName("Grace")))
    return NetworkLoader(folders, "cpu")


@pytest.fixture
def elsewhere(tmp_path, published_networks):
    """The loader of a computer on which nobody is enrolled."""
    return NetworkLoader(DataFolders(tmp_path / "elsewhere", published_networks.parent))


def matches(pipeline, photo):
    return [(answer.face.box, answer.match) for answer in pipeline(Frame(photo, 0.0)).answers]


def sent(snapshot):
    return PipelineSnapshot.decode(snapshot.encode())


@pytest.mark.parametrize("strictness", ["relaxed", "strict"])
def test_it_gives_the_same_answers_elsewhere(loader, elsewhere, photos, strictness):
    here = create_pipeline(loader, "live", None, strictness, 0.1)
    there = sent(PipelineSnapshot.take(loader, "live", None, strictness, 0.1)).build(elsewhere)
    assert (there.model, there.people, there.device) == (here.model, 2, here.device)
    assert there.recognize.decision == here.recognize.decision
    assert there.recognize.outlier_threshold == here.recognize.outlier_threshold
    assert there.recognize.can_compare_with(here.recognize)
    for photo in photos:
        assert matches(there, photo) == matches(here, photo)
    vectors = np.random.default_rng(0).normal(size=(50, 128)).astype(np.float32)
    assert (there.recognize.vetoes(vectors) == here.recognize.vetoes(vectors)).all()
    assert here.recognize.vetoes(vectors).any()
    assert not (elsewhere.folders.data).exists()


def test_without_a_model_faces_are_found(elsewhere, photos):
    there = sent(PipelineSnapshot.take(elsewhere, "live")).build(elsewhere)
    assert not there.recognize.has_network
    assert len(there(Frame(photos[0], 0.0)).answers) == 1


def test_the_same_pipeline_has_the_same_content(loader):
    first, second = (PipelineSnapshot.take(loader, "live").encode() for _ in range(2))
    assert first == second
    assert PipelineSnapshot.take(loader, "stills").encode() != first


def test_no_picture_is_sent(loader):
    names = arrays.decode(PipelineSnapshot.take(loader, "live").encode()).keys()
    assert names == {"facts", "templates", "rejected", "is_not"}


@pytest.mark.parametrize("content", [b"", b"PK", arrays.encode({"facts": np.zeros(3, np.uint8)})])
def test_anything_else_is_refused(content):
    with pytest.raises(DamagedFileError):
        PipelineSnapshot.decode(content)
