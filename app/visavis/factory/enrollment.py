"""Building what capture mode compares faces with."""

from visavis.enrollment.session import FaceEmbedder
from visavis.factory.embeddings import embedding_space
from visavis.factory.networks import NetworkLoader
from visavis.pipeline import Pipeline


def create_face_embedder(loader: NetworkLoader, pipeline: Pipeline | None = None) -> FaceEmbedder:
    """Create the embedder for captured faces: always the published network, for which the calibration was measured.

    Parameters
    ----------
    pipeline : Pipeline, optional
        The pipeline in use; its network is shared if it is the published one.

    Raises
    ------
    ModelError
        If the network is missing or altered.
    """
    if pipeline is not None and pipeline.recognize.embedding_space == embedding_space(None):
        recognizer = pipeline.recognize
        return lambda image, face: recognizer.embed(recognizer.chips(image, [face]))[0]
    embedder = loader.load_embedder()
    return lambda image, face: embedder(image, [face])[0]
