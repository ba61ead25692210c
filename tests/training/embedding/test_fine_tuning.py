"""A fine-tuning from samples to a published model, which is resumed, used and forgotten completely."""

import json
from dataclasses import replace

import numpy as np
import pytest

from visavis import forgetting
from visavis.errors import ModelRefusedError, TrainingError
from visavis.faces import alignment
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipelines import create_pipeline
from visavis.factory.recognizers import outlier_threshold
from visavis.models.card import TRUNK_FILE
from visavis.models.store import TRUNK_COMPILED_FILE, UNFINISHED_FILE, ModelStore
from visavis.networks import published
from visavis.people.names import PersonName
from visavis.people.picture_state import IN_USE
from visavis.people.store import PeopleStore
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache
from visavis.scoring.thresholds import Strangers
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis_training.options import MAX_FINE_TUNED_BLOCKS, Options

fine_tuning = pytest.importorskip("visavis_training.embedding.fine_tuning")


@pytest.mark.parametrize("blocks", [0, MAX_FINE_TUNED_BLOCKS + 1])
def test_only_the_last_stage_can_be_fine_tuned(blocks):
    with pytest.raises(TrainingError, match=f"last {MAX_FINE_TUNED_BLOCKS} blocks"):
        Options(fine_tune=blocks)


@pytest.mark.slow
class TestWhole:
    """Ten people with drawn pictures without a detected face, and embeddings for them."""

    @pytest.fixture
    def folders(self, tmp_path, published_networks):
        folders = DataFolders(tmp_path / "data", published_networks.parent)
        store, random = PeopleStore(folders.people), np.random.default_rng(1)
        version = f"{published.NetworkCard.load(published.EMBEDDING).id}-{alignment.EMBEDDING_INPUT_VERSION}"
        for number in range(10):
            person, center = store.create(PersonName(f"P {number}")), random.normal(size=128)

            def embed(image, center=center):
                return EmbeddedSample(unit(center + 0.3 * random.normal(size=128)), False)

            for _ in range(10):
                store.add(person, random.integers(0, 255, (90, 90, 3), np.uint8))
            samples = store.samples(person)
            store.set_picture_states(person, {sample.hash: IN_USE for sample in samples})
            EmbeddingCache(folders.embeddings, version, embed).load(person.slug, samples)
        return folders

    def test_a_fine_tuned_model_is_resumed_used_and_retired(self, folders, capsys):
        from visavis_training.cli import main

        arguments = ["train", "--data", str(folders.data), "--json", "--device", "cpu"]
        shaping = ["--fine-tune", "1", "--epochs", "1", "--no-augment"]

        with pytest.MonkeyPatch.context() as patch:
            patch.setenv("VISAVIS_CACHE", str(folders.cache))
            assert main([*arguments, *shaping]) == 1
            events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
            assert [each["event"] for each in events if each["event"] != "progress"] == [
                "start", *["epoch"] * 3, "evaluated", "refused",
            ]  # fmt: skip
            store = ModelStore(folders.models)
            assert store.ids() == []

            assert main([*arguments, "--resume", "--force"]) == 0
        events = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [each["epoch"] for each in events if each["event"] == "epoch"] == [4]
        card = store.verified_card(events[-1]["model"])
        assert {TRUNK_FILE, TRUNK_COMPILED_FILE, "model.keras"} <= card.files.keys()
        assert card.recipe == {"network": "embedding", "seed": 0, "fine_tune": 1, "epochs": 1}
        assert "fine-tuned" in card.notes[0]

        spread = replace(card, strangers=Strangers(0.1, 0.08))
        assert outlier_threshold(spread) == pytest.approx(0.1 + 3.1 * 0.08)
        assert outlier_threshold(replace(spread, files={})) == 0.4

        loader = NetworkLoader(folders, "cpu")
        chips = np.random.default_rng(2).integers(0, 255, (2, 112, 112, 3)).astype(np.float32)
        theirs, published = loader.load_embedder(card).embed(chips), loader.load_embedder().embed(chips)
        assert ((theirs * published).sum(axis=1) < 0.99999).all()

        people = PeopleStore(folders.people)
        later = people.create(PersonName("Later"))
        sample = people.add(later, np.random.default_rng(3).integers(0, 255, (90, 90, 3), np.uint8))
        people.set_picture_states(later, {sample.hash: IN_USE})
        assert "Later" in create_pipeline(loader, "plain").recognize.names
        [kept] = folders.embeddings.glob(f"{card.network_id}/*.npz")
        assert kept.stem == later.slug

        receipt = forgetting.forget(folders, later)
        assert receipt.models == ()
        assert not kept.exists()
        receipt = forgetting.forget(folders, people.find("P 3"))
        assert receipt.retired
        assert store.current_id() is None
        assert not [path for path in folders.models.rglob("*") if path.suffix in {".keras", ".tflite", ".npz"}]
        assert not kept.parent.exists()


def test_forgetting_during_a_training_deletes_its_checkpoint(folders, monkeypatch):
    from visavis_training import run

    people, state = PeopleStore(folders.people), folders.models / UNFINISHED_FILE
    for name in ("Ada", "Bob"):
        people.create(PersonName(name))

    def refused(folders, options, run_options, path, on_event):
        forgetting.forget(folders, people.find("Ada"))
        disk.make_private(path.parent)
        path.write_bytes(b"written after that")
        raise ModelRefusedError("It does not help.")

    monkeypatch.setattr(run, "_fine_tune", refused)
    with pytest.raises(ModelRefusedError):
        run.train(folders, {"fine_tune": 1}, lambda _: None)
    assert not state.exists()
