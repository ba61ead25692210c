"""The reading dialog: choosing a chapter shows it."""

import pytest
from PySide6.QtCore import Qt

from visavis.ui.help.reading_dialog import ReadingDialog

TEXT = "# Title\n\n" + "\n\n".join(f"## Chapter {n}\n\n" + "Words.\n\n" * 40 for n in range(5))


@pytest.fixture
def dialog(qtbot):
    dialog = ReadingDialog("Manual", TEXT)
    qtbot.addWidget(dialog)
    dialog.show()
    return dialog


def top_chapter(dialog):
    """The heading at the upper edge of the text."""
    cursor = dialog.text.cursorForPosition(dialog.text.viewport().rect().topLeft())
    block = cursor.block()
    while block.isValid() and not block.text().startswith("Chapter"):
        block = block.next()
    return block.text()


def test_a_click_on_a_chapter_scrolls_to_it(dialog, qtbot):
    item = dialog.chapters.item(3)
    place = dialog.chapters.visualItemRect(item).center()
    qtbot.mouseClick(dialog.chapters.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert top_chapter(dialog) == "Chapter 3"


def test_the_arrows_go_from_chapter_to_chapter(dialog, qtbot):
    dialog.chapters.setCurrentRow(3)
    qtbot.keyClick(dialog.chapters, Qt.Key.Key_Up)
    assert top_chapter(dialog) == "Chapter 2"


def test_a_text_without_chapters_has_no_list(qtbot):
    dialog = ReadingDialog("Short", "One sentence.")
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.chapters.isVisible()
