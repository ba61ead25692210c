"""Published networks are converted once, atomically, and only from files with the expected hash."""

import stat
import threading

import keras
import numpy as np
import pytest

from visavis.errors import DiskError
from visavis.networks import published
from visavis.networks.engine import CompiledEngine
from visavis.networks.published import LANDMARKS, NAMES, NetworkCard
from visavis_training.networks import conversion, litert

ONET = NetworkCard.load(LANDMARKS)


@pytest.fixture
def only_onet(monkeypatch):
    """The small network alone, for speed."""
    for name in NAMES:
        if name != LANDMARKS:
            monkeypatch.delitem(conversion.CONVERSIONS, name)


def entries(folder):
    return sorted(path.name for path in folder.iterdir() if path.name != ".lock")


class TestPrepare:
    @pytest.mark.parametrize("name", NAMES)
    def test_the_app_finds_prepared_networks(self, published_networks, name):
        files = published.find_prepared(published_networks, name)
        assert files.network.exists()
        assert files.compiled.exists()

    @pytest.mark.parametrize("name", NAMES)
    def test_the_compiled_network_takes_any_batch_size(self, published_networks, name):
        files = published.find_prepared(published_networks, name)
        side = NetworkCard.load(name).input["shape"][0] or 31
        answers = CompiledEngine(files.compiled)(conversion.comparison_samples(side))
        assert np.isfinite(answers).all()

    def test_the_file_is_private(self, published_networks):
        for path in published_networks.rglob("*"):
            assert stat.S_IMODE(path.stat().st_mode) == (0o700 if path.is_dir() else 0o600)

    def test_networks_are_converted_once(self, published_networks):
        conversion.prepare(published_networks, pytest.fail)

    @pytest.mark.usefixtures("only_onet")
    def test_leftovers_of_a_killed_process_are_deleted(self, tmp_path):
        (tmp_path / ".tmp-onet-0123").mkdir()
        (tmp_path / ".tmp-onet-0123" / "model.keras").write_bytes(b"half")
        conversion.prepare(tmp_path, lambda _: None)
        assert entries(tmp_path) == [ONET.id]

    @pytest.mark.usefixtures("only_onet")
    def test_an_interrupted_conversion_leaves_no_files(self, tmp_path, monkeypatch):
        def interrupt(*_, **__):
            raise KeyboardInterrupt

        monkeypatch.setattr(litert, "compile_model", interrupt)
        with pytest.raises(KeyboardInterrupt):
            conversion.prepare(tmp_path, lambda _: None)
        assert entries(tmp_path) == []

    @pytest.mark.usefixtures("only_onet")
    def test_a_full_disk_is_an_error_and_leaves_no_files(self, small_disk):
        with pytest.raises(DiskError, match="no space"):
            conversion.prepare(small_disk, lambda _: None)
        assert entries(small_disk) == []

    @pytest.mark.usefixtures("only_onet")
    def test_a_compiled_network_that_differs_from_keras_is_left_out(self, tmp_path, monkeypatch):
        monkeypatch.setattr(litert, "matches_keras", lambda *_: False)
        conversion.prepare(tmp_path, lambda _: None)
        assert published.find_prepared(tmp_path, LANDMARKS).compiled is None
        assert "did not agree" in (tmp_path / ONET.id / "card.json").read_text()

    @pytest.mark.usefixtures("only_onet")
    def test_two_concurrent_conversions_convert_once(self, tmp_path):
        messages = []
        both = [threading.Thread(target=conversion.prepare, args=(tmp_path, messages.append)) for _ in range(2)]
        for thread in both:
            thread.start()
        for thread in both:
            thread.join()
        assert len(messages) == 1
        assert published.find_prepared(tmp_path, LANDMARKS) is not None


class TestAgrees:
    @pytest.fixture
    def model(self, published_networks):
        return keras.saving.load_model(published.find_prepared(published_networks, LANDMARKS).network, compile=False)

    def test_a_compiled_network_matches_its_own_network(self, published_networks, model):
        assert litert.matches_keras(
            published.find_prepared(published_networks, LANDMARKS).compiled, model, conversion.comparison_samples(48)
        )

    def test_other_weights_do_not_match(self, published_networks, model):
        other = keras.models.clone_model(model)
        assert not litert.matches_keras(
            published.find_prepared(published_networks, LANDMARKS).compiled, other, conversion.comparison_samples(48)
        )

    def test_a_file_that_is_no_network_does_not_match(self, tmp_path, model):
        (tmp_path / "model.tflite").write_bytes(b"no network at all")
        assert not litert.matches_keras(tmp_path / "model.tflite", model, conversion.comparison_samples(48))
