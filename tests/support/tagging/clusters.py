"""Real Dask clusters: a scheduler and workers in processes of their own, on this computer."""

import os
import re
import subprocess
import sys
from pathlib import Path

from distributed import Client

from support.places import ROOT

#: Seconds that a process of a cluster may take until it answers.
_PATIENCE_S = 60


class Cluster:
    """A scheduler, and the workers that were started for it."""

    def __init__(self, folder: Path, *options, workers=2, paths=("app", "training", "tests"), protocol="tcp"):
        self._processes = []
        self._folder = folder
        self._options = options
        self._environment = {
            **os.environ,
            "PYTHONPATH": os.pathsep.join(str(ROOT / path) for path in paths),
            "PYTHONWARNINGS": "ignore",
            "DASK_DISTRIBUTED__SCHEDULER__LOCKS__LEASE_TIMEOUT": "30s",
        }
        local = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--protocol", protocol)
        scheduler = self._start("scheduler", *local, *options)
        self.address = self._address_of(scheduler, rf"Scheduler at:\s+({protocol}://\S+)")
        for _ in range(workers):
            self.add_worker()

    def add_worker(self):
        """Start a worker that nobody replaces if it dies."""
        self._start("worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard", *self._options)

    def wait_for(self, workers):
        with Client(self.address, timeout=_PATIENCE_S, set_as_default=False) as client:
            client.wait_for_workers(workers, timeout=_PATIENCE_S)

    def _start(self, command, *options):
        process = subprocess.Popen(
            [sys.executable, "-m", "dask", command, *options],
            env=self._environment,
            cwd=self._folder,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE if command == "scheduler" else subprocess.DEVNULL,
            text=True,
        )
        self._processes.append(process)
        return process

    def _address_of(self, process, pattern):
        said = []
        for line in process.stderr:
            said.append(line)
            if found := re.search(pattern, line):
                return found[1]
        raise AssertionError("".join(said))

    def close(self):
        for process in reversed(self._processes):
            process.kill()
            process.wait()
            if process.stderr:
                process.stderr.close()
