"""The people store on a full disk, and killed at any step of a change."""

import contextlib
import os
import subprocess
import sys

import pytest

from support.people_files import MINUTE, NOON, contents, named, picture, put
from visavis.audit.log import AUDIT_FILE
from visavis.errors import DiskError
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore


def fill(folder):
    """Take all the space there is."""
    with contextlib.suppress(OSError), (folder / "filler").open("wb", buffering=0) as filler:
        while True:
            filler.write(bytes(1000))


def test_a_full_disk_changes_nothing(small_disk):
    store = PeopleStore(small_disk / "people")
    ada, bob = store.create(PersonName("Ada")), store.create(PersonName("Bob"))
    sample = store.add(ada, picture(10), NOON)
    fill(small_disk)

    for change in (
        lambda: store.create(PersonName("Eve")),
        lambda: store.find_or_create(PersonName("Eve")),
        lambda: store.add(bob, picture(20)),
        lambda: store.rename(ada, PersonName("Augusta")),
        lambda: store.merge(ada, bob),
        lambda: store.record_session(ada, NOON, NOON),
        lambda: store.move([sample], bob),
    ):
        with pytest.raises(DiskError, match="no space left"):
            change()
    assert store.people() == [ada, bob]
    assert store.samples(ada) == [sample]
    assert {path.name for path in store.folder.iterdir()} == {".lock", AUDIT_FILE, "Ada", "Bob"}

    assert store.delete(ada) == 1  # this makes room
    assert named(store) == ["Bob"]


KILLED = '''
"""Does one change in many copies of a store, each time killed one file operation later, until one is let through."""
import os, shutil, signal, sys
from pathlib import Path
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore

template, change = Path(sys.argv[1]), sys.argv[2]
CHANGES = {
    "create": lambda store: store.create(PersonName("Eve")),
    "rename": lambda store: store.rename(store.find("Ada"), PersonName("Augusta")),
    "merge": lambda store: store.merge(store.find("Ada"), store.find("Bob")),
    "move": lambda store: store.move(store.samples(store.find("Ada")), store.find("Bob")),
    "forget": lambda store: store.delete(store.find("Ada")),
}
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.chmod", "shutil.rmtree"}
left = 0

def count(event, arguments):
    global left
    if event in EVENTS and armed and str(folder) in str(arguments[0]):
        left -= 1
        if left < 0:
            os.kill(os.getpid(), signal.SIGKILL)

armed = False
for step in range(1000):
    folder = template.parent / str(step)
    shutil.copytree(template, folder)
    if not (child := os.fork()):
        left, armed = step, True
        sys.addaudithook(count)
        CHANGES[change](PeopleStore(folder))
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
print(step)
'''


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills copies of itself")
@pytest.mark.parametrize("change", ["create", "rename", "merge", "move", "forget"])
def test_killed_at_any_step_nothing_is_lost_and_again_completes_it(tmp_path, change):
    template = PeopleStore(tmp_path / "template")
    ada, bob = template.create(PersonName("Ada")), template.create(PersonName("Bob"))
    for shade in (10, 20, 30):
        template.add(ada, picture(shade), NOON)
    template.add(bob, picture(10), NOON)
    put(ada.folder, "a.jpg", 40)
    put(bob.folder, "a.jpg", 50)
    template.record_session(bob, NOON, NOON)
    template.record_session(ada, NOON - MINUTE, NOON + MINUTE)
    put(template.folder / "ada", "b.jpg", 60)  # a folder to gather
    before = contents(template)
    pictures = sorted({each for everybody in before.values() for each in everybody})

    script = [sys.executable, "-c", KILLED, str(template.folder), change]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(script, check=True, capture_output=True, text=True, env=environment, timeout=60)

    steps = int(done.stdout)
    assert steps > 3
    for step in range(steps + 1):
        store = PeopleStore(tmp_path / str(step))
        after = contents(store)
        if change == "forget":
            assert len(after.get("Ada", before["Ada"])) >= 1
            assert after["Bob"] == before["Bob"]
        else:
            assert sorted({each for everybody in after.values() for each in everybody}) == pictures
        again(store, change)
        assert not list(store.folder.rglob(".tmp-*"))
        assert not list(store.folder.glob(".litter-*"))


def again(store, change):
    """The same once more, where it was not done: then it is done."""
    everybody = {person.name: person for person in store.people()}
    match change:
        case "create":
            assert store.find_or_create(PersonName("Eve")).name == "Eve"
        case "rename":
            if "Ada" in everybody:
                store.rename(everybody["Ada"], PersonName("Augusta"))
            assert named(store) == ["Augusta", "Bob"]
            assert len(store.samples(store.find("Augusta"))) == 5
        case "merge":
            if "Ada" in everybody:
                store.merge(everybody["Ada"], everybody["Bob"])
            [bob] = store.people()
            assert len(store.samples(bob)) == 6
            assert len(bob.sessions) == 2
        case "move":
            bob = everybody["Bob"]
            if "Ada" in everybody:
                bob = store.move(store.samples(everybody["Ada"]), bob)
            assert len(store.samples(bob)) == 6
            assert len(bob.sessions) == 2
        case "forget":
            if "Ada" in everybody:
                store.delete(everybody["Ada"])
            store.create(PersonName("Eve"))  # the next change finishes what was left
            assert named(store) == ["Bob", "Eve"]
