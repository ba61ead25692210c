"""Files are watched on a real Dask cluster of two workers: each once, whoever dies, with the result of one process."""

import os
import signal
from datetime import UTC, datetime, timedelta
from ipaddress import ip_address

import dask
import pytest

from support.tagging.clips import write_clip
from support.tagging.clusters import Cluster
from visavis.factory.networks import NetworkLoader
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.factory.pipelines import create_tagging_pipeline
from visavis.imaging import codec
from visavis.storage.paths import DataFolders
from visavis.tagging import log_file
from visavis.tagging.engines import cluster as cluster_module
from visavis.tagging.engines.cluster import ClusterEngine
from visavis.tagging.engines.file_task import EngineError
from visavis.tagging.tagger import watch

pytestmark = pytest.mark.slow

#: Faces are only found, so that networks load quickly.
SNAPSHOT = PipelineSnapshot("live", "cpu")


@pytest.fixture(scope="module")
def start(tmp_path_factory, published_networks):
    """Starts clusters; all end with the tests."""
    started = []
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("VISAVIS_CACHE", str(published_networks.parent))

        def start(*options, **others):
            started.append(Cluster(tmp_path_factory.mktemp("cluster"), *options, **others))
            return started[-1]

        yield start
        for cluster in started:
            cluster.close()


@pytest.fixture(scope="module")
def address(start):
    """The address of a cluster of two workers, which are killed by nobody."""
    cluster = start()
    cluster.wait_for(2)
    return cluster.address


@pytest.fixture
def films(tmp_path, photos):
    """Videos and a picture."""
    paths = [write_clip(tmp_path / f"{number}.mp4", (photos[number % 2], 2), (None, 0.3)) for number in range(5)]
    codec.write(tmp_path / "p.png", photos[0])
    return [*paths, tmp_path / "p.png"]


@pytest.fixture
def seen_here(published_networks, tmp_path):
    """What one process sees in files, by path."""
    loader = NetworkLoader(DataFolders(tmp_path / "data", published_networks.parent), "cpu")
    pipeline, embed = create_tagging_pipeline(SNAPSHOT.build(loader), loader)

    def see(paths):
        return {path: log_file.encode(watch(path, pipeline, embed, lambda frames, _: frames)) for path in paths}

    return see


def logs(results):
    """By path; each file must be there once."""
    done = [(each.path, each.log) for each in results]
    assert len(dict(done)) == len(done)
    return dict(done)


def test_the_logs_are_those_of_one_process(address, films, seen_here):
    engine = ClusterEngine(address, SNAPSHOT.encode())
    assert engine.workers == 2
    assert logs(engine(films)) == seen_here(films)


def test_a_killed_worker_loses_nothing_and_nothing_is_there_twice(start, films, seen_here):
    cluster = start()
    cluster.wait_for(2)
    engine = ClusterEngine(cluster.address, SNAPSHOT.encode())
    pids = engine._client.run(os.getpid)
    results = engine(films)
    done = [next(results)]
    [victim, *_] = [worker for worker, tasks in engine._client.processing().items() if tasks]
    os.kill(pids[victim], signal.SIGKILL)
    done += results
    assert logs(done) == seen_here(films)


def test_what_cannot_be_read_is_said_of_that_file(address, tmp_path):
    (tmp_path / "text.mp4").write_bytes(b"hello" * 99)
    [done] = ClusterEngine(address, SNAPSHOT.encode())([tmp_path / "text.mp4"])
    assert "neither a picture nor a video" in str(done.error)


def test_a_worker_that_does_not_see_a_file_says_so(address, tmp_path):
    with pytest.raises(EngineError, match=r"Worker tcp://127\.0\.0\.1:\d+ does not see .*gone\.mp4"):
        list(ClusterEngine(address, SNAPSHOT.encode())([tmp_path / "gone.mp4"]))


def test_a_worker_with_another_version_says_so(address, monkeypatch):
    newer = {**cluster_module.program_versions(), "Visavis": "9.9 (0123)"}
    monkeypatch.setattr(cluster_module, "program_versions", lambda: newer)
    with pytest.raises(EngineError, match=r"has Visavis .* and this computer has 9.9 \(0123\)"):
        ClusterEngine(address, SNAPSHOT.encode())


def test_a_worker_without_the_program_says_so(start, tmp_path):
    (tmp_path / "visavis").mkdir()
    (tmp_path / "visavis" / "__init__.py").touch()
    cluster = start(workers=1, paths=(tmp_path,))
    cluster.wait_for(1)
    with pytest.raises(EngineError, match="does not have this version of Visavis"):
        ClusterEngine(cluster.address, SNAPSHOT.encode())


def test_a_cluster_without_workers_says_so(start):
    with pytest.raises(EngineError, match="has no workers"):
        ClusterEngine(start(workers=0).address, SNAPSHOT.encode())


@pytest.mark.parametrize("text", ["hello", "127.0.0.1", "", "ftp://127.0.0.1:21"])
def test_what_is_no_address_is_said_at_once(text):
    with pytest.raises(EngineError, match="not the address of a scheduler"):
        ClusterEngine(text, b"")


def test_no_scheduler_is_an_error(monkeypatch):
    monkeypatch.setattr(cluster_module, "_ANSWER_S", 1)
    with pytest.raises(EngineError, match=r"No Dask scheduler answers at tcp://127\.0\.0\.1:9"):
        ClusterEngine("tcp://127.0.0.1:9", b"")


def test_stopping_ends_the_iteration(address, films):
    engine = ClusterEngine(address, SNAPSHOT.encode())
    results = engine(films)
    next(results)
    engine.stop()
    assert len(list(results)) < len(films)


def test_a_scheduler_that_goes_away_is_an_error_and_what_is_done_counts(start, films):
    cluster = start()
    cluster.wait_for(2)
    results = ClusterEngine(cluster.address, SNAPSHOT.encode())(films)
    next(results)
    cluster.close()
    with pytest.raises(EngineError, match="does not answer any more"):
        list(results)


@pytest.fixture(scope="module")
def certificates(tmp_path_factory):
    """A certificate for this computer that is its own authority: the options of Dask's programs, and the paths."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    folder = tmp_path_factory.mktemp("tls")
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "visavis test")])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number(), now, now + timedelta(days=1))
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .add_extension(x509.SubjectAlternativeName([x509.IPAddress(ip_address("127.0.0.1"))]), critical=False)
        .sign(key, hashes.SHA256())
    )
    (folder / "certificate.pem").write_bytes(certificate.public_bytes(serialization.Encoding.PEM))
    plain = serialization.NoEncryption()
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, plain)
    (folder / "key.pem").write_bytes(pem)
    return str(folder / "certificate.pem"), str(folder / "key.pem")


def test_certificates_of_the_configuration_of_dask_are_used(start, certificates, films, seen_here):
    certificate, key = certificates
    options = ("--tls-ca-file", certificate, "--tls-cert", certificate, "--tls-key", key)
    configuration = {
        "distributed.comm.tls.ca-file": certificate,
        "distributed.comm.tls.client.cert": certificate,
        "distributed.comm.tls.client.key": key,
    }
    with dask.config.set(configuration):
        cluster = start(*options, workers=1, protocol="tls")
        cluster.wait_for(1)
        assert logs(ClusterEngine(cluster.address, SNAPSHOT.encode())(films[:1])) == seen_here(films[:1])
    with pytest.raises(EngineError, match="no certificates for tls://"):
        ClusterEngine(cluster.address, b"")
