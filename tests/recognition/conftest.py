"""Real people, embedded as samples are."""

import pytest

from support.places import DATA
from visavis.factory.embeddings import create_embedding_cache
from visavis.factory.networks import NetworkLoader
from visavis.people.samples import Sample
from visavis.storage.paths import DataFolders

#: People of Labeled Faces in the Wild, and how many pictures of each are embedded.
_PEOPLE, _PICTURES = 6, 10


@pytest.fixture(scope="session")
def real_people(tmp_path_factory, published_networks):
    """The embeddings of six people, ten pictures each; skips without the pictures."""
    folders = sorted((DATA / "lfw" / "people").glob("*/"))[:_PEOPLE]
    if not folders:
        pytest.skip("there are no pictures of real people")
    loader = NetworkLoader(DataFolders(tmp_path_factory.mktemp("data"), published_networks.parent), "cpu")
    cache = create_embedding_cache(loader, loader.load_embedder())
    return [
        cache.load(folder.name, [Sample(path, folder.name) for path in sorted(folder.glob("*.jpg"))[:_PICTURES]])
        for folder in folders
    ]
