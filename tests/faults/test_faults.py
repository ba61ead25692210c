"""Every operation that writes, with a fault at every call that it makes: afterwards old or new, never half.

    make faults

Without `--whole`, some calls of each operation are tried, and with it all of them. `-s` prints the counts.
"""

import errno
import os
import shutil
import sys
import tempfile
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

from faults.operations import OPERATIONS
from support.faults import DurableDisk, Faults, restore
from support.faulty_world import ADA, BOB, World, copy
from visavis import forgetting
from visavis.errors import VisavisError
from visavis.storage import disk

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="kills copies of itself")

ERRORS = {name: getattr(errno, name) for name in ("ENOSPC", "EIO", "EACCES", "EDQUOT")}
#: Number of calls of each operation that the ordinary suite tries: with one error each, and with a kill.
SOME = 3
#: Status of a process that was killed at a call.
KILLED = 137


@pytest.fixture(scope="module")
def template():
    """A world that is copied for each fault, in memory where the platform has that."""
    shared = Path("/dev/shm")
    home = Path(tempfile.mkdtemp(dir=shared if os.access(shared, os.W_OK) else None, prefix="visavis-faults-"))
    yield World(home / "template").build()
    shutil.rmtree(home)


@pytest.fixture(scope="module")
def counts():
    """How many faults were tried, by operation and kind; printed at the end."""
    tried = Counter()
    yield tried
    kinds = [*ERRORS, "SIGKILL", "kill, then forget", "power cut"]
    rows = {each.name: [tried[each.name, kind] for kind in kinds] for each in OPERATIONS}
    rows["in total"] = [sum(column) for column in zip(*rows.values(), strict=True)]
    lines = ["".join([f"{'operation':24}", *(f"{kind:>19}" for kind in kinds)])]
    lines += ["".join([f"{name:24}", *(f"{number:19}" for number in row)]) for name, row in rows.items() if any(row)]
    *errors, kills, forgotten, cuts = rows["in total"]
    lines.append(
        f"in total: {sum(map(any, rows.values())) - 1} operations, {sum(errors):,} errors, {kills:,} kills, "
        f"{forgotten:,} of them with a forget after it, {cuts:,} power cuts"
    )
    sys.stdout.write("\n" + "\n".join(lines) + "\n")


@pytest.fixture
def world_of(template):
    """Makes copies of the template, and deletes them."""
    made = []

    def make():
        made.append(template.root.parent / f"copy-{len(made)}")
        return copy(template, made[-1])

    yield make
    for root in template.root.parent.glob("copy-*"):
        shutil.rmtree(root, ignore_errors=True)


def selected(number, request, offset=0):
    """Which of so many calls are tried."""
    if request.config.getoption("--whole"):
        return range(number)
    step = max(number // SOME, 1)
    return range(offset % step, number, step)


@dataclass(frozen=True)
class Course:
    """An operation without a fault."""

    calls: list
    before: dict
    after: dict
    kept: set
    """The facts that hold before and after it: so at every moment in between."""
    possible: set
    """The facts that hold before or after it: no others ever do."""

    def check(self, world, operation, where, *, is_cut=False):
        """All is as before or as after; of a gradual operation, or of a move after a power cut, each single fact is."""
        if not operation.is_gradual and not (is_cut and operation.is_move):
            assert world.state() in (self.before, self.after), where
        facts = world.facts()
        assert self.kept - facts == set(), where
        assert facts - self.possible == set(), where


def run_counted(world, operation):
    """The calls of an operation without a fault, and the state before and after it."""
    run = operation.prepare(world)
    before, facts = world.state(), world.facts()
    with Faults(world.root).watch() as faults:
        run()
    return Course(faults.calls, before, world.state(), facts & world.facts(), facts | world.facts())


def number_told(number, call):
    """The error that users are told of: SQLite does not say that it was a quota."""
    return errno.EIO if call == "statement" and number == errno.EDQUOT else number


def raiser(number):
    def fail():
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_after_an_error_all_is_as_before_or_as_after(operation, world_of, counts, request):
    course = run_counted(world_of(), operation)
    calls, after = course.calls, course.after
    for index, (name, number) in enumerate(ERRORS.items()):
        if not request.config.getoption("--whole") and index != len(calls) % len(ERRORS):
            continue
        for at in selected(len(calls), request):
            world = world_of()
            run = operation.prepare(world)
            faults = Faults(world.root)
            faults.arm(at, raiser(number))
            error = None
            with faults.watch():
                try:
                    run()
                except VisavisError as raised:
                    error = raised
            where = f"{operation}, {name} at {at} ({calls[at]})"
            if error is not None:
                assert str(disk.reason(OSError(number_told(number, faults.calls[at]), ""))) in str(error), where
            world.check(is_gradual=operation.is_gradual)
            course.check(world, operation, where)
            if error is not None:
                run()
                world.check_recovered()
                assert world.state() == after, where
            counts[operation.name, name] += 1
            shutil.rmtree(world.root)


@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_after_a_kill_all_is_as_before_or_as_after_and_nobody_forgotten_leaves_a_trace(
    operation, world_of, counts, request
):
    course = run_counted(world_of(), operation)
    calls, after = course.calls, course.after
    for at in selected(len(calls), request, offset=1):
        world = world_of()
        secrets = world.secrets(ADA, BOB)
        assert kill(world, operation, at) == KILLED
        where = f"{operation}, killed at {at} ({calls[at]})"
        world.check_recovered(is_gradual=operation.is_gradual)
        course.check(world, operation, where)
        counts[operation.name, "SIGKILL"] += 1
        again = copy(world, world.root.with_name(f"{world.root.name}-again"))
        if operation.repeats and again.state() != after:
            operation.prepare(again)()
            assert again.state() == after, where
        forget_both(again, secrets, where)
        shutil.rmtree(again.root)
        forget_both(world, secrets, where)
        counts[operation.name, "kill, then forget"] += 1
        shutil.rmtree(world.root)


def kill(world, operation, at):
    """Let a copy of this process do the operation, and die at a call; its status."""
    child = os.fork()
    if child == 0:
        try:
            run = operation.prepare(world)
            faults = Faults(world.root)
            faults.arm(at, lambda: os._exit(KILLED))
            with faults.watch():
                run()
        finally:
            os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def forget_both(world, secrets, where):
    """Forget two people, and look for everything of them; a third one loses nothing."""
    others = {name: pictures for name, pictures in world.state()["people"].items() if name not in {ADA, BOB}}
    for name in (ADA, BOB):
        try:
            person = forgetting.find(world.folders, name)
        except VisavisError:  # merged, renamed or forgotten
            continue
        assert forgetting.forget(world.folders, person).problems == (), where
    for person in world.people.people():  # renamed
        if person.slug in {ADA, BOB}:
            assert forgetting.forget(world.folders, person).problems == (), where
    assert world.traces(secrets) == [], where
    world.check_recovered()
    left = world.state()["people"]
    assert {name: pictures[0] for name, pictures in others.items() if name in left} == {
        name: left[name][0] for name in others if name in left
    }


@pytest.mark.skipif(not os.path.isdir("/proc/self/fd"), reason="looks into open files")
@pytest.mark.parametrize("operation", OPERATIONS, ids=str)
def test_after_a_power_cut_all_is_as_before_or_as_after(operation, world_of, counts, request):
    course = run_counted(world_of(), operation)
    after = course.after
    world = world_of()
    run = operation.prepare(world)
    durable = DurableDisk(world.root)
    faults = Faults(world.root)
    faults.after = durable.observe
    with faults.watch():
        run()
    for at in selected(len(durable.states), request):
        cut = World(world.root / "cuts" / str(at))
        restore(durable.states[at], cut.root)
        where = f"{operation}, power cut {at} of {len(durable.states)}"
        cut.check_recovered(is_gradual=operation.is_gradual)
        course.check(cut, operation, where, is_cut=True)
        if operation.repeats and cut.state() != after:
            operation.prepare(cut)()
            assert cut.state() == after, where
        counts[operation.name, "power cut"] += 1
        shutil.rmtree(cut.root)
