"""The pages of the panel beside the picture: their titles, untranslated, in the context `TabPanel`."""

from visavis.ui.text.language import QT_TRANSLATE_NOOP

PEOPLE, CAPTURE = QT_TRANSLATE_NOOP("TabPanel", "People"), QT_TRANSLATE_NOOP("TabPanel", "Capture")
TRAIN, REVIEW = QT_TRANSLATE_NOOP("TabPanel", "Train"), QT_TRANSLATE_NOOP("TabPanel", "Review")
