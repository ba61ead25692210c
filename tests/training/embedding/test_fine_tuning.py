"""Fine-tuning needs enough people, is published only if it helps, and what it made is used and forgotten whole."""

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
from visavis.networks import published as networks
from visavis.people.names import PersonName
from visavis.people.person import Person
from visavis.people.store import PeopleStore
from visavis.recognition.embedder import unit
from visavis.recognition.embedding_cache import EmbeddingCache, SampleEmbeddings
from visavis.scoring.thresholds import Strangers
from visavis.storage import disk
from visavis.storage.paths import DataFolders
from visavis_training.cnn64.paired_comparison import Contest
from visavis_training.data.grouping import Grouping
from visavis_training.embedding import cross_validation
from visavis_training.embedding.leave_one_out import Trial
from visavis_training.embedding.trainer import Material
from visavis_training.options import TUNABLE, Options

fine_tuning = pytest.importorskip("visavis_training.embedding.fine_tuning")


def material(tmp_path, people, samples):
    """So many people, and embeddings of so many samples each."""
    random = np.random.default_rng(1)
    embedded = []
    for person in range(people):
        vectors = unit(random.normal(size=128) + 0.1 * random.normal(size=(samples, 128)))
        hashes = tuple(f"{person}-{row}" for row in range(samples))
        embedded.append(SampleEmbeddings(hashes, vectors, np.ones(samples, np.bool_), np.ones(samples, np.float32)))
    return Material(
        people=tuple(Person(f"p{person}", f"P {person}", tmp_path) for person in range(people)),
        samples=((),) * people,
        embedded=tuple(embedded),
        strangers=np.zeros((0, 128), np.float32),
        unreadable=(),
    )


def grouped(people, samples, groups, one_session=()):
    """Everybody's samples in so many groups."""
    of = [person * samples + row % groups for person in range(people) for row in range(samples)]
    return Grouping(tuple(of), frozenset(one_session), ())


class TestEnough:
    def test_ten_people_with_ten_samples_from_three_sessions(self, tmp_path):
        assert fine_tuning.enough(material(tmp_path, 10, 10), grouped(10, 10, 3)) == [True] * 10

    @pytest.mark.parametrize(
        ("people", "samples", "groups", "one_session", "have"),
        [(9, 10, 3, (), 9), (10, 9, 3, (), 0), (10, 10, 2, (), 0), (11, 10, 3, ("p0", "p1"), 9)],
    )
    def test_less_is_refused_with_what_it_takes(self, tmp_path, people, samples, groups, one_session, have):
        with pytest.raises(TrainingError, match=f"10 people with 10 samples .* 3 sessions; {have} of {people}"):
            fine_tuning.enough(material(tmp_path, people, samples), grouped(people, samples, groups, one_session))


class TestBetter:
    @pytest.mark.parametrize(("lost", "won"), [(0, 0), (0, 4), (5, 10), (9, 0)])
    def test_what_does_not_clearly_help_is_refused_with_the_figures(self, lost, won):
        with pytest.raises(ModelRefusedError, match=f"of 300 searches .* {won} are right .* {lost} wrong"):
            fine_tuning.refuse_unless_better(Contest("as published", 300, lost, won))

    def test_what_clearly_helps_is_not(self):
        fine_tuning.refuse_unless_better(Contest("as published", 300, lost=1, won=9))

    def test_a_trifle_is_no_help_however_sure(self):
        with pytest.raises(ModelRefusedError):
            fine_tuning.refuse_unless_better(Contest("as published", 3000, lost=0, won=20))

    def test_strangers_decide_where_the_line_is(self):
        """A network that is surer of people, and of strangers even more, is no better."""
        truth, templates, suspects = np.zeros(10, np.intp), np.zeros((2, 128), np.float32), ((), ())
        similarities = np.column_stack([np.linspace(2, 4, 10), np.zeros(10)])
        published = Trial(truth, similarities, np.full((10, 1), 1.0), templates, suspects)
        surer = Trial(truth, similarities + 1, np.full((10, 1), 4.0), templates, suspects)
        assert fine_tuning.compared(published, surer) == Contest(fine_tuning.AS_PUBLISHED, 10, lost=5, won=0)


def test_each_folds_epochs_are_chosen_by_the_others(tmp_path):
    """Fold 0 is good after epoch 1 only, and the others after 2 only: none may profit."""
    people = material(tmp_path, 6, 9)
    truth = np.repeat(np.arange(6), 9)
    dealt = cross_validation.folds(truth, range(54), [True] * 6, 0)
    good = np.concatenate([each.vectors for each in people.embedded])
    bad = unit(np.random.default_rng(2).normal(size=good.shape))
    seen = [np.stack([bad, good, bad]), np.stack([bad, bad, good]), np.stack([bad, bad, good])]
    _, tuned, epochs = fine_tuning.judged(people, dealt, seen)
    assert epochs == 2
    assert cross_validation.right(tuned.trial, cross_validation.line(tuned.trial, 0.01)).mean() < 0.1

    seen = [np.stack([bad, bad, good])] * 3
    published, tuned, epochs = fine_tuning.judged(people, dealt, seen)
    assert epochs == 2
    assert fine_tuning.compared(published.trial, tuned.trial).won > 50


@pytest.mark.parametrize("blocks", [0, TUNABLE + 1])
def test_only_the_last_stage_can_be_fine_tuned(blocks):
    with pytest.raises(TrainingError, match=f"last {TUNABLE} blocks"):
        Options(fine_tune=blocks)


@pytest.mark.slow
class TestWhole:
    """Drawn pictures in which nobody is found, and embeddings that make ten people of them."""

    @pytest.fixture
    def folders(self, tmp_path, published_networks):
        folders = DataFolders(tmp_path / "data", published_networks.parent)
        store, random = PeopleStore(folders.people), np.random.default_rng(1)
        version = f"{networks.NetworkCard.load(networks.EMBEDDING).id}-{alignment.EMBEDDING_INPUT_VERSION}"
        for number in range(10):
            person, center = store.create(PersonName(f"P {number}")), random.normal(size=128)

            def look(image, center=center):
                return unit(center + 0.2 * random.normal(size=128)), False, 1.0

            for _ in range(10):
                store.add(person, random.integers(0, 255, (90, 90, 3), np.uint8))
            EmbeddingCache(folders.embeddings, version, look).load(person.slug, store.samples(person))
        return folders

    def test_what_it_made_is_used_goes_on_after_a_refusal_and_retires(self, folders, capsys):
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

        spread = replace(card, strangers=Strangers(0.8, 0.04))
        assert outlier_threshold(spread) == pytest.approx(0.9)
        assert outlier_threshold(replace(spread, files={})) == 0.94

        loader = NetworkLoader(folders, "cpu")
        chips = np.random.default_rng(2).integers(0, 255, (2, 150, 150, 3)).astype(np.float32)
        theirs, published = loader.load_embedder(card).embed(chips), loader.load_embedder().embed(chips)
        assert ((theirs * published).sum(axis=1) < 0.99999).all()

        people = PeopleStore(folders.people)
        later = people.create(PersonName("Later"))
        people.add(later, np.random.default_rng(3).integers(0, 255, (90, 90, 3), np.uint8))
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


def test_what_was_kept_to_go_on_goes_with_whoever_is_forgotten_meanwhile(folders, monkeypatch):
    from visavis_training import run

    people, state = PeopleStore(folders.people), folders.models / UNFINISHED_FILE
    for name in ("Ada", "Bob"):
        people.create(PersonName(name))

    def refused(folders, options, conduct, path, told):
        forgetting.forget(folders, people.find("Ada"))
        disk.make_private(path.parent)
        path.write_bytes(b"written after that")
        raise ModelRefusedError("It does not help.")

    monkeypatch.setattr(run, "_fine_tuned", refused)
    with pytest.raises(ModelRefusedError):
        run.train(folders, {"fine_tune": 1}, lambda _: None)
    assert not state.exists()
