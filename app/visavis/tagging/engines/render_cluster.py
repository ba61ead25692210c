"""The renderer for a Dask cluster whose workers see the folder of the results. Dask repeats what a dead worker did."""

from __future__ import annotations

import contextlib
from pathlib import Path

import cv2

from visavis.messages import Message
from visavis.tagging.engines.cluster import connect
from visavis.tagging.engines.file_task import Reply, given_up
from visavis.tagging.engines.program_version import program_versions
from visavis.tagging.engines.rendering import RenderingPlan, RenderRecord, Wait, render_file

#: What is asked of the cluster first: copies free the client's memory, and files that are watched do not.
_PRIORITY = 1


class ClusterRenderer:
    """Makes copies and scenes on the workers of a Dask cluster.

    Raises
    ------
    EngineError
        If no scheduler answers.
    """

    def __init__(self, address: str, plan: RenderingPlan) -> None:
        self._client = connect(address)
        self._plan = plan

    def submit(self, record: RenderRecord) -> Wait:
        future = self._client.submit(_render, self._plan, record, program_versions(), pure=False, priority=_PRIORITY)

        def wait() -> Reply:
            from distributed import KilledWorker

            try:
                reply: Reply = future.result()
            except KilledWorker:
                gone = given_up(Path(record["path"])).error
                assert gone is not None
                return {"error": gone.message.to_json(), "hint": gone.hint.to_json()}
            except Exception as error:  # noqa: BLE001  of Dask's, or of a worker: this computer can still do it
                refused = Message("The cluster failed: {reason}.", reason=str(error) or type(error).__name__)
                return {"refused": refused.to_json(), "hint": Message("").to_json()}
            return reply

        return wait

    def close(self) -> None:
        with contextlib.suppress(Exception):  # the scheduler may be gone
            self._client.close()


def _render(plan: RenderingPlan, record: RenderRecord, versions: dict[str, str]) -> Reply:
    """On a worker: one video, on one thread, as Dask counts the threads of its workers."""
    from distributed import get_worker

    cv2.setNumThreads(1)
    return render_file(plan, record, versions, get_worker().address)
