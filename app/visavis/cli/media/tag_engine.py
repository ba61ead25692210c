"""The options of `visavis tag` for watching several files at once, and its progress over all of them."""

import argparse
import contextlib
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from visavis.cli.command import Parser, positive_integer, say
from visavis.factory.pipeline_snapshot import PipelineSnapshot
from visavis.process.extras import CLUSTER
from visavis.storage.paths import DataFolders
from visavis.tagging.engines.ahead import WatchAhead, unwatched_files
from visavis.tagging.engines.cluster import TAGGING_ON_A_CLUSTER, ClusterEngine
from visavis.tagging.engines.engine import TaggingEngine
from visavis.tagging.engines.processes import ProcessEngine
from visavis.tagging.engines.render_cluster import ClusterRenderer
from visavis.tagging.engines.render_processes import ProcessRenderer
from visavis.tagging.engines.rendering import Renderer, RenderingPlan, is_rendered, refusal, render_record
from visavis.tagging.folder import RenderElsewhere
from visavis.tagging.tagger import TaggedFile, Tagger


def add_engine_options(parser: Parser) -> None:
    """Add the options that say where files are watched."""
    parser.add_argument(
        "--engine", choices=("local", "dask"), default="local", help="this computer (default), or a Dask cluster"
    )
    parser.add_argument(
        "--workers", metavar="N", type=positive_integer, help="local: processes that watch files at once (default: 1)"
    )
    parser.add_argument(
        "--scheduler",
        metavar="ADDRESS",
        help="dask: of the cluster's scheduler, such as tcp://HOST:8786, or tls://HOST:8786 with the certificates of "
        "Dask's configuration; faces are sent to that cluster",
    )
    parser.set_defaults(refuse=parser.error)


def require_fitting_options(arguments: argparse.Namespace) -> None:
    """End with a usage error if the options for the engine do not go together.

    Raises
    ------
    MissingExtraError
        If a cluster is asked for, and Dask is not installed.
    """
    if arguments.engine == "dask" and arguments.scheduler is None:
        arguments.refuse("--engine dask needs --scheduler ADDRESS")
    if arguments.engine == "local" and arguments.scheduler is not None:
        arguments.refuse("--scheduler is for --engine dask")
    if arguments.engine == "dask" and arguments.workers is not None:
        arguments.refuse("--workers is for --engine local: a cluster has the workers that it has")
    if arguments.engine == "dask":
        CLUSTER.require(TAGGING_ON_A_CLUSTER)


def uses_engine(arguments: argparse.Namespace) -> bool:
    """Whether files are watched elsewhere than in this process."""
    return arguments.engine == "dask" or (arguments.workers or 1) > 1


class EngineRun:
    """The engine of one call, what makes copies and scenes there, and the progress over its files.

    Raises
    ------
    EngineError
        If the cluster cannot be used.
    """

    def __init__(self, arguments: argparse.Namespace, snapshot: PipelineSnapshot, folders: DataFolders) -> None:
        self._sizes: dict[Path, int] = {}
        self._shares: dict[Path, float] = {}
        self._bar: Any = None
        self._folders = folders
        self._scheduler: str | None = arguments.scheduler
        self._workers: int = arguments.workers or 1
        self._renderer: Renderer | None = None
        self._is_refused = False
        engine: TaggingEngine
        if arguments.engine == "dask":
            cluster = ClusterEngine(arguments.scheduler, snapshot.encode(), self._tell)
            say(f"Faces are sent to the cluster at {arguments.scheduler}, with {cluster.workers} workers.")
            engine = cluster
            self._workers = cluster.workers
        else:
            processors = os.cpu_count() or 1
            if arguments.workers > processors:
                say(f"{arguments.workers} processes share {processors} processors: more are hardly faster.")
            engine = ProcessEngine(snapshot.encode(), arguments.workers, folders, self._tell)
        self.ahead = WatchAhead(engine, lambda path: self._tell(path, 1.0))

    def start(self, files: Sequence[Path], tagger: Tagger) -> None:
        """Begin with the files that were not watched before; show the progress over them, if there is a terminal."""
        waiting = unwatched_files(files, tagger)
        if sys.stderr.isatty():
            from tqdm import tqdm

            self._sizes = {path: _size(path) for path in waiting}
            total = sum(self._sizes.values())
            self._bar = tqdm(total=total, desc=self._description(), unit="B", unit_scale=True, file=sys.stderr)
        self.ahead.start(waiting, tagger)

    @property
    def begun(self) -> int:
        """The number of files that are begun before the first of them is complete, so that every worker has one."""
        return 2 * self._workers if self._renderer else 0

    def render(self, plan: RenderingPlan) -> RenderElsewhere | None:
        """What makes copies and scenes of videos where they are watched; None if there are none to make.

        Raises
        ------
        EngineError
            If the cluster cannot be used.
        """
        if plan.is_empty:
            return None
        renderer: Renderer
        if self._scheduler is not None:
            renderer = ClusterRenderer(self._scheduler, plan)
        else:
            renderer = ProcessRenderer(plan, self._workers, self._folders)
        self._renderer = renderer

        def begin(tagged: TaggedFile, stem: str) -> Callable[[], bool]:
            wait = renderer.submit(render_record(tagged, plan.folder, stem))

            def is_made() -> bool:
                reply = wait()
                if "refused" in reply and not self._is_refused:
                    self._is_refused = True
                    say(f"{refusal(reply)} Copies and scenes are made on this computer.")
                return is_rendered(reply)

            return is_made

        return begin

    def _tell(self, path: Path, share: float) -> None:
        """Take how far a file is."""
        if path in self._sizes and self._bar is not None:
            self._shares[path] = share
            self._bar.set_description(self._description(), refresh=False)
            done = sum(self._sizes[each] * part for each, part in list(self._shares.items()))
            self._bar.update(round(done) - self._bar.n)

    def _description(self) -> str:
        done = sum(share >= 1 for share in list(self._shares.values()))
        return f"{done} of {len(self._sizes)} files"

    @contextlib.contextmanager
    def line(self) -> Iterator[None]:
        """Around printing: the progress bar makes room."""
        if self._bar is None:
            yield
            return
        with self._bar.external_write_mode(file=sys.stdout):
            yield

    def close(self) -> None:
        """End the work."""
        if self._renderer is not None:
            self._renderer.close()
        self.ahead.close()
        if self._bar is not None:
            self._bar.close()


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
