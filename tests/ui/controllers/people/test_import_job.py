"""People whom other programs have marked in pictures come into the program: dropped, or chosen in the menu."""

import numpy as np
import pytest
from PySide6.QtCore import Qt

from support.fakes import FakeDetector
from support.media_files import encode_with_pillow
from support.tagging.xmp import mwg, packet
from visavis.imaging.geometry import Box, Face
from visavis.people.store import PeopleStore


@FakeDetector
def detect(image):
    return [Face(Box(170, 50, 110, 110))]


def asked(program, until):
    """The question that is open."""

    def there():
        return [child for child in program.window.children() if child.objectName() == "question" and child.isVisible()]

    until(lambda: len(there()) == 1)
    return there()[0]


def people(folders):
    store = PeopleStore(folders.people)
    return {person.name: len(store.samples(person)) for person in store.people()}


@pytest.fixture
def library(tmp_path):
    """A folder of pictures by year, in one of which somebody is marked where the detector finds a face."""
    marked = packet(mwg(("Ada", (0.5625, 0.35, 0.275, 0.3667)), ("Ada", (0.1, 0.1, 0.05, 0.05))))
    for year, xmp in (("2023", marked), ("2024", b"")):
        path = tmp_path / "library" / year / "a.jpg"
        path.parent.mkdir(parents=True)
        image = np.random.default_rng(int(year)).integers(0, 256, (300, 400, 3), np.uint8)
        path.write_bytes(encode_with_pillow(image, "JPEG", xmp=xmp))
    return tmp_path / "library"


def told_of_marks(program):
    told = program.window.banner.accessibleDescription()
    return (
        "Nobody, or somebody without a name, is marked in 1 picture." in told and "a.jpg: Ada is marked twice" in told
    )


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_marked_people_of_a_dropped_library_are_imported(make, until, qtbot, folders, library, by):
    program = make(create_detector=lambda: detect)
    program.imports.open_files([library])
    question = asked(program, until)
    assert "Another program has marked in them: Ada" in question.accessibleDescription()
    [button] = question.also
    if by == "mouse":
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        button.setFocus()
        qtbot.keyClick(button, Qt.Key.Key_Space)
    until(lambda: program.window.banner.text == "1 picture imported.")
    assert told_of_marks(program)
    assert people(folders) == {"Ada": 1}


def test_marked_people_are_imported_from_the_menu_at_any_depth(make, until, folders, library):
    program = make(create_detector=lambda: detect)
    (library / "2023").rename(library / "2024" / "May")
    program.window.actions_.import_marked.trigger()
    [dialog] = [child for child in program.window.children() if child.inherits("QFileDialog")]
    dialog.filesSelected.emit([str(library)])
    dialog.reject()
    until(lambda: program.window.banner.text == "1 picture imported.")
    assert told_of_marks(program)
    program.imports._open_marked(library)
    until(lambda: "1 picture had been imported before." in program.window.banner.accessibleDescription())
    assert people(folders) == {"Ada": 1}


def test_a_folder_without_marks_is_not_asked_about_them(make, until, library):
    (library / "2023" / "a.jpg").write_bytes((library / "2024" / "a.jpg").read_bytes())
    program = make()
    program.imports.open_files([library])
    assert asked(program, until).also == []
