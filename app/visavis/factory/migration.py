"""Migration of models of an earlier embedding network: their people's samples are embedded again.

Embeddings of different networks must not be compared, so the templates of such a model are of no use. The samples are
there, and a new model is made of them without any training. The earlier models are retired, not deleted.
"""

from dataclasses import replace

import numpy as np

import visavis
from visavis.errors import ModelError
from visavis.faces import alignment
from visavis.factory.embedding_card import draft_embedding_card
from visavis.factory.embeddings import create_embedding_cache
from visavis.factory.networks import NetworkLoader
from visavis.messages import Message
from visavis.models import threshold
from visavis.models.card import ModelCard
from visavis.models.change import OUTDATED
from visavis.models.store import TEMPLATES_FILE, ModelStore
from visavis.models.templates import save_templates
from visavis.networks import published
from visavis.networks.published import NetworkCard
from visavis.people.person import Person
from visavis.people.store import PeopleStore
from visavis.process.progress import ProgressCallback
from visavis.recognition.duplicate_enrollment import duplicate_matrix, find_duplicates
from visavis.recognition.embedding_cache import SampleEmbeddings
from visavis.recognition.gallery import gallery_traits, template
from visavis.storage import disk

#: Progress is reported whenever another tenth of the samples is done.
_STEPS = 10


def is_outdated(card: ModelCard) -> bool:
    """Whether a model compares embeddings of an earlier network or of an earlier input of the network."""
    if card.network != "embedding":
        return False
    base = NetworkCard.load(published.EMBEDDING).id
    is_of_network = card.network_id == base or card.network_id.startswith(f"{base}-")  # fine-tuned
    return card.input.version < alignment.EMBEDDING_INPUT_VERSION or not is_of_network


def retire_outdated(store: ModelStore) -> None:
    """Retire all models of earlier networks, except the one in use. Nothing of them is deleted."""
    for model_id in store.ids():
        try:
            card = store.card(model_id)
        except ModelError:  # a broken card is reported when the model is used
            continue
        if is_outdated(card) and not card.retired and model_id != store.current_id():
            store.retire(card.id, OUTDATED)


def migrate_model(loader: NetworkLoader, outdated: ModelCard) -> ModelCard | None:
    """Make a model of all enrolled people in place of an outdated one, and put it in use.

    Its Keras network is built later (`ModelStore.ids_without_network`), because that needs Keras. Its figures come with
    the next training.

    Returns
    -------
    ModelCard
        The card of the new model; None if there is nobody whose samples can be read.

    Raises
    ------
    ModelError
        If a network is missing.
    DiskError
        If the model cannot be written.
    """
    store = ModelStore(loader.folders.models)
    people = _embed_again(loader)
    if not people:
        return None
    card = replace(
        _draft_card(store, people),
        notes=(f"Made from the samples when the network changed, in place of {outdated.id}.",),
    )
    with store.staging_folder() as folder, disk.translate_errors(folder):
        save_templates(folder / TEMPLATES_FILE, {person.slug: template(own)[0] for person, own in people})
        card = store.publish(folder, card)
    retire_outdated(store)
    return card


def _embed_again(loader: NetworkLoader) -> list[tuple[Person, SampleEmbeddings]]:
    """Embed everybody's samples; those without a face are left out, as in training."""
    store = PeopleStore(loader.folders.people)
    samples = [(person, store.samples(person)) for person in store.people()]
    total = sum(len(own) for _, own in samples)
    cache = create_embedding_cache(loader, loader.load_embedder())
    done, people = 0, []
    _report(loader.on_progress, 0, total)
    for person, own in samples:
        embedded = cache.load(person.slug, own).drop_faceless(store.whole_pictures(person))
        if len(embedded):
            people.append((person, embedded))
        before, done = done, done + len(own)
        if _STEPS * done // max(total, 1) > _STEPS * before // max(total, 1):
            _report(loader.on_progress, done, total)
    return people


def _report(on_progress: ProgressCallback, done: int, total: int) -> None:
    on_progress(
        Message(
            "Visavis has a better network for faces: the samples are embedded again, {done} of {total}.",
            done=done,
            total=total,
        )
    )


def _draft_card(store: ModelStore, people: list[tuple[Person, SampleEmbeddings]]) -> ModelCard:
    embedded = [own for _, own in people]
    samples = [len(own) for own in embedded]
    impostors = _impostor_similarities(people)
    strangers = threshold.estimate_strangers(impostors, len(people), gallery_traits(embedded))
    everybody = [person for person, _ in people]
    data = {person.slug: own.hashes for person, own in people}
    card = draft_embedding_card(store.new_id("embedding"), everybody, data, strangers)
    card = replace(card, software={"visavis": visavis.__version__})
    truth = np.repeat(np.arange(len(people)), samples).tolist()
    return threshold.fit_threshold(card, impostors, truth, np.zeros((0, len(people))))


def _impostor_similarities(people: list[tuple[Person, SampleEmbeddings]]) -> threshold.Similarities:
    """Cosines of all samples with the templates of the other people, shape (samples, people - 1).

    As in training, those of suspects and of people who look like one are the usual one (`threshold.replace_doubtful`).
    """
    everybody, embedded = [person for person, _ in people], [own for _, own in people]
    templates, suspects = zip(*map(template, embedded), strict=True)
    stacked = np.stack(templates)
    # in a store of an earlier version, nobody was called distinct
    duplicates = find_duplicates(everybody, stacked, [len(own) for own in embedded], ())
    is_duplicate = duplicate_matrix(everybody, duplicates)
    cosines, is_doubtful = [], []
    for row, own in enumerate(embedded):
        is_suspect = np.isin(own.hashes, suspects[row])[:, np.newaxis]
        cosines.append(own.vectors @ np.delete(stacked, row, axis=0).T)
        is_doubtful.append(is_suspect | np.delete(is_duplicate[row], row))
    return threshold.replace_doubtful(np.concatenate(cosines), np.concatenate(is_doubtful))
