"""The list of models, and what can be done with one: by mouse and by keyboard."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt

from support.models import publish
from visavis.models.store import ModelStore
from visavis.ui.models import rows
from visavis.ui.models.dialog import ModelsDialog
from visavis.ui.models.rows import ModelRow, figure_changes

GOOD = {"accuracy": 0.98, "fnir": 0.02, "fpir": None, "per_person": {"Ada": {"fnir": 0.0}, "Bob": {"fnir": 0.04}}}
WORSE = {"accuracy": 0.92, "fnir": 0.10, "fpir": 0.01, "per_person": {"Ada": {"fnir": 0.5}, "Cleo": {"fnir": 0.0}}}


def entry(name, metrics, **more):
    return ModelRow(name, datetime(2026, 1, 1, tzinfo=UTC), "embedding", 2, metrics, **more)


CURRENT, OTHER = entry("b", GOOD, current=True), entry("a", WORSE)
RETIRED = entry("0", {}, obstacle="Retired: someone was forgotten.")


def test_the_newest_is_first_and_broken_models_are_listed(tmp_path):
    store = ModelStore(tmp_path / "models")
    for name in ("20260101-000000-cnn64", "20260102-000000-cnn64", "20260103-000000-cnn64"):
        publish(store, name)
    store.use("20260102-000000-cnn64")
    store.path("20260103-000000-cnn64", "card.json").write_text("{")
    read = rows.load_rows(store)
    assert [each.id[6:8] for each in read] == ["03", "02", "01"]
    assert [each.current for each in read] == [False, True, False]
    assert "broken" in read[0].obstacle
    assert read[1].people == 2


@pytest.mark.parametrize("width", [500, 900])
def test_no_column_is_narrower_than_its_texts(qtbot, width):
    dialog = ModelsDialog()
    qtbot.addWidget(dialog)
    dialog.show_rows([CURRENT, OTHER, RETIRED])
    dialog.show()
    dialog.resize(width, 400)
    header = dialog.table.horizontalHeader()
    for column in range(header.count()):
        assert header.sectionSize(column) >= dialog.table.sizeHintForColumn(column)
        assert header.sectionSize(column) >= header.sectionSizeHint(column)


def test_changes_are_in_points_with_the_largest_losses_first():
    told = [change.text for change in figure_changes(OTHER, CURRENT)]
    assert told == [
        "Best candidate right: 98 % → 92 %, 6 points worse",
        "People missed: 2 % → 10 %, 8 points worse",
        "Ada: 100 % → 50 %, 50 points worse",
    ]
    assert figure_changes(CURRENT, CURRENT) == []


@pytest.fixture
def dialog(qtbot):
    dialog = ModelsDialog()
    qtbot.addWidget(dialog)
    dialog.show_rows((CURRENT, OTHER, RETIRED))
    dialog.show()
    return dialog


def choose(dialog, row):
    dialog.table.selectRow(row)


def test_the_model_in_use_is_selected_at_first_and_cannot_be_removed(dialog):
    assert dialog.selected == CURRENT
    assert {name for name, button in dialog.buttons.items() if button.isEnabled()} == {"back", "report"}


def test_another_model_is_used_by_mouse(dialog, qtbot):
    choose(dialog, 1)
    assert "Ada: 100 % → 50 %" in dialog.details.text()
    with qtbot.waitSignal(dialog.use) as asked:
        qtbot.mouseClick(dialog.buttons["use"], Qt.MouseButton.LeftButton)
    assert asked.args == ["a"]


def test_another_model_is_used_by_keyboard(dialog, qtbot):
    dialog.table.setFocus()
    qtbot.keyClick(dialog.table, Qt.Key.Key_Down)
    dialog.buttons["use"].setFocus()
    with qtbot.waitSignal(dialog.use) as asked:
        qtbot.keyClick(dialog.buttons["use"], Qt.Key.Key_Space)
    assert asked.args == ["a"]


def test_a_retired_model_can_only_be_removed(dialog, qtbot):
    choose(dialog, 2)
    assert dialog.details.text() == RETIRED.obstacle
    assert {name for name, button in dialog.buttons.items() if button.isEnabled()} == {"back", "remove"}
    with qtbot.waitSignal(dialog.remove) as asked:
        dialog.buttons["remove"].click()
    assert asked.args == ["0"]


def test_one_button_starts_and_ends_comparing(dialog, qtbot):
    choose(dialog, 1)
    with qtbot.waitSignal(dialog.compare) as asked:
        dialog.buttons["compare"].click()
    assert asked.args == ["a"]
    dialog.show_compared("a")
    assert "End" in dialog.buttons["compare"].text()
    with qtbot.waitSignal(dialog.compare) as asked:
        dialog.buttons["compare"].click()
    assert asked.args == [""]


def test_the_selection_stays_when_the_list_is_refreshed(dialog):
    choose(dialog, 1)
    dialog.show_rows((CURRENT, OTHER))
    assert dialog.selected == OTHER


def test_the_reference_model_of_a_report():
    older = entry("9", {})
    assert rows.reference_model((CURRENT, OTHER, RETIRED), "a") == CURRENT
    assert rows.reference_model((CURRENT, OTHER, RETIRED), "b") == OTHER
    assert rows.reference_model((CURRENT, RETIRED), "b") is None
    assert rows.reference_model((OTHER, older), "a") == older


def test_an_empty_list_of_models_has_a_hint(dialog):
    dialog.show_rows(())
    assert "no models yet" in dialog.details.text()
