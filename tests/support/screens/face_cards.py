"""Opening the card of a face, as people do who try again when the label has just gone."""

from PySide6.QtWidgets import QWidget

from visavis.ui.review.face_card import FaceCard


def cards_on(top: QWidget) -> list[FaceCard]:
    """The cards that are seen."""
    return [card for card in top.findChildren(FaceCard) if card.isVisible()]


def open_card(top, until, act):
    """Do `act`, a click or a key, until a card is open: while the analysis is behind, no face can be chosen."""

    def is_open():
        if not cards_on(top):
            act()
        return len(cards_on(top)) == 1

    until(is_open)
    return cards_on(top)[0]
