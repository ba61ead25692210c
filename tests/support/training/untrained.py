"""A `cnn64` model that has learned nothing: what matters is the kind of its network."""

from visavis.models.card import InputSpec, Member, ModelCard
from visavis.models.store import COMPILED_FILE, NETWORK_FILE, ModelStore
from visavis.networks import cnn64_input
from visavis_training.cnn64 import network
from visavis_training.networks import litert
from visavis_training.recipe import TUNED


def publish_untrained(folders, *names, threshold):
    """Put a model of these people into use, whose threshold decides whom it names."""
    model = network.inference_network(network.build(TUNED, len(names)))
    store = ModelStore(folders.models)
    card = ModelCard(
        id=store.new_id("cnn64"),
        network="cnn64",
        created="",
        people=tuple(Member(name.lower(), name) for name in names),
        input=InputSpec("chip", cnn64_input.CNN64_INPUT_VERSION, cnn64_input.CNN64_SIDE),
        threshold=threshold,
    )
    with store.staging_folder() as folder:
        model.save(folder / NETWORK_FILE)
        (folder / COMPILED_FILE).write_bytes(litert.compile_model(model))
        store.publish(folder, card)
