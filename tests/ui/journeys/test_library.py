"""The library as people use it: everything by mouse, and everything again by keyboard alone."""

from datetime import timedelta

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QPushButton

from support.ui_fakes import PATIENCE, naming
from visavis.people.names import PersonName
from visavis.people.store import PeopleStore
from visavis.people.trash import Trash
from visavis.recognition.embedding_cache import EmbeddedSample, EmbeddingCache

LEFT = Qt.MouseButton.LeftButton
MODIFIERS = Qt.KeyboardModifier
CTRL, SHIFT, NONE = MODIFIERS.ControlModifier, MODIFIERS.ShiftModifier, MODIFIERS.NoModifier
Key = Qt.Key


@pytest.fixture
def people(folders):
    """Ada, Bob and Cem, with three pictures each, embedded."""
    store = PeopleStore(folders.people)
    rng = np.random.default_rng(0)
    cache = EmbeddingCache(folders.embeddings, "v1", lambda image: EmbeddedSample(np.ones(128, np.float32), True))
    for name in ("Ada", "Bob", "Cem"):
        person = store.create(PersonName(name))
        for _ in range(3):
            store.add(person, rng.integers(0, 255, (60, 60, 3), np.uint8))
        cache.load(person.slug, store.samples(person))
    return store


@pytest.fixture
def program(make, until, people):
    """The window with the library open."""
    program = make(load_pipeline=lambda wanted, told: naming("Ada"))
    until(lambda: len(program.window.people.model.rows) == 3)
    program.window.actions_.library.trigger()
    assert program.window.in_library
    return program


@pytest.fixture
def mouse(qtbot, program):
    """Click on a card of the list that is shown, or on a button that is."""

    def click(what, modifiers=NONE, *, double=False):
        library = program.window.library
        if isinstance(what, str):
            [button] = [each for each in buttons(program) if each.text().removesuffix(" …") == what]
            qtbot.mouseClick(button, LEFT)
            return
        view = next(each for each in (library.grid, library.person.list, library.trash_grid) if each.isVisible())
        place = view.visualRect(view.model().index(what, 0)).center()
        qtbot.mouseClick(view.viewport(), LEFT, modifiers, place)
        if double:
            qtbot.mouseDClick(view.viewport(), LEFT, modifiers, place)

    return click


@pytest.fixture
def press(qtbot, program):
    """Press a key where the focus is."""

    def key(key, modifiers=NONE):
        window = program.window
        if QApplication.activeWindow() is None:  # a window manager does this when a dialog has been closed
            window.activateWindow()
            qtbot.waitUntil(window.isActiveWindow)
        qtbot.keyClick(window.focusWidget() or window, key, modifiers)

    return key


def buttons(program):
    library = program.window.library
    return [each for each in library.findChildren(QPushButton) if each.isVisible() and each is not library.new]


def offered(program):
    return {each.text().removesuffix(" …") for each in buttons(program)}


def listed(program):
    return [row.name for row in program.window.library.people.rows]


def asked(program):
    """The question that is open."""
    return next(each for each in program.window.children() if each.objectName() == "question" and each.isVisible())


def pictures(store, name):
    return len(store.samples(store.find(name)))


def test_the_library_opens_from_the_panel_and_leads_back(make, until, qtbot, people):
    program = make()
    window = program.window
    until(lambda: len(window.people.model.rows) == 3)
    qtbot.mouseClick(window.people.all, LEFT)
    assert window.in_library
    assert not window.bar.isVisible()
    assert window.library.count.text() == "3 people, 9 pictures"
    qtbot.mouseClick(window.library.back, LEFT)
    assert not window.in_library
    assert window.bar.isVisible()


def test_portraits_load_as_they_come_into_view(program, until):
    model = program.window.library.people
    program.window.grab()
    until(lambda: model.data(model.index(2), Qt.ItemDataRole.DecorationRole) is not None)


def test_actions_follow_the_selection(program, mouse):
    assert offered(program) == set()
    mouse(0)
    of_one = {"Open page", "Take more pictures", "Add this look", "Rename"}
    assert offered(program) == of_one | {"Merge", "Delete", "Forget"}
    mouse(2, CTRL)
    assert [row.name for row in program.window.library.selected_people()] == ["Ada", "Cem"]
    assert offered(program) == {"Merge", "Delete", "Forget"}
    assert program.window.library.selection_text.text() == "2 people selected"


def test_people_are_deleted_and_restored_by_mouse(program, mouse, until, people):
    mouse(0)
    mouse(1, CTRL)
    mouse("Delete")
    until(lambda: listed(program) == ["Cem"])
    assert program.window.toast.text == "2 people were deleted."
    mouse("Undo deleting")
    until(lambda: listed(program) == ["Ada", "Bob", "Cem"])
    assert pictures(people, "Ada") == 3
    assert "Undo deleting" not in offered(program)


def test_people_are_deleted_and_restored_by_keyboard(program, press, until, people):
    press(Key.Key_Space, CTRL)  # the first one has the focus: choose it
    press(Key.Key_Right, SHIFT)
    press(Key.Key_Delete)
    until(lambda: listed(program) == ["Cem"])
    press(Key.Key_Z, CTRL)
    until(lambda: listed(program) == ["Ada", "Bob", "Cem"])
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    until(lambda: listed(program) == [])
    assert program.window.toast.text == "3 people were deleted."


def test_a_person_is_renamed_by_mouse_and_keyboard_and_back(program, mouse, press, until, qtbot, people):
    mouse(0)
    mouse("Rename")
    asked(program).field.setText("Augusta")
    qtbot.mouseClick(asked(program).yes, LEFT)
    until(lambda: listed(program) == ["Augusta", "Bob", "Cem"])
    assert program.window.library.selected_people()[0].name == "Augusta"
    program.window.library.grid.setFocus()
    press(Key.Key_F2)
    question = asked(program)
    qtbot.keyClicks(question.field, "Ida")
    qtbot.keyClick(question.field, Key.Key_Return)
    until(lambda: listed(program) == ["Bob", "Cem", "Ida"])
    for names in (["Augusta", "Bob", "Cem"], ["Ada", "Bob", "Cem"]):
        press(Key.Key_Z, CTRL)
        until(lambda names=names: listed(program) == names)


def test_three_people_are_merged_and_separated_again(program, press, until, qtbot, people):
    press(Key.Key_A, CTRL)
    press(Key.Key_G, CTRL)
    question = asked(program)
    assert question.field.text() == "Ada"
    question.field.setText("bob")
    qtbot.keyClick(question.field, Key.Key_Return)
    until(lambda: listed(program) == ["Bob"])
    assert pictures(people, "Bob") == 9
    press(Key.Key_Z, CTRL)
    until(lambda: listed(program) == ["Ada", "Bob", "Cem"])
    assert [pictures(people, name) for name in ("Ada", "Bob", "Cem")] == [3, 3, 3]


def test_a_merge_into_a_missing_person_is_reported(program, mouse, until, qtbot):
    mouse(0)
    mouse("Merge")
    asked(program).field.setText("Zoe")
    qtbot.mouseClick(asked(program).yes, LEFT)
    until(lambda: program.window.banner.text == "Nobody is called Zoe.")


def test_samples_are_moved_by_mouse_and_back(program, mouse, until, qtbot, people):
    library = program.window.library
    mouse(0, double=True)
    until(lambda: library.details is not None)
    assert library.person.facts.text().startswith("3 pictures · since ")
    mouse(0)
    mouse(1, CTRL)
    mouse("Move to")
    asked(program).field.setText("Zoe")
    qtbot.mouseClick(asked(program).yes, LEFT)
    until(lambda: len(library.details.items) == 1)
    assert pictures(people, "Zoe") == 2
    mouse("Undo moving")
    until(lambda: len(library.details.items) == 3)
    mouse(0)
    mouse("Not this person")
    until(lambda: len(library.details.items) == 2)
    assert program.window.toast.text == "1 picture no longer counts as Ada."
    mouse("Undo “Not this person”")
    until(lambda: len(library.details.items) == 3)
    qtbot.mouseClick(library.back, LEFT)
    assert library.on_grid


def test_samples_are_deleted_by_keyboard_and_restored(program, press, until, people):
    library = program.window.library
    press(Key.Key_Return)
    until(lambda: library.details is not None)
    press(Key.Key_Space, CTRL)
    press(Key.Key_Right, SHIFT)
    assert library.selection_text.text() == "2 pictures selected"
    press(Key.Key_Delete)
    until(lambda: len(library.details.items) == 1)
    assert pictures(people, "Ada") == 1
    assert program.window.toast.text == "2 pictures of Ada were deleted."
    press(Key.Key_Z, CTRL)
    until(lambda: len(library.details.items) == 3)
    library.person.list.clearSelection()
    press(Key.Key_Escape)
    assert library.on_grid
    press(Key.Key_Escape)
    assert not program.window.in_library


def test_delete_without_a_selection_deletes_nobody(program, press, until, people):
    press(Key.Key_Return)
    until(lambda: program.window.library.details is not None)
    press(Key.Key_Delete)
    press(Key.Key_Escape)
    press(Key.Key_Delete)
    assert len(people.people()) == 3
    assert not program.window.banner.text


def test_trash_is_restored_by_mouse(program, mouse, until, qtbot, folders, people):
    library = program.window.library
    mouse(0)
    mouse("Delete")
    until(lambda: listed(program) == ["Bob", "Cem"])
    qtbot.mouseClick(library.to_trash, LEFT)
    until(lambda: library.on_trash)
    assert library.trash.data(library.trash.index(0)) == "Ada"
    mouse(0)
    assert offered(program) == {"Undo deleting", "Put back", "Delete for good"}
    mouse("Put back")
    until(lambda: listed(program) == ["Ada", "Bob", "Cem"])
    until(lambda: library.selection_text.text() == "The trash is empty.")


def test_trash_is_emptied_by_keyboard_after_a_question(program, press, until, qtbot, folders, people):
    library = program.window.library
    press(Key.Key_Space, CTRL)
    press(Key.Key_Delete)
    until(lambda: listed(program) == ["Bob", "Cem"])
    press(Key.Key_L, CTRL | SHIFT)
    until(lambda: library.on_trash)
    press(Key.Key_A, CTRL)
    press(Key.Key_Delete)
    assert asked(program).no.isDefault()
    qtbot.keyClick(asked(program).yes, Key.Key_Space)
    until(lambda: not library.trash.entries)
    assert Trash(folders.trash, folders.people).entries() == []
    assert not (folders.embeddings / "Ada.npz").exists()
    assert not program.window.actions_.undo.isEnabled()  # there is nothing left to bring back


def test_forgetting_people_gives_a_receipt_that_can_be_saved(program, mouse, until, qtbot, people, tmp_path):
    mouse(0)
    mouse(1, CTRL)
    mouse("Forget")
    qtbot.mouseClick(asked(program).yes, LEFT)
    until(lambda: listed(program) == ["Cem"])
    receipt = next(each for each in program.window.children() if each.objectName() == "receipt")
    assert receipt.windowTitle() == "2 people are forgotten"
    assert receipt.accessibleDescription() == "6 pictures deleted. 6 cached embeddings deleted."
    receipt.save.emit(tmp_path / "receipt.txt", receipt.text)
    until((tmp_path / "receipt.txt").exists)
    assert "Ada" in (tmp_path / "receipt.txt").read_text()
    receipt.close_button.click()
    assert not program.window.actions_.undo.isEnabled()


def test_a_forgotten_person_is_not_named_though_forgetting_failed(program, mouse, until, qtbot, folders, people):
    (folders.insight / ".lock").mkdir(parents=True)  # it is another user's: what is there cannot be deleted
    mouse(0)
    mouse("Forget")
    with qtbot.waitSignal(program.library.models_changed, timeout=PATIENCE):
        qtbot.mouseClick(asked(program).yes, LEFT)
    until(lambda: listed(program) == ["Bob", "Cem"])
    receipt = next(each for each in program.window.children() if each.objectName() == "receipt")
    assert "Not everything could be cleaned" in receipt.text
    assert "insight" in receipt.text
    receipt.close_button.click()
    assert [person.name for person in people.people()] == ["Bob", "Cem"]


def test_people_are_sorted_by_recall_and_searched(program, press, qtbot):
    library = program.window.library
    press(Key.Key_F, CTRL)
    qtbot.keyClicks(library.search, "BO")
    assert listed(program) == ["Bob"]
    library.search.setText("zz")
    assert not library.grid.isVisible()
    library.search.clear()
    library.order.setFocus()
    qtbot.keyClick(library.order, Key.Key_Down)
    assert library.order.currentText() == "Weakest first"


def test_the_context_menu_offers_the_same_actions(program, qtbot):
    library = program.window.library
    index = library.people.index(1)
    library.grid.customContextMenuRequested.emit(library.grid.visualRect(index).center())
    menu = QApplication.activePopupWidget()
    assert [row.name for row in library.selected_people()] == ["Bob"]
    assert program.window.actions_.delete in menu.actions()
    menu.close()


def test_the_selection_stays_when_people_change(program, until, people, folders):
    library = program.window.library
    library.grid.select_rows([1])
    people.create(PersonName("Abe"))
    program.overview.refresh()
    until(lambda: listed(program) == ["Abe", "Ada", "Bob", "Cem"])
    assert [row.name for row in library.selected_people()] == ["Bob"]


def test_the_page_of_a_deleted_person_closes(program, press, until, people):
    press(Key.Key_Return)
    until(lambda: program.window.library.details is not None)
    people.delete(people.find("Ada"))
    program.overview.refresh()
    until(lambda: program.window.library.on_grid)


def test_tab_moves_the_focus_through_the_controls(program, qtbot):
    window, library = program.window, program.window.library
    library.grid.select_rows([0])
    seen = []
    library.back.setFocus()
    for _ in range(14):
        seen.append(window.focusWidget())
        qtbot.keyClick(window.focusWidget(), Key.Key_Tab)
    head = [library.back, library.search, library.order, library.to_trash, library.new]
    wanted = [*head, library.grid, *buttons(program)]
    assert [each for each in seen if each in wanted][: len(wanted)] == wanted


def test_every_card_has_an_accessible_text(program):
    model = program.window.library.people
    said = model.data(model.index(0), Qt.ItemDataRole.AccessibleTextRole)
    assert said == "Ada, 3 pictures, Not learned yet"
    program.window.library.grid.select_rows([0])
    assert program.window.library.grid.accessibleName() == "People"


def test_expired_trash_is_deleted_when_the_window_opens(make, until, people, folders, monkeypatch):
    Trash(folders.trash, folders.people).delete_person(people.find("Ada"))
    monkeypatch.setattr("visavis.people.trash_entry.RETENTION", timedelta(0))
    program = make()
    until(lambda: len(program.window.people.model.rows) == 2)
    until(lambda: not Trash(folders.trash, folders.people).entries())
    until(lambda: not (folders.embeddings / "Ada.npz").exists())


def test_a_person_selected_in_the_panel_is_deleted_by_keyboard(make, until, qtbot, people):
    program = make()
    window = program.window
    until(lambda: len(window.people.model.rows) == 3)
    window.people.select("Bob")
    window.people.list.setFocus()
    qtbot.keyClick(window.people.list, Key.Key_Delete)
    until(lambda: [row.name for row in window.people.model.rows] == ["Ada", "Cem"])
    qtbot.keyClick(window.people.list, Key.Key_Z, CTRL)
    until(lambda: len(window.people.model.rows) == 3)
